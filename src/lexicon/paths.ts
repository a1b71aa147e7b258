import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above this file that holds a package.json: the same from src/ (tests) and from dist/ (built). */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json not found above the program: the installation is incomplete');
    folder = parent;
  }
  return folder;
}

/** The project's folder, absolute. */
export const PACKAGE_ROOT: string = packageRoot();

/** The folder of the vocabulary, limits and wording. */
export const CONFIG_DIR: string = join(PACKAGE_ROOT, 'config');

/** The folder of the reports that come with the project. */
export const SEEDS_DIR: string = join(PACKAGE_ROOT, 'seeds');

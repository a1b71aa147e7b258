import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';

/** The services take their settings from the environment: an option starts none of them. */
describe.each(['serve', 'telegram', 'discord'])('npm run %s', (name) => {
  const run = (...options: string[]) =>
    spawnSync(process.execPath, [join(PACKAGE_ROOT, 'dist', 'adapters', name, 'main.js'), ...options], {
      encoding: 'utf8',
      timeout: 60_000,
    });

  it('tells with --help where its settings stand, and ends', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('.env.example');
  });

  it('refuses any other option with exit code 2', () => {
    const { status, stderr } = run('--port', '3');
    expect(status).toBe(2);
    expect(stderr).toContain('没有这个选项：--port');
  });
});

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Converted, ImportRefusal } from './types.js';

/** Files of old word processors (doc, wps), by LibreOffice where it is installed. */

/** How long a conversion may take, in milliseconds. */
const PATIENCE = 120_000;
const ADVICE = '旧版 Word 或 WPS 文件，请用 Word 或 WPS 另存为 .docx（装有 LibreOffice 时可直接导入）';

/** @throws ImportRefusal that tells the way where there is no converter, or it cannot read the file */
export async function convertByOffice(bytes: Buffer): Promise<Converted> {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-import-'));
  try {
    const path = join(folder, 'report.doc');
    writeFileSync(path, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      folder,
      path,
    ];
    await promisify(execFile)('soffice', args, { timeout: PATIENCE });
    const { convertDocx } = await import('./docx.js');
    return convertDocx(readFileSync(join(folder, 'report.docx')));
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    throw new ImportRefusal(ADVICE);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

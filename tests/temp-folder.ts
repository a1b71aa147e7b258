import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All that the tests write goes into one folder, which goes with the run. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER_PREFIX } from './support/server-folder.js';

/** All that the tests write goes into one folder, which goes with the run; so do the database servers that stand in it. */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-tests-'));
  process.env.TMPDIR = folder;
  return async () => {
    await Promise.all(serversIn(folder).map(end));
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

/** The processes of the PostgreSQL servers that still run: workers do not stop theirs. */
function serversIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(SERVER_PREFIX))
    .flatMap((name) => {
      try {
        const [pid] = readFileSync(join(folder, name, 'data', 'postmaster.pid'), 'utf8').split('\n');
        return [Number(pid)];
      } catch {
        return [];
      }
    });
}

/** Ends a server at once: nothing that it holds is wanted any more. */
async function end(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGQUIT');
    for (let waited = 0; waited < 5000; waited += 20) {
      process.kill(pid, 0);
      await sleep(20);
    }
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { attempt } from '../../src/retrieval/at-hand.js';
import { publish } from '../../src/retrieval/publish.js';
import { viewOf } from '../../src/retrieval/store.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { smallReport } from '../support/corpora.js';
import { type Server, workerPostgres } from '../support/postgres.js';

const program = join(PACKAGE_ROOT, 'dist', 'adapters', 'cli', 'publish.js');
const lexicon = loadLexicon();
const PLACES = ['株洲市', '湘潭市', '宜昌市', '黄冈市', '赣州市', '岳阳市', '衡阳市', '永州市'];
const KILLS = 10;
const FILES = 160;
const LONGEST_MS = 1800;

let server: Server;
beforeAll(async () => {
  server = await workerPostgres();
});

/** Files that are all new in a round: each build of it has work for a while. */
function rewrite(folder: string, round: number): void {
  for (let i = 0; i < FILES; i += 1) {
    const text = smallReport(
      PLACES[i % PLACES.length]!,
      1990 + Math.floor(i / PLACES.length),
      `${round + 1}`,
      `第${round}轮。`,
    );
    writeFileSync(join(folder, `${i}.txt`), text);
  }
}

describe.runIf(existsSync(program))('kill -9 in the middle of', () => {
  // Side by side: most of the time goes into waiting for the moment of death.
  test.concurrent.each(['sqlite', 'postgres'] as const)(
    `a build into %s, ${KILLS} times: the old version answers, the next run completes`,
    async (engine) => {
      const folder = mkdtempSync(join(tmpdir(), 'reports-'));
      const to =
        engine === 'sqlite'
          ? join(mkdtempSync(join(tmpdir(), 'killed-')), 'corpus.db')
          : await server.database('killed');
      const open = async () => (engine === 'sqlite' ? openSqlite(to) : openPostgres(to, { write: true }));
      const target = async () => {
        const store = await open();
        try {
          const version = (await store.version())!;
          const view = await viewOf(store, version, { lexicon });
          const growth = await attempt(view, () =>
            view.heads.map(({ id }) => view.facts(id, { facet: 'target' })[0]!.quantity.low),
          );
          return { number: version.number, reports: view.heads.length, growths: [...new Set(growth)] };
        } finally {
          await store.close();
        }
      };
      const build = (): { child: ChildProcess; done: Promise<boolean> } => {
        const child = spawn(process.execPath, [program, '--corpus', folder, '--to', to], { stdio: 'ignore' });
        return { child, done: new Promise((resolve) => child.once('close', (code) => resolve(code === 0))) };
      };
      const timed = async (): Promise<number> => {
        const began = performance.now();
        expect(await build().done).toBe(true);
        return performance.now() - began;
      };
      rewrite(folder, 0);
      // On a busy machine a build may take many times as long; how far it gets then is left to chance.
      const takes = Math.min(await timed(), LONGEST_MS);
      // Where nothing has changed, the program starts, looks and ends: a death before that would teach nothing.
      const starts = Math.min(await timed(), takes) / 2;
      rewrite(folder, 1);
      let whole = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { child, done: ended } = build();
        // From about when the file is opened until after it is done, each part of the way once and nowhere twice the same.
        await sleep(starts + ((takes * 1.1 - starts) * (kill + Math.random())) / KILLS);
        child.kill('SIGKILL');
        const done = await ended;
        const { number, reports, growths } = await target();
        expect({ reports, growths }).toEqual({ reports: FILES, growths: [number] });
        if (done || number === whole + 2) {
          whole += 1;
          rewrite(folder, whole + 1);
        }
      }
      const last = await open();
      await publish({ folders: [folder] }, lexicon, last);
      await last.close();
      expect(await target()).toMatchObject({ reports: FILES, growths: [whole + 2] });
    },
  );
});

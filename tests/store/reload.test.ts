import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Assistant, createAssistant } from '../../src/assistant.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { publish } from '../../src/retrieval/publish.js';
import { openPostgres } from '../../src/store/postgres.js';
import { reportFolder, smallReport, temporary } from '../support/corpora.js';
import { type Server, startPostgres } from '../support/postgres.js';

const PLACES = ['株洲市', '湘潭市', '宜昌市', '黄冈市', '赣州市', '岳阳市', '衡阳市', '永州市'];
const ROUNDS = 6;
const lexicon = loadLexicon();

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

/** All reports of a folder say the same growth: that of the round. */
function write(folder: string, round: number): void {
  for (const place of PLACES) writeFileSync(join(folder, `${place}.txt`), smallReport(place, 2022, `${round}`));
}

test.each(['sqlite', 'postgres'] as const)(
  'a reload in the middle of questions over %s: each answer is from one version, and the newest comes',
  async (engine) => {
    const folder = reportFolder({});
    const cacheDir = temporary('cache-');
    const url = engine === 'postgres' ? await server.database('reload') : undefined;
    const reload = async (round: number): Promise<Assistant> => {
      write(folder, round);
      if (url === undefined) return createAssistant({ corpus: [folder], cacheDir });
      const store = await openPostgres(url, { write: true });
      await publish({ folders: [folder] }, lexicon, store);
      await store.close();
      return createAssistant({ database: url, cacheDir: null });
    };
    let assistant = await reload(1);
    let done = false;
    const told = new Set<number>();
    const asking = async (name: number): Promise<void> => {
      for (let n = 0; !done; n += 1) {
        const { figures } = await assistant.ask(`${name}-${n}`, '2022年各地GDP目标排名');
        const growths = new Set(figures.map(({ low }) => low));
        expect(figures.length).toBe(PLACES.length);
        expect(growths.size).toBe(1);
        for (const growth of growths) told.add(growth!);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const askers = Promise.all([1, 2, 3, 4].map(asking));
    for (let round = 2; round <= ROUNDS; round += 1) {
      const before = assistant;
      assistant = await reload(round);
      // Who holds the version before goes on with it.
      const { figures } = await before.ask(`old-${round}`, '2022年株洲GDP目标');
      expect(figures[0]?.low).toBe(round - 1);
    }
    done = true;
    await askers;
    const { figures } = await assistant.ask('last', '2022年株洲GDP目标');
    expect(figures[0]?.low).toBe(ROUNDS);
    expect(told.size).toBeGreaterThan(1);
  },
);

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { CitationDefect } from '../../src/answer/cite.js';
import { type Assistant, createAssistant } from '../../src/assistant.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { publish } from '../../src/retrieval/publish.js';
import { openPostgres } from '../../src/store/postgres.js';
import { reportFolder, smallReport, temporary } from '../support/corpora.js';
import { type Server, workerPostgres } from '../support/postgres.js';

const PLACES = ['株洲市', '湘潭市', '宜昌市', '黄冈市', '赣州市', '岳阳市', '衡阳市', '永州市'];
const ROUNDS = 6;
const lexicon = loadLexicon();

let server: Server;
beforeAll(async () => {
  server = await workerPostgres();
});

/** The growths that an answer tells; none where a file has changed since it was read: what no longer stands there is not quoted. */
async function growthsOf(assistant: Assistant, session: string, question: string): Promise<ReadonlySet<number | null>> {
  try {
    const { figures } = await assistant.ask(session, question);
    return new Set(figures.map(({ low }) => low));
  } catch (error) {
    expect(error).toBeInstanceOf(CitationDefect);
    return new Set();
  }
}

/** All reports of a folder say the same growth: that of the round. */
function write(folder: string, round: number): void {
  for (const place of PLACES) {
    const text = smallReport(place, 2022, `${round}`, `${place}的产业各有特色。`);
    writeFileSync(join(folder, `${place}.txt`), text);
  }
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
    const asking = async (name: number): Promise<void> => {
      for (let n = 0; !done; n += 1) {
        const growths = await growthsOf(assistant, `${name}-${n}`, '2022年各地GDP目标排名');
        expect(growths.size).toBeLessThanOrEqual(1);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const askers = Promise.all([1, 2].map(asking));
    for (let round = 2; round <= ROUNDS; round += 1) {
      const before = assistant;
      assistant = await reload(round);
      const now = await growthsOf(assistant, `new-${round}`, '2022年各地GDP目标排名');
      expect([...now]).toEqual([round]);
      // Who holds the version before goes on with it; what was not read of a file before it changed is not told.
      const growths = await growthsOf(before, `old-${round}`, '2022年株洲GDP目标');
      if (engine === 'postgres') expect([...growths]).toEqual([round - 1]);
      expect([round - 1]).toEqual(expect.arrayContaining([...growths]));
    }
    done = true;
    await askers;
    const { figures } = await assistant.ask('last', '2022年株洲GDP目标');
    expect(figures[0]?.low).toBe(ROUNDS);
  },
);

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { attempt } from '../../src/retrieval/at-hand.js';
import { publish } from '../../src/retrieval/publish.js';
import { viewOf } from '../../src/retrieval/store.js';
import type { Store } from '../../src/retrieval/types.js';
import { openMemory } from '../../src/store/memory.js';
import { columnAt } from '../../src/store/rows.js';
import type { ClaimQuery, CorpusVersion, NewReading } from '../../src/store/types.js';
import {
  CORPUS_ENGINES,
  type Corpus,
  type CorpusPlace,
  newCorpusPlace,
  reportFolder,
  smallReport,
} from '../support/corpora.js';
import { type Server, workerPostgres } from '../support/postgres.js';

const lexicon = loadLexicon();
let server: Server;
beforeAll(async () => {
  server = await workerPostgres();
});

const reports = () =>
  reportFolder({
    'a.txt': smallReport('株洲市', 2021, '7.5', '低空经济起步。'),
    'b.txt': smallReport('湘潭市', 2022, '8', '低空经济、低空经济，发展低空经济；AI、“C:\\\\路径”\t制表，🙂。'),
    '湖北/c.md': smallReport('宜昌市', 2022, '6.5', '约1.2345678901234567亿元。'),
    '湖北/d.md': smallReport('宜昌市', 2022, '6.5', '约1.2345678901234567亿元。'),
  });

/** A report with a table of two rows of heads under a line that tells its year. */
const TABLED = smallReport(
  '株洲市',
  2022,
  '7.5',
  '\n\n2021年主要指标\n\n| 指标 | 全市 | |\n| | 完成 | 同比 |\n|---|---|---|\n| 粮食产量（万吨） | 62 | 1.5% |\n',
);

/** Everything that a version says through its view. */
const contentsOf = async (store: Store) => {
  const read = <T>(run: () => T): Promise<T> => attempt(store, run);
  return {
    heads: store.heads,
    indicators: store.indicators(),
    reports: await read(() => store.heads.map(({ id }) => store.report(id))),
    facts: await read(() => store.heads.map(({ id }) => store.facts(id))),
    targets: await read(() => store.heads.map(({ id }) => store.facts(id, { facet: 'target', headline: true }))),
    tabled: await read(() => store.indicators().map((id) => store.indicatorFacts(id, { years: [2022] }))),
    sources: await read(() => store.heads.map(({ id }) => store.source(id))),
    passages: await read(() => store.search({ words: ['老旧小区', '就业', '产业'], phrases: ['民生实事'], limit: 20 })),
    exact: await read(() => ['低空经济', 'ai', '没有的词'].map((text) => store.findExact(text))),
    frequencies: await read(() => ['改造', '发展', '没有的词'].map((word) => store.frequency(word))),
    cut: await read(() => store.segmenter().cut('2022年改造老旧小区多少个')),
  };
};

describe.each(CORPUS_ENGINES)('%s', (name) => {
  const opened: Corpus[] = [];
  const open = async (place: CorpusPlace): Promise<Corpus> => {
    const corpus = await place.open();
    opened.push(corpus);
    return corpus;
  };
  const fresh = async (): Promise<Corpus> => open(await newCorpusPlace(name, server));
  const filled = async (folder = reports()): Promise<{ corpus: Corpus; folder: string }> => {
    const corpus = await fresh();
    await publish({ folders: [folder] }, lexicon, corpus);
    return { corpus, folder };
  };
  const newest = async (corpus: Corpus): Promise<CorpusVersion> => (await corpus.version())!;
  const view = async (corpus: Corpus, version?: CorpusVersion) =>
    viewOf(corpus, version ?? (await newest(corpus)), { lexicon });
  afterEach(async () => {
    await Promise.all([...new Set(opened.splice(0))].map((corpus) => corpus.close()));
  });

  test('holds nothing before the first version', async () => {
    const corpus = await fresh();
    expect(await corpus.version()).toBeUndefined();
    expect(await corpus.files()).toEqual([]);
    expect(await corpus.claims({ indicator: 'gdp' })).toEqual([]);
    expect((await corpus.postings(['发展'])).size).toBe(0);
  });

  test('says through its view what memory says', async () => {
    const folder = reports();
    const memory = openMemory();
    await publish({ folders: [folder] }, lexicon, memory);
    const { corpus } = await filled(folder);
    const expected = await contentsOf(await view(memory as Corpus));
    expect(expected.heads.map(({ id, duplicateOf }) => [id, duplicateOf])).toEqual([
      ['zhuzhou-2021', undefined],
      ['xiangtan-2022', undefined],
      ['yichang-2022', undefined],
      ['yichang-2022-2', 'yichang-2022'],
    ]);
    expect(expected.exact[0]?.map(({ report, count }) => [report, count])).toEqual([
      ['xiangtan-2022', 3],
      ['zhuzhou-2021', 1],
    ]);
    expect(expected.exact[1]).toHaveLength(1);
    expect(expected.tabled.flat().length).toBe(4);
    const said = await contentsOf(await view(corpus));
    // A file beside a folder is read from there; the engine keeps none.
    expect({ ...said, sources: [] }).toEqual({ ...expected, sources: [] });
    if (name !== 'sqlite') expect(said.sources).toEqual(expected.sources);
  });

  test('narrows facts as memory does, whatever is asked', async () => {
    const folder = reports();
    const memory = openMemory();
    await publish({ folders: [folder] }, lexicon, memory);
    const { corpus } = await filled(folder);
    const keys = (await corpus.heads((await newest(corpus)).number)).map(({ key }) => key).sort((a, b) => a - b);
    const own = (await memory.heads(1)).map(({ key }) => key).sort((a, b) => a - b);
    const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
    const one = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          indicator: one(['gdp', 'employment', 'no-such-indicator']),
          documents: some([0, 1, 2, 3]),
          places: some(['430200', '430300', '420500', '000000']),
          years: some([2019, 2020, 2021, 2022]),
          to: one([2020, 2021, 2022]),
          facet: one(['target', 'outcome'] as const),
          headline: one([true as const]),
        }),
        async ({ documents, ...rest }) => {
          const named = Object.fromEntries(
            Object.entries(rest).filter(([, value]) => value !== undefined),
          ) as ClaimQuery;
          const asked = (of: readonly number[]): ClaimQuery =>
            documents ? { ...named, documents: documents.map((i) => of[i]!) } : named;
          const rows = async (from: Corpus, of: readonly number[]) =>
            (await from.claims(asked(of)))
              .map(({ document, row }) => JSON.stringify([of.indexOf(document), row]))
              .sort();
          expect(await rows(corpus, keys)).toEqual(await rows(memory as Corpus, own));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('tells in two steps the facts that it tells in one, where it does', async () => {
    const { corpus } = await filled(reports());
    const { steps } = corpus;
    if (!steps) return expect(name).not.toBe('sqlite');
    const documents = (await corpus.heads((await newest(corpus)).number)).map(({ key }) => key);
    for (const query of [
      { documents },
      { documents, to: 2022 },
      { documents, places: ['430200'] },
      { documents: [] },
    ]) {
      const claims = await corpus.claims(query);
      const placeOf = ({ document, row }: (typeof claims)[number]) => ({
        document,
        number: row[columnAt('number')],
        sentence: { start: row[columnAt('sentence_start')], end: row[columnAt('sentence_end')] },
        indicator: row[columnAt('indicator')],
      });
      const outlines = steps.outlines(query);
      expect(outlines).toEqual(claims.map(placeOf));
      expect(steps.numbered(outlines.map(({ document, number }) => [document, number]))).toEqual(claims);
    }
  });

  test('keeps the heads of a table, and tells them to those who read its views', async () => {
    const { corpus } = await filled(reportFolder({ 'a.md': TABLED }));
    const store = await view(corpus);
    const { facts, words } = await attempt(store, () => {
      const { text } = store.report('zhuzhou-2022').view;
      return {
        facts: store.facts('zhuzhou-2022'),
        words: ({ start, end }: { start: number; end: number }) => text.slice(start, end),
      };
    });
    const headed = facts.flatMap(({ heads, quantity }) =>
      heads === undefined
        ? []
        : [[quantity.text, heads.caption && words(heads.caption), words(heads.row), ...heads.columns.map(words)]],
    );
    expect(headed).toEqual([
      ['62', '2021年主要指标', '粮食产量（万吨）', '全市', '完成'],
      ['1.5%', '2021年主要指标', '粮食产量（万吨）', '全市', '同比'],
    ]);
    expect(facts.length).toBeGreaterThan(headed.length);
  });

  test('leaves readers the version they began with', async () => {
    const { corpus, folder } = await filled();
    const first = await newest(corpus);
    const before = await contentsOf(await view(corpus, first));
    const reader = await view(corpus, first);
    writeFileSync(join(folder, 'b.txt'), smallReport('湘潭市', 2022, '9', '人工智能。'));
    rmSync(join(folder, 'a.txt'));
    expect(await publish({ folders: [folder] }, lexicon, corpus)).toMatchObject({ rebuilt: 1, unchanged: false });
    const second = await newest(corpus);
    expect(second.number).toBe(first.number + 1);
    expect({ ...(await contentsOf(reader)), sources: [] }).toEqual({ ...before, sources: [] });
    const now = await contentsOf(await view(corpus, second));
    expect(now.heads.map(({ id }) => id)).toEqual(['xiangtan-2022', 'yichang-2022', 'yichang-2022-2']);
    expect(now.exact[0]).toEqual([]);
    const again = openMemory();
    await publish({ folders: [folder] }, lexicon, again);
    expect({ ...now, sources: [] }).toEqual({ ...(await contentsOf(await view(again as Corpus))), sources: [] });
    expect(await publish({ folders: [folder] }, lexicon, corpus)).toMatchObject({ rebuilt: 0, unchanged: true });
  });

  test('shows nothing of what was put and not committed, and takes it up again', async () => {
    const { corpus, folder } = await filled();
    const before = await newest(corpus);
    const facts = (await corpus.claims({ indicator: 'gdp' })).length;
    writeFileSync(join(folder, 'e.txt'), smallReport('黄冈市', 2023, '5'));
    const stopped = new Error('killed');
    await expect(
      publish({ folders: [folder] }, lexicon, { ...corpus, commit: () => Promise.reject(stopped) }),
    ).rejects.toBe(stopped);
    expect(await newest(corpus)).toEqual(before);
    expect((await view(corpus)).heads).toHaveLength(4);
    let puts = 0;
    const counting = {
      ...corpus,
      put(readings: readonly NewReading[]) {
        puts += readings.length;
        return corpus.put(readings);
      },
    };
    await publish({ folders: [folder] }, lexicon, counting);
    expect(puts).toBe(0);
    expect((await view(corpus)).heads).toHaveLength(5);
    expect((await corpus.claims({ indicator: 'gdp' })).length).toBeGreaterThan(facts);
  });

  test('writes a batch whole or not at all', async () => {
    const { corpus, folder } = await filled();
    writeFileSync(join(folder, 'e.txt'), smallReport('黄冈市', 2023, '5'));
    writeFileSync(join(folder, 'f.txt'), smallReport('荆州市', 2023, '5'));
    const spoiled = (readings: readonly NewReading[]) =>
      readings.map((reading, i) =>
        i === 0
          ? reading
          : { ...reading, documents: reading.documents.map((document) => ({ ...document, facts: '[[' })) },
      );
    await expect(
      (async () =>
        publish({ folders: [folder] }, lexicon, { ...corpus, put: (readings) => corpus.put(spoiled(readings)) }))(),
    ).rejects.toThrow();
    expect((await corpus.claims({ places: ['421100'] })).length).toBe(0);
    await publish({ folders: [folder] }, lexicon, corpus);
    expect((await corpus.claims({ places: ['421100'] })).length).toBeGreaterThan(0);
  });

  test('lets two publishers write at once', async () => {
    const place = await newCorpusPlace(name, server);
    const folder = reports();
    const both = await Promise.all([open(place), open(place)]);
    await Promise.all(both.map((corpus) => publish({ folders: [folder] }, lexicon, corpus)));
    const { heads } = await view(both[0]);
    expect(heads).toHaveLength(4);
    const numbers = (await both[1].claims({ indicator: 'gdp' })).map(
      ({ document, row }) => `${document} ${row[columnAt('number')]}`,
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

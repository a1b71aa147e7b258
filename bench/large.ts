import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepHeapSmall, keepYoungHeap } from '../adapters/shared/heap.js';
import { assistantOver } from '../src/assistant.js';
import type { Report } from '../src/corpus/types.js';
import type { Fact } from '../src/facts/types.js';
import { type Lexicon, loadLexicon } from '../src/lexicon/load.js';
import type { Place } from '../src/lexicon/types.js';
import { termsOf } from '../src/retrieval/build.js';
import { dictionaryBody, loadWordList } from '../src/retrieval/dictionary.js';
import { programOf } from '../src/retrieval/publish.js';
import { openStore, viewOf } from '../src/retrieval/store.js';
import { trieOf } from '../src/retrieval/word-trie.js';
import { markNumbers, packNumbers } from '../src/store/packing.js';
import { openPostgres } from '../src/store/postgres.js';
import { rowOf } from '../src/store/rows.js';
import { openSqlite } from '../src/store/sqlite.js';
import type { CorpusStore, CorpusWriter, NewDocument, NewReading, ReportHead, StoredHead } from '../src/store/types.js';
import type { BenchCorpus } from './corpora.js';
import { megabytes, ms, percentile, type Table } from './table.js';

/** How far does a store reach? Reports under the names of counties: tens of thousands in PostgreSQL, three times the corpus in one SQLite file. */
export const title = 'Large';
export const note =
  '`npm run bench -- --only large` (not run by itself: it takes an hour). The reports of the largest corpus again and again under the names of counties: in one SQLite file three times over, and, where BENCH_DATABASE_URL names an empty database, BENCH_REPORTS (60,000) of them in PostgreSQL, years shifted. Writing that was stopped goes on where it stopped; “published” is the time of the last run. Questions about one report are each about another one; the first ten are left out. Memory is resident after all questions.';
export const columns = [
  'store',
  'reports',
  'facts',
  'published',
  'opened',
  'question',
  'asked',
  'answered',
  'p50',
  'p99',
  'first',
  'resident',
];

/** One store to be filled: PostgreSQL by its address, else a SQLite file with so many copies of the corpus. */
interface Filled {
  readonly corpus: string;
  readonly url?: string;
  /** Each in a process of its own: what writing takes in memory is not to be counted to the questions. */
  readonly step: 'fill' | 'ask';
}
type Target = CorpusStore & CorpusWriter;

export function subjects(corpora: readonly BenchCorpus[]): readonly Filled[] {
  const corpus = corpora.at(-1)!.folder;
  const url = process.env.BENCH_DATABASE_URL;
  const stores = [{ corpus }, ...(url === undefined ? [] : [{ corpus, url }])];
  return stores.flatMap((store): Filled[] => [
    { ...store, step: 'fill' },
    { ...store, step: 'ask' },
  ]);
}

/** Written in one transaction. */
const BATCH = 500;
const FIRST_YEAR = 2004;
const COPIES = 3;
const QUESTIONS = 300;
/** Over all reports an answer takes long, and the same few questions come again. */
const QUESTIONS_OVER_ALL = 50;
const TOPICS = ['乡村振兴', '营商环境', '科技创新', '污染防治', '养老服务', '基础教育', '文化旅游', '数字经济'];
const INDICATORS = ['GDP', '一般公共预算收入', '固定资产投资', '社会消费品零售总额', '城镇新增就业'];

export async function measure({ corpus, url, step }: Filled, cacheDir: string): Promise<Table['rows']> {
  const engine = url === undefined ? 'SQLite' : 'PostgreSQL';
  mkdirSync(cacheDir, { recursive: true });
  const taken = join(cacheDir, `large-${engine}.txt`);
  const target: Target =
    url === undefined ? openSqlite(join(cacheDir, 'large.db')) : await openPostgres(url, { write: true });
  try {
    if (step === 'fill') {
      if ((await target.version()) === undefined)
        writeFileSync(taken, await fill(target, loadLexicon(), { corpus, cacheDir, copied: url === undefined }));
      return [];
    }
    const published = existsSync(taken) ? readFileSync(taken, 'utf8') : 'before';
    const rows = await answered(target, loadLexicon(), url === undefined);
    return rows.map(([reports, facts, ...row]) => [engine, reports!, facts!, published, ...row]);
  } finally {
    await target.close();
  }
}

/** What a synthetic report is of. */
interface Name {
  readonly place: Place;
  readonly year: number;
}

/** Names the reports: counties one after another and year by year, or copies of what is held, each place under the names of so many counties. */
function namer(
  own: readonly ReportHead[],
  { gazetteer }: Lexicon,
  copied: boolean,
): { readonly count: number; readonly nameOf: (i: number) => Name } {
  const counties = gazetteer.places.filter(({ level }) => level === 'county');
  if (!copied)
    return {
      count: Number(process.env.BENCH_REPORTS ?? 60_000),
      nameOf: (i) => ({ place: counties[i % counties.length]!, year: FIRST_YEAR + Math.floor(i / counties.length) }),
    };
  const places = [...new Set(own.map(({ place }) => place?.id))];
  const at = own.map(({ place }) => places.indexOf(place?.id));
  return {
    count: own.length * COPIES,
    nameOf: (i) => ({
      place: counties[at[i % own.length]! * COPIES + Math.floor(i / own.length)]!,
      year: own[i % own.length]!.year!,
    }),
  };
}

/** Writes the reports. Gives how long it took and how many a second that is. */
async function fill(
  target: Target,
  lexicon: Lexicon,
  { corpus, cacheDir, copied }: { readonly corpus: string; readonly cacheDir: string; readonly copied: boolean },
): Promise<string> {
  const base = await openStore({ folders: [corpus], lexicon, cacheDir });
  const started = performance.now();
  const own = base.heads.filter(
    (head) => head.duplicateOf === undefined && head.kind === 'report' && head.year !== null,
  );
  const { count, nameOf } = namer(own, lexicon, copied);
  const { words } = loadWordList(termsOf(lexicon));
  const trie = trieOf(words);
  const counted = own.map(({ id }) => {
    const { text } = base.report(id).view;
    const found = trie.count(text, [{ start: 0, end: text.length }]);
    return {
      numbers: packNumbers(found.words),
      words: JSON.stringify(Array.from(found.words, (word, n) => [words[word], found.passages[n]])),
    };
  });
  const reports: StoredHead[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const places = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => from + n);
    const names = places.map(readingNameOf);
    const known = await target.written(names);
    const readings = places
      .filter((i) => !known.has(readingNameOf(i)))
      .map((i) => {
        const at = i % own.length;
        const { id } = own[at]!;
        return readingOf(i, nameOf(i), lexicon, base.report(id), base.facts(id), counted[at]!);
      });
    if (readings.length > 0) await target.put(readings);
    const written = await target.written(names);
    for (const i of places)
      for (const { key, head } of written.get(readingNameOf(i)) ?? [])
        reports.push({ key, folder: 0, sha: String(i), head });
    if ((from / BATCH) % 4 === 0) {
      const rate = reports.length / ((performance.now() - started) / 1000);
      console.error(`${reports.length} of ${count}, ${rate.toFixed(0)} reports a second`);
    }
  }
  const present = new Uint8Array(words.length);
  for (const { numbers } of counted) markNumbers(numbers, present);
  const numbers = Array.from(present.keys()).filter((number) => present[number] === 1);
  await target.commit({
    digest: `large-${count}`,
    program: programOf(lexicon),
    folders: ['synthetic'],
    indicators: base.indicators(),
    problems: [],
    words: '',
    files: [],
    reports,
    dictionary: dictionaryBody(loadWordList(termsOf(lexicon)), numbers),
    names: { places: lexicon.gazetteer.places, indicators: lexicon.indicators.list },
  });
  base.close();
  const seconds = (performance.now() - started) / 1000;
  return `${seconds.toFixed(0)} s, ${(reports.length / seconds).toFixed(0)} a second`;
}

const readingNameOf = (i: number): string => `large-${i}`;

function readingOf(
  i: number,
  { place, year }: Name,
  lexicon: Lexicon,
  report: Report,
  facts: readonly Fact[],
  { numbers, words }: { numbers: Uint8Array; words: string },
): NewReading {
  const shift = year - (report.year ?? year);
  const { view, sections, passages, ...head } = report;
  const moved = facts.map(
    (fact): Fact => ({
      ...fact,
      place: fact.place === report.place?.id ? place.id : fact.place,
      period:
        fact.period.to === 0
          ? fact.period
          : { ...fact.period, from: fact.period.from + shift, to: fact.period.to + shift },
    }),
  );
  const document: NewDocument = {
    head: {
      ...head,
      id: `${place.pinyin}-${place.id}-${year}`,
      seed: `${place.id}/${year}.txt`,
      title: `${year}年${place.name}政府工作报告`,
      place: { ...place, aliases: [place.name, place.short] },
      year,
      length: view.text.length,
      passages: passages.length,
      facts: facts.length,
      ends: [...new Set(moved.map(({ period }) => period.to))].sort((a, b) => a - b),
    },
    fingerprint: String(i),
    text: view.text,
    // The view stands for the file: its offsets lead into itself.
    offsets: JSON.stringify([[0, view.text.length]]),
    sections: JSON.stringify(sections),
    passages: JSON.stringify(passages.map(({ start, end, section }) => [start, end, section])),
    facts: JSON.stringify(moved.map((fact, n) => rowOf(fact, n + 1))),
    indicators: [],
    namesakes: moved.flatMap(({ indicator, subject }, n) =>
      indicator === undefined ? lexicon.indicators.namesakes(subject).map(({ id }) => [id, n + 1] as const) : [],
    ),
    wordNumbers: numbers,
    words,
  };
  return { name: readingNameOf(i), sha: String(i), documents: [document], source: view.text };
}

/** Asks of what was written as the bots do; beside a SQLite file there is no folder of sources, and the texts stand for them. */
async function answered(target: Target, lexicon: Lexicon, isFile: boolean): Promise<string[][]> {
  keepYoungHeap();
  const opening = performance.now();
  const version = (await target.version())!;
  const textOf = ({ key }: StoredHead) => (target.texts([key]) as ReadonlyMap<number, string>).get(key);
  const store = await viewOf(target, version, { lexicon, ...(isFile ? { readFile: textOf } : {}) });
  const assistant = assistantOver(store, lexicon);
  const opened = performance.now() - opening;
  keepHeapSmall();
  const { heads } = store;
  const forms: Readonly<Record<string, (head: ReportHead, n: number) => string>> = {
    figure: ({ place, year }, n) => `${year}年${fullName(lexicon, place!)}${INDICATORS[n % INDICATORS.length]}目标`,
    outcome: ({ place, year }) => `${fullName(lexicon, place!)}${year}年固定资产投资目标完成了吗`,
    passages: ({ place, year }) => `${fullName(lexicon, place!)}${year}年怎么推进乡村振兴`,
    'all places': ({ year }, n) => `${year}年各地${INDICATORS[n % INDICATORS.length]}目标排名`,
    'passages over all reports': (_, n) => `${['怎么推进', '如何加强'][n % 2]}${TOPICS[n % TOPICS.length]}`,
  };
  const rows: string[][] = [];
  for (const [form, question] of Object.entries(forms)) {
    const times: number[] = [];
    let answered = 0;
    const asked = form === 'all places' || form === 'passages over all reports' ? QUESTIONS_OVER_ALL : QUESTIONS;
    for (let n = 0; n < asked; n += 1) {
      // Spread over all reports, none asked twice: nothing is at hand.
      const text = question(heads[(n * 7919 + form.length * 131) % heads.length]!, n);
      const from = performance.now();
      const { kind } = await assistant.ask(`once:${form}${n}`, text);
      times.push(performance.now() - from);
      if (kind !== 'refusal' && kind !== 'clarification') answered += 1;
    }
    const later = times.slice(10);
    rows.push([
      heads.length.toLocaleString('en'),
      store.stats.facts.toLocaleString('en'),
      ms(opened),
      form,
      String(asked),
      String(answered),
      ms(percentile(later, 0.5)),
      ms(percentile(later, 0.99)),
      ms(times[0]!),
    ]);
  }
  const resident = megabytes(process.memoryUsage.rss());
  return rows.map((row) => [...row, resident]);
}

function fullName({ gazetteer }: Lexicon, place: Place): string {
  const parent = place.parent === undefined ? undefined : gazetteer.get(place.parent);
  return `${parent?.short ?? ''}${place.name}`;
}

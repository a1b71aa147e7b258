import { parseArgs } from 'node:util';
import { keepHeapSmall } from '../adapters/shared/heap.js';
import { assistantOver } from '../src/assistant.js';
import type { Report } from '../src/corpus/types.js';
import type { Fact } from '../src/facts/types.js';
import { loadLexicon } from '../src/lexicon/load.js';
import type { Place } from '../src/lexicon/types.js';
import { termsOf } from '../src/retrieval/build.js';
import { dictionaryBody, loadWordList } from '../src/retrieval/dictionary.js';
import { programOf } from '../src/retrieval/publish.js';
import { openStore, viewOf } from '../src/retrieval/store.js';
import type { Store } from '../src/retrieval/types.js';
import { trieOf } from '../src/retrieval/word-trie.js';
import { markNumbers, packNumbers } from '../src/store/packing.js';
import { openPostgres } from '../src/store/postgres.js';
import { rowOf } from '../src/store/rows.js';
import { openSqlite } from '../src/store/sqlite.js';
import type { CorpusStore, CorpusWriter, NewDocument, NewReading, ReportHead, StoredHead } from '../src/store/types.js';
import { machine } from './machine.js';
import { markdown, ms, percentile } from './table.js';

/**
 * npm run bench:large -- --corpus DIR --to postgres://… [--reports 60000]: fills a database with reports under the names of counties, years shifted.
 * npm run bench:large -- --corpus DIR --to FILE.db --copies 3: the reports of the folder so many times over in one SQLite file, with other places.
 * Then questions are measured over it. What is written already is not written again: a run that was stopped goes on.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    to: { type: 'string' },
    reports: { type: 'string', default: '60000' },
    copies: { type: 'string' },
    questions: { type: 'string', default: '300' },
  },
});
if (!values.corpus || !values.to) {
  console.error(
    'usage: npm run bench:large -- --corpus DIR --to postgres://…|FILE.db [--reports 60000 | --copies 3] [--questions 300]',
  );
  process.exit(2);
}
/** Written in one transaction. */
const BATCH = 500;
const FIRST_YEAR = 2004;
const TOPICS = ['乡村振兴', '营商环境', '科技创新', '污染防治', '养老服务', '基础教育', '文化旅游', '数字经济'];
const INDICATORS = ['GDP', '一般公共预算收入', '固定资产投资', '社会消费品零售总额', '城镇新增就业'];

const lexicon = loadLexicon();
const counties = lexicon.gazetteer.places.filter(({ level }) => level === 'county');

const isServer = /^postgres(?:ql)?:/.test(values.to);
const target: CorpusStore & CorpusWriter = isServer
  ? await openPostgres(values.to, { write: true })
  : openSqlite(values.to);
const started = performance.now();
if ((await target.version()) === undefined) await fill(values.corpus);
await measure(Number(values.questions));
await target.close();
process.exit(0);

/** What a synthetic report is of. */
interface Name {
  readonly place: Place;
  readonly year: number;
}

/** Names the reports: counties one after another and year by year, or copies of what is held, each place under the names of so many counties. */
function namer(own: readonly ReportHead[]): { readonly count: number; readonly nameOf: (i: number) => Name } {
  const copies = Number(values.copies);
  if (!values.copies)
    return {
      count: Number(values.reports),
      nameOf: (i) => ({ place: counties[i % counties.length]!, year: FIRST_YEAR + Math.floor(i / counties.length) }),
    };
  const places = [...new Set(own.map(({ place }) => place?.id))];
  const at = own.map(({ place }) => places.indexOf(place?.id));
  return {
    count: own.length * copies,
    nameOf: (i) => ({
      place: counties[at[i % own.length]! * copies + Math.floor(i / own.length)]!,
      year: own[i % own.length]!.year!,
    }),
  };
}

async function fill(corpus: string): Promise<void> {
  const base = await openStore({ folders: [corpus], lexicon });
  const own = base.heads.filter(
    (head) => head.duplicateOf === undefined && head.kind === 'report' && head.year !== null,
  );
  const { count, nameOf } = namer(own);
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
    const readings = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) =>
      readingOf(
        from + n,
        nameOf(from + n),
        base.report(own[(from + n) % own.length]!.id),
        base.facts(own[(from + n) % own.length]!.id),
        counted[(from + n) % own.length]!,
      ),
    );
    const known = await target.written(readings.map(({ name }) => name));
    await target.put(readings.filter(({ name }) => !known.has(name)));
    const written = await target.written(readings.map(({ name }) => name));
    for (const { name, sha } of readings)
      for (const { key, head } of written.get(name) ?? []) reports.push({ key, folder: 0, sha, head });
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
  const seconds = (performance.now() - started) / 1000;
  const facts = reports.reduce((sum, { head }) => sum + head.facts, 0);
  console.log(
    `published ${reports.length} reports, ${facts.toLocaleString('en')} facts in ${seconds.toFixed(0)} s: ${(reports.length / seconds).toFixed(0)} reports a second`,
  );
}

function readingOf(
  i: number,
  { place, year }: Name,
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
  return { name: `large-${i}`, sha: String(i), documents: [document], source: view.text };
}

/** Opens what was written as the bots do; beside a file there is no folder of sources, and the texts stand for them. */
async function opened(): Promise<Store> {
  const version = (await target.version())!;
  return viewOf(target, version, {
    lexicon,
    ...(isServer ? {} : { readFile: ({ key }) => (target.texts([key]) as ReadonlyMap<number, string>).get(key) }),
  });
}

async function measure(count: number): Promise<void> {
  const opening = performance.now();
  const store = await opened();
  const assistant = assistantOver(store, lexicon);
  const took = performance.now() - opening;
  keepHeapSmall();
  const { heads } = store;
  const [first, last] = store.stats.years ?? [FIRST_YEAR, FIRST_YEAR];
  const forms: Readonly<Record<string, (head: ReportHead, n: number) => string>> = {
    figure: ({ place, year }, n) => `${year}年${fullName(place!)}${INDICATORS[n % INDICATORS.length]}目标`,
    outcome: ({ place, year }) => `${fullName(place!)}${year}年固定资产投资目标完成了吗`,
    passages: ({ place, year }) => `${fullName(place!)}${year}年怎么推进乡村振兴`,
    'all places': (_, n) => `${first + (n % (last - first + 1))}年各地${INDICATORS[n % INDICATORS.length]}目标排名`,
    'passages over all reports': (_, n) => `${['怎么推进', '如何加强'][n % 2]}${TOPICS[n % TOPICS.length]}`,
  };
  const rows = [];
  for (const [form, question] of Object.entries(forms)) {
    const times: number[] = [];
    let answered = 0;
    // Over all reports an answer takes long, and the same few questions come again.
    const asked = form === 'all places' || form === 'passages over all reports' ? Math.min(count, 50) : count;
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
      form,
      String(asked),
      String(answered),
      ms(percentile(later, 0.5)),
      ms(percentile(later, 0.99)),
      ms(times[0]!),
    ]);
  }
  console.log(
    `${heads.length} reports, ${machine()}: opened in ${ms(took)}, ${Math.round(process.memoryUsage.rss() / 1e6)} MB resident`,
  );
  console.log(
    markdown({
      title: 'Large',
      note: `Questions over ${isServer ? 'PostgreSQL on loopback' : 'one SQLite file'}, those of one report each of another (the first ten left out).`,
      columns: ['question', 'asked', 'answered', 'p50', 'p99', 'first'],
      rows,
    }),
  );
}

function fullName(place: Place): string {
  const parent = place.parent === undefined ? undefined : lexicon.gazetteer.get(place.parent);
  return `${parent?.short ?? ''}${place.name}`;
}

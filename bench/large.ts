import { parseArgs } from 'node:util';
import { createAssistant } from '../src/assistant.js';
import type { Report } from '../src/corpus/types.js';
import type { Fact } from '../src/facts/types.js';
import { loadLexicon } from '../src/lexicon/load.js';
import type { Place } from '../src/lexicon/types.js';
import { termsOf } from '../src/retrieval/build.js';
import { dictionaryBody, loadWordList } from '../src/retrieval/dictionary.js';
import { programOf } from '../src/retrieval/publish.js';
import { openStore } from '../src/retrieval/store.js';
import { trieOf } from '../src/retrieval/word-trie.js';
import { offsetRuns } from '../src/store/offsets.js';
import { markNumbers, packNumbers } from '../src/store/packing.js';
import { openPostgres } from '../src/store/postgres.js';
import { rowOf } from '../src/store/rows.js';
import type { NewDocument, NewReading, StoredHead } from '../src/store/types.js';
import { machine } from './machine.js';
import { markdown, ms, percentile } from './table.js';

/**
 * node dist/bench/large.js --corpus DIR --to postgres://… [--reports 60000]: fills a database with reports under the names of counties, years
 * shifted, and measures questions over it. What is written already is not written again: a run that was stopped goes on.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    to: { type: 'string' },
    reports: { type: 'string', default: '60000' },
    questions: { type: 'string', default: '300' },
  },
});
if (!values.corpus || !values.to) {
  console.error('usage: node dist/bench/large.js --corpus DIR --to postgres://… [--reports 60000] [--questions 300]');
  process.exit(2);
}
const WANTED = Number(values.reports);
/** Written in one transaction. */
const BATCH = 500;
const FIRST_YEAR = 2004;
const lexicon = loadLexicon();
const counties = lexicon.gazetteer.places.filter(({ level }) => level === 'county');

const target = await openPostgres(values.to, { write: true });
const started = performance.now();
const filled = (await target.version())?.number !== undefined;
if (!filled) await fill(values.corpus);
await measure(values.to, Number(values.questions));
await target.close();
process.exit(0);

/** What a synthetic report is of. */
function nameOf(i: number): { place: Place; year: number } {
  return { place: counties[i % counties.length]!, year: FIRST_YEAR + Math.floor(i / counties.length) };
}

async function fill(corpus: string): Promise<void> {
  const base = await openStore({ folders: [corpus], lexicon });
  const own = base.heads.filter(
    (head) => head.duplicateOf === undefined && head.kind === 'report' && head.year !== null,
  );
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
  for (let from = 0; from < WANTED; from += BATCH) {
    const readings = Array.from({ length: Math.min(BATCH, WANTED - from) }, (_, n) =>
      readingOf(
        from + n,
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
      console.error(`${reports.length} of ${WANTED}, ${rate.toFixed(0)} reports a second`);
    }
  }
  const present = new Uint8Array(words.length);
  for (const { numbers } of counted) markNumbers(numbers, present);
  const numbers = Array.from(present.keys()).filter((number) => present[number] === 1);
  await target.commit({
    digest: `large-${WANTED}`,
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
  report: Report,
  facts: readonly Fact[],
  { numbers, words }: { numbers: Uint8Array; words: string },
): NewReading {
  const { place, year } = nameOf(i);
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
    offsets: offsetRuns(Uint32Array.from({ length: view.text.length }, (_, n) => n)),
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
  // The view stands for the file: its offsets lead into itself.
  return { name: `large-${i}`, sha: String(i), documents: [document], source: view.text };
}

async function measure(url: string, count: number): Promise<void> {
  const opening = performance.now();
  const assistant = await createAssistant({ database: url });
  const opened = performance.now() - opening;
  const heads = assistant.stats().reports;
  const forms: Readonly<Record<string, (i: number) => string>> = {
    figure: (i) => `${nameOf(i).year}年${fullName(nameOf(i).place)}地区生产总值目标`,
    outcome: (i) => `${fullName(nameOf(i).place)}${nameOf(i).year}年固定资产投资目标完成了吗`,
    passages: (i) => `${fullName(nameOf(i).place)}${nameOf(i).year}年怎么推进乡村振兴`,
  };
  const rows = [];
  for (const [form, question] of Object.entries(forms)) {
    const times: number[] = [];
    let answered = 0;
    for (let n = 0; n < count; n += 1) {
      // Spread over all reports, none asked twice: nothing is at hand.
      const text = question(Math.floor((n * 7919 + form.length * 131) % heads));
      const from = performance.now();
      const { kind } = await assistant.ask(`once:${form}${n}`, text);
      times.push(performance.now() - from);
      if (kind !== 'refusal' && kind !== 'clarification') answered += 1;
    }
    const later = times.slice(10);
    rows.push([
      form,
      String(count),
      String(answered),
      ms(percentile(later, 0.5)),
      ms(percentile(later, 0.99)),
      ms(times[0]!),
    ]);
  }
  console.log(
    `${heads} reports, ${machine()}: opened in ${ms(opened)}, ${Math.round(process.memoryUsage.rss() / 1e6)} MB resident`,
  );
  console.log(
    markdown({
      title: 'Large',
      note: 'Questions over PostgreSQL on loopback, each of another report (the first ten left out).',
      columns: ['question', 'asked', 'answered', 'p50', 'p99', 'first'],
      rows,
    }),
  );
}

function fullName(place: Place): string {
  const parent = place.parent === undefined ? undefined : lexicon.gazetteer.get(place.parent);
  return `${parent?.short ?? ''}${place.name}`;
}

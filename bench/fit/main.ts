/**
 * npm run fit: fits rank and acceptance of figures and sentences to the questions that are there, and writes config/fitted.
 *
 *   npm run fit                    prints the cross-validated figures and writes the weights
 *   npm run fit -- --dry           prints only
 *   npm run fit -- --misses        with the questions whose right figure or sentence is not first
 *   npm run fit -- --refused       with the right figures that are refused and the wrong ones that are said
 */
import { ACCEPTANCE_FEATURES } from '../../src/matching/acceptance.js';
import { FEATURES } from '../../src/matching/features.js';
import { DOUBTED, SECOND_OPINION_FEATURES } from '../../src/matching/second-opinion.js';
import { SENTENCE_ACCEPTANCE_FEATURES } from '../../src/matching/sentence-acceptance.js';
import { SENTENCE_FEATURES } from '../../src/matching/sentence-features.js';
import type { SentenceModel } from '../../src/matching/sentences.js';
import { type HitsOf, type Verdict, verdictsOf } from './acceptance.js';
import { type Example, examplesOf } from './figures.js';
import { FOLDS, foldByGroup } from './folds.js';
import { generatedSets } from './generated.js';
import { goldSets } from './gold.js';
import { type Case, dot, fitCases, fitChoices } from './logit.js';
import { openFolders } from './opened.js';
import {
  hitsOf,
  type SentenceExample,
  type SentenceVerdict,
  sentenceExamplesOf,
  sentenceVerdictsOf,
} from './sentences.js';
import { named, writeFitted } from './write.js';

const RANK = { ridge: 0.002, rounds: 200, rate: 0.15 };
const ACCEPT = { ridge: 0.0005, rounds: 300, rate: 0.2 };
/**
 * Probabilities from which an answer is given. A wrong answer counts two to three times a refusal; what is shown in words is quoted whole and
 * claims less, so it is given sooner. Chosen on the cross-validated figures printed below, held here so that a fit moves weights alone.
 */
const THRESHOLDS = { figures: 0.4, doubted: 0.5, words: 0.3 } as const;

const flag = (name: string): boolean => process.argv.includes(`--${name}`);
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const FOLD_NUMBERS = [...Array(FOLDS).keys()];
const started = performance.now();
const gold = goldSets();
await openFolders(gold.map(({ corpus }) => corpus));
const sets = [...gold, ...generatedSets(gold)];
const figures = sets.flatMap((set) => examplesOf(set));
const sentences = gold.flatMap((set) => sentenceExamplesOf(set));
console.log(`${sets.length} sets, ${figures.length} figures, ${sentences.length} sentences asked for`);
// Each kind has folds of its own, so that the one may be fitted without the other.
const figureFolds = foldByGroup(figures.map((e) => e.group));
const sentenceFolds = foldByGroup(sentences.map((e) => e.group));

/** What a question counts: people's own words most, those made from facts least. */
const weightOf = (e: Example): number => (e.natural ? 1 : e.set.startsWith('generated') ? 0.15 : 0.5);
const figureChoice = (e: Example) => ({ vectors: e.vectors, right: e.right, weight: weightOf(e) });
const sentenceChoice = (e: SentenceExample) => ({ vectors: e.vectors, right: e.right, weight: e.weight });
const rankFigures = (of: readonly Example[]) =>
  fitChoices(of.filter((e) => e.answerable).map(figureChoice), FEATURES.length, RANK);
const rankSentences = (of: readonly SentenceExample[]) =>
  fitChoices(of.filter((e) => e.answerable).map(sentenceChoice), SENTENCE_FEATURES.length, RANK);

interface Folded<T> {
  readonly v: T;
  readonly fold: number;
}
const figureVerdicts: Folded<Verdict>[] = [];
const sentenceVerdicts: Folded<SentenceVerdict>[] = [];
const stages = new Map<string, number[]>();
const count = (key: string, k: number): void => {
  const row = stages.get(key) ?? [0, 0, 0, 0, 0];
  row[k]!++;
  stages.set(key, row);
};
const misses: string[] = [];
// The sentences first: what they say of a figure is a second opinion on it, asked of a model that has not seen its report.
const sentenceRankers = FOLD_NUMBERS.map((k) =>
  rankSentences(sentences.filter((e) => sentenceFolds.get(e.group) !== k)),
);
for (const e of sentences) {
  const fold = sentenceFolds.get(e.group)!;
  sentenceVerdicts.push(...sentenceVerdictsOf(e, sentenceRankers[fold]!).map((v) => ({ v, fold })));
  if (e.answerable) countSentence(e, sentenceRankers[fold]!);
}
const told = calibrate(sentenceVerdicts, SENTENCE_ACCEPTANCE_FEATURES.length);
const sentenceRanker = rankSentences(sentences);
const sentenceModels = new Map<number | undefined, SentenceModel>([
  [undefined, modelOf(sentenceRanker, told.weights)],
  ...FOLD_NUMBERS.map((k) => [k, modelOf(sentenceRankers[k]!, told.byFold[k]!)] as const),
]);
const sentenceById = new Map(sentences.map((e) => [`${e.set} ${e.id}`, e]));

function modelOf(ranker: Float64Array, accept: Float64Array): SentenceModel {
  return { ranker: { weights: ranker }, acceptance: { weights: accept, threshold: THRESHOLDS.words } };
}

/** The sentences for a figure question; of one of several askings those of the whole question. */
const secondHits: HitsOf = (e, removed) => {
  const own = sentenceById.get(`${e.set} ${e.id.replace(/#.*$/u, '')}`);
  return own ? hitsOf(own, sentenceModels.get(sentenceFolds.get(own.group))!, removed) : [];
};

for (const k of FOLD_NUMBERS) {
  const w = rankFigures(figures.filter((e) => figureFolds.get(e.group) !== k));
  for (const e of figures.filter((x) => figureFolds.get(x.group) === k)) {
    figureVerdicts.push(...verdictsOf(e, w, secondHits).map((v) => ({ v, fold: k })));
    if (e.answerable) countFigure(e, w);
  }
}

function countFigure(e: Example, w: Float64Array): void {
  const order = e.vectors.map((x, i) => ({ i, s: dot(w, x) })).sort((a, b) => b.s - a.s);
  const key = `figure ${e.set}`;
  count(key, 0);
  if (e.extracted) count(key, 1);
  if (e.right.includes(true)) count(key, 2);
  if (e.right[order[0]?.i ?? -1]) count(key, 3);
  else
    misses.push(
      `${e.id} ${e.question}\n   first ${order[0] ? sayFact(e.facts[order[0].i]!) : '–'}\n   right ${order
        .filter((o) => e.right[o.i])
        .slice(0, 1)
        .map((o) => sayFact(e.facts[o.i]!))
        .join('')}`,
    );
  if (order.slice(0, 3).some((o) => e.right[o.i])) count(key, 4);
}

function countSentence(e: SentenceExample, w: Float64Array): void {
  const order = e.vectors.map((x, i) => ({ i, s: dot(w, x) })).sort((a, b) => b.s - a.s);
  const key = `sentence ${e.natural ? 'natural' : 'formal'} ${e.ask.wanted}`;
  count(key, 0);
  count(key, 1);
  if (e.right.includes(true)) count(key, 2);
  if (e.right[order[0]?.i ?? -1]) count(key, 3);
  else if (e.ask.wanted !== 'number')
    misses.push(
      `${e.id} [${e.ask.wanted}] ${e.question}\n   first ${order[0] ? e.evidence[order[0].i]!.text.slice(0, 90) : '–'}\n   right ${order
        .filter((o) => e.right[o.i])
        .slice(0, 1)
        .map((o) => e.evidence[o.i]!.text.slice(0, 90))
        .join('')}`,
    );
  if (order.slice(0, 3).some((o) => e.right[o.i])) count(key, 4);
}

function sayFact(f: Example['facts'][number]): string {
  return `${f.verb ?? ''}|${f.subject}|${f.quantity.text}|${f.period.from}–${f.period.to}|${f.facet}|${f.measure}|${f.indicator ?? ''}`;
}

console.log('asked / extracted / among the candidates / ranked first / in the first three');
const total = [0, 0, 0, 0, 0];
for (const [key, row] of stages) {
  console.log(`  ${key}: ${row.join(' / ')}`);
  if (key.startsWith('figure')) for (const [i, n] of row.entries()) total[i]! += n;
}
console.log(`  figures in all: ${total.join(' / ')}`);

/** Probabilities of cases by models that did not see their fold, those models, and a model of all. */
function calibrate<T extends Case>(
  cases: readonly Folded<T>[],
  size: number,
): {
  readonly scored: { v: T; p: number }[];
  readonly byFold: readonly Float64Array[];
  readonly weights: Float64Array;
} {
  const fitted = (of: readonly Folded<T>[]): Float64Array =>
    fitCases(
      of.map((c) => c.v),
      size,
      ACCEPT,
    );
  const byFold = FOLD_NUMBERS.map((k) => fitted(cases.filter((c) => c.fold !== k)));
  return {
    scored: cases.map(({ v, fold }) => ({ v, p: sigmoid(dot(byFold[fold]!, v.x)) })),
    byFold,
    weights: fitted(cases),
  };
}

function report(title: string, scored: readonly { v: Verdict | SentenceVerdict; p: number }[]): Record<string, string> {
  const out: Record<string, string> = {};
  for (const natural of [true, false])
    for (const t of [0.25, 0.3, 0.35, 0.4, 0.45, 0.55, 0.65]) {
      const own = scored.filter((s) => s.v.natural === natural);
      const n = (source: string, f: (s: { v: { yes: boolean }; p: number }) => boolean): number =>
        own.filter((s) => s.v.source === source && f(s)).length;
      out[`${natural ? 'natural' : 'formal'} from ${t}`] =
        `right ${n('answered', (s) => s.v.yes && s.p >= t)} of ${n('answered', () => true)}, wrong ${n('answered', (s) => !s.v.yes && s.p >= t)}; without an answer said ${n('no-answer', (s) => s.p >= t)} of ${n('no-answer', () => true)}; taken out said ${n('removed', (s) => s.p >= t)} of ${n('removed', () => true)}`;
    }
  console.log(title);
  for (const [key, line] of Object.entries(out)) console.log(`  ${key}: ${line}`);
  return out;
}

const first = calibrate(figureVerdicts, ACCEPTANCE_FEATURES.length);
const firstReport = report('figures, first look', first.scored);
// Questions made from facts have no sentences that could be asked.
const opinions = figureVerdicts.flatMap(({ v, fold }) => (v.second ? [{ v: { ...v, x: v.second, of: v }, fold }] : []));
const seconds = calibrate(opinions, SECOND_OPINION_FEATURES.length);
const secondOf = new Map(seconds.scored.map(({ v, p }) => [v.of as Verdict, p]));
const both = first.scored.map(({ v, p }) => ({
  v,
  p: p >= DOUBTED.from && p < DOUBTED.to ? (secondOf.get(v) ?? p) : p,
}));
const secondReport = report('figures, those in doubt looked at a second time', both);
const KINDS = ['words', 'list', 'number', 'time', 'duration'] as const;
const toldReports = KINDS.map((wanted) =>
  report(
    `sentences, ${wanted}`,
    told.scored.filter((s) => s.v.example.ask.wanted === wanted),
  ),
);

/** The lines of one kind of question under its name, so that no kind overwrites another's. */
function prefixed(lines: Record<string, string>, kind: number): Record<string, string> {
  return Object.fromEntries(Object.entries(lines).map(([key, line]) => [`${KINDS[kind]}, ${key}`, line]));
}

if (flag('misses')) console.log(misses.join('\n'));
if (flag('refused'))
  for (const { v, p } of [...both].filter((s) => s.v.source !== 'removed' && s.v.natural).sort((a, b) => a.p - b.p)) {
    if (v.yes && p < THRESHOLDS.doubted)
      console.log(`REFUSED ${p.toFixed(2)} ${v.example.id} ${v.example.question}\n   ${sayFact(v.top)}`);
    if (!v.yes && p >= THRESHOLDS.doubted)
      console.log(`WRONG ${p.toFixed(2)} ${v.source} ${v.example.id} ${v.example.question}\n   ${sayFact(v.top)}`);
  }

if (!flag('dry')) {
  const made = (validated: Record<string, string>) => ({
    command: 'npm run fit',
    sets: sets.map((s) => s.name),
    validated,
  });
  const linesOf = (kind: 'figure' | 'sentence') =>
    Object.fromEntries([...stages].filter(([k]) => k.startsWith(kind)).map(([k, row]) => [k, row.join(' / ')]));
  const ranker = rankFigures(figures);
  writeFitted('ranker.json', { made: made(linesOf('figure')), features: named(FEATURES, ranker) });
  writeFitted('refusal.json', {
    made: made(firstReport),
    threshold: THRESHOLDS.figures,
    features: named(ACCEPTANCE_FEATURES, first.weights),
  });
  writeFitted('second-opinion.json', {
    made: made(secondReport),
    threshold: THRESHOLDS.doubted,
    features: named(SECOND_OPINION_FEATURES, seconds.weights),
  });
  writeFitted('sentences.json', {
    made: made(linesOf('sentence')),
    features: named(SENTENCE_FEATURES, sentenceRanker),
  });
  writeFitted('sentence-refusal.json', {
    made: made(Object.assign({}, ...toldReports.map(prefixed))),
    threshold: THRESHOLDS.words,
    features: named(SENTENCE_ACCEPTANCE_FEATURES, told.weights),
  });
}
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);

import { contrasts } from '../../src/lexicon/contrasts.js';
import { createThesaurus, type Thesaurus, type ThesaurusGroup, thesaurus } from '../../src/lexicon/thesaurus.js';
import { hintsOf } from '../../src/matching/ask.js';
import { type Evidence, evidenceUnder } from '../../src/matching/evidence.js';
import { vectorsOf } from '../../src/matching/features.js';
import { probability } from '../../src/matching/fitted.js';
import { standingFor, type Terms } from '../../src/matching/terms.js';
import { verdictsOf } from './acceptance.js';
import { type Example, examplesOf } from './figures.js';
import { crossFit, type FoldWeights, foldsOf } from './folds.js';
import { goldSets } from './gold.js';
import { dot } from './logit.js';
import { open, openFolders } from './opened.js';

// What each group and each topic of the thesaurus brings and harms, over all gold sets that are there:
// `node dist/bench/fit/thesaurus.js`. Weights are those fitted without the fold of the question and with the
// whole thesaurus; a group's worth is what changes for the same candidates when it is taken out.

/** What taking a group or a topic out changes. Sums over questions. */
interface Worth {
  /** Questions in which a word of it stands. */
  asked: number;
  /** Questions in which it lies in the zones of the right figure alone or as well. */
  right: number;
  /** Questions in which it lies only in a wrong candidate's that is among the first three. */
  wrong: number;
  /** Log-odds of the right figure before the best wrong one that it brings and costs. */
  gain: number;
  cost: number;
  /** Questions whose right figure is first only with it, and only without it. */
  won: number;
  lost: number;
  /** Right answers, and wrong ones (also those to questions without an answer), that reach one half only with it; less those only without it. */
  accepted: number;
  acceptedWrong: number;
  readonly lostIn: string[];
  readonly wonIn: string[];
}

const newWorth = (): Worth => ({
  asked: 0,
  right: 0,
  wrong: 0,
  gain: 0,
  cost: 0,
  won: 0,
  lost: 0,
  accepted: 0,
  acceptedWrong: 0,
  lostIn: [],
  wonIn: [],
});

/** An example with the words of another thesaurus. The candidates stay. */
function under(example: Example, words: Thesaurus): Example {
  const terms = termsUnder(example.ask.terms, words);
  const { lexicon } = open(example.corpus);
  const ask = { ...example.ask, terms, hints: hintsOf(terms, lexicon) };
  const evidence = example.evidence.map((e) => evidenceUnder(ask, e));
  return { ...example, ask, evidence, vectors: vectorsOf(ask, evidence) };
}

function termsUnder(terms: Terms, words: Thesaurus): Terms {
  const synonyms = terms.synonyms.flatMap(({ from, to }) => {
    const alternatives = standingFor(terms.text.slice(from, to), words, contrasts());
    return alternatives.length > 0 ? [{ alternatives, from, to }] : [];
  });
  return { ...terms, synonyms };
}

/** Whether a group has a word in a question and another word of the reports in a text. */
function stands(group: ThesaurusGroup, words: ReadonlySet<string>, text: string): boolean {
  return group.reports.some((w) => w.length > 1 && !words.has(w) && text.includes(w));
}

interface Outcome {
  readonly margin: number;
  readonly first: boolean;
  readonly accepted: number;
  readonly acceptedWrong: number;
  /** Places of the candidates, best first. */
  readonly order: readonly number[];
}

function outcomeOf(example: Example, { ranker, acceptance }: FoldWeights): Outcome {
  const scores = example.vectors.map((x) => dot(ranker, x));
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const best = (right: boolean): number =>
    Math.max(...scores.filter((_, i) => example.right[i] === right), Number.NEGATIVE_INFINITY);
  const margin = best(true) - best(false);
  const verdicts = verdictsOf(example, ranker).filter((v) => probability(dot(acceptance, v.x)) >= 0.5);
  return {
    margin: Number.isFinite(margin) ? margin : 0,
    first: example.right[order[0] ?? -1] ?? false,
    accepted: verdicts.filter((v) => v.yes).length,
    acceptedWrong: verdicts.filter((v) => !v.yes).length,
    order,
  };
}

function add(worth: Worth, example: Example, before: Outcome, after: Outcome): void {
  const gain = before.margin - after.margin;
  if (gain > 0) worth.gain += gain;
  else worth.cost -= gain;
  if (before.first && !after.first) {
    worth.won++;
    worth.wonIn.push(example.id);
  }
  if (!before.first && after.first) {
    worth.lost++;
    worth.lostIn.push(example.id);
  }
  worth.accepted += before.accepted - after.accepted;
  worth.acceptedWrong += before.acceptedWrong - after.acceptedWrong;
}

/** The groups that have a word in a question, with the words. */
function groupsIn(terms: Terms, words: Thesaurus): Map<ThesaurusGroup, Set<string>> {
  const found = new Map<ThesaurusGroup, Set<string>>();
  const asked = new Set(terms.synonyms.map(({ from, to }) => terms.text.slice(from, to)));
  for (const group of words.groups) {
    const own = [...group.reports, ...group.people].filter((w) => asked.has(w));
    if (own.length > 0) found.set(group, new Set(own));
  }
  return found;
}

function near(e: Evidence): string {
  return `${e.zones.subject}\n${e.zones.segment}\n${e.zones.clause}`;
}

const whole = thesaurus();
const sets = goldSets();
await openFolders(sets.map(({ corpus }) => corpus));
const examples = sets.flatMap((set) => examplesOf(set));
const folds = foldsOf(examples);
const weights = crossFit(examples, folds);
const byGroup = new Map<ThesaurusGroup, Worth>();
const byTopic = new Map<string, Worth>();
const worthOf = <K>(map: Map<K, Worth>, key: K): Worth => {
  const known = map.get(key) ?? newWorth();
  map.set(key, known);
  return known;
};
let [firsts, without] = [0, 0];
const none = createThesaurus([]);
for (const example of examples) {
  const own = weights[folds.get(example)!]!;
  const before = outcomeOf(example, own);
  if (before.first) firsts++;
  if (outcomeOf(under(example, none), own).first) without++;
  const groups = groupsIn(example.ask.terms, whole);
  const few = [...groups.keys()];
  const topics = new Map<string, ThesaurusGroup[]>();
  for (const [group, words] of groups) {
    topics.set(group.topic, [...(topics.get(group.topic) ?? []), group]);
    const worth = worthOf(byGroup, group);
    worth.asked++;
    const inRight = example.evidence.some((e, i) => example.right[i] && stands(group, words, near(e)));
    const inWrong = before.order
      .slice(0, 3)
      .some((i) => !example.right[i] && stands(group, words, near(example.evidence[i]!)));
    if (inRight) worth.right++;
    else if (inWrong) worth.wrong++;
    if (!inRight && !inWrong && !example.evidence.some((e) => stands(group, words, near(e)))) continue;
    add(worth, example, before, outcomeOf(under(example, createThesaurus(few.filter((g) => g !== group))), own));
  }
  for (const [topic, left] of topics) {
    const worth = worthOf(byTopic, topic);
    worth.asked++;
    add(worth, example, before, outcomeOf(under(example, createThesaurus(few.filter((g) => !left.includes(g)))), own));
  }
}
const row = (w: Worth): string =>
  `${w.asked}\t${w.right}\t${w.wrong}\t+${w.gain.toFixed(2)}\t-${w.cost.toFixed(2)}\t${w.won}\t${w.lost}\t${w.accepted}\t${w.acceptedWrong}`;
const HEAD = 'asked\tright\twrong\tgain\tcost\twon\tlost\taccepted\taccepted wrong';
console.log(`${examples.length} questions, right figure first in ${firsts}; in ${without} without the thesaurus`);
console.log(`\ntopic\t${HEAD}`);
for (const [topic, w] of [...byTopic].sort((a, b) => b[1].gain - b[1].cost - (a[1].gain - a[1].cost)))
  console.log(`${topic}\t${row(w)}`);
console.log(`\ntopic\t${HEAD}\twords of the reports\twords of people\twon in\tlost in`);
for (const [group, w] of [...byGroup].sort((a, b) => a[1].gain - a[1].cost - (b[1].gain - b[1].cost)))
  console.log(
    `${group.topic}\t${row(w)}\t${group.reports.join('|')}\t${group.people.join('|')}\t${w.wonIn.join(' ')}\t${w.lostIn.join(' ')}`,
  );

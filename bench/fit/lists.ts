import { findLists } from '../../src/answer/find-lists.js';
import { asksForList } from '../../src/matching/lists/asks.js';
import { type ListEvidence, type ListSearch, listVectors } from '../../src/matching/lists/features.js';
import { gatherLists, listAcceptance } from '../../src/matching/lists/rank.js';
import { type Net, scoreByNets } from '../../src/matching/net.js';
import type { GoldSet, GoldTurn } from './gold.js';
import type { Case } from './logit.js';
import { type Asked, open, readTurns } from './opened.js';

/** What a question in formal words counts. */
const FORMAL_WEIGHT = 0.6;
/** Share of the expected items that a list must hold to be right where none holds all. */
const MOST = 0.75;
/** The same for a list that is good enough to be said, and for one that still tells some of it. */
const GOOD = 0.7;
const SOME = 0.3;

/** A question with the lists that may answer it. */
export interface ListExample extends Asked {
  readonly weight: number;
  readonly search: ListSearch;
  readonly evidence: readonly ListEvidence[];
  readonly vectors: readonly Float64Array[];
  readonly right: readonly boolean[];
  /** Share of what is expected that the items hold, less for idle items. */
  readonly held: readonly number[];
  readonly answerable: boolean;
}

/** The questions of a set that ask for a list. */
export function listExamplesOf(set: GoldSet): ListExample[] {
  const { store, lexicon } = open(set.corpus);
  return readTurns(set, ['list', 'unanswerable', 'text']).flatMap(({ turn, query, place, asked }) => {
    if (!asksForList(query) || query.indicators.length > 1) return [];
    const { search, structures } = findLists({ store, lexicon, query }, place);
    const evidence = gatherLists(search, structures);
    const held = evidence.map((e) => shareHeld(turn, e));
    const best = Math.max(0, ...held);
    const answerable = turn.kind === 'list' || (turn.kind === 'text' && best >= MOST);
    return [
      {
        ...asked,
        weight: set.natural ? 1 : FORMAL_WEIGHT,
        search,
        evidence,
        vectors: listVectors(search, evidence),
        right: held.map((h) => answerable && best >= MOST && h === best),
        held,
        answerable,
      },
    ];
  });
}

/** As the scorer compares. */
const folded = (words: string): string => words.normalize('NFKC').replace(/[\s,]/g, '');

/** Share of what is expected that the items hold, lowered for items that nothing expects. */
function shareHeld({ expect }: GoldTurn, { words }: ListEvidence): number {
  if (expect.length === 0) return 0;
  const said = words.map((w) => folded(w));
  const any = (word: string, among: string): boolean => among.includes(folded(word));
  const all = said.join('、');
  const held = expect.filter((group) => group.some((w) => any(w, all))).length / expect.length;
  const idle = said.filter((item) => !expect.some((group) => group.some((w) => any(w, item)))).length;
  return held - 0.25 * Math.min(1, idle / Math.max(3, expect.length));
}

/** The best list of a question, and whether it is right. */
export interface ListVerdict extends Case {
  readonly example: ListExample;
  readonly natural: boolean;
  readonly source: 'answered' | 'no-answer' | 'removed';
}

/** The cases that one question gives under a ranker: as asked, and with its right lists taken out. */
export function listVerdictsOf(example: ListExample, nets: readonly Net[]): ListVerdict[] {
  const ranked = example.evidence
    .map((evidence, i) => ({
      evidence,
      vector: example.vectors[i]!,
      score: scoreByNets(nets, example.vectors[i]!),
      held: example.answerable ? example.held[i]! : 0,
    }))
    .sort((a, b) => b.score - a.score);
  const out: ListVerdict[] = [];
  const add = (of: typeof ranked, source: ListVerdict['source'], share: number): void => {
    if (of.length === 0) return;
    out.push({
      example,
      natural: example.natural,
      source,
      x: listAcceptance(example.search, of),
      yes: of[0]!.held >= GOOD,
      weight: example.weight * share,
    });
  };
  add(ranked, example.answerable ? 'answered' : 'no-answer', 1);
  if (example.answerable && example.right.includes(true))
    add(
      ranked.filter((r) => r.held < SOME),
      'removed',
      0.3,
    );
  return out;
}

import { SOUGHT } from '../lexicon/sought.js';
import type { SentenceAsk } from './sentence-ask.js';
import {
  missesCode,
  type SentenceEvidence,
  SOUGHT_FEATURES,
  soughtFeatures,
  tellsWanted,
} from './sentence-features.js';
import { type Cover, dearestMissed, either, shareOf } from './terms.js';

/** A sentence as ranked. */
export interface RankedSentence {
  readonly evidence: SentenceEvidence;
  readonly vector: Float64Array;
  /** Log-odds against the other sentences. */
  readonly score: number;
}

/** The features of an acceptance. Their weights stand in config/fitted/sentence-refusal.json. */
export const SENTENCE_ACCEPTANCE_FEATURES: readonly string[] = [
  'always',
  'margin',
  'likelihood',
  'own.wide',
  'own.exact',
  'all.wide',
  'all.exact',
  'missed.own',
  'missed.all',
  'unheld',
  'content',
  'clause.wide',
  'defines',
  'glossary',
  'time.open',
  'time.same',
  'time.other',
  'quoted.own',
  'quoted.nowhere',
  'code.missed',
  'wanted.words',
  'wanted.list',
  'wanted.number',
  'wanted.time',
  'wanted.duration',
  'wanted.near',
  'wanted.far',
  'wanted.absent',
  ...SOUGHT_FEATURES,
  ...SOUGHT.map((kind) => `${kind}.sought`),
  'scattered',
  'who',
  'where',
  'check',
  'why',
  'how',
  'what',
  'whether',
  'who>person',
  'why>cause',
  'why>reason',
  'how>measure',
  'problems>problem',
  'where>place',
  'list>list',
];

/** What tells whether the best sentence of a question answers it. @param ranked best first. */
export function sentenceAcceptance(ask: SentenceAsk, ranked: readonly RankedSentence[], at: number): Float64Array {
  const { evidence: e, score } = ranked[at]!;
  const { terms } = ask;
  const rival = ranked.find((_, i) => i !== at);
  const { top, all, held } = poolOf(ranked);
  const values: Record<string, number> = {
    always: 1,
    margin: rival ? Math.max(-3, Math.min(5, score - rival.score)) / 5 : 1,
    likelihood: Math.exp(score - top) / all,
    'own.wide': shareOf(terms, e.own.wide),
    'own.exact': shareOf(terms, e.own.exact),
    'all.wide': shareOf(terms, e.all.wide),
    'all.exact': shareOf(terms, e.all.exact),
    'missed.own': dearestMissed(terms, e.own.wide),
    'missed.all': dearestMissed(terms, e.all.wide),
    unheld: 1 - shareOf(terms, held.wide),
    content: Math.min(1, terms.total / 10),
    'time.open': e.time === 'open' ? 1 : 0,
    'time.same': e.time === 'same' ? 1 : 0,
    'time.other': e.time === 'other' ? 1 : 0,
    'quoted.own': ask.quoted.some((q) => e.text.includes(q)) ? 1 : 0,
    'quoted.nowhere': ask.quoted.length > 0 && ask.quoted.every((q) => !e.text.includes(q)) ? 1 : 0,
    [`wanted.${ask.wanted}`]: 1,
    'wanted.near': tellsWanted(ask, e.near) === true ? 1 : 0,
    'wanted.far': tellsWanted(ask, e.near) === false && tellsWanted(ask, e.text) === true ? 1 : 0,
    'wanted.absent': tellsWanted(ask, e.text) === false ? 1 : 0,
    ...Object.fromEntries(soughtFeatures(ask, e).map((name) => [name, 1])),
    ...Object.fromEntries([...ask.sought].map((kind) => [`${kind}.sought`, 1])),
    scattered: shareOf(terms, e.own.wide) - e.clause,
    who: ask.cues.who ? 1 : 0,
    where: ask.cues.where ? 1 : 0,
    check: ask.cues.check ? 1 : 0,
    why: ask.cues.why ? 1 : 0,
    how: ask.cues.how ? 1 : 0,
    what: ask.cues.what ? 1 : 0,
    whether: ask.cues.whether ? 1 : 0,
    'clause.wide': e.clause,
    defines: e.defines ? 1 : 0,
    glossary: e.unit.report.sections[e.unit.section]?.role === 'glossary' ? 1 : 0,
    'who>person': ask.cues.who && e.signs.has('person') ? 1 : 0,
    'code.missed': missesCode(terms, e.all) ? 1 : 0,
    'why>reason': ask.cues.why && e.signs.has('reason') ? 1 : 0,
    'why>cause': ask.cues.why && e.signs.has('cause') ? 1 : 0,
    'how>measure': ask.cues.how && e.signs.has('measure') ? 1 : 0,
    'problems>problem': (ask.cues.problems || ask.cues.admits) && e.signs.has('problem') ? 1 : 0,
    'where>place': ask.cues.where && e.signs.has('place') ? 1 : 0,
    'list>list': ask.wanted === 'list' && e.signs.has('list') ? 1 : 0,
  };
  return Float64Array.from(SENTENCE_ACCEPTANCE_FEATURES, (name) => values[name] ?? 0);
}

/** What is the same for each sentence of a question. */
interface Pool {
  readonly top: number;
  /** The sum of all odds. */
  readonly all: number;
  /** What of the question any of them holds. */
  readonly held: Cover;
}

const pools = new WeakMap<readonly RankedSentence[], Pool>();

function poolOf(ranked: readonly RankedSentence[]): Pool {
  let pool = pools.get(ranked);
  if (!pool) {
    const top = Math.max(...ranked.map((r) => r.score));
    pool = {
      top,
      all: ranked.reduce((sum, r) => sum + Math.exp(r.score - top), 0),
      held: ranked.map((r) => r.evidence.all).reduce(either),
    };
    pools.set(ranked, pool);
  }
  return pool;
}

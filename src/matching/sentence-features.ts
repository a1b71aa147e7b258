import type { SectionRole } from '../corpus/types.js';
import type { Cue } from '../frame/types.js';
import { SIGNS, type Sign, signs } from '../lexicon/signs.js';
import { SOUGHT } from '../lexicon/sought.js';
import { mayHold, pairsIn } from '../text/pairs.js';
import { findQuantities } from '../text/quantities.js';
import { splitClauses } from '../text/sentences.js';
import { paragraphLead } from './paragraph-lead.js';
import { reportPatterns } from './report-patterns.js';
import type { SentenceAsk, Wanted } from './sentence-ask.js';
import { type SentenceUnit, sectionTime } from './sentence-units.js';
import { tellsShare, tellsSought } from './sought.js';
import { type Cover, coverOf, dearestMissed, either, shareOf, type Terms, wideShareOf } from './terms.js';
import { unitFamily } from './unit-family.js';

/** A sentence set against a question. */
export interface SentenceEvidence {
  readonly unit: SentenceUnit;
  readonly text: string;
  readonly own: Cover;
  /** With its headings, and what heads its paragraph. */
  readonly headed: Cover;
  /** With headings and the sentence before. */
  readonly all: Cover;
  /** The most of the question's weight that one clause of it holds, as a share. */
  readonly clause: number;
  /** That clause, and the same with the one behind it, where what is told of its thing may stand. */
  readonly dense: string;
  readonly near: string;
  /** True where it explains a name of the question: “奔三”计划：市级各部门…. */
  readonly defines: boolean;
  readonly signs: ReadonlySet<Sign>;
  readonly hasTime: boolean;
  readonly hasDuration: boolean;
  readonly hasNumber: boolean;
  readonly time: 'open' | 'same' | 'overlap' | 'other' | 'unknown';
  readonly age: number;
  /** Years from the time asked for to the report's year. */
  readonly away?: number;
}

const ROLES: readonly SectionRole[] = ['front', 'review', 'review5', 'outlook', 'tasks', 'annex', 'glossary', 'other'];
const TIMES = ['open', 'same', 'overlap', 'other', 'unknown'] as const;
const CUES: readonly Cue[] = ['latest', 'why', 'how', 'who', 'where', 'what', 'whether', 'state', 'check', 'problems'];
const WANTED: readonly Wanted[] = ['words', 'list', 'number', 'time', 'duration'];
const SHARES = ['own', 'headed', 'all'] as const;

/** What is sought stands in the clause that holds most of the question, or nowhere in the sentence. */
export const SOUGHT_FEATURES: readonly string[] = SOUGHT.flatMap((kind) => [`${kind}.near`, `${kind}.absent`]);

/** Whether a sentence tells what a question seeks, one feature each. */
export function soughtFeatures({ sought, terms }: SentenceAsk, { text, dense }: SentenceEvidence): string[] {
  return [...sought].flatMap((kind) =>
    tellsSought(kind, dense, terms.text)
      ? [`${kind}.near`]
      : tellsSought(kind, text, terms.text)
        ? []
        : [`${kind}.absent`],
  );
}

/** The features of a sentence, in the order of a vector. Their weights stand in config/fitted/sentences.json. */
export const SENTENCE_FEATURES: readonly string[] = [
  ...SHARES.flatMap((zone) => [`${zone}.exact`, `${zone}.wide`, `${zone}.of-best`]),
  'clause.wide',
  'clause.of-best',
  'scattered',
  'wanted.near',
  'wanted.absent',
  ...SOUGHT_FEATURES,
  'missed.own',
  'missed.all',
  'defines',
  'quoted.own',
  'quoted.nowhere',
  'code.missed',
  'short',
  'long',
  'heading',
  'announces',
  ...ROLES.map((r) => `role.${r}`),
  ...TIMES.map((t) => `time.${t}`),
  'report.plan',
  'report.review',
  'report.away',
  'age',
  ...WANTED.flatMap((w) => ['time', 'duration', 'number', 'list', 'glossary'].map((h) => `${w}>${h}`)),
  ...CUES.flatMap((c) => [...SIGNS.map((s) => `${c}>${s}`), `${c}>glossary`, `${c}>review`, `${c}>tasks`]),
];

const INDEX: ReadonlyMap<string, number> = new Map(SENTENCE_FEATURES.map((name, i) => [name, i]));

/** How much before a sentence is looked at. */
const BEFORE = 100;

/** Sets a sentence against a question. */
export function sentenceEvidence(ask: SentenceAsk, unit: SentenceUnit, age: number): SentenceEvidence {
  const { report, span } = unit;
  const { text: whole } = report.view;
  const text = whole.slice(span.start, span.end);
  const section = report.sections[unit.section];
  const cover = coverOf(ask.terms, text);
  const headings = `${section?.path.join(' ') ?? ''} ${paragraphLead(whole, span.start)}`;
  const headed = either(cover, coverOf(ask.terms, headings));
  const { start } = report.passages[unit.passage]!;
  const before = whole.slice(Math.max(start, span.start - BEFORE), span.start);
  const { period } = ask;
  return {
    unit,
    text,
    own: cover,
    headed,
    all: either(headed, coverOf(ask.terms, before)),
    ...densest(ask, text),
    defines: ask.quoted.some((name) => explains(text, name)),
    signs: signsIn(text),
    hasTime: reportPatterns().sentences.time.in(text),
    hasDuration: reportPatterns().sentences.duration.in(text),
    hasNumber: /\d/u.test(text),
    time: timeOf(ask, unit),
    age,
    ...(period && period.to > 0 && report.year !== null ? { away: report.year - period.to } : {}),
  };
}

function signsIn(text: string): ReadonlySet<Sign> {
  const words = signs();
  const pairs = pairsIn(text);
  return new Set(SIGNS.filter((sign) => words[sign].some((word) => mayHold(pairs, word) && text.includes(word))));
}

/** The clause with the largest share of the question's weight, the first of several. */
function densest({ terms }: SentenceAsk, text: string): Pick<SentenceEvidence, 'clause' | 'dense' | 'near'> {
  const clauses = splitClauses(text, { start: 0, end: text.length });
  let best = { clause: 0, dense: '', near: '' };
  for (const [i, { start, end }] of clauses.entries()) {
    const clause = wideShareOf(terms, text.slice(start, end));
    if (clause > best.clause)
      best = { clause, dense: text.slice(start, end), near: text.slice(start, clauses[i + 1]?.end ?? end) };
  }
  return best;
}

/** Whether what is asked for stands in a text: a time, a duration, a figure that measures what is asked. Undefined where words are asked for. */
export function tellsWanted({ wanted, families, share }: SentenceAsk, text: string): boolean | undefined {
  switch (wanted) {
    case 'time':
      return reportPatterns().sentences.time.in(text);
    case 'duration':
      return reportPatterns().sentences.duration.in(text);
    case 'number':
      if (share && !tellsShare(text)) return false;
      return families.size === 0
        ? /\d/u.test(text)
        : findQuantities(text).some(({ unit }) => families.has(unitFamily(unit)));
    default:
      return undefined;
  }
}

/** Before a name that is explained: a number, quotation marks. The name may begin with a number itself (“三线三边”). */
const BEFORE_NAME = /^(?:[（(〔[]?[\d一二三四五六七八九十]{1,3}[）)〕\]]?[.、．:：]?|[①-⑳])?[\s“《]*$/u;
/** How far behind a name the words of its explanation may begin: “奔三”计划：…. */
const EXPLAINED_WITHIN = 10;

/** A mark that opens a quotation explains nothing. */
const OPENS = /^“$/u;

/** True where a text begins with the name and goes on to explain it. */
function explains(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0 || !BEFORE_NAME.test(text.slice(0, at))) return false;
  const behind = text.slice(at + name.length, at + name.length + EXPLAINED_WITHIN);
  return signs().definition.some((word) => !OPENS.test(word) && behind.includes(word));
}

/** True where a number or letters that the question names (2号线, M1线) stand nowhere in what is covered. */
export function missesCode({ grams, weights }: Terms, { exact }: Cover): boolean {
  return grams.some(({ text, from }) => /^[\dA-Za-z]/u.test(text) && weights[from]! > LEAST_CODE && !exact[from]);
}

/** What a number must count to be of the thing asked for. */
const LEAST_CODE = 0.3;

function timeOf({ period, cues }: SentenceAsk, { report, section, span }: SentenceUnit): SentenceEvidence['time'] {
  if (!period || period.to <= 0) return 'open';
  // The problems of a year are those that its report admits, looking back.
  if ((cues.problems || cues.admits) && period.kind === 'year' && report.year === period.to) return 'same';
  if (report.view.text.slice(span.start, span.end).includes(`${period.to}年`)) return 'same';
  const own = sectionTime(report.sections[section], report);
  if (!own) return 'unknown';
  if (own.from === period.from && own.to === period.to) return 'same';
  return own.from <= period.to && own.to >= period.from ? 'overlap' : 'other';
}

/** The feature vectors of the candidates of one question. */
export function sentenceVectors(ask: SentenceAsk, evidence: readonly SentenceEvidence[]): Float64Array[] {
  const shares = evidence.map((e) =>
    [e.own, e.headed, e.all].map((c) => ({ exact: shareOf(ask.terms, c.exact), wide: shareOf(ask.terms, c.wide) })),
  );
  const best = SHARES.map((_, z) => Math.max(1e-6, ...shares.map((s) => s[z]!.wide)));
  const densestOfAll = Math.max(1e-6, ...evidence.map((e) => e.clause));
  return evidence.map((e, i) => vectorOf(ask, e, shares[i]!, best, densestOfAll));
}

function vectorOf(
  ask: SentenceAsk,
  e: SentenceEvidence,
  shares: readonly { exact: number; wide: number }[],
  best: readonly number[],
  densestOfAll: number,
): Float64Array {
  const x = new Float64Array(SENTENCE_FEATURES.length);
  const set = (name: string, value = 1): void => {
    x[INDEX.get(name)!] = value;
  };
  const when = (name: string, holds: boolean): void => {
    if (holds) set(name);
  };
  for (const [z, zone] of SHARES.entries()) {
    set(`${zone}.exact`, shares[z]!.exact);
    set(`${zone}.wide`, shares[z]!.wide);
    set(`${zone}.of-best`, shares[z]!.wide / best[z]!);
  }
  set('clause.wide', e.clause);
  set('clause.of-best', e.clause / densestOfAll);
  set('scattered', shares[0]!.wide - e.clause);
  when('wanted.near', tellsWanted(ask, e.near) === true);
  when('wanted.absent', tellsWanted(ask, e.text) === false);
  for (const feature of soughtFeatures(ask, e)) set(feature);
  when('defines', e.defines);
  set('missed.own', dearestMissed(ask.terms, e.own.wide));
  set('missed.all', dearestMissed(ask.terms, e.all.wide));
  when('code.missed', missesCode(ask.terms, e.all));
  const { report, section, span } = e.unit;
  if (ask.quoted.length > 0) {
    const path = report.sections[section]?.path.join(' ') ?? '';
    when(
      'quoted.own',
      ask.quoted.some((q) => e.text.includes(q)),
    );
    when(
      'quoted.nowhere',
      ask.quoted.every((q) => !e.text.includes(q) && !path.includes(q)),
    );
  }
  const role = report.sections[section]?.role ?? 'other';
  when('short', span.end - span.start < 20);
  when('long', span.end - span.start > 160);
  when('heading', !/[。！？；”：]$/u.test(e.text.trimEnd()));
  when('announces', /[：:]$/u.test(e.text.trimEnd()));
  set(`role.${role}`);
  set(`time.${e.time}`);
  if (e.away !== undefined) {
    when('report.plan', e.away === 0);
    when('report.review', e.away === 1);
    when('report.away', e.away < 0 || e.away > 1);
  }
  set('age', Math.min(5, e.age) / 5);
  const has: Readonly<Record<string, boolean>> = {
    time: e.hasTime,
    duration: e.hasDuration,
    number: e.hasNumber,
    list: e.signs.has('list'),
    glossary: role === 'glossary',
  };
  for (const [name, holds] of Object.entries(has)) when(`${ask.wanted}>${name}`, holds);
  for (const cue of CUES) {
    if (!ask.cues[cue]) continue;
    for (const sign of e.signs) set(`${cue}>${sign}`);
    when(`${cue}>glossary`, role === 'glossary');
    when(`${cue}>review`, role === 'review' || role === 'review5');
    when(`${cue}>tasks`, role === 'tasks' || role === 'outlook');
  }
  return x;
}

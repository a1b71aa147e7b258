import type { EvidenceRun, Frame, Slot } from '../frame/types.js';
import { clashingWords, contrasts, memberNames, membersIn } from '../lexicon/contrasts.js';
import { thesaurus } from '../lexicon/thesaurus.js';
import type { Indicator } from '../lexicon/types.js';
import { findQuantities } from '../text/quantities.js';
import { type Continued, namesItself, type Remembered } from './followup.js';
import { yearPeriod } from './periods.js';
import { thingsIn } from './things.js';
import { answered, namesOf } from './turn-evidence.js';
import { turnWords } from './turn-words.js';
import { asksYesOrNo, isMember, namesNothing, without } from './turns.js';

/** Another way to read a turn that leans on the one before. */
export interface Reading {
  readonly frame: Frame;
  /** What it is less likely than the plain reading, as a probability. */
  readonly less: number;
  /** Words of the turn's own of which the sentence that answers must hold one: else it only says the answer before once more. */
  readonly holds?: readonly string[];
}

/** The most own words of a turn that may only add to what was spoken of: 建成多少所, 市重点. */
const MOST_ADDED = 8;

/**
 * Other readings of a follow-up, likelier ones first: its words added to those of the turn before (后来建成多少所), with what they
 * contradict left out (市重点 for 省重点); without the measure or the facet that was taken over.
 */
export function otherReadings(
  previous: Remembered,
  { query, measureInherited }: Continued,
  typed: Frame,
  indicatorNamed: (name: string) => Indicator | undefined,
): Reading[] {
  const readings: Reading[] = [];
  if (query.operation !== 'figure' && query.operation !== 'passage') return readings;
  const ofItself = namesItself(previous, typed);
  const unit = ofItself ? undefined : inUnit(previous, query, typed);
  if (unit) readings.push({ frame: unit, less: 0 });
  // A sibling by its own name (人均 for 人均地区生产总值) is that alone.
  if (typed.indicators.length === 0 && query.indicators.some((i) => i.source === 'question')) return readings;
  const entity = ofSubject(previous, query, typed);
  if (entity) {
    const topic = topicOf(previous.query.evidence);
    readings.push({ frame: { ...entity, evidence: behind(topic, entity.evidence) }, less: 0 });
    readings.push({ frame: entity, less: topic.some((run) => run.text.length > 1) ? WITHOUT_TOPIC : 0.02 });
  }
  const plainly = ofIndicatorAlone(query, typed);
  if (plainly) readings.push({ frame: plainly, less: PLAINLY });
  const beside = besideAnswer(previous, query, typed);
  if (beside) readings.push({ frame: beside, less: 0.05, holds: typed.residue.filter((run) => run.length > 1) });
  const lastYear = yearBeforeTalk(previous, query, typed);
  // Behind an aim it is the year before the one that is aimed at.
  if (lastYear) readings.push({ frame: lastYear, less: previous.reached === false ? -SIBLING : 0.02 });
  const own = ownThings(previous, typed);
  const counterpart = own.length > 0 ? undefined : ofCounterpart(previous.query, query, typed);
  if (counterpart) readings.push({ frame: counterpart, less: 0 });
  if (measureInherited) readings.push({ frame: { ...query, measure: undefined }, less: 0.05 });
  const other = own.length > 0 ? undefined : siblingOfAnswer(previous, query, typed, indicatorNamed);
  if (other) readings.push({ frame: other, less: -SIBLING });
  const added = ofItself ? undefined : withSubject(previous.query, query, typed, indicatorNamed);
  const sibling = added !== undefined && own.length === 0 && namesSibling(previous.query, typed);
  if (added) readings.push({ frame: added, less: sibling ? -SIBLING : 0.05, ...(sibling ? {} : mustHold(added, own)) });
  const plain: Reading = { frame: query, less: 0 };
  for (const reading of [plain, ...readings])
    if (reading.frame.facet?.source === 'earlier' && !keepsSide(previous, typed))
      readings.push({ ...reading, frame: { ...reading.frame, facet: undefined }, less: reading.less + 0.15 });
  return readings;
}

/** 去年回了多少人 in a talk of 2017 may mean 2016, where the newest report's year before tells nothing. */
function yearBeforeTalk({ query: before, year }: Remembered, query: Frame, typed: Frame): Frame | undefined {
  const [only, ...more] = typed.periods.map(({ value }) => value);
  if (only?.kind !== 'relative' || only.shift !== -1 || more.length > 0 || typed.reportYear !== undefined)
    return undefined;
  const named = before.periods.find(({ value }) => value.kind === 'year' && value.from > 0)?.value.from;
  const of = named ?? before.reportYear ?? (before.periods.length > 0 ? undefined : year);
  if (of === undefined) return undefined;
  return { ...query, periods: [{ value: yearPeriod(of - 1), source: 'earlier' }], reportYear: undefined };
}

/** The things that a turn names itself; which sibling of the thing before is meant (城里人 behind 农民收入) is no thing, 农村公路 is. */
function ownThings({ query, subject = '' }: Remembered, typed: Frame): string[] {
  const groups = contrasts();
  const named = [subject, ...query.residue, ...query.indicators.map((i) => i.value.name)].join(' ');
  const isSibling = (thing: string): boolean => {
    const own = membersIn(groups, thing);
    return clashingWords(groups, named, thing).some(({ group }) =>
      memberNames(groups, group, own[group]!).includes(thing),
    );
  };
  return thingsIn(typed.residue.join(' ')).filter((thing) => !isSibling(thing));
}

/** The names of a turn's own things, of which the answer must hold one: 养老床位 behind 固定资产投资 is no word more of that. */
function mustHold(added: Frame, own: readonly string[]): Pick<Reading, 'holds'> {
  const known = added.indicators.flatMap(({ value }) => [value.name, ...value.aliases]);
  const things = own.filter((thing) => !known.some((name) => name.includes(thing)));
  return things.length === 0 ? {} : { holds: things.flatMap((thing) => [thing, ...thesaurus().alternatives(thing)]) };
}

/** True for a turn that asks for the same side once more: of what was told of another place (那怀化呢), or of what came of an aim, told or not. */
function keepsSide({ reached, query }: Remembered, typed: Frame): boolean {
  const asked = query.facet?.value === 'outcome' && query.facetSure;
  const namesNone = typed.indicators.length === 0 && typed.residue.length === 0;
  return !namesTime(typed) && (reached === true || (asked && namesNone));
}

function namesTime({ periods, reportYear }: Frame): boolean {
  return periods.length > 0 || reportYear !== undefined;
}

/** Another thing asked of in few words is rather told in the same unit: 高新技术企业呢 after 140家. */
function inUnit({ unit, measure }: Remembered, query: Frame, typed: Frame): Frame | undefined {
  // 收不收费, 谁负责 ask in words for no figure of any unit.
  const inWords = !typed.wantsNumber && (typed.cues.words || asksYesOrNo(typed.text));
  const open =
    typed.units.length === 0 && typed.measure === undefined && !typed.cues.how && !typed.cues.why && !inWords;
  if (!unit || !open || query.bothFacets) return undefined;
  return { ...query, units: [unit], measure: query.measure ?? measure, operation: 'figure' };
}

/** What the answer's figure was of, where the turn names nothing: 它去年是多少. */
export function ofSubject({ unit, subject }: Remembered, query: Frame, typed: Frame): Frame | undefined {
  if (!subject || !unit || query.operation !== 'figure' || !namesNothing(typed.residue.join(''))) return undefined;
  if (typed.indicators.length > 0 || typed.measure === 'rank') return undefined;
  const run: EvidenceRun = {
    text: subject,
    roles: Array.from(subject, () => 'content' as const),
    content: Array.from(subject, () => 1),
    start: 0,
  };
  const units = typed.units.length > 0 || typed.measure !== undefined ? typed.units : [unit];
  return { ...query, evidence: behind([run], typed.evidence), residue: [subject], units };
}

/** The words of a question that name its thing: no words of asking, no number, which is of its own time (60 of 60项惠民行动). */
function topicOf(runs: readonly EvidenceRun[]): EvidenceRun[] {
  return runs.map((run) => {
    const numbers = findQuantities(run.text).map((q) => q.span);
    const numbered = (at: number): boolean => numbers.some((n) => n.start <= at && at < n.end);
    const kept = [...run.roles.keys()].filter(
      (i) => run.roles[i] !== 'function' && run.content[i]! >= CONTENT && !numbered(i),
    );
    return {
      text: kept.map((i) => run.text[i]).join(''),
      roles: kept.map((i) => run.roles[i]!),
      content: kept.map((i) => run.content[i]!),
      start: run.start,
    };
  });
}

/** What the answer's subject alone is less likely where the question named more: 总投入 of 惠民项目总投入 is any. */
const WITHOUT_TOPIC = 0.15;
/** From this probability on the learned reader takes a character for one of the thing that is asked for. */
const CONTENT = 0.5;

/** What the indicator before is less likely without the words that an earlier turn set beside it. */
const PLAINLY = 0.1;

/** 21年目标呢 behind 里面当年新冒出来的 may be of all of them again: of the indicator before, without the words beside it. */
function ofIndicatorAlone(query: Frame, typed: Frame): Frame | undefined {
  const taken = query.indicators.length > 0 && query.indicators.every(({ source }) => source === 'earlier');
  const bare = typed.indicators.length === 0 && namesNothing(typed.residue.join(''));
  if (!taken || !bare || query.residue.length === 0 || query.operation !== 'figure') return undefined;
  return { ...query, residue: [], attached: {}, content: [], evidence: namesOf(query.evidence) };
}

/** What is asked in words may stand in the sentence that told the figure before: 靠的是什么人才计划. */
function besideAnswer(previous: Remembered, query: Frame, typed: Frame): Frame | undefined {
  if (query.operation !== 'passage' || typed.places.length > 0 || previous.said === undefined) return undefined;
  if (query.residue.join(' ') !== typed.residue.join(' ')) return undefined;
  return { ...query, evidence: behind(typed.evidence, answered(previous)) };
}

/** What a reading gains that puts one sibling for another: 城里人 after 农牧民人均纯收入 is their income. */
const SIBLING = 0.2;

function namesSibling(before: Frame, typed: Frame): boolean {
  const named = before.indicators.map((i) => i.value.name);
  const subject = [...before.residue, ...named].join(' ');
  return clashingWords(contrasts(), subject, typed.residue.join('')).length > 0;
}

/** The turn's words behind those of the subject before; undefined where it names a subject of its own. */
function withSubject(
  before: Frame,
  query: Frame,
  typed: Frame,
  indicatorNamed: (name: string) => Indicator | undefined,
): Frame | undefined {
  const said = typed.residue.join('');
  const own = without(said, turnWords().fillers);
  const subject = before.indicators.length > 0 || before.residue.join('').length >= 2;
  if (!subject || typed.indicators.length > 0 || own.length === 0 || own.length > MOST_ADDED) return undefined;
  // 新增了几家 behind 高企 names a sibling of nothing that was said: it says more of that.
  const named = before.evidence.map((run) => run.text).join(' ');
  const replaces = isMember(said) && clashingWords(contrasts(), named, said).length > 0;
  // 养老的是怎么说的 asks for no figure, whatever was asked before.
  const inWords = typed.cues.how || typed.cues.wording;
  return {
    ...query,
    indicators: counterparts(before.indicators, said, indicatorNamed),
    residue: [...before.residue, ...typed.residue],
    attached: before.attached,
    background: before.background,
    content: [...before.content, ...typed.content],
    evidence: behind(withSibling(before.evidence, said), replaces ? [] : typed.evidence),
    head: undefined,
    measure: query.measure ?? before.measure,
    units: typed.units.length > 0 || typed.measure !== undefined ? typed.units : before.units,
    operation: query.operation === 'passage' && before.operation === 'figure' && !inWords ? 'figure' : query.operation,
  };
}

/** 城里的呢 behind 农民一年挣多少, which was answered by an indicator that the question did not name: its sibling. */
function siblingOfAnswer(
  { subject, unit, measure }: Remembered,
  query: Frame,
  typed: Frame,
  indicatorNamed: (name: string) => Indicator | undefined,
): Frame | undefined {
  const said = without(typed.residue.join(''), turnWords().fillers);
  if (!subject || !unit || typed.indicators.length > 0 || said === '' || !isMember(said)) return undefined;
  const value = siblingsNamed(subject, said, indicatorNamed)[0];
  if (!value) return undefined;
  const roles = Array.from(value.name, () => 'name' as const);
  return {
    ...query,
    indicators: [{ value, source: 'question' }],
    residue: [],
    attached: {},
    evidence: [{ text: value.name, roles, content: roles.map(() => 1), start: 0 }],
    units: typed.units.length > 0 ? typed.units : [unit],
    measure: typed.measure ?? measure,
    operation: 'figure',
  };
}

/** The indicators that a name becomes with the member that is said put for its own. */
function siblingsNamed(
  name: string,
  said: string,
  indicatorNamed: (name: string) => Indicator | undefined,
): Indicator[] {
  const groups = contrasts();
  const own = membersIn(groups, said);
  return clashingWords(groups, name, said).flatMap(({ group, start, end }) =>
    memberNames(groups, group, own[group]!).flatMap(
      (member) => indicatorNamed(name.slice(0, start) + member + name.slice(end)) ?? [],
    ),
  );
}

/** The indicators before, each as the one that the turn names instead: 农村居民收入 for 城镇居民收入. */
function counterparts(
  slots: readonly Slot<Indicator>[],
  said: string,
  indicatorNamed: (name: string) => Indicator | undefined,
): Slot<Indicator>[] {
  return slots.map(({ value }) => {
    const [other] = siblingsNamed(value.name, said, indicatorNamed);
    return other ? { value: other, source: 'question' } : { value, source: 'earlier' };
  });
}

/** 总数呢 behind 新认定多少家高企: the thing before with the sibling that the turn's words name, though they are no words of a thing. */
function ofCounterpart(before: Frame, query: Frame, typed: Frame): Frame | undefined {
  const named = before.evidence.map((run) => run.text).join(' ');
  if (typed.indicators.length > 0 || clashingWords(contrasts(), named, typed.text).length === 0) return undefined;
  return { ...query, evidence: withSibling(query.evidence, typed.text), measure: undefined };
}

/** The runs before, with the sibling that the turn names put for the one that they name: 城镇居民人均纯收入 for 农牧民人均纯收入. */
function withSibling(runs: readonly EvidenceRun[], said: string): EvidenceRun[] {
  const groups = contrasts();
  const own = membersIn(groups, said);
  return runs.map((run) => {
    let out = run;
    for (const { group, start, end } of clashingWords(groups, run.text, said).reverse())
      out = replaced(out, start, end, memberNames(groups, group, own[group]!)[0] ?? '');
    return out;
  });
}

/** A run with other words, which are content, at a stretch of it. */
function replaced(run: EvidenceRun, start: number, end: number, words: string): EvidenceRun {
  const put = <T>(list: readonly T[], value: T): T[] => [
    ...list.slice(0, start),
    ...Array.from(words, () => value),
    ...list.slice(end),
  ];
  return {
    text: run.text.slice(0, start) + words + run.text.slice(end),
    roles: put(run.roles, 'content'),
    content: put(run.content, 1),
    start: run.start,
  };
}

function behind(first: readonly EvidenceRun[], second: readonly EvidenceRun[]): EvidenceRun[] {
  const end = first.reduce((most, run) => Math.max(most, run.start + run.text.length), 0) + 1;
  return [...first, ...second.map((run) => ({ ...run, start: run.start + end }))];
}

import type { SectionRole } from '../../corpus/types.js';
import type { ListAsk } from '../../frame/types.js';
import type { Gazetteer } from '../../lexicon/types.js';
import type { Span } from '../../text/types.js';
import { isVerb } from '../list-verbs.js';
import { placeItems } from '../place-items.js';
import { reportPatterns } from '../report-patterns.js';
import type { SentenceAsk } from '../sentence-ask.js';
import { sectionTime } from '../sentence-units.js';
import type { SentenceHit } from '../sentences.js';
import { type Cover, coverOf, dearestMissed, either, shareOf, wideShareOf } from '../terms.js';
import { LIST_KINDS, type ListStructure } from './types.js';

/** A question for a list, with the sentences that come nearest to it. */
export interface ListSearch {
  readonly ask: SentenceAsk;
  readonly list: ListAsk;
  readonly gazetteer: Gazetteer;
  readonly hits: readonly SentenceHit[];
}

/** A list set against a question. */
export interface ListEvidence {
  readonly structure: ListStructure;
  /** The items as they are shown: cut to places where places are asked for. */
  readonly items: readonly Span[];
  readonly words: readonly string[];
  /** What stands before the first item and behind the last, as far as it is told of them. */
  readonly lead: string;
  readonly behind: string;
  readonly leadCover: Cover;
  /** With the items. */
  readonly own: Cover;
  /** With the headings. */
  readonly headed: Cover;
  /** With what stands before. */
  readonly around: Cover;
  readonly each: readonly number[];
  readonly areaPlaces: boolean;
}

/** How far before a list its words may stand, how far behind it the word that closes it, and the longest lead. */
const BEFORE = 120;
const BEHIND = 14;
const LONGEST_LEAD = 160;

const ROLES: readonly SectionRole[] = ['front', 'review', 'review5', 'outlook', 'tasks', 'annex', 'glossary', 'other'];
const ZONES = ['lead', 'own', 'headed', 'around'] as const;

/** The features of a list, in the order of a vector. Their weights stand in config/fitted/lists.json. */
export const LIST_FEATURES: readonly string[] = [
  ...LIST_KINDS.map((kind) => `kind.${kind}`),
  ...LIST_KINDS.map((kind) => `count.exact>${kind}`),
  ...LIST_KINDS.map((kind) => `name>${kind}`),
  'count.many',
  'count.named',
  'count.second',
  'count.off',
  'count.far',
  'partial',
  'bond',
  'size',
  'two',
  ...ZONES.flatMap((zone) => [`${zone}.exact`, `${zone}.wide`, `${zone}.of-best`]),
  'missed.lead',
  'missed.around',
  'single',
  'class.closes',
  'class.ends',
  'class.carried',
  'class.all',
  'name.lead',
  'name.tells',
  'name.closes',
  'name.near',
  'name.nowhere',
  'name.within',
  'places',
  'places.asked-not',
  'rank',
  'likelihood',
  'unranked',
  'items.short',
  'items.long',
  'items.verbs',
  'items.tiny',
  'items.same-head',
  'items.alone',
  'announced',
  'lead.last',
  'lead.class',
  'problem',
  ...ROLES.map((role) => `role.${role}`),
  'time.same',
  'time.other',
  'report.plan',
  'report.review',
  'report.away',
  'told',
];
const INDEX: ReadonlyMap<string, number> = new Map(LIST_FEATURES.map((name, i) => [name, i]));

/** Sets a list against a question. */
export function listEvidence({ ask, list, gazetteer }: ListSearch, structure: ListStructure): ListEvidence {
  const { report, section, anchor } = structure;
  const { text } = report.view;
  const places = list.places ? placeItems(gazetteer, text, structure.items, report.place?.id) : undefined;
  const items = places ?? structure.items;
  const words = items.map(({ start, end }) => text.slice(start, end));
  const first = items[0]!.start;
  const last = items.at(-1)!.end;
  const lead = anchor.start < first ? text.slice(anchor.start, Math.min(anchor.end, first)).slice(-LONGEST_LEAD) : '';
  const behind = clauseBehind(text, last);
  const leadCover = coverOf(ask.terms, `${lead} ${behind}`);
  const own = either(leadCover, coverOf(ask.terms, words.join('、')));
  const headed = either(own, coverOf(ask.terms, report.sections[section]?.path.join(' ') ?? ''));
  const from = Math.min(anchor.start, first);
  const around = either(headed, coverOf(ask.terms, text.slice(Math.max(0, from - BEFORE), from)));
  const each = words.map((w) => wideShareOf(ask.terms, w));
  return {
    structure,
    items,
    words,
    lead,
    behind,
    leadCover,
    own,
    headed,
    around,
    each,
    areaPlaces: places !== undefined,
  };
}

/** How far what is said of all items behind 等 may go: 等体现导向性、引领性和示范性的“十大工程”建设. */
const BEHIND_OTHERS = 48;
const OTHERS = '等';

function clauseBehind(text: string, at: number): string {
  const most = text.startsWith(OTHERS, at) ? BEHIND_OTHERS : BEHIND;
  const rest = text.slice(at, at + most + 10);
  const cut = rest.search(/[，,；;。\n]/u);
  return cut < 0 ? rest.slice(0, most) : rest.slice(0, cut);
}

/** The feature vectors of the lists of one question. */
export function listVectors(search: ListSearch, evidence: readonly ListEvidence[]): Float64Array[] {
  const { terms } = search.ask;
  const shares = evidence.map((e) =>
    [e.leadCover, e.own, e.headed, e.around].map((c) => ({
      exact: shareOf(terms, c.exact),
      wide: shareOf(terms, c.wide),
    })),
  );
  const best = ZONES.map((_, z) => Math.max(1e-6, ...shares.map((s) => s[z]!.wide)));
  const keys = evidence.map(({ words }) => [...words].sort().join('、'));
  const told = new Map<string, number>();
  for (const key of keys) told.set(key, (told.get(key) ?? 0) + 1);
  return evidence.map((e, i) => {
    const x = new Float64Array(LIST_FEATURES.length);
    const set = (values: Values): void => {
      for (const name in values) x[INDEX.get(name)!] = values[name]!;
    };
    set(coverValues(search, e, shares[i]!, best));
    set(formValues(search.list, e));
    set(nameValues(search, e));
    set(placeValues(search, e));
    x[INDEX.get('told')!] = Math.min(3, told.get(keys[i]!)! - 1) / 3;
    return x;
  });
}

type Values = Record<string, number>;

function coverValues(
  { ask: { terms } }: ListSearch,
  e: ListEvidence,
  shares: readonly { exact: number; wide: number }[],
  best: readonly number[],
): Values {
  const values: Values = {};
  for (const [z, zone] of ZONES.entries()) {
    values[`${zone}.exact`] = shares[z]!.exact;
    values[`${zone}.wide`] = shares[z]!.wide;
    values[`${zone}.of-best`] = shares[z]!.wide / best[z]!;
  }
  values['missed.lead'] = dearestMissed(terms, e.leadCover.wide);
  values['missed.around'] = dearestMissed(terms, e.around.wide);
  // What one item alone says is not what all of them are.
  values['items.alone'] = Math.max(0, shareOf(terms, e.own.wide) - shares[0]!.wide);
  values['lead.last'] = wideShareOf(terms, lastClause(e.lead));
  const [top = 0, next = 0] = [...e.each].sort((a, b) => b - a);
  values.single = Math.max(0, top - Math.max(next, shares[0]!.wide));
  return values;
}

/** The clause of a lead that stands right before the items; the one before it where it is a mere link (包括：). */
function lastClause(lead: string): string {
  const clauses = lead.split(/[，,；;。]/u);
  const last = clauses.at(-1) ?? '';
  return last.length > LINK ? last : `${clauses.at(-2) ?? ''}${last}`;
}

/** The longest clause that only links a lead with its items. */
const LINK = 4;
/** Items of no more characters than this are hardly ever what is asked for: 兜住、兜准、兜牢. */
const TINY = 3;
/** How many items there are against how many are asked for, and of what form they are. */
function formValues(list: ListAsk, { structure: { kind, of, bond, items }, words, lead }: ListEvidence): Values {
  const [first, ...others] = countsOf(list);
  const n = items.length;
  const exact = n === first;
  const second = others.includes(n);
  const length = words.reduce((sum, w) => sum + w.length, 0) / n;
  return {
    [`kind.${kind}`]: 1,
    [`count.exact>${kind}`]: exact ? 1 : 0,
    // That a list has just so many items is no chance where they are many.
    'count.many': exact ? Math.min(1, (n - 2) / 6) : 0,
    'count.second': second ? 1 : 0,
    'count.off': first !== undefined && !exact && !second ? 1 : 0,
    'count.far': first !== undefined && !exact && !second ? Math.min(1, Math.abs(n - first) / first) : 0,
    partial: of === undefined ? 0 : 1,
    bond: bond ?? 0,
    size: Math.log(n) / 3,
    two: n === 2 ? 1 : 0,
    'items.short': length < 10 ? 1 : 0,
    'items.long': length > 50 ? 1 : 0,
    'items.verbs': words.filter((w) => isVerb(w)).length / n,
    'items.tiny': length <= TINY ? 1 : 0,
    'items.same-head': words.every((w) => w[0] === words[0]![0]) ? 1 : 0,
    announced: reportPatterns().lists.announces.in(lead.trimEnd()) ? 1 : 0,
    'lead.class': list.ofClass !== undefined && lastClause(lead).includes(list.ofClass.slice(0, 2)) ? 1 : 0,
  };
}

/** How many items are asked for, likeliest first. */
export function countsOf({ names, carried, count, aspects }: ListAsk): readonly number[] {
  if (carried && carried.counts.length > 0) return carried.counts;
  const [name] = names;
  if (names.length > 1) return [names.reduce((sum, { counts }) => sum + counts[0]!, 0)];
  if (name) return name.counts;
  return count !== undefined ? [count] : (aspects?.counts ?? []);
}

/** How far behind a name the first item may stand that it tells, and behind the last item the name that closes. */
const TELLS = 12;

function nameValues({ list, ask }: ListSearch, e: ListEvidence): Values {
  const forms = [
    ...list.names.flatMap(({ forms }) => forms),
    ...(list.carried?.name.forms ?? []),
    ...ask.quoted.filter((q) => q !== list.carried?.word),
  ];
  const classes = classesOf(list);
  const ends = (word: string): boolean => classes.some((c) => word.replace(/[”）)]$/u, '').endsWith(c));
  const asked = list.ofClass ?? '';
  const values: Values = {
    'class.ends': classes.length === 0 ? 0 : e.words.filter(ends).length / e.words.length,
    'class.carried':
      classes.length === 0 ? 0 : e.words.filter((w) => classes.some((c) => w.includes(c))).length / e.words.length,
    'class.all': list.names.some((name) => endAsAll(e.words, name.classes)) ? 1 : 0,
    'class.closes': closes(e.behind, asked, classes),
  };
  if (forms.length === 0) return values;
  const tail = e.lead.slice(-TELLS);
  const inLead = forms.some((f) => e.lead.includes(f));
  const tells = forms.some(
    (f) => e.lead.slice(-f.length - TELLS).includes(f) && !/[，,]/u.test(tail.slice(tail.indexOf(f.slice(-2)) + 2)),
  );
  const behind = forms.some((f) => e.behind.includes(f.slice(0, BEHIND)));
  const path = e.structure.report.sections[e.structure.section]?.path.join(' ') ?? '';
  const headed = forms.some((f) => path.includes(f));
  const { report, anchor } = e.structure;
  const near = report.view.text.slice(Math.max(0, anchor.start - NEAR), anchor.start);
  const isNear = forms.some((f) => near.includes(f));
  const held = inLead || behind || headed;
  return {
    ...values,
    'name.lead': inLead ? 1 : 0,
    'name.tells': tells ? 1 : 0,
    'name.closes': behind ? 1 : 0,
    'name.near': isNear ? 1 : 0,
    'name.nowhere': held || isNear ? 0 : 1,
    // A list that holds the name as one of its items tells of another thing.
    'name.within': e.words.some((w) => forms.some((f) => w.includes(f))) ? 1 : 0,
    [`name>${e.structure.kind}`]: held ? 1 : 0,
    'count.named': (held || isNear) && e.items.length === countsOf(list)[0] ? 1 : 0,
  };
}

/** How far before its announcement the name of a list may stand. */
const NEAR = 300;

/** True where all items end in the classes of a name and all classes are met: 都, 都 and 城 for 两都一城. */
function endAsAll(words: readonly string[], classes: readonly string[]): boolean {
  if (classes.length < 2) return false;
  const bare = words.map((w) => w.replace(/[”）)]$/u, ''));
  return bare.every((w) => classes.some((c) => w.endsWith(c))) && classes.every((c) => bare.some((w) => w.endsWith(c)));
}

/** The last units of what is asked for: 路 of 哪几条路, 网 of “五张网”. */
function classesOf({ names, carried, ofClass, phrase }: ListAsk): string[] {
  const own = ofClass ? [ofClass.slice(0, 2), ofClass.slice(0, 1)] : [];
  return [
    ...names.flatMap(({ classes }) => classes),
    ...(carried ? [carried.word] : []),
    ...(phrase?.word ? [phrase.word.slice(0, 2)] : []),
    ...own,
  ];
}

/** What the word behind the last item counts where a list of one kind of a class is asked for and only the class is met. */
const CLASS_ALONE = 0.5;
/** From so many characters on a class names a kind too: 交通项目. */
const KIND_OF_CLASS = 4;

/** How far the word behind the list (A、B等产业链) is of the class asked for: 水利项目 is only half of 交通项目. */
function closes(behind: string, asked: string, classes: readonly string[]): number {
  const word = /^等?(?:[\d一二两三四五六七八九十]+[大个项条类家])?([\p{Script=Han}]{1,8})/u.exec(behind)?.[1] ?? '';
  if (word === '') return 0;
  if (classes.some((c) => c.length > 1 && word.includes(c))) return 1;
  for (let i = 0; i + 1 < word.length; i++) {
    const pair = word.slice(i, i + 2);
    if (asked.includes(pair) && !isVerb(pair)) return asked.length >= KIND_OF_CLASS ? CLASS_ALONE : 1;
  }
  return 0;
}

function placeValues({ ask, list, hits }: ListSearch, e: ListEvidence): Values {
  const { report, section, anchor } = e.structure;
  const role = report.sections[section]?.role ?? 'other';
  const hit = hits.find((h) => h.report === report && h.span.start < anchor.end && h.span.end > anchor.start);
  const { period } = ask;
  const away = period && period.to > 0 && report.year !== null ? report.year - period.to : undefined;
  const time = sectionTime(report.sections[section], report);
  const same = period && time ? time.from <= period.to && time.to >= period.from : undefined;
  return {
    places: list.places && e.areaPlaces ? 1 : 0,
    'places.asked-not': list.places && !e.areaPlaces ? 1 : 0,
    rank: hit?.score ?? 0,
    likelihood: hit?.likelihood ?? 0,
    unranked: hit ? 0 : 1,
    problem: ask.cues.problems && (role === 'review' || role === 'review5') ? 1 : 0,
    [`role.${role}`]: 1,
    'time.same': same === true ? 1 : 0,
    'time.other': same === false ? 1 : 0,
    'report.plan': away === 0 ? 1 : 0,
    'report.review': away === 1 ? 1 : 0,
    'report.away': away !== undefined && (away < 0 || away > 1) ? 1 : 0,
  };
}

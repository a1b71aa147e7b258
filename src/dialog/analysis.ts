import { anchored } from '../answer/analysis/from-slots.js';
import { resolvePlaces } from '../answer/analysis/places.js';
import { type HeldPlace, heldPlaces } from '../answer/context.js';
import type { Analysis, PlaceSet, Plan } from '../frame/analysis.js';
import type { Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import { continueAnalysis, hasOwnYear, writtenOut, type YearOfTalk } from '../question/analysis/following.js';
import { lineOf } from '../question/analysis/line.js';
import { asksNothing, planOfFrame } from '../question/analysis/of-frame.js';
import { stands } from '../question/analysis/pattern.js';
import { type Earlier, readAnalysis } from '../question/analysis/read.js';
import { tokensOf } from '../question/analysis/tokens.js';
import { analysisWords, verdictPatterns } from '../question/analysis/words.js';
import { withQuotedNames } from '../question/coined.js';
import { patterns } from '../question/patterns/index.js';
import { yearPeriod } from '../question/periods.js';
import { turnWords } from '../question/turn-words.js';
import { without } from '../question/turns.js';
import type { Store } from '../retrieval/types.js';
import { parseNumeral } from '../text/numerals.js';
import { editedTurn, ofFigure } from './edits.js';
import type { Session } from './sessions.js';

/** Reads questions over many rows, and the turns that go on from one. */
export interface Tables {
  read(session: Session, text: string): Analysis | undefined;
  /** What a claim says of many rows, as the question whether it is so: 连着两年没完成目标; undefined where it is of one figure. */
  claimed(session: Session, claim: string): Analysis | undefined;
  /**
   * What a turn that takes something out of the answer before or adds to it asks (去掉CPI, 再加上2019年), or why the answer before cannot
   * take it, in one line; undefined for any other turn.
   */
  edited(session: Session, text: string): { readonly query: Frame } | { readonly cannot: string } | undefined;
  /** A turn about another thing behind a table of many places (那充电桩呢 behind 江苏各市), as a table of the same places. */
  inSamePlaces(session: Session, typed: Frame, query: Frame): Plan | undefined;
  /**
   * A turn with 那年, 第二年 written out by the year of the turn before.
   * @param corrects whether it puts that one right: then 前一年 is the year that it was there.
   */
  writtenOut(session: Session, text: string, corrects?: boolean): string;
  /** The frame that a composition leaves to the next turn: its places, years, indicator and facet as slots. */
  frameOf(analysis: Analysis, parsed: Frame): Frame;
}

/**
 * @param parse reads a question for one figure.
 * @param known whether the reports hold a text word for word.
 */
export function createTables(
  store: Store,
  lexicon: Lexicon,
  parse: (text: string) => Frame,
  known: (text: string) => boolean,
): Tables {
  const held = new Set(heldPlaces(store).map((h) => h.place.id));
  const newestOf = (places: readonly HeldPlace[]): number => Math.max(0, ...places.flatMap((h) => h.years.slice(0, 1)));
  const newestOfAll = newestOf(heldPlaces(store));
  const newest = (places: PlaceSet | undefined): number => {
    const own = places ? resolvePlaces({ store, lexicon }, places).places : [];
    // 今年 of places without reports is the newest year of all.
    return own.length > 0 ? newestOf(own) : newestOfAll;
  };
  const context = { lexicon, held, newest, parse, known };
  function read(session: Session, raw: string): Analysis | undefined {
    const text = withQuotedNames(raw, known);
    const earlier = earlierOf(session, text);
    const typed = parse(text);
    const rows = typed.indicators.length === 0 ? toldAsRows(session) : undefined;
    const before = ofThosePicked(session, text, earlier.analysis) ?? singleBehindGroup(session, text) ?? rows;
    const following = before && !isComplete(typed) ? continueAnalysis(text, before, context) : undefined;
    const found = following ?? readAnalysis(text, context, earlier);
    return found && isOfTalk(session, found, text) ? undefined : found;
  }
  /** 那长三角呢 behind one place's figure: that figure, as the table which goes on to the group. */
  function singleBehindGroup(session: Session, text: string): Plan | undefined {
    const group = session.remembered !== undefined && tokensOf(text, lexicon).some((t) => t.kind === 'G');
    return group ? ofFigure({ store, lexicon }, session) : undefined;
  }
  /** 这几个2024年实际多少 behind those that a condition picked: the table of them alone. */
  function ofThosePicked({ answer }: Session, text: string, before: Analysis | undefined): Analysis | undefined {
    if (before?.kind !== 'figures' || before.conditions.length === 0 || before.facet === 'both') return before;
    if (!patterns().tables.thosePicked.in(text)) return before;
    const names = [...new Set(answer?.figures.map(({ place }) => place))].filter((name) =>
      answer?.headline.includes(name),
    );
    const picked = names.flatMap((name) => lexicon.gazetteer.byName(name).find(({ id }) => held.has(id)) ?? []);
    // Of many the headline names some alone.
    const all = !answer?.headline.includes('等');
    return all && picked.length > 1 ? { ...before, places: setOf(picked), conditions: [], counts: false } : before;
  }
  /** What the slot reader alone understood, where the answer set figures side by side: turns go on from its rows all the same. */
  function toldAsRows({ remembered, answer }: Session): Plan | undefined {
    const query = remembered?.query;
    const kind = KINDS_OF_ROWS.find((k) => k === query?.operation);
    if (!query || query.analysis || !kind || !ROWS_TOLD.has(answer?.kind) || asksNothing(query)) return undefined;
    const plan = planOfFrame(anchored({ store, lexicon, query }), kind);
    // Ends of plans and parts of years are no years that a turn puts others for.
    return plan.times ? undefined : plan;
  }
  function edited(session: Session, text: string): ReturnType<Tables['edited']> {
    const of = session.remembered?.query.analysis?.places;
    const gazetteer = lexicon.gazetteer;
    const turn = editedTurn({ store, lexicon }, session, text, { gazetteer, held, parse, newest: newest(of) });
    if (!turn) return undefined;
    if ('cannot' in turn.edited) return turn.more === '' ? turn.edited : undefined;
    if ('targets' in turn.edited) return turn.more === '' ? { query: turn.edited.targets } : undefined;
    const analysis = turn.more === '' ? turn.edited : continueAnalysis(turn.more, turn.edited, context);
    return analysis && { query: frameOf(analysis, parse(text)) };
  }
  function inSamePlaces({ remembered }: Session, typed: Frame, query: Frame): Plan | undefined {
    const before = remembered?.query.analysis;
    if (before?.kind !== 'figures' || before.places.named) return undefined;
    if (typed.places.length > 0 || typed.allPlaces !== undefined || query.allPlaces === undefined) return undefined;
    if (query.operation !== 'compare' || asksNothing(query)) return undefined;
    return { ...planOfFrame(anchored({ store, lexicon, query }), 'compare'), places: before.places };
  }
  return {
    read,
    edited,
    inSamePlaces,
    claimed(session, claim) {
      const [statement = ''] = claim.split(/，?[？?。！]/u);
      const analysis = read(session, `${statement}吗`);
      if (analysis?.kind !== 'figures') return undefined;
      const { over, facet, conditions, all } = analysis;
      const ofMany = !analysis.places.named;
      const line = lineOf(claim, tokensOf(claim, lexicon));
      // 一年超了一年没到: of both together no condition is made.
      const judged = conditions.length > 0 || [true, false].every((met) => stands(line, verdictPatterns(met)));
      const says = over.length > 0 || ((facet === 'both' || all === true || ofMany) && judged);
      return says ? { ...analysis, yesNo: true } : undefined;
    },
    writtenOut: (session, text, corrects = false) => {
      const again = corrects ? session.remembered?.query.raw : undefined;
      const written = writtenOut(text, {
        ...yearOfTalk(session),
        ...(again === undefined ? {} : { again }),
        told: session.yearBefore,
      });
      return placesWrittenOut(session, placeWrittenOut(session, written));
    },
    frameOf,
  };
}

/** Operations and kinds of answers over rows. */
const KINDS_OF_ROWS = ['compare', 'trend', 'outcome'] as const;
const ROWS_TOLD: ReadonlySet<string | undefined> = new Set(['comparison', 'trend', 'outcome']);

/** 它当年做到了吗 behind 第2名是兰州市: the one place that the headline of a table tells stands for 它. */
function placeWrittenOut({ remembered, answer }: Session, text: string): string {
  if (remembered?.query.analysis?.kind !== 'figures' || !answer?.table) return text;
  const it = analysisWords().following.it.find((word) => text.includes(word) && !text.includes(`${word}们`));
  if (it === undefined) return text;
  const told = [...new Set(answer.figures.map(({ place }) => place))].filter((place) =>
    answer.headline.includes(place),
  );
  return told.length === 1 ? text.replace(it, told[0]!) : text;
}

/** 那两个城市谁高: the places of the question before, or the last of those asked for one after another, by name. */
function placesWrittenOut(session: Session, text: string): string {
  const { recent = [], remembered } = session;
  const match = patterns().answers.thosePlaces.find(text);
  const count = match ? parseNumeral(match.groups!.count!) : null;
  const before = remembered?.query.places.map(({ value }) => value) ?? [];
  const places = before.length === count ? before : recent.slice(-(count ?? 0));
  if (!match || count === null || count < 2 || places.length !== count) return text;
  const named = text.replace(match[0], places.map((place) => place.name).join('、'));
  // What is asked of them is asked of the year that the talk is of.
  const { year } = yearOfTalk(session);
  return year === undefined || hasOwnYear(text) ? named : `${year}年${named}`;
}

/** 里面提没提地铁 in a talk about one place asks its report, and not all that are held. */
function isOfTalk({ remembered }: Session, found: Analysis, text: string): boolean {
  const many =
    patterns().answers.ofMany.in(text) && !analysisWords().following.thisReport.some((word) => text.includes(word));
  // 是谁提出来的 looks for no word of reports: it is all of saying.
  const saying = found.kind === 'mentions' && without(found.term, turnWords().messages.reported).length < 2;
  const everywhere = found.kind === 'mentions' && found.places.label === '' && (!many || saying);
  return everywhere && remembered?.query.places.length === 1 && remembered.query.analysis?.kind !== 'mentions';
}

/** A question with places, an indicator and a time of its own goes on from nothing. */
function isComplete({ places, indicators, periods }: Frame): boolean {
  return places.length > 0 && indicators.length > 0 && periods.length > 0;
}

/** What earlier turns leave: the composition, and the places that were asked about one after another. */
function earlierOf(session: Session, text: string): Earlier {
  const analysis = session.remembered?.query.analysis;
  const recent = session.recent ?? [];
  const places = patterns().answers.placesBefore.in(text) && recent.length > 1 ? setOf(recent) : undefined;
  return { ...(analysis ? { analysis } : {}), ...(places ? { places, subject: session.remembered?.query } : {}) };
}

function setOf(places: readonly Place[]): PlaceSet {
  return { label: places.map((p) => p.name).join('、'), members: places, named: true };
}

/** The one year that the turn before asked of, else that of which all figures of its answer are. */
function yearOfTalk({ remembered, answer }: Session): YearOfTalk {
  const query = remembered?.query;
  const aimed = query?.facet?.value === 'target' || remembered?.reached === false;
  const asked = (query?.periods ?? []).filter((p) => p.value.kind === 'year' && p.value.from > 0);
  if (asked.length === 1) return { year: asked[0]!.value.from, aimed };
  if (answer?.year !== undefined) return { year: answer.year, aimed };
  const told = new Set(asked.length > 1 ? [] : answer?.figures.map(({ period }) => period));
  const [only] = told;
  return { year: told.size === 1 && /^\d{4}$/u.test(only!) ? Number(only) : undefined, aimed };
}

function frameOf(analysis: Analysis, parsed: Frame): Frame {
  // The thing looked for may stand where a place would.
  if (analysis.kind === 'mentions') return { ...parsed, unknownPlace: undefined, analysis };
  const { subject, places, years, facet } = analysis;
  return {
    ...subject,
    raw: parsed.raw,
    text: parsed.text,
    // A slip in a row of places: the others do not answer for it.
    unknownPlace: places.named && parsed.places.length > 0 ? parsed.unknownPlace : undefined,
    operation: 'compare',
    places: places.named ? (places.members ?? []).map((value) => ({ value, source: 'question' as const })) : [],
    allPlaces:
      places.level === 'province' || places.level === 'prefecture' ? places.level : places.named ? undefined : 'any',
    periods: years.years.map((year) => ({ value: yearPeriod(year), source: 'question' as const })),
    facet: facet === 'target' || facet === 'outcome' ? { value: facet, source: 'question' } : undefined,
    bothFacets: facet === 'both',
    analysis,
  };
}

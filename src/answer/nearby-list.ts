import { alikeItems } from '../matching/alike-items.js';
import { askedCount, askedPhrase, type CountedName } from '../matching/counted-names.js';
import { inlineLists } from '../matching/inline-lists.js';
import {
  askedClass,
  clauseOf,
  closesWith,
  isBound,
  nearest,
  pairsOf,
  SHARED_NEAR,
  shareOf,
  sharesClause,
  withoutTopic,
} from '../matching/list-topic.js';
import { numberedItems } from '../matching/numbered-items.js';
import { partsOf } from '../matching/parts.js';
import { asksPlaces, placeItems } from '../matching/place-items.js';
import type { SentenceHit } from '../matching/sentences.js';
import { alternativesOf } from '../matching/synonyms.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import type { AnswerContext } from './context.js';
import type { FoundList } from './say-list.js';

/** How many sentences are tried for a list. */
const TRIED = 12;
/** A list is given where its sentence is worth this share of the best one. */
const WORTH = 0.55;
/** A sentence shorter than this is taken to announce what follows. */
const MAX_LEAD_IN = 40;
/** How far behind its topic a list may begin. */
const MAX_ANNOUNCED = 90;
/** How far before a sentence its topic may stand. */
const BEFORE = 120;
/** Share of the topic's pairs of characters that the clause of a list must hold. */
const SHARED = 0.65;
/** What a list is worth whose class is the one that the question asks for. */
const CLASSED = 1.1;
/** The same where the list is as long as the question says. */
const SHARED_EXACT = 0.3;
/** From so many parts on, what a sentence tells behind its colon is a list. */
const MIN_TOLD = 3;
/** How far behind a lead-in the next sentences are looked for. */
const MAX_NEXT = 700;

interface Items {
  readonly items: readonly Span[];
  /** 1 where the list is as long as asked for, less where nothing confirms it. */
  readonly quality: number;
}

const NONE: Items = { items: [], quality: 0 };

interface Chosen {
  readonly hit: SentenceHit;
  readonly found: Items;
  readonly score: number;
}

/** The list nearest to the question among those that its best sentences hold or announce; undefined where none is near. */
export function nearbyList(
  context: AnswerContext,
  hits: readonly SentenceHit[],
  names: readonly CountedName[],
): FoundList | undefined {
  const wanted = askedCount(context.query.text) ?? names[0]?.counts[0];
  const runs = context.query.residue.filter((run) => run.length > 1);
  const best = hits
    // What announces a list of so many need not say all that its items say.
    .filter((hit) => wanted !== undefined || runs.every((run) => touches(hit, run)))
    .slice(0, TRIED)
    .map((hit) => ({ hit, found: itemsOf(context, hit, wanted, names[0]) }))
    .map(({ hit, found }) => ({ hit, found, score: hit.score * found.quality }))
    .reduce<Chosen | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (!best || best.found.items.length < 2 || best.score < hits[0]!.score * WORTH) return undefined;
  const { report, section, span } = best.hit;
  return { report, section, anchor: span, items: best.found.items };
}

/** The list that a sentence holds or announces, the surest reading of it. */
function itemsOf(
  context: AnswerContext,
  hit: SentenceHit,
  wanted: number | undefined,
  name: CountedName | undefined,
): Items {
  const { text } = hit.report.view;
  const topic = [...context.query.quoted, ...context.query.residue];
  const asks = context.query.background;
  const forPlaces = asksPlaces(context.query.text);
  // Where places are asked for, only lists of places are lists.
  const ofClass = (lists: Span[][]): Span[][] =>
    forPlaces
      ? lists.flatMap((list) => {
          const places = placeItems(context.lexicon.gazetteer, text, list, hit.report.place?.id);
          return places ? [places] : [];
        })
      : lists;
  const numbered = forPlaces ? [] : numberedItems(text, hit.span, wanted);
  const near = numbered[0] && announces(text, hit.span, numbered[0], topic);
  if (wanted !== undefined && numbered.length === wanted && near) return { items: numbered, quality: 1 };
  const sentence = text.slice(hit.span.start, hit.span.end);
  // A short sentence, or one that counts (五个方面), announces what stands behind it; others seldom do.
  const asked = askedPhrase(context.query.text);
  const counted = [...(name?.forms ?? []), ...(asked ? [asked.phrase] : [])].some((form) => sentence.includes(form));
  const leads = hit.span.end - hit.span.start < MAX_LEAD_IN || counted;
  if (wanted === undefined) {
    const told = forPlaces ? [] : toldParts(text, hit.span, topic);
    if (told.length > 0) return { items: told, quality: 0.95 };
    const { quoted } = context.query;
    const around = aroundOf(hit);
    const lists = inlineLists(text, hit.span).filter((list) =>
      quoted.length > 0 && !forPlaces
        ? isBound(text, list, quoted)
        : sharesClause(text, list, { topic, asks, around }, SHARED),
    );
    const [places] = forPlaces ? ofClass(lists) : [];
    if (forPlaces) return places ? { items: places, quality: CLASSED } : NONE;
    const asked = askedClass(context.query.text);
    const classed = asked ? lists.filter((list) => closesWith(text, list, asked)) : [];
    if (lists.length > 0) {
      const best = nearest(text, classed.length > 0 ? classed : lists, topic);
      const share = 0.5 + 0.5 * shareOf(topic, clauseOf(text, best));
      return { items: withoutTopic(text, best, topic), quality: share * (classed.length > 0 ? CLASSED : 1) };
    }
    return numbered.length > 1 && near ? { items: numbered, quality: 0.95 } : NONE;
  }
  const classes = name?.classes ?? (asked?.word ? [asked.word] : []);
  const alike = leads && classes.length > 0 ? alikeItems(text, behind(text, hit), classes, wanted) : [];
  if (alike.length > 0) return { items: alike, quality: 0.97 };
  // A name that counts must stand with its list: 三大机场 is none of 现代物流、跨境电商、临空经济.
  const fits = (list: readonly Span[]): boolean =>
    sharesClause(text, list, { topic: name ? name.classes : topic, asks }, SHARED_EXACT);
  for (const region of [hit.span, ...(leads ? [withNext(text, hit.span, 1), withNext(text, hit.span, 2)] : [])]) {
    const own = region === hit.span;
    const lists = ofClass(inlineLists(text, region).filter((list) => (!own && !name) || fits(list)));
    const exact = lists.filter((list) => list.length === wanted);
    if (exact.length > 0) return { items: nearest(text, exact, topic), quality: own ? 0.97 : 0.9 };
    const all = lists.flat();
    if (own && lists.length > 1 && all.length === wanted) return { items: all, quality: 0.96 };
  }
  return NONE;
}

/** What stands behind a sentence, as far as a list that it announces may reach. */
function behind({ length }: string, { span }: SentenceHit): Span {
  return { start: span.end, end: Math.min(length, span.end + 4 * MAX_NEXT) };
}

/** True where the topic's last word stands close before the first item. */
function announces(text: string, sentence: Span, first: Span, topic: readonly string[]): boolean {
  const ends = topic
    .map((word) => ({ at: text.lastIndexOf(word.slice(-2), first.start), word }))
    .filter((e) => e.at >= sentence.start);
  return ends.some((e) => first.start - e.at <= MAX_ANNOUNCED);
}

/** A sentence with its heading, the title of its report and what stands before it. */
function aroundOf({ report, span, section }: SentenceHit): string {
  const path = report.sections[section]?.path.join(' ') ?? '';
  return `${report.title} ${path} ${report.view.text.slice(Math.max(0, span.start - BEFORE), span.end)}`;
}

/** True where a sentence or its heading holds something of a word: of 乳业…龙头企业 both must be spoken of. */
function touches(hit: SentenceHit, word: string): boolean {
  const around = aroundOf(hit);
  return alternativesOf(word).some((w) => pairsOf(w).some((pair) => around.includes(pair)));
}

/** The parts that a sentence tells behind its colon, cut by ；: 主要问题是：…；…；…. */
function toldParts(text: string, sentence: Span, topic: readonly string[]): Span[] {
  const colon = text.slice(sentence.start, sentence.end).search(/[：:]/u);
  if (colon < 0) return [];
  const parts = partsOf(text, { start: sentence.start + colon + 1, end: sentence.end }, /[；;]/u);
  // What one part alone speaks of is not what all of them tell.
  const lead = shareOf(topic, text.slice(sentence.start, sentence.start + colon));
  const told = parts.every((part) => shareOf(topic, text.slice(part.start, part.end)) <= Math.max(lead, SHARED_NEAR));
  return parts.length >= MIN_TOLD && told ? parts : [];
}

/** The sentence with the `count` sentences behind it in its paragraph. */
function withNext(text: string, span: Span, count: number): Span {
  const next = splitSentences(text, { start: span.end, end: Math.min(text.length, span.end + MAX_NEXT) }).slice(
    0,
    count,
  );
  return { start: span.start, end: next.at(-1)?.end ?? span.end };
}

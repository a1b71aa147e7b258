import type { CountedName, ListAsk } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { inlineLists } from '../matching/inline-lists.js';
import { countsOf, type ListEvidence, type ListSearch } from '../matching/lists/features.js';
import { holdsAsked, holdsClasses, onlyUsesName, rankLists } from '../matching/lists/rank.js';
import type { ListStructure } from '../matching/lists/types.js';
import { endsInCountedName } from '../matching/named-items.js';
import { shareOf } from '../matching/terms.js';
import { parseNumeral } from '../text/numerals.js';
import type { AnswerContext } from './context.js';
import { answerFigure } from './figure.js';
import { answerFigures } from './figures.js';
import { findLists } from './find-lists.js';
import { findSentences } from './find-sentences.js';
import { impliedNames, thingsCounted } from './implied-names.js';
import { answerPassages } from './passages.js';
import { isReportMissing, missingReport, refuseUntold, refuseWords } from './refusal.js';
import { sayList } from './say-list.js';
import { sayPassages } from './say-sentences.js';
import type { Answer } from './schema.js';
import { standingList } from './standing.js';

/** Answers a question for a list: several figures; what every report has a part for; the list that ranks first; or the passages. */
export function answerList(context: AnswerContext): Answer {
  const { query } = context;
  if (query.indicators.length > 1) {
    const apart = answerFigures(
      context,
      query.indicators.map((i) => i.value),
    );
    return (apart.kind === 'refusal' ? answerTogether(context) : undefined) ?? apart;
  }
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const standing = standingList(context, place);
  if (standing) return sayList(context, standing);
  if (query.list.part) return answerPassages(context);
  const counted = place && countedThing(context, place);
  if (counted) return counted;
  const entry = query.cues.what ? entryOf(context, place) : undefined;
  if (entry) return entry;
  const { best, held } = bestList(context, place);
  if (best) return best;
  // A name that the reports use and nowhere take apart has no list: what stands near it is another matter.
  if (held)
    return (
      definitionOf(context, place) ?? tellingOf(context, place) ?? refuseUntold(context, findSentences(context, place))
    );
  if (query.list.names.length > 0) return refuseWords(context, place, findSentences(context, place));
  // So many parts of a quoted name (“四费合一”是哪四笔费) are told by no sentence that only uses it.
  const ofName =
    query.list.count !== undefined && query.quoted.some((name) => parseNumeral(name[0]!) === query.list.count);
  const [nearest] = findSentences(context, place);
  if (ofName && !(nearest?.defines || (nearest?.likelihood ?? 0) >= SURE_PARTS))
    return refuseUntold(context, findSentences(context, place));
  if (query.indicators.length === 1 && !findSentences(context, place).some((hit) => hit.accepted))
    return answerFigure(context);
  return answerPassages(context);
}

/** The list that a question in words asks for by counting it (“五治”是啥); undefined where the reports do not surely tell it. */
export function listInWords(context: AnswerContext): Answer | undefined {
  const place = context.query.places[0]?.value;
  if (place && isReportMissing(context, place, context.query.periods[0]?.value)) return undefined;
  const standing = standingList(context, place);
  return standing ? sayList(context, standing) : bestList(context, place).best;
}

/** The numbered points that surely are what a question asks for; undefined where none are. */
export function numberedList(context: AnswerContext): Answer | undefined {
  const { search, structures } = findLists(context, context.query.places[0]?.value);
  const [first] = rankLists(search, structures);
  if (!first?.accepted || first.evidence.structure.kind !== 'numbered') return undefined;
  return sayList(context, { ...first.evidence.structure, items: first.evidence.items }, first.likelihood);
}

/** The sentence that explains a name whose parts are not told as a list; undefined where none does. */
function definitionOf(context: AnswerContext, place: Place | undefined): Answer | undefined {
  const defining = findSentences(context, place).find((hit) => hit.defines);
  return defining && sayPassages(context, [defining]);
}

/** How likely a sentence must answer that is to tell the parts of a name. */
const SURE_PARTS = 0.6;

/** How likely the entry of a glossary must answer. */
const SURE_ENTRY = 0.4;

/** What a name means, where the glossary (名词解释) of a report explains it: its entry tells more than a list cut out of it. */
function entryOf(context: AnswerContext, place: Place | undefined): Answer | undefined {
  const first = findSentences(context, place).at(0);
  if (!first?.defines || first.likelihood < SURE_ENTRY) return undefined;
  return first.report.sections[first.section]?.role === 'glossary' ? sayPassages(context, [first]) : undefined;
}

/** How many of the counted parts a sentence with the name must list to be quoted for them. */
const MOST_OF_PARTS = 0.8;

/**
 * The sentence that names what is asked for and lists most of its parts in words that no list could be read from
 * (A、B、C获批运营，D纳入试点，成为拥有五个平台的城市); undefined where none does.
 */
function tellingOf(context: AnswerContext, place: Place | undefined): Answer | undefined {
  const { names } = context.query.list;
  if (names.length !== 1) return undefined;
  const [{ forms, counts }] = names as [CountedName];
  const telling = findSentences(context, place).find(({ report, span, accepted }) => {
    const { text } = report.view;
    const at = Math.max(...forms.map((form) => text.slice(span.start, span.end).indexOf(form)));
    if (at < 0 || isInRow(text, span.start + at)) return false;
    if (accepted && counts.some((count) => partsBehind(text.slice(span.start + at, span.end)) === count)) return true;
    // What is listed behind the name is rather what comes of it.
    return inlineLists(text, { start: span.start, end: span.start + at }).some(
      (items) =>
        items.length > 2 &&
        counts.some((count) => items.length <= count && items.length >= count * MOST_OF_PARTS) &&
        !items.some((s) => endsInCountedName(text.slice(s.start, s.end))),
    );
  });
  return telling && sayPassages(context, [telling]);
}

/** True for a name that stands in a row with others (建设“两大基地”、推进“三个融合”、…): it is only used there. */
function isInRow(text: string, at: number): boolean {
  return /[”"]、\p{Script=Han}{0,6}[“"]?$/u.test(text.slice(Math.max(0, at - 12), at));
}

/** What parts the pieces of a sentence. */
const PIECE = /[、，；]/u;

/** How many pieces stand behind the clause that names something: three behind 实施“三个千人”计划，安置…就业、帮助…就业，扶持…创业. */
function partsBehind(words: string): number {
  const behind = words.search(/[，：:]/u);
  return behind < 0 ? 0 : words.slice(behind + 1).split(PIECE).length;
}

function bestList(context: AnswerContext, place: Place | undefined): { best?: Answer; held: boolean } {
  const { search, structures, held } = findLists(context, place);
  const [first] = rankLists(search, structures);
  if (!first) return { held };
  const { structure, items } = first.evidence;
  const exact = isOfForm(search, first.evidence);
  const least = isOfQuoted(search, first.evidence) ? SURE_CARRIED : SURE_EXACT;
  const spelled = context.query.list.names.some(({ forms }) => spellsCode(forms[0]!, first.evidence.words));
  if (!first.accepted && !spelled && !(exact && first.likelihood >= least)) return { held };
  if (onlyUsesName(search, first) || holdsAsked(context.query.list, first.evidence)) return { held };
  if (lacksAName(context.query.list, items.length) || lacksMost(context.query.list, structure, items.length))
    return { held };
  return { best: sayList(context, { ...structure, items }, first.likelihood), held };
}

/** How likely a list must be the one asked for that has just so many items as are: without it nothing tells a counted name. */
const SURE_EXACT = 0.38;
const LEAST_ITEMS = 3;
/** ...and what of the question's words it must hold itself, as a share of their weight. */
const LEAST_OF_WORDS = 0.35;

/** True for items that count as the digits of a code do: “一个率先”, “两个转型升级”, “三个示范基地” for “123”. */
function spellsCode(code: string, words: readonly string[]): boolean {
  if (!/^\d{3,6}$/u.test(code) || code.length !== words.length) return false;
  return words.every(
    (word, i) => parseNumeral(/^[“"]?([一二两三四五六七八九\d])/u.exec(word)?.[1] ?? '') === Number(code[i]),
  );
}

/** True for a list that shares its sentence with a name which stands there in a row with others: that it has just so many items is chance. */
function isBesideUse({ names }: ListAsk, { structure: { report, anchor, kind }, words }: ListEvidence): boolean {
  if (kind === 'named' || kind === 'carried') return false;
  const { text } = report.view;
  return names.some(({ forms, classes }) =>
    forms.some((form) => {
      const at = text.indexOf(form, anchor.start);
      const isOwn = words.every((word) => classes.some((c) => word.includes(c)));
      return at >= 0 && at < anchor.end && isInRow(text, at) && !isOwn;
    }),
  );
}

/** How likely a list must be of just so many items as are asked for, each of which holds the words that are quoted. */
const SURE_CARRIED = 0.2;
/** The shortest quotation that no list carries by chance. */
const LEAST_QUOTED = 3;

function isOfQuoted({ list, ask: { quoted } }: ListSearch, { words }: ListEvidence): boolean {
  const carried = quoted.some((q) => q.length >= LEAST_QUOTED && words.every((item) => item.includes(q)));
  return carried && countsOf(list).includes(words.length);
}

/** True for a list of just so many items as are asked for that holds the question's words, and for items that carry the word that is asked for. */
function isOfForm({ list, ask: { terms } }: ListSearch, evidence: ListEvidence): boolean {
  const { words, items, headed } = evidence;
  if (items.length < LEAST_ITEMS || isBesideUse(list, evidence)) return false;
  const { carried } = list;
  if (carried && words.every((item) => item.includes(carried.word))) return true;
  // 列一下民生实事: what is announced by nearly all that is asked for.
  if (countsOf(list).length === 0) return shareOf(terms, headed.wide) >= ALMOST_ALL;
  const holds =
    isNamedBefore(list, evidence) ||
    terms.total < LEAST_ASKED ||
    shareOf(terms, headed.wide) >= LEAST_OF_WORDS ||
    holdsClasses(evidence, list) ||
    carriesClass(list, words);
  return holds && countsOf(list).includes(items.length);
}

/** True for items of which each carries one and the same unit of the name's class: 创新引领之都、先进制造之都、… for “七大都市”, 拜访、走访、… for 五访. */
function carriesClass({ names }: ListAsk, words: readonly string[]): boolean {
  const [only, ...more] = names.length === 1 ? names[0]!.classes : [];
  return more.length === 0 && Array.from(only ?? '').some((unit) => words.every((word) => word.includes(unit)));
}

/** What may stand between a name and the first item right behind it: the end of its sentence, and a mark or two. */
const RIGHT_BEHIND = 6;

/** True for a list right behind its name: …加快发展“六大产业”。高端精细化工方面，…. */
function isNamedBefore({ names }: ListAsk, { structure, items }: ListEvidence): boolean {
  const { start } = items[0]!;
  return names.some(({ forms }) =>
    forms.some((form) =>
      structure.report.view.text.slice(Math.max(0, start - form.length - RIGHT_BEHIND), start).includes(form),
    ),
  );
}

/** What of a question's words a list holds that is announced by them, as a share of their weight. */
const ALMOST_ALL = 0.9;

/** What a question's words weigh at least that names anything beside the count: 都是哪十件 does not. */
const LEAST_ASKED = 1.5;

/** The least of what several names count that a list of all of them holds. */
const LEAST_OF_ALL = 0.7;

/** True for a list that tells only one of several names that are asked for: four items for “三不”“四客”. */
function lacksAName({ names }: ListAsk, items: number): boolean {
  const counted = names.reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0);
  return names.length > 1 && items < counted * LEAST_OF_ALL;
}

/** The least of what one name counts that a list of it holds which does not say that it is only a part. */
const LEAST_OF_NAME = 0.5;

/** True for a list of a few that are not told as some of many, where many are asked for: four for the names of 61家煤矿. */
function lacksMost({ names, carried }: ListAsk, { of }: ListStructure, items: number): boolean {
  const [name] = names;
  return !carried && names.length === 1 && of === undefined && items < Math.min(...name!.counts) * LEAST_OF_NAME;
}

/** The asking words behind a name. */
const ASKING = /(?:是|为|有|达到?|升到|提高到)?(?:百分之)?(?:几|多少).*$/u;

/** One figure that all the names together ask for: 出口增速比进出口总体高几个百分点, A占B的比重. */
function answerTogether(context: AnswerContext): Answer | undefined {
  const { query } = context;
  if (query.measure !== 'share' && query.measure !== 'difference') return undefined;
  const residue = query.content.map((run) => run.replace(ASKING, '')).filter((run) => run.length > 1);
  const open = { ...query, indicators: [], residue, attached: {}, operation: 'figure' as const };
  const answer = answerFigure({ ...context, query: open });
  return answer.kind === 'figure' ? answer : undefined;
}

/** The list of a bare name (常德2021年民生实事, 怀化2022年重点工作) that a report has a part for or surely tells; undefined where none does. */
export function listOfName(context: AnswerContext): Answer | undefined {
  const place = context.query.places[0]?.value;
  if (place && isReportMissing(context, place, context.query.periods[0]?.value)) return undefined;
  const found = standingList(context, place);
  return found ? sayList(context, found) : namesCounted(context, place);
}

/** How many names of a thing that reports count are tried. */
const TRIED = 4;

/** The likeliest list of a thing that reports count under names of their own (实事), where the question names it without a count. */
function countedThing(context: AnswerContext, place: Place): Answer | undefined {
  return thingsCounted(context, place)
    .slice(0, TRIED)
    .flatMap((name) => bestList(withName(context, name), place).best ?? [])
    .reduce<Answer | undefined>((a, b) => (a && (a.confidence ?? 0) >= (b.confidence ?? 0) ? a : b), undefined);
}

/** The question as if it asked by a counted name. */
function withName(context: AnswerContext, name: CountedName): AnswerContext {
  const { query } = context;
  return { ...context, query: { ...query, list: { ...query.list, names: [name] } } };
}

/** The list of what a report counts (十件民生实事) and the question names without the count. */
function namesCounted(context: AnswerContext, place: Place | undefined): Answer | undefined {
  if (!place) return undefined;
  const names = impliedNames(context, place);
  return names[0]
    ? (bestList(withName(context, names[0]), place).best ?? countedThing(context, place))
    : countedThing(context, place);
}

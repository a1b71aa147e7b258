import { askedAspects, type CountedName, carriedWord, countedNames } from '../matching/counted-names.js';
import { carriedList } from './carried-list.js';
import type { AnswerContext } from './context.js';
import { answerFigure } from './figure.js';
import { answerFigures } from './figures.js';
import { findSentences } from './find-sentences.js';
import { findNamed } from './named-list.js';
import { nearbyList } from './nearby-list.js';
import { answerPassages } from './passages.js';
import { missingReport, refuseUntold } from './refusal.js';
import { sayList } from './say-list.js';
import type { Answer } from './schema.js';
import { asksStanding, standingList } from './standing.js';

/** Share of the question's content that the sentence announcing a list must hold. */
const ENOUGH = 0.5;

/**
 * Answers a question for a list: several figures; the parts of a name that counts them; the items that the sentence nearest to
 * the question holds or announces; or the passages.
 */
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
  if (asksStanding(context)) return answerPassages(context);
  const carried = carriedWord(query.text, query.quoted);
  if (carried) {
    const list = findNamed(context, place, [carried.name]).found ?? carriedList(context, place, carried);
    return list ? sayList(context, list) : answerPassages(context);
  }
  const names = countedNames(query.text, query.quoted).filter((name) => !standsBehindAsking(query.text, name));
  const named = findNamed(context, place, names);
  if (named.found) return sayList(context, named.found);
  const aspects = names.length === 0 ? askedAspects(query.text) : undefined;
  const announced = aspects && findNamed(context, place, [aspects]).found;
  if (announced) return sayList(context, announced);
  const hits = findSentences(context, place).filter((h) => h.words >= ENOUGH);
  // A name that the reports use and nowhere take apart has no list: what stands near it is another matter.
  const near = named.held ? undefined : nearbyList(context, hits, names);
  if (near) return sayList(context, near);
  if (hits.length === 0 && query.indicators.length === 1) return answerFigure(context);
  return named.held ? refuseUntold(context, hits) : answerPassages(context);
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

/** True where a class is asked for before the name, which then only says amid what: 哪些区县获评“五型”政府建设示范县区. */
function standsBehindAsking(question: string, { forms }: CountedName): boolean {
  const asking = /哪(?:些|[几两二三四五六七八九十]+个)(?=[\p{Script=Han}]{2})/u.exec(question);
  const at = Math.max(...forms.map((form) => question.indexOf(form)));
  return asking !== null && at > asking.index + asking[0].length + 1;
}

/** The list of a bare name (常德2021年民生实事, 怀化2022年重点工作) that a report counts or has a part for; undefined where none does. */
export function listOfName(context: AnswerContext): Answer | undefined {
  const place = context.query.places[0]?.value;
  if (place && missingReport(context, place, context.query.periods[0]?.value)) return undefined;
  const found =
    standingList(context, place) ??
    findNamed(context, place, countedNames(context.query.text, context.query.quoted)).found;
  return found && sayList(context, found);
}

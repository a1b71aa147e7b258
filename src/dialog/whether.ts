import { answerCheck } from '../answer/check/answer.js';
import type { Answer } from '../answer/schema.js';
import type { Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { unitFamily } from '../matching/unit-family.js';
import { type Claim, readClaims } from '../question/claims.js';
import { whetherAsked } from '../question/whether.js';
import type { Store } from '../retrieval/types.js';

/** Yes or no asked of one place's figure. */
export interface Whether {
  readonly claim: Claim;
  /** Yes, no or not held; undefined where the surest figure decides nothing. */
  readonly answer?: Answer;
}

/** Reads and answers whether a figure was reached, passed or set; undefined where something else, or more, is asked. */
export function answerWhether(
  text: string,
  { store, lexicon, parse }: { store: Store; lexicon: Lexicon; parse: (text: string) => Frame },
): Whether | undefined {
  const asked = whetherAsked(text);
  if (asked === undefined) return undefined;
  const { places, allPlaces, periods } = parse(asked.claims);
  if (places.length !== 1 || allPlaces !== undefined || periods.length > 1) return undefined;
  const read = readClaims(asked, parse);
  const [claim, ...more] = read.claims;
  if (claim?.quantity === undefined || more.length > 0) return undefined;
  const answer = answerCheck({ store, lexicon }, read);
  const decides = answer.kind === 'check' || answer.refusal === 'not-held';
  return { claim, ...(decides ? { answer } : {}) };
}

/**
 * What was found for the question as it stands, where yes or no is asked: a figure of another kind (a growth for a level) decides nothing and
 * is shown as the nearest alone.
 */
export function undecided(answer: Answer, { quantity, text }: Claim): Answer {
  const figure = answer.kind === 'figure' ? answer.figures[0] : undefined;
  if (figure === undefined || quantity === undefined) return answer;
  // A place in an order has no unit.
  const ranked = figure.unit === '' && quantity.unit !== '';
  const [asked, told] = [unitFamily(quantity.unit), unitFamily(figure.unit)];
  if (!ranked && (asked === told || (asked === 'scale' && told !== 'percent' && told !== 'count'))) return answer;
  return asNearest(answer, `没有找到能判断“${text}”的数字，只有${answer.headline}`);
}

/** An answer as the nearest to what was asked, of which nothing is claimed. */
export function asNearest(answer: Answer, why: string): Answer {
  const headline = `没有把握：${why}`;
  return {
    ...answer,
    kind: 'refusal',
    refusal: 'not-sure',
    headline,
    text: answer.text.replace(answer.headline, headline),
  };
}

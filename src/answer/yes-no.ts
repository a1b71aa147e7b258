import type { Frame, YesNoAsk } from '../frame/types.js';
import { type YesNoWords, yesNoWords } from '../lexicon/yes-no.js';
import { termsInWords } from '../matching/ask.js';
import type { SentenceHit } from '../matching/sentences.js';
import { coverOf, shareOf, type Terms } from '../matching/terms.js';
import { splitClauses } from '../text/sentences.js';

/** How much of the question a sentence must hold for yes or no to be said of it, and how surely it must be the one that tells. */
const LEAST = 0.6;
const SURE = 0.5;
/** The longest way from a word for none to the thing that there is none of: “零门槛”, 免收学费. */
const NONE_BEFORE = 3;

const ASKED = { has: { yes: '有', no: '没有' }, done: { yes: '是的', no: '还没有' }, is: { yes: '是的', no: '不是' } };

/**
 * Yes or no, as a sentence decides what a question asks so (有没有修环线的打算, 2号线开通了吗); undefined for any other question, and where
 * the sentence decides nothing.
 */
export function yesOrNo(query: Frame, hit: SentenceHit): string | undefined {
  const { yesNo } = query;
  if (yesNo === undefined || hit.words < LEAST || hit.likelihood < SURE) return undefined;
  const words = yesNoWords();
  const terms = termsInWords(query);
  const clause = clauseOf(terms, hit, yesNo.asked === 'done' ? words.done : []);
  if (clause === undefined) return undefined;
  const told = yesNo.asked === 'done' ? doneIn(clause, yesNo, hit, words) : isThere(clause, terms, words);
  return told === undefined ? undefined : ASKED[yesNo.asked][told ? 'yes' : 'no'];
}

/**
 * The words of the clause that speaks of the thing: what was done aside, the one that holds most of the question; where the question
 * tells things apart by number (2号线), only one that holds the number.
 */
function clauseOf(terms: Terms, { report, span }: SentenceHit, acts: readonly string[]): string | undefined {
  const { text } = report.view;
  const act = new Uint8Array(terms.weights.length);
  for (const word of acts) {
    const at = terms.text.indexOf(word);
    if (at >= 0) act.fill(1, at, at + word.length);
  }
  const numbers = terms.grams.filter((gram) => /^\d/u.test(gram.text) && terms.weights[gram.from]! > 0);
  const speaks: { words: string; share: number }[] = [];
  for (const { start, end } of splitClauses(text, span)) {
    const words = text.slice(start, end);
    const { exact, wide } = coverOf(terms, words);
    if (numbers.some(({ from }) => !exact[from])) continue;
    const share = shareOf(
      terms,
      wide.map((held, i) => (act[i] ? 0 : held)),
    );
    speaks.push({ words, share });
  }
  const most = Math.max(0, ...speaks.map(({ share }) => share));
  const near = speaks.filter(({ share }) => share >= most * AS_MUCH);
  // Of clauses that speak of the thing alike, the one with an act tells what was done: …开工建设，…“高铁时代”即将到来.
  return (near.find(({ words }) => acts.some((act) => words.includes(act))) ?? near.find(({ share }) => share === most))
    ?.words;
}

/** From which share of the most that a clause holds of the question another one speaks of the thing as well. */
const AS_MUCH = 0.8;

/** Whether a clause says that what was asked was done: the act itself, looking back, or what only goes on; undefined for neither. */
export function doneIn(
  clause: string,
  { acts: asked, begins }: YesNoAsk,
  { report, section }: SentenceHit,
  words: YesNoWords,
): boolean | undefined {
  const has = (list: readonly string[]): boolean => list.some((w) => clause.includes(w));
  if (has(words.negations)) return false;
  const role = report.sections[section]?.role;
  const ahead = role === 'tasks' || role === 'outlook' || has(words.ahead);
  const acts = begins ? [...words.begun, ...words.nowDone] : [...words.nowDone, ...asked];
  const said = has(acts);
  if (said && !ahead) return true;
  const lies = words.ahead.some((w) => !words.drives.includes(w) && clause.includes(w));
  if (said && role !== 'tasks' && role !== 'outlook' && !lies) return undefined;
  // What came about by an act that is not known (涨了没) is denied by no plan; what is being built was begun at some time.
  if (asked.length === 0) return undefined;
  if (begins) return said && ahead ? false : undefined;
  return ahead || has(words.ongoing) ? false : undefined;
}

/** False where a clause says that there is none of the thing: 零门槛, 尚未建立. */
function isThere(clause: string, terms: Terms, words: YesNoWords): boolean {
  if (words.negations.some((w) => clause.includes(w))) return false;
  return !terms.grams.some(({ text }) => {
    const at = clause.indexOf(text);
    const before = clause.slice(Math.max(0, at - NONE_BEFORE), Math.max(0, at));
    return at > 0 && words.none.some((w) => before.endsWith(w));
  });
}

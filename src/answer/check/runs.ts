import { clashingWords, contrasts } from '../../lexicon/contrasts.js';
import { reportPatterns } from '../../matching/report-patterns.js';
import { type Terms, wideShareOf } from '../../matching/terms.js';
import { parseNumeral } from '../../text/numerals.js';

/** For how many years without a break (连续10年, 连着三年, 连续第十年) a text says that something went on; undefined for none. */
export function runIn(text: string): number | undefined {
  const years = reportPatterns().sentences.run.find(text)?.groups?.years;
  return years === undefined ? undefined : (parseNumeral(years) ?? undefined);
}

/**
 * The run of years that a sentence tells of a thing: of several (进出口总额连续16年、出口总额连续18年) that of the member which holds most of its
 * words, and no other one by its own; undefined where none is told, or it cannot be said which.
 * @param said the words of the claim.
 */
export function runOf(terms: Terms, said: string, sentence: string): number | undefined {
  const told = sentence
    .split(/[、，,；;]/u)
    .map((member) => ({ member, run: runIn(member), share: wideShareOf(terms, member) }))
    .filter(({ run, member }) => run !== undefined && clashingWords(contrasts(), member, said).length === 0)
    .sort((a, b) => b.share - a.share);
  const [first, second] = told;
  const isSure = second === undefined || first!.share > second.share || first!.run === second.run;
  return isSure ? first?.run : undefined;
}

import { createHash } from 'node:crypto';
import type { Report } from './types.js';

/** Characters of a text that are compared: enough to tell two reports apart, whatever follows them. */
const COMPARED = 4000;
const HAN_ONLY = /[^\p{Script=Han}\d]/gu;

/**
 * Marks documents that hold the same text as an earlier one: `duplicateOf` its id.
 * Two texts are the same where their characters and digits are, whatever their punctuation and blanks.
 */
export function markDuplicates(reports: readonly Report[]): Report[] {
  const first = new Map<string, Report>();
  return reports.map((report) => {
    const key = fingerprint(report);
    const original = first.get(key);
    if (!original) {
      first.set(key, report);
      return report;
    }
    return {
      ...report,
      duplicateOf: original.id,
      oddities: [...report.oddities, `与 ${original.seed} 的正文相同，只用后者回答`],
    };
  });
}

/** The text from the first section after the front on, since heads of copies differ. */
function fingerprint({ view, sections }: Report): string {
  const from = sections.find((s) => s.role !== 'front')?.start ?? 0;
  const text = view.text.slice(from, from + COMPARED).replace(HAN_ONLY, '');
  return createHash('sha1').update(text).digest('base64');
}

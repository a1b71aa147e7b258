import { createHash } from 'node:crypto';
import type { Report } from './types.js';

/** Characters of a text that are compared: enough to tell two reports apart, whatever follows them. */
const COMPARED = 4000;
const HAN_ONLY = /[^\p{Script=Han}\d]/gu;

/**
 * Marks documents that hold the same text as an earlier one: `duplicateOf` its id.
 * Two texts are the same where their characters and digits are, whatever their punctuation and blanks.
 */
export function markDuplicates<R extends Pick<Report, 'id' | 'seed' | 'oddities'>>(
  reports: readonly R[],
  fingerprintOf: (report: R, index: number) => string,
): (R & Pick<Report, 'duplicateOf'>)[] {
  const first = new Map<string, R>();
  return reports.map((report, i) => {
    const key = fingerprintOf(report, i);
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
export function fingerprint({ view, sections }: Pick<Report, 'view' | 'sections'>): string {
  const from = sections.find((s) => s.role !== 'front')?.start ?? 0;
  const text = view.text.slice(from, from + COMPARED).replace(HAN_ONLY, '');
  return createHash('sha1').update(text).digest('base64');
}

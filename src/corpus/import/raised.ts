/** Raised digits (上标): the number of a note is no part of the figure beside it, the exponent of m² is part of its unit. */

const NOTE = /^[[(（【〔]?(?:注|脚注)?\s*(\d{1,3}|[①-⑳*])\s*[\])）】〕]?$/;
const EXPONENTS: Readonly<Record<string, string>> = { '2': '²', '3': '³' };
/** What an exponent stands behind: km, m. */
const UNIT_BEFORE = /[mM]$/;

/** A raised text as plain text: [12] for the number of a note, which the reading of reports knows for one; ² and ³ behind m. */
export function plainOfRaised(raised: string, before: string): string {
  const words = raised.trim();
  const exponent = EXPONENTS[words];
  if (exponent !== undefined && UNIT_BEFORE.test(before)) return exponent;
  const note = NOTE.exec(words);
  return note === null ? raised : `[${note[1]}]`;
}

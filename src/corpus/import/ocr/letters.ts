/** What a line says (文字识别): the output of a recognition model read letter by letter. Pure arithmetic. */

/** A letter with the probability that the model gives it. */
export interface Letter {
  readonly text: string;
  readonly sure: number;
}

/**
 * The letters of a line. Each step of the model gives a probability for each letter and for none (the first);
 * the same letter in steps without a gap is one letter.
 * @param letters the letters in the model's order, without the one for none
 */
export function lettersOf(output: Float32Array, steps: number, letters: readonly string[]): Letter[] {
  const classes = output.length / steps;
  const read: Letter[] = [];
  let last = 0;
  for (let step = 0; step < steps; step++) {
    const best = largest(output, step * classes, classes);
    const sure = output[step * classes + best]!;
    if (best !== 0 && best !== last) read.push({ text: letters[best - 1] ?? ' ', sure });
    last = best;
  }
  return read;
}

function largest(values: Float32Array, from: number, length: number): number {
  let best = 0;
  for (let i = 1; i < length; i++) if (values[from + i]! > values[from + best]!) best = i;
  return best;
}

/** A figure's letter below this probability may be another one; a line below the second is read badly as a whole. */
const SURE_LETTER = 0.85;
const SURE_LINE = 0.8;
/** Letters of figures, where one misread changes what is said. */
const OF_FIGURES = /[\d.．%％‰〇零一二三四五六七八九十百千万亿]/;

/** The mean probability of a line's letters; 0 for an empty one. */
export function sureness(letters: readonly Letter[]): number {
  return letters.length === 0 ? 0 : letters.reduce((sum, { sure }) => sum + sure, 0) / letters.length;
}

/** Of letters that belong to figures, those that may be misread: unsure themselves, or on a line that is. */
export function doubtsOf(letters: readonly Letter[]): boolean[] {
  const badly = sureness(letters) < SURE_LINE;
  return letters.map(({ text, sure }) => OF_FIGURES.test(text) && (badly || sure < SURE_LETTER));
}

/** How many letters belong to figures. */
export function figureLetters(letters: readonly Letter[]): number {
  return letters.filter(({ text }) => OF_FIGURES.test(text)).length;
}

import type { Answer } from '../../src/answer/schema.js';
import type { Style } from './style.js';

export interface RenderOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Characters that would steer a terminal or turn its text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out.
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text that a terminal shows as it stands: no control characters but line breaks and tabs. */
export function printable(text: string): string {
  return text.replace(STEERING, '').replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * An answer as the terminal shows it: its own text with the headline strong, the reading and the sources dim and the cited
 * figures marked. Without colour it is the answer's text as it stands. A chart is drawn where one was asked for.
 */
export function renderAnswer(answer: Answer, { style, width }: RenderOptions): string {
  void width;
  return styled(answer, style);
}

function styled(answer: Answer, style: Style): string {
  const marks = markedTexts(answer);
  const { line: reading } = answer.understood;
  let headline = true;
  return printable(answer.text)
    .split('\n')
    .map((line) => {
      if (headline && line.trim() !== '' && printable(answer.headline).includes(line.trim())) {
        headline = false;
        return style.strong(line);
      }
      if (reading !== '' && line.includes(printable(reading))) return style.dim(line);
      if (/^\s*——/u.test(line)) return style.dim(line);
      if (/[「『“]/u.test(line)) return markAll(line, marks, style.mark);
      return line;
    })
    .join('\n');
}

/** The words of the citations that are to be marked, longest first. */
function markedTexts({ citations, figures }: Answer): string[] {
  const texts = new Set(figures.map((figure) => figure.text));
  for (const { quote, marks = [] } of citations) for (const { start, end } of marks) texts.add(quote.slice(start, end));
  return [...texts]
    .map(printable)
    .filter((text) => text.trim() !== '')
    .sort((a, b) => b.length - a.length);
}

function markAll(line: string, texts: readonly string[], mark: (text: string) => string): string {
  if (texts.length === 0) return line;
  const pattern = new RegExp(texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'gu');
  return line.replace(pattern, mark);
}

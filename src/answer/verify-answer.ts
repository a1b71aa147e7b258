import type { Answer, Citation } from './schema.js';
import { type CheckedFigure, checkFigures } from './verify.js';
import type { CheckVerdict } from './verify-judge.js';

const VERDICTS: Record<CheckVerdict, string> = { supported: '✅ 支持', differs: '❌ 不符', 'not-held': '❔ 未收录' };

/** So much of a claim is shown before its figure; the whole text is in front of the reader anyway. */
const SHOWN_CLAIM = 40;

/**
 * The figures of a text checked against the reports (核对数字), as an answer: one item a figure with its verdict,
 * and the quotes that it was compared with.
 *
 * @param look answers one question by itself, leaning on no earlier turn.
 */
export function verifyText(text: string, look: (question: string) => Answer): Answer {
  const began = performance.now();
  const { checks, left } = checkFigures(text, look);
  const citations: Citation[] = [];
  const figures: Answer['figures'] = [];
  const items = checks.map((check) => {
    const numbers = check.against.map(({ figure, citation }) => {
      const held = citations.findIndex((other) => sameSource(other, citation));
      const index = held >= 0 ? held : citations.push(citation) - 1;
      if (!figures.some((other) => other.citation === index && other.text === figure.text)) {
        figures.push({ ...figure, citation: index });
      }
      return `${figure.text} [${index + 1}]`;
    });
    return sayCheck(check, numbers);
  });
  const headline = sayHeadline(checks);
  const notes = left > 0 ? [`还有 ${left} 个数字没有核对：一次最多核对 ${checks.length} 个。`] : [];
  return {
    kind: checks.length === 0 ? 'notice' : 'list',
    headline,
    text: [
      headline,
      ...items.map((item, index) => `${index + 1}. ${item}`),
      ...notes.map((note) => `注：${note}`),
    ].join('\n'),
    understood: {
      places: [],
      years: [],
      indicator: null,
      facet: null,
      operation: { value: 'verify', source: 'question' },
      line: '',
    },
    figures,
    citations,
    suggestions: [],
    elapsedMs: performance.now() - began,
    ...(items.length > 0 ? { items } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function sayHeadline(checks: readonly CheckedFigure[]): string {
  if (checks.length === 0) return '这段文字里没有可以核对的数字。';
  const counts = (Object.keys(VERDICTS) as CheckVerdict[])
    .map((verdict) => [verdict, checks.filter((check) => check.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${VERDICTS[verdict].slice(2)} ${count}`);
  return `核对 ${checks.length} 个数字：${counts.join('，')}`;
}

function sayCheck({ claim, verdict, reading, note }: CheckedFigure, found: readonly string[]): string {
  const shown = claim.length > SHOWN_CLAIM ? `…${claim.slice(-SHOWN_CLAIM)}` : claim;
  const against = found.length === 0 ? '' : `；报告：${found.join('、')}`;
  const read = reading === '' ? '' : `；理解为：${reading}`;
  return `${VERDICTS[verdict]} “${shown}”${against}${note === undefined ? '' : `（${note}）`}${read}`;
}

function sameSource(a: Citation, b: Citation): boolean {
  return a.seed === b.seed && a.start === b.start && a.end === b.end;
}

import { wordsOfSeeing } from '../question/turn-asks.js';
import type { Span } from '../text/types.js';
import { toView } from '../text/view.js';
import { cite, sectionAt } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import type { Answer, Citation } from './schema.js';

const BRACKET = /[（(]([^（）()\n]{2,60})[)）]/gu;

/**
 * Who sees to what was quoted (归哪个局管): what the report says in brackets behind it, in the same line. Says that it does not tell
 * where it does not.
 */
export function answerResponsible({ store }: Omit<AnswerContext, 'query'>, citation: Citation): Answer {
  const report = store.report(citation.document.id);
  const { text } = report.view;
  const start = toView(report.view, citation.start);
  const line = text.indexOf('\n', toView(report.view, citation.end));
  const end = line < 0 ? text.length : line;
  const told = bracketWith(text, { start, end }, wordsOfSeeing());
  const draft = newDraft();
  if (!told) {
    addCitation(draft, citation);
    const headline = '没有把握：报告在这一项里没有写由谁负责';
    return compose({ kind: 'refusal', headline, understood: readingOfItem(), draft, extra: { refusal: 'not-sure' } });
  }
  addCitation(draft, cite(store, report, { start, end: told.end }, sectionAt(report.sections, start), [told]));
  return compose({
    kind: 'passages',
    headline: text.slice(told.start, told.end).replace(/[（）()]/gu, ''),
    understood: readingOfItem(),
    draft,
  });
}

/** The first bracket that holds one of the words. */
function bracketWith(text: string, { start, end }: Span, words: readonly string[]): Span | undefined {
  for (const match of text.slice(start, end).matchAll(BRACKET))
    if (words.some((word) => match[1]!.includes(word)))
      return { start: start + match.index, end: start + match.index + match[0].length };
  return undefined;
}

function readingOfItem(): Answer['understood'] {
  return {
    places: [],
    years: [],
    indicator: { value: '由谁负责', source: 'question' },
    facet: null,
    operation: { value: '段落', source: 'question' },
    line: '上一条 · 由谁负责',
  };
}

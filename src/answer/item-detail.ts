import { wordsOfSeeing } from '../question/turn-asks.js';
import { splitSentences } from '../text/sentences.js';
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
    return compose({
      kind: 'refusal',
      headline,
      understood: readingOfItem('由谁负责'),
      draft,
      extra: { refusal: 'not-sure' },
    });
  }
  addCitation(draft, cite(store, report, { start, end: told.end }, sectionAt(report.sections, start), [told]));
  return compose({
    kind: 'passages',
    headline: text.slice(told.start, told.end).replace(/[（）()]/gu, ''),
    understood: readingOfItem('由谁负责'),
    draft,
  });
}

/** How much of what stands behind an item is told with it, in characters. */
const MOST_DETAIL = 320;

/**
 * What is said of an item of a list: the item with the sentences behind it, up to the next item's line where it is a line of its own.
 * @param title what the item is said to be: 第4项：…; else only that the report says so.
 */
export function answerDetail({ store }: Omit<AnswerContext, 'query'>, citation: Citation, title?: string): Answer {
  const report = store.report(citation.document.id);
  const { text } = report.view;
  const start = toView(report.view, citation.start);
  const own = toView(report.view, citation.end);
  const until = own + MOST_DETAIL;
  const line = text.indexOf('\n', own);
  // A heading on its own line is told by the paragraph below it.
  const headed = line >= 0 && line - own <= 1;
  const next = headed ? text.indexOf('\n', line + 1) : line;
  const end = Math.min(next < 0 ? text.length : next, until);
  const whole = splitSentences(text, { start, end: Math.max(end, own) }).filter((s) => s.end <= end);
  const told = { start, end: Math.max(whole.at(-1)?.end ?? own, own) };
  const draft = newDraft();
  addCitation(draft, cite(store, report, told, sectionAt(report.sections, start)));
  const more = told.end - own > 1;
  const headline = title ?? (more ? '这一项报告是这样说的' : '报告对这一项没有再多说');
  return compose({ kind: 'passages', headline, understood: readingOfItem('具体内容'), draft });
}

/** The first bracket that holds one of the words. */
function bracketWith(text: string, { start, end }: Span, words: readonly string[]): Span | undefined {
  for (const match of text.slice(start, end).matchAll(BRACKET))
    if (words.some((word) => match[1]!.includes(word)))
      return { start: start + match.index, end: start + match.index + match[0].length };
  return undefined;
}

function readingOfItem(what: string): Answer['understood'] {
  return {
    places: [],
    years: [],
    indicator: { value: what, source: 'question' },
    facet: null,
    operation: { value: '段落', source: 'question' },
    line: `上一条 · ${what}`,
  };
}

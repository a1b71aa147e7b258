import type { Fact } from '../facts/types.js';
import { whereWords } from '../question/turn-asks.js';
import { splitClauses } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { cite } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import { labelOf } from './say-figure.js';
import type { Answer } from './schema.js';
import { sayFigure } from './wording.js';

/** Where a figure's thing is, in the words of its own clause (在龙昆南、滨海大道上建成4座人行天桥); says that it is not told where those name no place. */
export function answerWhere(context: AnswerContext, fact: Fact): Answer {
  const { store, query } = context;
  const report = store.report(fact.report);
  const { text } = report.view;
  const span = clausesOf(text, fact).find(({ start, end }) => tellsPlace(text.slice(start, end)));
  const draft = newDraft();
  addCitation(draft, cite(store, report, span ?? fact.sentence, fact.section, [fact.span]));
  const understood = readingOf(query);
  if (span)
    return compose({
      kind: 'passages',
      headline: text.slice(span.start, span.end).replace(/\n/gu, '').trim(),
      body: [`说的是：${labelOf(context, fact)}${sayFigure(fact)}`],
      understood,
      draft,
      likelihood: LIKELY,
    });
  return compose({
    kind: 'refusal',
    headline: `没有把握：报告在这里没有写明${labelOf(context, fact)}${sayFigure(fact)}在什么地方`,
    understood,
    draft,
    extra: { refusal: 'not-sure' },
  });
}

const LIKELY = 0.7;

/** The figure's own clause, then the one before it. */
function clausesOf(text: string, { sentence, span }: Fact): Span[] {
  const clauses = splitClauses(text, sentence);
  const own = clauses.findIndex(({ start, end }) => start <= span.start && span.start < end);
  return [clauses[own], clauses[own - 1]].filter((clause) => clause !== undefined);
}

/** True for words that say where: 在…, or names that end as those of roads and quarters do. */
function tellsPlace(words: string): boolean {
  const { opens, ends } = whereWords();
  return opens.some((pattern) => pattern.test(words)) || ends.some((pattern) => pattern.test(words));
}

import type { InWords } from '../../analysis/row.js';
import type { Fact } from '../../facts/types.js';
import type { Indicator } from '../../lexicon/types.js';
import { analysisWords } from '../../question/analysis/words.js';
import type { ReportHead } from '../../retrieval/types.js';
import { sectionAt } from '../cite.js';
import type { AnswerContext } from '../context.js';

const CLAUSE_ENDS = '，,；;。\n';

/** A target that a report puts in words: the clause of its plans that names the indicator and gives no figure for it. */
export function targetInWords({ store }: AnswerContext, head: ReportHead, indicator: Indicator): InWords | undefined {
  const report = store.report(head.id);
  const { text } = report.view;
  const { wordTargets } = analysisWords();
  for (const section of report.sections.filter((s) => s.role === 'tasks' || s.role === 'outlook')) {
    const own = text.slice(section.start, section.end);
    for (const name of indicator.aliases)
      for (let at = own.indexOf(name); at >= 0; at = own.indexOf(name, at + 1)) {
        const span = clauseAround(text, section.start + at, section.start + at + name.length);
        const clause = text.slice(span.start, span.end);
        if (/\d/u.test(clause) || !wordTargets.some((w) => clause.includes(w))) continue;
        return { report: report.id, text: clause, span, section: sectionAt(report.sections, section.start + at) };
      }
  }
  return undefined;
}

/** What a report says of an outcome without a figure: 未能完成预期目标. */
export interface ToldInWords extends InWords {
  readonly met: boolean;
}

/**
 * The words in which the report that looks back says whether a target was met: in the clause that names the indicator, else in
 * the one behind it. The words for it are data (`outcomesInWords`).
 */
export function outcomeInWords(
  { store }: AnswerContext,
  head: ReportHead,
  names: readonly string[],
): ToldInWords | undefined {
  const report = store.report(head.id);
  const { text } = report.view;
  const { missed, met } = analysisWords().outcomesInWords;
  for (const section of report.sections.filter((s) => s.role !== 'tasks' && s.role !== 'outlook')) {
    const own = text.slice(section.start, section.end);
    for (const word of [...missed, ...met])
      for (let at = own.indexOf(word); at >= 0; at = own.indexOf(word, at + 1)) {
        const from = section.start + at;
        const clause = clauseAround(text, from, from + word.length);
        const before = clauseAround(text, Math.max(clause.start - 2, 0), Math.max(clause.start - 1, 0));
        const span = [clause, { start: before.start, end: clause.end }].find(({ start, end }) =>
          names.some((name) => text.slice(start, end).includes(name)),
        );
        if (!span || text.slice(span.start, span.end).includes('\n')) continue;
        const said = {
          report: report.id,
          text: text.slice(span.start, span.end),
          span,
          section: sectionAt(report.sections, from),
        };
        return { ...said, met: met.includes(word) };
      }
  }
  return undefined;
}

function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from > 0 && !CLAUSE_ENDS.includes(text[from - 1]!)) from--;
  while (to < text.length && !CLAUSE_ENDS.includes(text[to]!)) to++;
  return { start: from, end: to };
}

/** How far behind a figure a second aim is looked for. */
const REACH = 26;

/** A second, higher aim right behind a target: 6%以上，争取7%. As written. */
export function furtherAim({ store }: AnswerContext, fact: Fact): string | undefined {
  const { text } = store.report(fact.report).view;
  const behind = text.slice(fact.span.end, Math.min(fact.span.end + REACH, fact.sentence.end));
  const stop = behind.search(/[；;。\n]/u);
  const own = stop < 0 ? behind : behind.slice(0, stop);
  const at = analysisWords()
    .further.map((w) => own.indexOf(w))
    .filter((i) => i >= 0 && i <= NEAR);
  if (at.length === 0) return undefined;
  const aim = own.slice(Math.min(...at)).split(/[，,、]/u)[0]!;
  return /[\d数好高]/u.test(aim) ? aim : undefined;
}

/** From here on the words belong to the next figure. */
const NEAR = 3;

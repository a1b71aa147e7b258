import type { Report } from '../corpus/types.js';
import { type SentenceUnit, sentencesOfReport } from '../matching/sentence-units.js';
import { cite, quoteSpan } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { headlineOf } from './headline.js';
import { readingOf } from './reading.js';
import { reportAsked } from './report-asked.js';
import type { Answer } from './schema.js';

/** How many parts a summary has at most; with fewer than the least, the parts below are taken. */
const MOST_PARTS = 8;
const LEAST_PARTS = 4;
/** What a figure of the main targets or of a headline indicator is worth in the choice of a part's sentence. */
const MAIN = 2;
/** The shortest sentence that says something. */
const MIN_SENTENCE = 16;
/** How many quotes are written out. */
const QUOTED = 2;

/** The parts of a report with one sentence each in its own words, the one that tells most of the main figures. */
export function answerSummary(context: AnswerContext): Answer {
  const found = reportAsked(context);
  if ('answer' in found) return found.answer;
  const { report } = found;
  const draft = newDraft();
  const items = partsOf(report).flatMap(([heading, units]) => {
    const best = bestSentence(context, report, units);
    if (!best) return [];
    const { span, section } = best;
    addCitation(draft, cite(context.store, report, quoteSpan(report.view.text, span, span, span), section));
    return [`${heading}：${headlineOf({ report, span, clause: span })}`];
  });
  return compose({
    kind: 'list',
    headline: `${report.title}：${items.length}个部分，各摘一句`,
    body: items.map((item, i) => `${i + 1}. ${item}`),
    understood: readingOf(context.query, {
      years: [{ value: `${report.year ?? ''}年报告`, source: 'corpus' }],
      indicator: { value: '要点', source: 'question' },
    }),
    draft,
    quoted: QUOTED,
    extra: { items },
  });
}

/** The sentences of a report by its parts, in order. */
function partsOf(report: Report): (readonly [string, readonly SentenceUnit[]])[] {
  const at = (depth: number): Map<string, SentenceUnit[]> => {
    const parts = new Map<string, SentenceUnit[]>();
    for (const unit of sentencesOfReport(report)) {
      const { path, role } = report.sections[unit.section]!;
      const heading = path[Math.min(depth, path.length) - 1];
      if (heading === undefined || role === 'front' || role === 'glossary') continue;
      parts.set(heading, [...(parts.get(heading) ?? []), unit]);
    }
    return parts;
  };
  const top = at(1);
  return [...(top.size >= LEAST_PARTS ? top : at(2))].slice(0, MOST_PARTS);
}

function isHeading({ view, sections }: Report, { span, section }: SentenceUnit): boolean {
  return sections[section]!.path.includes(view.text.slice(span.start, span.end).trim());
}

/** The sentence of a part that holds most figures, those of headline indicators above all; else the first that says something. */
function bestSentence(
  { store }: AnswerContext,
  report: Report,
  units: readonly SentenceUnit[],
): SentenceUnit | undefined {
  const facts = store.facts(report.id);
  const telling = units.filter((unit) => unit.span.end - unit.span.start >= MIN_SENTENCE && !isHeading(report, unit));
  const worth = ({ span }: SentenceUnit): number =>
    facts
      .filter((f) => f.span.start >= span.start && f.span.end <= span.end)
      .reduce((sum, f) => sum + (f.indicator === undefined ? 1 : MAIN), 0);
  return telling.reduce<{ unit?: SentenceUnit; most: number }>(
    (best, unit) => {
      const own = worth(unit);
      return best.unit && own <= best.most ? best : { unit, most: own };
    },
    { most: 0 },
  ).unit;
}

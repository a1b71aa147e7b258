import { citeFact } from '../answer/cite.js';
import type { AnswerContext } from '../answer/context.js';
import { notice } from '../answer/notice.js';
import type { Answer } from '../answer/schema.js';
import { answerFacet, figurePeriod, saySubject } from '../answer/wording.js';
import type { ExportFormat } from '../commands/index.js';
import { type ExportRow, exportAnswer, exportFacts } from '../exports/index.js';
import type { Place } from '../lexicon/types.js';
import type { Session } from './sessions.js';

/** The last table or figures as a file (导出). */
export function exportLast(session: Session, format: ExportFormat): Answer {
  const { answer } = session;
  if (!answer) return notice('前面还没有回答，没有可导出的内容', [], ['各市2022年GDP目标对比']);
  if (answer.figures.length === 0 && !answer.table) return notice('上一个回答没有数字或表格可导出');
  const attachment = exportAnswer(answer, format);
  return {
    ...notice(`已导出：${attachment.name}`, [`内容：${answer.headline}`]),
    citations: answer.citations,
    figures: answer.figures,
    attachment,
  };
}

/** All figures of a place's reports as a file, each with quote, report, file and offsets. */
export function exportPlace(
  context: Pick<AnswerContext, 'store' | 'lexicon'>,
  place: Place,
  year: number | undefined,
  format: ExportFormat,
): Answer {
  const { store, lexicon } = context;
  const heads = store.heads.filter(
    (h) => h.place?.id === place.id && !h.duplicateOf && (year === undefined || h.year === year),
  );
  if (heads.length === 0)
    return {
      ...notice(`没有收录${place.name}${year === undefined ? '' : `${year}年`}的报告`),
      kind: 'refusal',
      refusal: 'not-held',
    };
  const rows = heads.flatMap((head) => {
    const report = store.report(head.id);
    return store.facts(head.id).map((fact): ExportRow => {
      const citation = citeFact(store, report, fact);
      const { low, high, bound, unit, text } = fact.quantity;
      return {
        place: lexicon.gazetteer.get(fact.place)?.name ?? fact.place,
        indicator: saySubject(fact, lexicon),
        period: figurePeriod(fact),
        facet: answerFacet(fact),
        text,
        low,
        high,
        bound,
        unit,
        quote: citation.quote,
        ...(citation.heads === undefined ? {} : { heads: citation.heads }),
        report: report.title,
        file: citation.seed,
        start: citation.start,
        end: citation.end,
      };
    });
  });
  const attachment = exportFacts(rows, format, `${place.short}${year ?? ''}数字`);
  return {
    ...notice(`已导出${rows.length}个数字：${attachment.name}`, [
      `来自：${heads.map((h) => `《${h.title}》`).join('、')}`,
    ]),
    attachment,
  };
}

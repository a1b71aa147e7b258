import { value } from '../../bench/facts-check.js';
import type { Report, SectionRole } from '../../src/corpus/types.js';
import { extractFacts } from '../../src/facts/extract.js';
import type { Fact } from '../../src/facts/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import type { Span } from '../../src/text/types.js';
import { makeView } from '../../src/text/view.js';

export const lexicon = loadLexicon();

export interface SmallReport {
  readonly place?: string;
  /** null: nobody knows. */
  readonly year?: number | null;
  readonly delivered?: string;
  readonly role?: SectionRole;
  readonly from?: number;
  readonly to?: number;
  readonly kind?: Report['kind'];
}

/** A report of one section that holds the text. */
export function smallReport(text: string, options: SmallReport = {}): Report {
  const { place = '常德市', year = 2022, role = 'tasks' } = options;
  const view = makeView(text);
  const extent = { start: 0, end: text.length };
  return {
    id: 'small',
    seed: 'small.txt',
    extent,
    place: lexicon.gazetteer.byName(place)[0] ?? null,
    year,
    kind: options.kind ?? 'report',
    title: `${year}年${place}政府工作报告`,
    ...(options.delivered === undefined ? {} : { delivered: options.delivered }),
    view,
    sections: [
      {
        start: 0,
        end: view.text.length,
        path: ['一、测试'],
        role,
        ...(options.from === undefined ? {} : { from: options.from, to: options.to ?? options.from }),
      },
    ],
    passages: [{ index: 0, section: 0, start: 0, end: view.text.length }],
    oddities: [],
    confidence: { place: 1, year: 1, from: 'test' },
  };
}

export function factsOf(text: string, options: SmallReport = {}): Fact[] {
  return extractFacts(smallReport(text, options), lexicon);
}

/** The facts of a text in one line each, those of a table with the words at the heads of row and columns: …［行｜列·列］. */
export function headedLines(text: string, options: SmallReport = {}): string[] {
  const report = smallReport(text, options);
  const words = ({ start, end }: Span): string => report.view.text.slice(start, end);
  return extractFacts(report, lexicon).map((fact) => {
    if (fact.heads === undefined) return line(fact);
    const { caption, row, columns } = fact.heads;
    const above = caption === undefined ? '' : `${words(caption)}｜`;
    return `${line(fact)}［${above}${words(row)}｜${columns.map(words).join('·')}］`;
  });
}

/** A fact in one line: subject, years (with the base year behind <), facet, measure, value. */
export function line(fact: Fact): string {
  const { period } = fact;
  const years = period.from === period.to ? `${period.from}` : `${period.from}-${period.to}`;
  const base = period.base === undefined ? '' : `<${period.base}`;
  return [fact.subject, `${years}${period.part ?? ''}${base}`, fact.facet, fact.measure, value(fact.quantity)].join(
    ' ',
  );
}

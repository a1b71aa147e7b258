import type { Section } from '../corpus/types.js';
import type { Indicator, Measure } from '../lexicon/types.js';
import { type Reader, repairOf } from './fact.js';
import { sectionYears, type Years, yearsOf } from './periods.js';
import { locate } from './places.js';
import { indicatorOf } from './recognise.js';
import { type Figure, leansOnCaption, type Table, timesOf } from './tables.js';
import type { CellHeads, Facet, Fact } from './types.js';
import { COUNT_UNITS } from './vocabulary.js';

/** Cells as facts: what a figure is of stands at its row's head, its time and whether it is aimed at at its column's. */

const TARGET = /目标|预期|计划|规划|任务|安排|预算数/;
const DONE = /完成|实绩|实际|执行|结果|达到|现状|基数|预计|决算|累计/;
const CHANGE = /增[长速幅]|同比|涨幅|±/;
const AVERAGE = /年均|平均增|年平均/;
/** Tables of the main targets. */
const HEADLINE = /主要(?:预期)?(?:目标|指标)|预期目标/;

/** The facts of a table's row. @param number how many facts the report has so far */
export function tableFacts(
  reader: Reader,
  table: Table,
  figures: readonly Figure[],
  { section, index, number }: { readonly section: Section; readonly index: number; readonly number: number },
): Fact[] {
  return figures.map((figure, i) => cellFact(reader, table, figure, section, index, number + i));
}

function cellFact(
  { report, lexicon, anchor }: Reader,
  table: Table,
  figure: Figure,
  section: Section,
  index: number,
  number: number,
): Fact {
  const { caption } = table;
  const { quantity, head, name, row } = figure;
  const located = locate(
    { subject: name, clause: name, ranked: quantity.kind === 'rank' },
    report,
    lexicon.gazetteer,
    lexicon.indicators,
  );
  const indicator = indicatorOf(located.subject, lexicon.indicators);
  const measure = measureOfCell(figure, indicator);
  const [mention] = timesOf(figure, caption);
  const own = mention === undefined ? undefined : yearsOf(mention, section, anchor);
  const years = own ?? sectionYears(section, anchor);
  const facet = facetOfCell(`${head}${CELL}${caption}`, years, anchor.year, section);
  return {
    id: `${report.id}#${number + 1}`,
    report: report.id,
    subject: located.subject,
    ...(indicator === undefined ? {} : { indicator: indicator.id }),
    place: located.place,
    ...(located.scope === undefined ? {} : { scope: located.scope }),
    period: { ...years, source: own === undefined ? 'heading' : 'clause' },
    facet,
    estimated: facet === 'outcome' && /预计/.test(head),
    measure,
    ...(CHANGE.test(head) ? { verb: '增长', direction: 'up' as const } : {}),
    quantity,
    ...repairOf(false, quantity.span, report),
    headline: facet === 'target' && HEADLINE.test(caption + section.path.join('')),
    span: quantity.span,
    clause: row,
    sentence: row,
    section: index,
    heads: cellHeads(figure, table),
  };
}

function cellHeads(figure: Figure, { caption, captionSpan }: Table): CellHeads {
  const above = captionSpan !== undefined && leansOnCaption(figure, caption) ? { caption: captionSpan } : {};
  return { row: figure.nameSpan, columns: figure.headSpans, ...above };
}

/** Parts a column's head from the caption: the head's own words come first. */
const CELL = '\n';

function measureOfCell({ head, name, quantity }: Figure, indicator: Indicator | undefined): Measure {
  const { unit, kind } = quantity;
  if (kind === 'rank') return 'rank';
  if (kind === 'ratio') return 'ratio';
  if (/百分点$/.test(unit)) return 'difference';
  const rate = unit === '%' || unit === '‰';
  if (rate && AVERAGE.test(head + name)) return 'average';
  if (rate && CHANGE.test(head + name)) return 'growth';
  if (rate) {
    if (indicator?.units.includes('%')) return indicator.measure === 'growth' ? 'growth' : indicator.measure;
    return /率|比重|占比|比例|度$/.test(name) ? 'share' : 'growth';
  }
  return COUNT_UNITS.test(unit) && indicator?.measure !== 'level' ? 'count' : 'level';
}

function facetOfCell(words: string, years: Years, year: number, { role }: Section): Facet {
  const [head = '', caption = ''] = words.split(CELL);
  const aimed = TARGET.test(head) || (!DONE.test(head) && TARGET.test(caption) && !DONE.test(caption));
  const done = DONE.test(head) && !TARGET.test(head);
  const several = years.to > years.from;
  if (aimed && years.to >= year) return several || years.to > year ? 'plan-target' : 'target';
  if (aimed) return 'target';
  if (done || years.to < year) return several ? 'cumulative' : 'outcome';
  if (several || years.to > year) return 'plan-target';
  return role === 'review' || role === 'review5' ? 'outcome' : 'target';
}

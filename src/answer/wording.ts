import type { Facet, Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { sayHeads } from './heads.js';
import { shownQuote } from './quote-text.js';
import type { AnswerFacet, Citation } from './schema.js';

/** 年均, 增长, 下降 before a figure, where the figure alone does not say it. */
function changeWord(fact: Fact): string {
  if (fact.quantity.kind === 'phrase') return '';
  const { measure, direction, verb } = fact;
  const way = direction === 'down' ? '下降' : direction === 'up' ? '增长' : '';
  if (measure === 'multiple' && fact.period.base !== undefined)
    return `${fact.quantity.unit === '倍' ? '是' : '相当于'}${fact.period.base}年的`;
  if (verb === '涨幅') return '';
  if (measure === 'growth' && verb && /^(?:上涨|降低|减少|下降)$/u.test(verb)) return verb;
  // 再压缩三分之一 says by how much, 占全国三分之一 how much of it.
  if (measure === 'ratio' && way && isPart(fact)) return verb && CHANGING.test(verb) ? verb : way;
  if (measure === 'average') return `年均${way || '增长'}`;
  if (measure === 'growth') return way || (verb && /[增长升涨]/u.test(verb) ? '增长' : '');
  if ((measure === 'level' || measure === 'share' || measure === 'count') && fact.facet !== 'outcome')
    return verb === '达到' || verb === '达' ? '达到' : '';
  if (measure === 'difference' && verb && /^(?:高|低|快|慢|高出)$/u.test(verb)) return verb;
  if (measure === 'difference') return direction === 'down' ? '下降' : direction === 'up' ? '提高' : '';
  return '';
}

const CHANGING = /^(?:压缩|缩短|压减|精简|减少|降低|下降|提高|增加|增长)$/u;

/** True for a fraction: three quarters of something. */
function isPart({ quantity: { kind, low } }: Fact): boolean {
  return kind === 'ratio' && low !== null && low < 1;
}

/** A figure as it is said: 增长7%以上, 年均增长7.2%, 3750亿元, 控制在5.5%以内. */
export function sayFigure(fact: Fact): string {
  const figure = writtenFigure(fact);
  const word = changeWord(fact);
  return word && !figure.startsWith(word) && !/^(?:控制|增长|下降|降低|提高|低于|高于)/u.test(figure)
    ? `${word}${figure}`
    : figure;
}

/** The figure as written, with the unit that it shares with the next (12.53、16.23个百分点), and a lost % put back (the answer says so). */
export function writtenFigure(fact: Fact): string {
  const { quantity } = fact;
  const shared = sharedUnit(fact);
  if (shared !== '') {
    const end = quantity.core.end - quantity.span.start;
    return `${quantity.text.slice(0, end)}${shared}${quantity.text.slice(end)}`;
  }
  if (fact.repaired !== 'percent' || /[%％]/u.test(quantity.text)) return quantity.text;
  const at = quantity.core.end - quantity.span.start;
  return `${quantity.text.slice(0, at)}%${quantity.text.slice(at)}`;
}

/** What of a unit stands only behind the last figure of a list; '' where the figure has its own. */
function sharedUnit({ quantity, repaired }: Fact): string {
  if (quantity.kind !== 'number' || repaired === 'percent' || quantity.unit === '') return '';
  const core = quantity.text.slice(quantity.core.start - quantity.span.start, quantity.core.end - quantity.span.start);
  if (/\d$/.test(core)) return quantity.unit;
  return core.endsWith('个') && quantity.unit.startsWith('个') && quantity.unit !== '个' ? quantity.unit.slice(1) : '';
}

/** How a note on a lost % begins. */
export const LOST_PERCENT = '原文缺“%”';

/** What a repaired reading mended, for the answer; undefined where nothing was. */
export function repairNote(fact: Fact): string | undefined {
  if (fact.repaired === 'recognised') return `“${fact.quantity.text}”由扫描件识别，没有把握，请核对原件`;
  return fact.repaired === 'percent' ? `${LOST_PERCENT}（“${fact.quantity.text}”），按百分比理解` : undefined;
}

export const FACET_NAMES: Readonly<Record<AnswerFacet, string>> = {
  target: '目标',
  outcome: '实际',
  estimate: '实际（预计）',
  'plan-target': '规划目标',
  cumulative: '累计',
};

export function answerFacet(fact: Fact): AnswerFacet {
  if (fact.facet === 'outcome' && fact.estimated) return 'estimate';
  return fact.facet;
}

export function facetName(facet: Facet): string {
  return FACET_NAMES[facet];
}

/**
 * What a figure is, as it stands behind its subject: 目标, 累计; '' for a yearly average, which 累计 would belie, and where the subject says it itself
 * (城市建设五年累计投资).
 */
export function sayFacet(fact: Fact): string {
  const name = FACET_NAMES[answerFacet(fact)];
  const said = fact.measure === 'average' || fact.subject.includes(name);
  return fact.facet === 'cumulative' && said ? '' : name;
}

/** 2022年, 2016—2020年, 2023年前三季度, 2025年 for a plan's end. */
export function sayPeriod(fact: Fact): string {
  const { from, to, part } = fact.period;
  if (part) return `${to}年${part}`;
  return from === to ? `${to}年` : `${from}—${to}年`;
}

/** The period of an Answer's figure: 2022, 2016-2020, 2023年前三季度. */
export function figurePeriod(fact: Fact): string {
  const { from, to, part } = fact.period;
  if (part) return `${to}年${part}`;
  return from === to ? String(to) : `${from}-${to}`;
}

/** What a figure of a place in an order is of, where the report names the place alone: 梅河口市位列第1. */
const PLACE_IN_ORDER = '位次';

/** True where the subject is but the name of the fact's own place, which stands before it anyway. */
function isOwnPlace({ subject, place }: Fact, { gazetteer }: Lexicon): boolean {
  const own = gazetteer.get(place);
  return own !== undefined && (subject === own.name || subject === own.short);
}

/** The name of what a fact is of: its subject as the report has it, or the indicator's name where they surely say the same. */
export function saySubject(fact: Fact, lexicon: Lexicon): string {
  if (isOwnPlace(fact, lexicon)) return fact.measure === 'rank' ? PLACE_IN_ORDER : '';
  const indicator = fact.indicator === undefined ? undefined : lexicon.indicators.get(fact.indicator);
  const scope = fact.scope && !fact.subject.includes(fact.scope) ? fact.scope : '';
  if (!indicator) return scope + fact.subject;
  const named = [indicator.name, ...indicator.aliases].includes(fact.subject);
  const plain = named && !lexicon.indicators.isLoose(fact.subject);
  return scope + (plain ? indicator.name : fact.subject);
}

/** ——《2022年常德市政府工作报告》三、2022年工作安排. The file is among the details: see `sayFile`. */
export function saySource(citation: Citation): string {
  const section = citation.section
    .filter(Boolean)
    .map((h) => (h.length > 28 ? `${h.slice(0, 28)}…` : h))
    .join(' › ');
  return `——《${citation.document.title}》${section}`;
}

/** Where a quote stands in its file: 文件 004_….txt，第12345—12400个字. */
export function sayFile({ seed, start, end }: Pick<Citation, 'seed' | 'start' | 'end'>): string {
  return `文件 ${seed}，第${start + 1}—${end}个字`;
}

/** Characters of a quote in a reply. */
export const QUOTE_LENGTH = 160;
/** The same of one that tells by all of its words. */
const WHOLE_QUOTE = 640;

/** How many characters of a quote a reply shows. */
export function shownLength({ whole }: Pick<Citation, 'whole'>): number {
  return whole ? WHOLE_QUOTE : QUOTE_LENGTH;
}

/**
 * The quote in the reply's text: 「…」, cut round what it is quoted for; …… where its sentence goes on. Behind a figure of a table
 * stand its heads: 「地区生产总值 | 7%左右」（行：地区生产总值；列：2023年目标）.
 */
export function sayQuote(citation: Citation, most = shownLength(citation)): string {
  const { text } = shownQuote(citation, most);
  const heads = sayHeads(citation);
  if (heads !== '') return `「${text}」（${heads}）`;
  return `「${text}${/(?:[。！？!?]|……)$/u.test(text) ? '' : '……'}」`;
}

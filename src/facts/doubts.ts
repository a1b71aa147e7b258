import type { Report } from '../corpus/types.js';
import type { Fact } from './types.js';

/** How sure the reading of a fact is (把握), for a person who checks a corpus: signs of doubt, and the kind of sentence it stands in. */

/** What makes a reading doubtful. Weights are of one fact: 1 is as good as wrong; fitted by eye to 400 facts that were read by hand. */
const SIGNS: readonly {
  readonly name: string;
  readonly weight: number;
  readonly holds: (fact: Fact, report: Report) => boolean;
}[] = [
  { name: '主体过短或残缺', weight: 0.9, holds: ({ subject }) => subject.length < 2 || /[，。；]/.test(subject) },
  { name: '主体不以文字开头', weight: 0.6, holds: ({ subject }) => /^[^一-龥A-Za-z“《（(]/.test(subject) },
  { name: '主体过长', weight: 0.4, holds: ({ subject }) => subject.length > 24 },
  { name: '几个数值共用一个主体', weight: 0.6, holds: ({ subject }) => subject.endsWith('等') },
  {
    name: '百分数而主体不像比率',
    weight: 0.5,
    holds: ({ subject, measure, quantity, indicator }) =>
      measure === 'share' &&
      quantity.unit === '%' &&
      indicator === undefined &&
      !/(?:率|比重|比例|占比|覆盖|度|占[^、，]{1,14})$/.test(subject),
  },
  {
    name: '主体中夹着虚词',
    weight: 0.4,
    holds: ({ subject, indicator }) =>
      indicator === undefined && /^[向对把将为在从]|(?:高于|低于|的|了|将|要)$/.test(subject),
  },
  {
    name: '目标句中不认识的指标',
    weight: 0.3,
    holds: ({ headline, indicator }) => headline && indicator === undefined,
  },
  { name: '年份不明', weight: 0.8, holds: ({ period }) => period.to === 0 },
  {
    name: '主体由前文补出',
    weight: 0.2,
    holds: ({ subject, clause }, { view }) => !view.text.slice(clause.start, clause.end).includes(subject.slice(0, 2)),
  },
];

/** Kinds of sentences, the first that fits. */
const KINDS: readonly {
  readonly name: string;
  readonly fits: (words: string, fact: Fact, report: Report) => boolean;
}[] = [
  { name: '表格', fits: (_words, fact) => fact.heads !== undefined },
  { name: '名词解释', fits: (_words, fact, report) => report.sections[fact.section]?.role === 'glossary' },
  { name: '主要目标', fits: (_words, fact) => fact.headline },
  { name: '分别', fits: (words) => /分别|各自/.test(words) },
  { name: '由…到…', fits: (_words, fact) => fact.period.base !== undefined && /[由从]/.test(fact.verb ?? '由') },
  { name: '其中', fits: (words) => words.includes('其中') },
  { name: '括号内', fits: (words) => /（[^）]*$/.test(words) },
  { name: '位次', fits: (_words, fact) => fact.quantity.kind === 'rank' },
  { name: '比率', fits: (_words, fact) => fact.measure === 'share' },
  { name: '增速', fits: (_words, fact) => fact.measure === 'growth' || fact.measure === 'average' },
  { name: '数量', fits: (_words, fact) => fact.measure === 'count' },
  { name: '其他', fits: () => true },
];

/** How doubtful the reading of a fact is, 0 to 1, with the signs of it in Chinese. */
export function doubtOf(fact: Fact, report: Report): { readonly doubt: number; readonly signs: readonly string[] } {
  const found = SIGNS.filter(({ holds }) => holds(fact, report));
  return {
    doubt: 1 - found.reduce((sure, { weight }) => sure * (1 - weight), 1),
    signs: found.map(({ name }) => name),
  };
}

/** The kind of sentence that a fact stands in: 分别, 其中, 表格. */
export function kindOfSentence(fact: Fact, report: Report): string {
  const words = report.view.text.slice(fact.clause.start, fact.span.start);
  return KINDS.find(({ fits }) => fits(words, fact, report))!.name;
}

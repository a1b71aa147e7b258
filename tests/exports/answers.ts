import type { Answer, AnswerFigure, Citation } from '../../src/answer/schema.js';
import type { ExportRow } from '../../src/exports/index.js';

export function citation(quote: string, more: Partial<Citation> = {}): Citation {
  return {
    document: { id: 'jiazhou-2035', title: '2035年甲州市政府工作报告', place: '甲州市', year: 2035 },
    seed: 'hunan/甲州.txt',
    start: 100,
    end: 100 + quote.length,
    quote,
    section: ['三、2035年工作安排'],
    ...more,
  };
}

export function figure(text: string, more: Partial<AnswerFigure> = {}): AnswerFigure {
  return {
    place: '甲州市',
    indicator: '地区生产总值',
    period: '2035',
    facet: 'target',
    low: 7,
    high: null,
    bound: '>=',
    unit: '%',
    text,
    citation: 0,
    ...more,
  };
}

export function answer(more: Partial<Answer> = {}): Answer {
  return {
    kind: 'figure',
    headline: '甲州市2035年地区生产总值目标：增长7%以上',
    text: '',
    understood: {
      places: [],
      years: [],
      indicator: null,
      facet: null,
      operation: { value: 'figure', source: 'default' },
      line: '甲州市 · 2035年 · 地区生产总值 · 目标',
    },
    figures: [],
    citations: [],
    suggestions: [],
    elapsedMs: 1,
    ...more,
  };
}

export function factRow(more: Partial<ExportRow> = {}): ExportRow {
  return {
    place: '甲州市',
    indicator: '地区生产总值',
    period: '2035',
    facet: 'target',
    text: '7%以上',
    low: 7,
    high: null,
    bound: '>=',
    unit: '%',
    quote: '地区生产总值增长7%以上',
    report: '2035年甲州市政府工作报告',
    file: 'hunan/甲州.txt',
    start: 100,
    end: 112,
    ...more,
  };
}

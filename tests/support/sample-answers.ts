import type { Answer, Citation } from '../../src/answer/schema.js';

/** A citation that need not stand in any file: rendering alone is tested with it. */
export function sampleCitation(quote: string, mark?: string): Citation {
  const start = mark === undefined ? -1 : quote.indexOf(mark);
  return {
    document: { id: 'changde-2022', title: '2022年常德市政府工作报告', place: '常德市', year: 2022 },
    seed: '004_50feab6190b6776d.txt',
    start: 100,
    end: 100 + quote.length,
    quote,
    section: ['三、2022年工作安排', '（一）主要预期目标'],
    ...(mark !== undefined && start >= 0 ? { marks: [{ start, end: start + mark.length }] } : {}),
  };
}

/** An answer of any kind, filled with what is not given. */
export function sampleAnswer(given: Partial<Answer> = {}): Answer {
  return {
    kind: 'figure',
    headline: '常德市 2022 年地区生产总值目标：增长7%以上',
    text: '常德市 2022 年地区生产总值目标：增长7%以上',
    understood: {
      places: [{ value: '常德市', source: 'question' }],
      years: [{ value: '2022', source: 'question' }],
      indicator: { value: '地区生产总值', source: 'question' },
      facet: { value: '目标', source: 'question' },
      operation: { value: 'figure', source: 'default' },
      line: '常德市 · 2022年 · 地区生产总值 · 目标',
    },
    figures: [],
    citations: [],
    suggestions: [],
    elapsedMs: 1,
    ...given,
  };
}

export function sampleFigure(given: Partial<Answer['figures'][number]> = {}): Answer['figures'][number] {
  return {
    place: '常德市',
    indicator: '地区生产总值',
    period: '2022',
    facet: 'target',
    low: 7,
    high: null,
    bound: '>=',
    unit: '%',
    text: '7%以上',
    citation: 0,
    ...given,
  };
}

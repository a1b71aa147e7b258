import { type Answer, answerSchema } from '../../src/answer/schema.js';
import type { Assistant } from '../../src/assistant.js';

/** A small deterministic assistant for tests of the adapters: its answers have every shape, and hold to the schema. */
export interface FakeAssistant extends Assistant {
  /** Every question, with its session, in order. */
  readonly asked: readonly { readonly session: string; readonly text: string }[];
}

const SEED = 'folder/004_test.txt';
const DOCUMENT = { id: 'changde-2022', title: '2022年常德市政府工作报告', place: '常德市', year: 2022 };

function citation(quote: string, mark: string, start = 100): Answer['citations'][number] {
  const at = quote.indexOf(mark);
  return {
    document: DOCUMENT,
    seed: SEED,
    start,
    end: start + quote.length,
    quote,
    section: ['三、2022年工作安排', '（一）主要目标'],
    marks: at < 0 ? [] : [{ start: at, end: at + mark.length }],
  };
}

function base(kind: Answer['kind'], headline: string, line: string): Answer {
  return {
    kind,
    headline,
    text: line === '' ? headline : `${headline}\n理解为：${line}`,
    understood: {
      places: [],
      years: [],
      indicator: null,
      facet: null,
      operation: { value: kind, source: 'question' },
      line,
    },
    figures: [],
    citations: [],
    suggestions: [],
    elapsedMs: 1,
  };
}

const figure = (place: string, text: string, at = 0): Answer['figures'][number] => ({
  place,
  indicator: '地区生产总值',
  period: '2022',
  facet: 'target',
  low: 7,
  high: null,
  bound: '>=',
  unit: '%',
  text,
  citation: at,
});

function gdp(place: string): Answer {
  const quote = `主要预期目标是:${place}地区生产总值增长7%以上,地方一般公共预算收入增长6.5%以上`;
  return {
    ...base('figure', `${place} 2022年地区生产总值目标：增长7%以上`, `${place} · 2022年 · 地区生产总值 · 目标`),
    figures: [figure(place, '增长7%以上')],
    citations: [citation(quote, '增长7%以上')],
    suggestions: ['2022年怀化GDP目标', '常德2022年主要预期目标', '2022年常德、怀化谁的GDP目标最高'],
  };
}

function comparison(): Answer {
  const chart: Answer['chart'] = {
    type: 'bar',
    title: '2022年地区生产总值目标',
    unit: '%',
    source: '2022年政府工作报告',
    points: [
      { label: '常德市', value: 7, high: null, bound: '>=', text: '7%以上' },
      { label: '怀化市', value: 7.5, high: null, bound: '>=', text: '7.5%以上' },
    ],
  };
  return {
    ...base('comparison', '怀化市最高：增长7.5%以上', '常德市、怀化市 · 2022年 · 地区生产总值 · 目标'),
    figures: [figure('怀化市', '增长7.5%以上', 0), figure('常德市', '增长7%以上', 1)],
    citations: [citation('地区生产总值增长7.5%以上', '7.5%', 300), citation('地区生产总值增长7%以上', '7%', 100)],
    table: {
      title: '2022年地区生产总值目标',
      columns: ['名次', '地区', '目标'],
      rows: [
        { cells: ['1', '怀化市', '增长7.5%以上'], figures: [0] },
        { cells: ['2', '常德市', '增长7%以上'], figures: [1] },
      ],
    },
    chart,
    notes: ['差距为名义上的：两者都是下限。'],
  };
}

function list(count: number): Answer {
  return {
    ...base('list', `共${count}项`, '常德市 · 2022年 · 民生实事'),
    items: Array.from(
      { length: count },
      (_, index) => `第${index + 1}件实事：改造老旧小区${index + 1}个，𠮷祥里另有其事`,
    ),
    citations: [citation('十大民生实事', '民生实事')],
  };
}

/** Answers by what the question says; “那X呢” leans on the turn before. */
function answer(text: string, before: string | undefined): Answer {
  if (text.includes('炸')) throw new Error('a fault inside, told with 123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  if (/^[/／]?(start|help)/.test(text)) {
    return {
      ...base('notice', '问政府工作报告里的数字，附原文出处。', ''),
      text: '问政府工作报告里的数字，附原文出处。\n直接用一句话提问。',
      suggestions: ['2022年常德GDP目标', '2022年常德、怀化谁的GDP目标最高', '常德2022年民生实事'],
    };
  }
  if (text.includes('导出')) {
    return {
      ...base('notice', '已导出 2 行', ''),
      attachment: { name: 'targets.csv', mime: 'text/csv', body: '\ufeff地区,目标\r\n常德市,增长7%以上\r\n' },
    };
  }
  if (text.includes('画图')) return { ...comparison(), wantsChart: true };
  if (text.includes('最高')) return comparison();
  if (text.includes('实事')) return list(120);
  if (text === 'GDP目标') {
    return {
      ...base('clarification', '请选择地区', '地区生产总值 · 目标'),
      choices: ['常德市', '怀化市'].map((label) => ({ label, question: `2022年${label}GDP目标` })),
    };
  }
  const follow = /^那(.{2,3})呢/.exec(text)?.[1];
  if (follow !== undefined && before !== undefined) return gdp(`${follow}市`);
  const place = /(常德|怀化|邵阳)/.exec(text)?.[1];
  if (place !== undefined && follow === undefined) return gdp(`${place}市`);
  return { ...base('refusal', `没有看懂“${text.slice(0, 40)}”`, ''), refusal: 'not-understood' };
}

export function createFakeAssistant(reports = 10): FakeAssistant {
  const asked: { session: string; text: string }[] = [];
  const last = new Map<string, { text: string; answer: Answer }>();
  return {
    asked,
    async ask(session, text) {
      asked.push({ session, text });
      const made = answerSchema.parse(answer(text.trim().replace(/^\/ask /, ''), last.get(session)?.text));
      last.set(session, { text, answer: made });
      return made;
    },
    last: async (session) => last.get(session)?.answer,
    forget: async (session) => void last.delete(session),
    held: () => ({ places: [], indicators: [] }),
    stats: () => ({
      version: 'fake',
      reports,
      places: 3,
      years: [2021, 2022],
      facts: 100,
      passages: 200,
      corpus: ['/somewhere/seeds'],
      snapshot: false,
      loadMs: 1,
    }),
    surroundings: async ({ start }) => ({
      title: DOCUMENT.title,
      section: ['三、2022年工作安排'],
      seed: SEED,
      before: `前文${'字'.repeat(20)}${start}`,
      quote: '地区生产总值增长7%以上',
      after: '后文',
    }),
    // It holds no reports.
    context: {} as Assistant['context'],
  };
}

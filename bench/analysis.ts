import { warmUp } from '../adapters/shared/load.js';
import { createAssistant, type Held } from '../src/assistant.js';
import { renderChartPng } from '../src/charts/index.js';
import type { BenchCorpus } from './corpora.js';
import { ms, percentile, type Table } from './table.js';

/** How long does a question over many places take, by what it is over? */
export const title = 'Analysis';
export const note =
  'One process, a snapshot, warmed up as the bots do when they start, every question in a session of its own, each asked once after one of its kind. The questions are made from the years that the corpus holds and the compositions of docs/GRAMMAR.md. The budget is what p99 may be at 944 reports.';
export const columns = ['corpus', 'questions over', 'asked', 'answered', 'p50', 'p99', 'slowest', 'budget'];

/** What questions are over, with the most milliseconds that p99 may take at 944 reports. */
const BUDGETS = { 'all places, one year': 40, 'all places and years': 150, mentions: 40, charts: 300 } as const;
type Over = keyof typeof BUDGETS;

const INDICATORS = ['GDP', '固投', '社零', '规上工业增加值', '城镇新增就业'];
const TERMS = ['数字经济', '低空经济', '老旧小区', '营商环境', '专精特新', '乡村振兴', '元宇宙', '放管服'];
const MOST_YEARS = 10;

/** Compositions over all places in one year. */
const ONE_YEAR = [
  (year: number, indicator: string) => `${year}年各市${indicator}目标排名`,
  (year: number, indicator: string) => `${year}年哪个省的${indicator}目标最高`,
  (year: number, indicator: string) => `${year}年各市${indicator}目标平均多少`,
  (year: number, indicator: string) => `${year}年各市${indicator}目标最高和最低差多少`,
  (year: number, indicator: string) => `${year}年哪些市没完成${indicator}目标`,
  (year: number, indicator: string) => `${year}年比${year - 1}年，哪些市下调了${indicator}目标`,
  (year: number, indicator: string) => `${year}年哪些市的${indicator}目标比全国高`,
  (year: number, indicator: string) => `${year}年各市GDP和${indicator}目标`,
];

const ALL_YEARS = [
  (indicator: string) => `各省历年${indicator}目标`,
  (indicator: string) => `各市历年${indicator}目标哪年最高`,
  (indicator: string) => `历年各省${indicator}目标完成了吗`,
];

const MENTIONS = [
  (term: string, year: number) => `${year}年哪些市提到“${term}”`,
  (term: string) => `哪些报告提到“${term}”`,
  (term: string, year: number) => `${year}年哪些省没有提到“${term}”`,
  (term: string) => `“${term}”最早出现在哪年的报告`,
];

/** The questions of each kind over what a corpus holds, always the same. */
export function analysisQuestions(held: Held): Readonly<Record<Exclude<Over, 'charts'>, readonly string[]>> {
  const years = [...new Set(held.places.flatMap((p) => p.years))].sort((a, b) => b - a).slice(0, MOST_YEARS);
  return {
    'all places, one year': years.flatMap((year, i) =>
      ONE_YEAR.map((make, j) => make(year, INDICATORS[(i + j) % INDICATORS.length]!)),
    ),
    'all places and years': INDICATORS.flatMap((indicator) => ALL_YEARS.map((make) => make(indicator))),
    mentions: TERMS.flatMap((term, i) => MENTIONS.map((make) => make(term, years[i % years.length]!))),
  };
}

export async function measure(corpus: BenchCorpus, cacheDir: string): Promise<Table['rows']> {
  const assistant = await createAssistant({ corpus: [corpus.folder], cacheDir });
  await warmUp(assistant);
  const times = new Map<Over, number[]>();
  const answered = new Map<Over, number>();
  const note = (over: Over, taken: number, said: boolean): void => {
    times.set(over, [...(times.get(over) ?? []), taken]);
    if (said) answered.set(over, (answered.get(over) ?? 0) + 1);
  };
  for (const [over, questions] of Object.entries(analysisQuestions(assistant.held())) as [Over, readonly string[]][]) {
    await assistant.ask('warm', questions[0]!);
    for (const question of questions) {
      const from = performance.now();
      const { kind, chart } = await assistant.ask(question, question);
      note(over, performance.now() - from, kind !== 'refusal' && kind !== 'clarification');
      if (!chart || (times.get('charts')?.length ?? 0) >= MOST_CHARTS) continue;
      const drawn = performance.now();
      await renderChartPng(chart);
      note('charts', performance.now() - drawn, true);
    }
  }
  return (Object.keys(BUDGETS) as Over[]).flatMap((over) => {
    const taken = times.get(over) ?? [];
    if (taken.length === 0) return [];
    const asked = [String(taken.length), String(answered.get(over) ?? 0)];
    const spread = [percentile(taken, 0.5), percentile(taken, 0.99), Math.max(...taken), BUDGETS[over]].map(ms);
    return [[corpus.name, over, ...asked, ...spread]];
  });
}

/** Pictures that are drawn; the first pays for the renderer and its fonts. */
const MOST_CHARTS = 20;

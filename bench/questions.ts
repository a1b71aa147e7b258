import type { Held } from '../src/assistant.js';

/** A question to be timed, with the form that it has. */
export interface TimedQuestion {
  readonly form: Form;
  readonly text: string;
}

/** Forms of questions: over one report, or a place's reports, and over all reports. */
export const FORMS = [
  'figure',
  'list',
  'passages',
  'not held',
  'trend',
  'outcome',
  'comparison over all places',
  'mentions over all reports',
] as const;
export type Form = (typeof FORMS)[number];

/** Forms that one place's reports answer. */
export const SINGLE: ReadonlySet<Form> = new Set(['figure', 'list', 'passages', 'not held', 'trend', 'outcome']);

const TOPICS = ['乡村振兴', '营商环境', '科技创新', '养老服务', '污染防治', '文化旅游', '交通建设', '社会治理'];
const TERMS = ['数字经济', '低空经济', '老旧小区', '放管服', '一带一路', '专精特新', '厕所革命', '碳达峰'];
const INDICATORS = ['GDP', '一般公共预算收入', '固定资产投资', '社会消费品零售总额', '城镇新增就业'];

/** `count` questions of every form about what a corpus holds, drawn evenly and always the same, forms taking turns. */
export function timedQuestions(held: Held, count: number): TimedQuestion[] {
  const slots = held.places.flatMap(({ short, years }) => years.map((year) => ({ place: short, year })));
  if (slots.length === 0) return [];
  return Array.from({ length: count }, (_, i) => {
    const slot = slots[(i * 7919) % slots.length]!;
    return FORMS.map((form) => ({ form, text: question(form, slot, i) }));
  }).flat();
}

function question(form: Form, { place, year }: { place: string; year: number }, i: number): string {
  const indicator = INDICATORS[i % INDICATORS.length];
  switch (form) {
    case 'figure':
      return `${year}年${place}${indicator}目标`;
    case 'list':
      return `${year}年${place}主要预期目标有哪些`;
    case 'passages':
      return `${year}年${place}怎么推进${TOPICS[i % TOPICS.length]}`;
    case 'not held':
      return `1931年${place}${indicator}目标`;
    case 'trend':
      return `${place}历年${indicator}目标`;
    case 'outcome':
      return `${place}${year}年${indicator}目标完成了吗`;
    case 'comparison over all places':
      return `${year}年各地${indicator}目标排名`;
    case 'mentions over all reports':
      return `哪些报告提到“${TERMS[i % TERMS.length]}”`;
  }
}

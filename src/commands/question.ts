import type { Arguments, Invocation } from './types.js';

/** How each command is said as a plain question; a command that is none (help, export, chart, …) has no entry. */
const QUESTIONS: Readonly<Record<string, (args: Arguments) => string>> = {
  ask: ({ question = '' }) => question,
  targets: ({ place = '', year, indicator }) =>
    indicator ? `${place}${during(year)}${indicator}目标` : `${place}${during(year)}主要预期目标有哪些`,
  outcome: ({ place = '', year, indicator = '' }) => `${place}${during(year)}${indicator}目标完成情况`,
  compare: ({ places = '各地', year, indicator = '主要', facet = '目标' }) =>
    `${during(year)}${places}${indicator}${facet}对比`,
  trend: ({ place = '', years, indicator = '', facet = '目标' }) =>
    `${place}${years ? during(years) : '历年'}${indicator}${facet}${years ? '变化' : ''}`,
  mentions: ({ term = '', place = '', year }) => `${during(year)}${place}哪些报告提到“${term.replace(/[“”]/gu, '')}”`,
};

/**
 * The plain question that a command stands for, so that both give the same answer:
 * /targets 常德 2022 is 常德2022年主要预期目标有哪些. Null for commands that no question stands for.
 */
export function toQuestion({ command, args }: Invocation): string | null {
  return QUESTIONS[command.name]?.(args) ?? null;
}

/** 2022 as 2022年, 2021-2024 as 2021到2024年; named spans (今年, 十四五) as they are. */
function during(years: string | undefined): string {
  if (!years) return '';
  const spoken = years.replace(/-/gu, '到');
  return /\d$/u.test(spoken) ? `${spoken}年` : spoken;
}

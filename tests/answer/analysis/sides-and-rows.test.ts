import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../../src/assistant.js';

const assistant = await createAssistant();
const headline = async (question: string): Promise<string> => (await assistant.ask(question, question)).headline;

describe('years of which each has its own side', () => {
  it.each([
    ['常德2022年GDP目标和2021年实际', '2022年目标增长7%以上，比2021年实际增长8%低1个百分点'],
    ['常德2021年GDP实际增速和22年目标', '2022年目标增长7%以上，比2021年实际增长8%低1个百分点'],
    ['常德、怀化2021年GDP实际增速和2022年GDP目标', '常德市（增长8%→增长7%以上，低1个百分点）'],
  ])('%s', async (question, told) => {
    expect(await headline(question)).toContain(told);
  });
});

describe('several indicators of one place', () => {
  it.each([
    ['常德2022年GDP和固投目标哪个高', '最高的是固定资产投资'],
    ['怀化2022年GDP和社零目标哪个低', '最低的是地区生产总值'],
    ['常德2021年和2022年GDP、固投目标各降了多少', '固定资产投资2022年增长8%以上，比2021年增长10%以上低2个百分点'],
    // A figure that is claimed of all of them is looked up for each.
    ['常德2022年GDP、固投目标都高于7%吗', '固定资产投资增长8%以上'],
    // What was reached in a year on which no report looks back: no aim stands in for it.
    ['常德2022年GDP、固投的实际增速各是多少', '没有收录回顾常德市2022年的政府工作报告'],
  ])('%s', async (question, told) => {
    expect(await headline(question)).toContain(told);
  });
});

describe('years and places of which no report can tell', () => {
  it.each([
    ['常德2020到2022年GDP实际增速', '2022年的结果要看次年的报告，没有收录'],
    // What is not so has no reason.
    ['常德2021年为什么没完成GDP目标', '达到目标'],
    // Some year is asked for, and not all of them.
    ['常德历年GDP目标有没有低于7%的', '没有哪一年低于7%'],
  ])('%s', async (question, told) => {
    expect(await headline(question)).toContain(told);
  });
});

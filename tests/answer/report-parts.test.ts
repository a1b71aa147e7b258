import { expect, it } from 'vitest';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();
const ask = (question: string) => assistant.ask(question, question);

it.each(['总结一下常德2022年的政府工作报告', '常德2022年报告有什么亮点', '常德2022年报告主要讲了什么'])(
  '%s: each part by one sentence of the report',
  async (question) => {
    const answer = await ask(question);
    expect(answer.kind).toBe('list');
    expect(answer.items!.length).toBeGreaterThanOrEqual(4);
    expect(answer.items!.every((item) => item.length < 130)).toBe(true);
    expect(answer.items!.some((item) => item.includes('地区生产总值增长7%以上'))).toBe(true);
    expect(answer.citations.length).toBe(answer.items!.length);
    expect(answer.text.length).toBeLessThan(1200);
  },
);

it('what is new is told by exact wording, targets side by side', async () => {
  const answer = await ask('常德2022年报告比上年新提了什么');
  expect(answer.items!.some((item) => item.includes('六大专项行动'))).toBe(true);
  expect(answer.items!.some((item) => item.includes('地区生产总值目标：增长8%以上 → 增长7%以上'))).toBe(true);
  expect(answer.notes!.join()).toContain('逐字比较');
  expect(answer.text.length).toBeLessThan(1400);
});

it('without the report of the year before nothing is called new', async () => {
  const answer = await ask('怀化2022年报告新提了什么');
  expect(answer.kind).toBe('refusal');
  expect(answer.refusal).toBe('not-held');
});

it.each([
  ['常德2021年报告自己承认有哪些短板', '创新能力'],
  ['邵阳自己承认有哪些短板？', '财政'],
])('%s: the problems one by one', async (question, word) => {
  const answer = await ask(question);
  expect(answer.kind).toBe('list');
  expect(answer.items!.length).toBeGreaterThan(2);
  expect(answer.items!.join()).toContain(word);
});

it('problems of one thing are no list of all', async () => {
  expect((await ask('2021年报告怎么看张家界的工业短板')).headline).not.toContain('问题和不足');
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Assistant } from '../../src/assistant.js';
import { loadSeeds } from '../support/seed-assistant.js';

let assistant: Assistant;
beforeAll(async () => {
  assistant = await loadSeeds();
});

const ask = async (text: string) => {
  await assistant.forget('check');
  return await assistant.ask('check', text);
};
/** The verdicts of a text's claims, in order. */
const verdicts = async (text: string) => ((await ask(`/check ${text}`)).items ?? []).map((item) => item.split(' ')[0]);

describe('figures of a text against the reports', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['2022年常德地区生产总值目标增长7%以上', ['相符']],
    ['2022年常德地区生产总值目标增长7%', ['相符']],
    ['2022年常德地区生产总值目标增长8%以上', ['不符']],
    ['2022年常德地区生产总值目标下降7%以上', ['不符']],
    ['2022年岳阳地区生产总值目标增长7%以上', ['没有收录']],
    ['常德2021年地区生产总值增长8%，地方一般公共预算收入增长9%', ['相符', '不符']],
    ['常德2021年高新技术企业475家', ['相符']],
    ['常德2021年高新技术企业约480家', ['相符']],
    ['常德2021年高新技术企业过400家', ['相符']],
    ['常德2021年高新技术企业过500家', ['不符']],
    ['2022年常德城镇新增就业目标53000人以上', ['相符']],
    [
      '2022年怀化地区生产总值目标增长8%以上，固定资产投资增长11%以上；邵阳地区生产总值目标增长8%',
      ['相符', '相符', '相符'],
    ],
  ];
  test.each(cases)('%s', async (text, expected) => {
    expect(await verdicts(text)).toEqual(expected);
  });
});

test('every figure of the report that is said is cited, and its quote holds it', async () => {
  const answer = await ask('/check 2022年常德地区生产总值目标增长7%以上，固定资产投资增长9%以上');
  expect(answer.kind).toBe('check');
  expect(answer.headline).toBe('核对2处：相符1，不符1');
  expect(answer.figures.map((f) => f.text)).toEqual(['7%以上', '8%以上']);
  for (const figure of answer.figures) expect(answer.citations[figure.citation]!.quote).toContain(figure.text);
});

describe('an aim bears out no outcome, and a run of years must be as long', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['常德2022年高新技术企业真突破550家了？帮核实', '不确定'],
    ['常德2022年高新技术企业到550家了，对吗', '不确定'],
    ['常德2022年石桃高速已经开工建设了，对吗', '安排，不是结果'],
    ['邵阳2022年中药材全产业链产值实际突破了180亿元，对吗', '不确定'],
    ['怀化22年报告有没有说连着8年获评全省平安建设先进市？我怕记错', '不符'],
    ['怀化2022年报告，“怀化连续9年获评全省平安建设先进市”，对不对，不对应该几年', '相符'],
  ];
  test.each(cases)('%s', async (text, verdict) => {
    expect((await ask(text)).headline).toContain(verdict);
  });
});

test('a plain question and the command give the same', async () => {
  const { elapsedMs: _, ...plain } = await ask('常德2022年GDP目标是8%对吗');
  const { elapsedMs: __, ...command } = await ask('/check 常德2022年GDP目标是8%');
  expect(command).toEqual(plain);
});

test('the question back checks the claim at the place that is chosen', async () => {
  const asked = await ask('GDP目标是7%以上对吗');
  expect(asked.kind).toBe('clarification');
  expect((await assistant.ask('check', '常德市')).headline).toContain('相符');
});

test('a long text is checked to a bound, and the rest is counted', async () => {
  const answer = await ask('2022年常德地区生产总值目标增长7%以上。'.repeat(50));
  expect(answer.items).toHaveLength(20);
  expect(answer.notes).toContain('一次最多核对20处，还有30个数字没有核对');
});

/** Texts of another kind: an answer, a doubt or a question back, and none that hangs (how quick: npm run bench). */
const STRANGE: readonly string[] = [
  '话说天下大势，分久必合，合久必分。周末七国分争，并入于秦。'.repeat(30),
  'for (let i = 0; i < 10; i++) { console.log(i * 3.14); } '.repeat(40),
  '12 34 56 78\n90 12 34 56\n'.repeat(100),
  '。'.repeat(3000),
  '7%'.repeat(1500),
  '“'.repeat(2000),
];

test.each(STRANGE.map((text) => [text.slice(0, 12), text]))('a page of another kind: %s', async (_, text) => {
  const began = performance.now();
  expect(['check', 'refusal', 'notice', 'clarification']).toContain((await ask(text)).kind);
  expect(performance.now() - began).toBeLessThan(60_000);
});

describe('yes or no of a figure', () => {
  test.each([
    ['常德2021年高新技术企业过300家没', 'check', '是的：常德市2021年高新技术企业：475家'],
    ['常德2021年高新技术企业到500家了吗', 'check', '没有：常德市2021年高新技术企业：475家'],
    ['怀化2022年GDP目标还是9%吗', 'check', '不是：怀化市2022年地区生产总值目标：增长8%以上'],
    // A growth decides nothing about a level, and no other indicator does.
    ['怀化2021年社零过600亿没', 'refusal', '没有把握：没有找到能判断“怀化2021年社零过600亿”的数字'],
    ['岳阳2021年GDP过4000亿没', 'refusal', '没有收录岳阳市'],
  ])('%s', async (question, kind, says) => {
    const answer = await ask(question);
    expect(answer.kind).toBe(kind);
    expect(answer.headline).toContain(says);
  });
});

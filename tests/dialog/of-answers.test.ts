import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

async function talk(...turns: readonly string[]): Promise<Answer> {
  let answer!: Answer;
  for (const turn of turns) answer = await assistant.ask(turns.join('|'), turn);
  return answer;
}

/** Turns that ask something of what was answered before, and what the last answer says. */
const TURNS: readonly (readonly [string, readonly string[], Answer['kind'], string])[] = [
  [
    'one item of a list',
    ['怀化2022年十件民生实事有哪些', '第三件是什么'],
    'passages',
    '第3项：提质改造城区农贸市场3个、县市区农贸市场13个',
  ],
  ['a figure within one item', ['怀化2022年十件民生实事有哪些', '第三件里县市区农贸市场改多少个'], 'figure', '13个'],
  [
    'no figure of another year within an item',
    ['怀化2022年十件民生实事有哪些', '第二件里要建多少个'],
    'figure',
    '怀化市2022年改造城镇老旧小区目标：323个',
  ],
  [
    'a figure within an item that is named, behind another question',
    ['怀化2022年十件民生实事有哪些', '2022年怀化GDP目标是多少', '农贸市场那件，城区要提质改造几个'],
    'figure',
    '3个',
  ],
  ['the last item', ['怀化2022年十件民生实事有哪些', '最后一件呢'], 'passages', '第10项：完成太平桥社区'],
  [
    'who sees to an item that names nobody',
    ['怀化2022年十件民生实事有哪些', '第三件是什么', '归哪个局管'],
    'refusal',
    '没有写由谁负责',
  ],
  [
    'the higher of two figures',
    ['邵阳2022年GDP目标是多少', '常德呢', '这两个哪个高'],
    'comparison',
    '邵阳市2022年地区生产总值目标增长8%，比常德市增长7%以上高1个百分点',
  ],
  [
    'the lower of two figures',
    ['邵阳2022年GDP目标是多少', '常德呢', '哪个低'],
    'comparison',
    '常德市2022年地区生产总值目标增长7%以上，比邵阳市增长8%低1个百分点',
  ],
  [
    'by how much they differ',
    ['邵阳2021年GDP多少', '怀化呢', '差多少'],
    'comparison',
    '相差640亿元：怀化市2021年地区生产总值1820亿元',
  ],
  [
    'what they come to',
    ['邵阳2021年GDP多少', '怀化呢', '加起来多少'],
    'comparison',
    '合计4280亿元：邵阳市2021年地区生产总值2460亿元',
  ],
  ['no sum of two rates', ['邵阳2022年GDP目标是多少', '常德呢', '加起来多少'], 'refusal', '这几个数口径不同，不能相加'],
  [
    'two figures of different kinds',
    ['邵阳2021年GDP多少', '2022年目标增长多少', '哪个高'],
    'refusal',
    '这几个数口径不同，不能相比',
  ],
  [
    'which of several places is first',
    ['邵阳2022年GDP目标是多少', '怀化呢', '常德呢', '三个里谁最低'],
    'comparison',
    '最低的是常德市增长7%以上；其次邵阳市增长8%、怀化市增长8%以上',
  ],
  [
    'yearly averages of several places',
    ['邵阳过去五年GDP年均增长多少', '常德呢', '怀化呢', '谁最快'],
    'comparison',
    '最高的是邵阳市年均增长7.2%、常德市年均增长7.2%（并列）；其次怀化市年均增长7.1%',
  ],
  [
    'a figure of a year that is named',
    ['张家界2024年GDP目标', '2021年呢', '比2021年高了还是低了'],
    'comparison',
    '低了：张家界市2024年地区生产总值目标增长6%左右，比2021年增长8%以上低2个百分点',
  ],
  [
    'no year before',
    ['怀化2021年新增城镇就业多少', '比去年多还是少'],
    'refusal',
    '没有找到上一年的数（前面答的是：怀化市2021年城镇新增就业',
  ],
  ['siblings one after another', ['怀化2022年城镇居民收入目标', '农村呢', '高多少'], 'comparison', '相差2个百分点'],
  [
    'the outcome in the way of the target',
    ['常德2021年GDP目标是多少', '财政收入呢，达标没有'],
    'outcome',
    '目标增长4%以上，实际增长8%（预计），超过目标',
  ],
  [
    'whether it was reached, though no target is held',
    ['怀化2021年新增城镇就业多少', '目标呢', '达标了没'],
    'outcome',
    '怀化市2021年城镇新增就业：实际3.78万人',
  ],
  [
    'which of them were missed',
    ['常德2021年GDP目标完成了吗', '哪些没完成'],
    'outcome',
    '未达到目标的：规模以上工业增加值',
  ],
  ['a claim of another place', ['怀化2022年GDP目标', '邵阳是8%吧'], 'check', '相符：邵阳市2022年'],
  [
    'what is said of an item',
    ['怀化2022年的重点工作有哪些', '第二条说了啥', '具体怎么做'],
    'passages',
    '这一项报告是这样说的',
  ],
  ['a cause is no figure', ['怀化2022年城镇居民收入目标', '农村呢', '为啥农村的高'], 'refusal', '没有把握'],
  [
    'whether it moved since the year before',
    ['常德2021年GDP增长多少', '比上一年快了还是慢了'],
    'comparison',
    '快了：常德市2021年地区生产总值增长8%（预计），比2020年增长4.2%高3.8个百分点',
  ],
  [
    'whether a target was reached',
    ['常德2021年GDP目标', '最后完成了没'],
    'outcome',
    '目标增长8%以上，实际增长8%（预计），达到目标',
  ],
  [
    'by how much it was missed',
    ['常德2021年固投增长多少', '离目标差多少'],
    'outcome',
    '目标增长10%以上，实际增长10%（预计），达到目标',
  ],
  ['target and outcome set apart', ['常德2021年GDP目标', '实际呢', '差几个点'], 'outcome', '达到目标'],
  [
    'a place set beside the one before',
    ['怀化2021年GDP多少', '它比邵阳低多少'],
    'comparison',
    '比邵阳市2460亿元（预计）少640亿元',
  ],
  [
    'yes or no of another place',
    ['怀化2021年GDP多少', '那邵阳过3000亿没'],
    'check',
    '没有：邵阳市2021年地区生产总值：2460亿元',
  ],
  ['a milestone', ['怀化2021年GDP过千亿了没'], 'check', '是的：怀化市2021年地区生产总值：1820亿元'],
  [
    'a doubt with a remark',
    ['怀化2022年GDP目标', '你确定吗？感觉没这么高啊'],
    'passages',
    '怀化市2022年地区生产总值目标：增长8%以上',
  ],
  [
    'after a doubt the talk goes on',
    ['怀化2022年GDP目标', '你确定吗？感觉没这么高啊', '邵阳呢'],
    'figure',
    '邵阳市2022年地区生产总值目标',
  ],
  [
    'a remark before the question',
    ['怀化2022年GDP目标', '厉害啊，固投呢'],
    'figure',
    '怀化市2022年固定资产投资目标：增长11%以上',
  ],
  [
    'a share that is not told',
    ['怀化2021年GDP多少', '占全省多少'],
    'refusal',
    '没有找到怀化市2021年地区生产总值占全省的比重',
  ],
  ['no growth for a share', ['娄底2021年财政收入多少', '占GDP多少'], 'refusal', '占GDP的比重'],
  [
    'a cause that is not told',
    ['怀化2022年GDP目标', '为什么定这么高'],
    'refusal',
    '没有找到怀化市2022年地区生产总值目标增长8%以上的原因',
  ],
  ['what the report of the answer is', ['2022年怀化GDP目标', '哪天作的'], 'passages', '2021年12月30日'],
  [
    'a figure after who gave the report',
    ['2022年怀化报告是谁作的', '他说今年GDP要涨多少'],
    'figure',
    '怀化市2022年地区生产总值目标',
  ],
  [
    'no figure to set anything against',
    ['常德2022年粮食打算产多少', '比去年多了还是少了'],
    'refusal',
    '前面没有答出可以比的数',
  ],
];

describe('a turn about what was answered before', () => {
  it.each(TURNS)('%s', async (_, turns, kind, says) => {
    const answer = await talk(...turns);
    expect({ kind: answer.kind, headline: answer.headline }).toMatchObject({
      kind,
      headline: expect.stringContaining(says),
    });
  });

  it('quotes both figures that it sets side by side', async () => {
    const { figures, citations } = await talk('邵阳2021年GDP多少', '怀化呢', '哪个多');
    expect(figures.map((f) => f.text)).toEqual(['2460亿元', '1820亿元']);
    for (const figure of figures) expect(citations[figure.citation]!.quote).toContain(figure.text);
  });

  it('leaves the conversation where it was', async () => {
    const answer = await talk('邵阳2022年GDP目标是多少', '常德呢', '这两个哪个高', '怀化呢');
    expect(answer.headline).toContain('怀化市2022年地区生产总值目标：增长8%以上');
  });
});

import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

async function talk(...turns: readonly string[]): Promise<Answer> {
  let answer!: Answer;
  for (const turn of turns) answer = await assistant.ask(`table: ${turns.join('|')}`, turn);
  return answer;
}

const HIGHEST = '2022年各市GDP目标谁最高';

describe('a turn behind a table that asks for another place in its order', () => {
  it.each([
    ['the other end', ['垫底的呢'], '最低的是常德市：增长7%以上'],
    ['the end in other words', ['那最保守的是谁'], '最低的是常德市'],
    ['the end as a place', ['最低的那个市是？'], '最低的是常德市'],
    ['the second, which two share', ['第二是谁'], '第2名是邵阳市增长8%、怀化市增长8%以上（并列）'],
    ['the third', ['那第三呢'], '第3名是娄底市增长7.5%以上'],
    ['one counted from below', ['倒数第二呢'], '倒数第2名是娄底市增长7.5%以上'],
    ['one that is not there', ['第九名呢'], '没有第9名'],
  ])('%s', async (_, turns, says) => {
    const answer = await talk(HIGHEST, ...turns);
    expect(answer.kind).toBe('comparison');
    expect(answer.headline).toContain(says);
  });
});

describe('a turn about the rows that were told', () => {
  it('asks of those alone that a condition picked', async () => {
    const { headline } = await talk('2022年各市GDP目标不到8%的有哪些', '这几个2021年实际多少');
    expect(headline).toContain('2021年地区生产总值：');
    expect(headline).toContain('常德市');
    expect(headline).not.toContain('怀化市');
  });

  it.each([
    [
      'of what the slot reader alone understood',
      ['常德2021到2022年GDP目标给我捋清爽', '最高是哪一年'],
      '最高的是2021年',
    ],
    ['with a number of those that a condition picked', ['2022年各市GDP目标高于7%的有几个', '平均多少'], '简单平均'],
    ['whether aims were met', ['常德2020到2022年GDP目标', '2021年的兑现了没'], '目标增长8%以上，实际增长8%'],
    ['by an order, behind all main targets', ['2022年各市目标', '哪个最低'], '最低的是常德市：增长7%以上'],
  ])('goes on %s', async (_, turns, says) => {
    expect((await talk(...turns)).headline).toContain(says);
  });
});

describe('places that the slot reader does not know', () => {
  it.each(['2021年长株潭各市GDP实际增速', '2021年长三角各省GDP总量'])(
    'are answered by no others: %s',
    async (question) => {
      const answer = await talk(question);
      expect(answer).toMatchObject({ kind: 'refusal', figures: [] });
    },
  );
});

describe('the one place that a table was told to be of stands for 它', () => {
  it.each([
    ['what came of its aim', [HIGHEST, '倒数第二呢', '它当年做到了吗'], '娄底市2022年地区生产总值：目标增长7.5%以上'],
    [
      'against another',
      ['2021年各市GDP谁最高', '它比怀化高多少'],
      '邵阳市2460亿元（预计），比怀化市1820亿元（预计）多640亿元',
    ],
    ['by 这个市', ['2021年各市GDP谁最高', '这个市2022年GDP目标呢'], '邵阳市2022年地区生产总值目标'],
  ])('%s', async (_, turns, says) => {
    expect((await talk(...turns)).headline).toContain(says);
  });

  it('and none where two share the place', async () => {
    expect((await talk(HIGHEST, '它当年做到了吗')).headline).not.toContain('怀化市2022年地区生产总值：');
  });
});

describe('a turn that looks for another thing in the same reports', () => {
  it.each([
    ['换成 keeps the year', ['2022年哪些市的报告提到“营商环境”', '换成“乡村振兴”，哪几个市提了'], '2022'],
    ['…呢 keeps year and places', ['2022年哪些市的报告提到“营商环境”', '“乡村振兴”呢，谁提得最多'], '2022'],
  ])('%s', async (_, turns, year) => {
    const answer = await talk(...turns);
    expect(answer.kind).toBe('mentions');
    expect(answer.headline).toContain('乡村振兴');
    expect([...new Set(answer.citations.map((c) => String(c.document.year)))]).toEqual([year]);
  });

  it('and a question of its own looks everywhere', async () => {
    const answer = await talk('2022年哪些市的报告提到“营商环境”', '哪些报告提到“乡村振兴”');
    expect(new Set(answer.citations.map((c) => c.document.year)).size).toBeGreaterThan(1);
  });
});

describe('what is asked of many rows in one question', () => {
  it.each([
    [
      '目标各多少，实际各多少 of several places',
      '常德、怀化2021年GDP目标各多少，实际各多少',
      '常德市2021年地区生产总值：目标增长8%以上，实际',
    ],
    ['合一块', '常德、怀化、邵阳2021年GDP合一块多少', '合计'],
  ])('%s', async (_, question, says) => {
    expect((await talk(question)).headline).toContain(says);
  });
});

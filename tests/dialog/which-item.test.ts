import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

async function talk(...turns: readonly string[]): Promise<Answer> {
  let answer!: Answer;
  for (const turn of turns) answer = await assistant.ask(turns.join('|'), turn);
  return answer;
}

const LIST = '怀化2022年十件民生实事有哪些';

describe('which item of the list before holds a thing', () => {
  it.each([
    ['图书馆是第几件', '在第7项：新建24小时自助图书馆4个、文旅驿站20个'],
    ['老旧小区是哪一条', '在第2项：改造城镇老旧小区323个'],
    ['公厕排在哪一项里', '在第4项：新建城区垃圾中转站2个'],
    ['改造农贸市场的是第几件', '在第3项：提质改造城区农贸市场3个'],
    // In other words than the item's own.
    ['管停车的是哪一条啊', '在第5项：新建停车位2.65万个'],
    ['装电梯的是哪一件', '在第6项：既有住宅加装电梯280台'],
  ])('%s', async (turn, says) => {
    const { kind, headline } = await talk(LIST, turn);
    expect(kind).toBe('passages');
    expect(headline).toContain(says);
  });

  it('is told for another list than of livelihood works too', async () => {
    const { headline } = await talk('怀化2022年的重点工作有哪些', '陆港是第几条');
    expect(headline).toBe('在第1项：聚焦怀化国际陆港建设');
  });

  it('is told with the words of the report', async () => {
    const { citations } = await talk(LIST, '图书馆是第几件');
    expect(citations).toHaveLength(1);
    expect(citations[0]!.quote).toContain('新建24小时自助图书馆4个');
    expect(citations[0]!.document).toMatchObject({ place: '怀化市', year: 2022 });
  });

  it('is told behind another question in between, and of another place', async () => {
    const turns = [LIST, '2022年怀化GDP目标是多少', '邵阳呢', '图书馆是第几件'];
    expect((await talk(...turns)).headline).toContain('在第7项：');
  });

  it.each([
    // Without a word that asks of the list.
    [[LIST, '那自助图书馆排第几'], '在第7项：'],
    // By its number, though another answer stands between.
    [[LIST, '怀化2022年GDP目标是多少', '第四项呢'], '第4项：新建城区垃圾中转站2个'],
    [[LIST, '怀化2022年GDP目标是多少', '最后一件把原文贴给我'], '第10项：'],
    // Its words, of a list that is told from one quote.
    [[LIST, '第七个的原文呢'], '第7项：新建24小时自助图书馆4个'],
  ])('%j', async (turns, says) => {
    expect((await talk(...turns)).headline).toContain(says);
  });

  it('is asked the same within another item', async () => {
    const { headline } = await talk(LIST, '第二件里改造多少个', '第三件呢');
    expect(headline).toContain('3个');
    expect(headline).toContain('农贸市场');
  });

  it('is that of the last list', async () => {
    const { headline } = await talk(LIST, '邵阳呢', '农贸市场是第几件');
    expect(headline).toContain('在第5项：完成市区农贸市场改造升级32家');
  });

  it('leaves the conversation with its list', async () => {
    const answer = await talk(LIST, '图书馆是第几件', '邵阳呢');
    expect(answer.kind).toBe('list');
    expect(answer.headline).toContain('邵阳市2022年报告：十件民生实事');
  });
});

describe('no item', () => {
  it.each([
    ['holds what stands in none of them', [LIST, '养老院是第几件']],
    ['holds what no report speaks of', [LIST, '养狗是第几件']],
    ['holds enough of many words', [LIST, '养老院边上儿童乐园跟图书馆旁边的游泳池是第几件']],
    ['stands out where many hold the word', [LIST, '建设是第几件']],
    ['is there where no list went before', ['邵阳2022年GDP目标', '图书馆是第几件']],
  ])('%s', async (_, turns) => {
    const { kind, headline } = await talk(...turns);
    expect(kind).toBe('refusal');
    expect(headline).not.toMatch(/在第\d+项/u);
  });
});

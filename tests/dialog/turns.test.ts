import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { createSessions } from '../../src/dialog/sessions.js';
import { asideOf, corrected } from '../../src/question/turns.js';
import { loadSeeds } from '../support/seed-assistant.js';

describe('a turn about the answer before', () => {
  it.each([
    ['把这句原文发我', 'source'],
    ['原文怎么写的', 'source'],
    ['把原文那句贴出来', 'source'],
    ['这句在报告的哪一页', 'page'],
    ['你确定吗？', 'doubt'],
    ['好的谢谢', 'thanks'],
    ['对的，谢谢', 'thanks'],
    ['发我excel', 'excel'],
    ['画个图', 'chart'],
    ['还有吗', 'more'],
    ['为什么这么说', 'why'],
    ['怀化呢', undefined],
    ['营商环境的原文怎么写的', undefined],
    ['常德2022年GDP目标', undefined],
    ['还有哪些项目', undefined],
    ['为什么下降', undefined],
  ])('%s is %s', (text, kind) => {
    expect(asideOf(text)).toBe(kind);
  });
});

describe('a correction', () => {
  it.each([
    ['不是这个，我问的是农村', '农村'],
    ['我说的是2022年', '2022年'],
    ['不对，是2022年的', '2022年的'],
    ['不说地铁了，机场一年多少旅客', '机场一年多少旅客'],
    ['不是2021年，是2022年常德GDP目标', '2022年常德GDP目标'],
    ['打错了，怀化', '怀化'],
    ['写错了2021年', '2021年'],
    ['错了错了，2021年', '2021年'],
    ['不好意思，打错了，是2021年', '2021年'],
    ['年份错了，2021年', '2021年'],
    ['不对，我问实际的', '实际的'],
    ['不是目标，我问实际完成多少', '实际完成多少'],
    ['我说的是目标不是完成数', '目标'],
    ['啊不，是2021年', '2021年'],
  ])('%s means %s', (text, meant) => {
    expect(corrected(text)).toEqual({ text: meant, corrects: true });
  });
  it.each(['2022年常德GDP目标', '那怀化呢', '常德的短板，报告怎么说', '错了', '不好意思，2022年常德GDP目标'])(
    '%s corrects nothing',
    (text) => {
      expect(corrected(text)).toEqual({ text, corrects: false });
    },
  );
});

const assistant = await loadSeeds();

describe('conversations', () => {
  const talk = async (session: string, ...turns: string[]) => {
    let answer!: Answer;
    for (const turn of turns) answer = await assistant.ask(session, turn);
    return answer;
  };

  it('gives each question of a message its own head', async () => {
    const { text, citations, figures } = await talk('several', '2022年怀化GDP目标是多少？财政收入呢？');
    expect(text).toContain('1. 2022年怀化GDP目标是多少');
    expect(text).toContain('2. 财政收入呢');
    for (const figure of figures) expect(citations[figure.citation]!.quote).toContain(figure.text);
  });

  it('asks again and keeps the choices where a choice is none', async () => {
    const asked = await talk('choice', '固定资产投资目标是多少');
    const again = await talk('choice', '99');
    expect(again.kind).toBe('clarification');
    expect(again.choices).toEqual(asked.choices);
    expect((await talk('choice', '1')).kind).not.toBe('clarification');
  });

  it('changes nothing by chatter', async () => {
    await talk('chatter', '2022年常德GDP目标', '好的谢谢', '哈哈', '明白了');
    expect((await assistant.last('chatter'))?.headline).toContain('常德市2022年地区生产总值目标');
    expect((await talk('chatter', '怀化呢')).headline).toContain('怀化市2022年地区生产总值目标');
  });

  it('inherits nothing in a complete question', async () => {
    const answer = await talk('complete', '2021年常德GDP目标', '怀化2022年固定资产投资目标');
    expect(answer.headline).toBe('怀化市2022年固定资产投资目标：增长11%以上');
    expect(answer.understood.places[0]?.source).toBe('question');
  });

  it('keeps two people apart whose turns are interleaved', async () => {
    const [a, b] = ['one', 'two'];
    await talk(a, '2022年常德GDP目标');
    await talk(b, '2022年怀化固投目标');
    expect((await talk(a, '邵阳呢')).headline).toContain('邵阳市2022年地区生产总值目标');
    expect((await talk(b, '邵阳呢')).headline).toContain('邵阳市2022年固定资产投资目标');
  });

  it('keeps a thousand turns in bounded time and memory', async () => {
    const places = ['常德', '怀化', '邵阳', '娄底'];
    await talk('long', '2022年常德GDP目标');
    const began = performance.now();
    for (let i = 0; i < 1000; i++) await talk('long', i % 7 === 0 ? '好的谢谢' : `${places[i % 4]}呢`);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(JSON.stringify(await assistant.last('long')).length).toBeLessThan(50_000);
    expect((await talk('long', '怀化呢')).headline).toContain('怀化市2022年地区生产总值目标');
  });

  it('answers a follow-up to what has expired as one to nothing', async () => {
    let now = 0;
    const sessions = createSessions({ now: () => now });
    await sessions.turn('old', (session) => {
      session.shown = 3;
    });
    expect((await sessions.peek('old'))?.shown).toBe(3);
    now = 2 * 60 * 60 * 1000;
    expect(await sessions.peek('old')).toBeUndefined();
    expect((await assistant.ask('nobody', '你确定吗')).kind).not.toBe('figure');
    expect((await assistant.ask('nobody', '原文')).kind).toBe('notice');
    expect(['clarification', 'refusal']).toContain((await assistant.ask('nobody', '那去年呢')).kind);
  });
});

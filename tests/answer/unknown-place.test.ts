import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../support/seed-assistant.js';

/** Words in the place's position over the seeds: none may be answered with the figure of a place that was not typed. */
const WORDS =
  `苹果 月亮 太阳 火星 大海 森林 老虎 熊猫 电脑 手机 汽车 飞机 钢铁 石头 木头 玻璃 咖啡 牛奶 面包 鸡蛋 白菜 土豆 西瓜 香蕉
  春天 夏天 秋天 冬天 星期 早晨 晚上 音乐 电影 足球 篮球 围棋 书法 绘画 诗歌 小说 朋友 同学 老师 医生 护士 警察 军人 司机 厨师 作家
  长德 常徳 常得 怀花 坏化 怀华 少阳 召阳 邵羊 搂底 娄低 楼底 深镇 温洲 海扣 重亲 东经 北惊 南津 抗州
  东京 纽约 伦敦 巴黎 首尔 台北 香港 美国 日本 硅谷`
    .split(/\s+/)
    .filter(Boolean);

const assistant = await loadSeeds();

describe('a word in the position of a place', () => {
  it(`is never answered by another place (${WORDS.length} words)`, async () => {
    expect(WORDS).toHaveLength(80);
    const answered: string[] = [];
    for (const word of WORDS)
      for (const question of [`${word}2022年GDP目标`, `${word}2021年财政收入多少`, `2022年${word}GDP目标`]) {
        const { kind, headline, figures } = await assistant.ask(question, question);
        if (figures.length > 0 && kind !== 'refusal') answered.push(`${question} → ${kind} ${headline}`);
      }
    expect(answered).toEqual([]);
  });

  it.each([
    ['长德2022年GDP目标', '常德市2022年GDP目标'],
    ['2022年怀花GDP目标', '2022年怀化市GDP目标'],
    ['张家届2021年来了多少游客', '张家界市2021年来了多少游客'],
  ])('%s offers what may be meant', async (question, choice) => {
    const { kind, choices } = await assistant.ask(question, question);
    expect(kind).toBe('clarification');
    expect(choices?.map((c) => c.question)).toEqual([choice]);
  });

  it('says of a place elsewhere that it is not held, and names it', async () => {
    const { refusal, headline } = await assistant.ask('elsewhere', '东京2022年GDP目标');
    expect(refusal).toBe('not-held');
    expect(headline).toContain('东京');
  });

  it('is no follow-up to the place of the turn before', async () => {
    await assistant.ask('follow', '常德2022年GDP目标');
    expect((await assistant.ask('follow', '那长德呢')).kind).toBe('clarification');
    expect((await assistant.ask('follow', '那东京呢')).refusal).toBe('not-held');
    expect((await assistant.ask('follow', '那怀化呢')).headline).toContain('怀化');
  });
});

import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../support/seed-assistant.js';

/** Polite and spoken words round a question change nothing about its answer. */
const assistant = await loadSeeds();
const QUESTIONS = [
  '2022年常德GDP目标',
  '2022年怀化固定资产投资目标',
  '2021年常德改造农村危桥多少座',
  '常德2021年城镇化率',
  '2022年娄底农村居民收入目标',
  '2022年邵阳老旧小区计划改多少个',
  '张家界2020年接待游客多少人次',
  '2022年常德城镇调查失业率目标',
  '怀化2022年规模以上工业增加值目标',
  '常德2021年社会消费品零售总额目标',
];
const WRAPPERS = [
  '你好，{Q}',
  '您好，请问{Q}',
  '{Q}，谢谢',
  '{Q}，谢谢啦',
  '老师让我查一下{Q}',
  '老师让我查：{Q}',
  '写稿子要用，{Q}',
  '写材料用，{Q}？',
  '麻烦问一下{Q}',
  '麻烦帮我查下{Q}',
  '请教一下，{Q}',
  '想问下{Q}',
  '想了解一下{Q}',
  '打扰了，{Q}',
  '不好意思，{Q}',
  '在吗？{Q}',
  '1. {Q}',
  '问题一：{Q}',
  '{Q}？？',
  '{Q}！',
  '{Q}呀',
  '{Q}啊',
  '{Q}呢',
  '那个，{Q}',
  '嗯……{Q}',
  '急，{Q}',
  '领导急着要，{Q}',
  '做表格用，{Q}',
  '查资料，{Q}',
  '{Q}（写论文用）',
  '帮忙看看{Q}',
  '辛苦帮查{Q}',
  '我是记者，想问{Q}',
  '我是学生，{Q}',
  '公考复习，{Q}',
  '{Q}，多谢',
  '{Q}，辛苦了',
  '有人知道{Q}吗',
  '话说{Q}来着',
  '根据报告，{Q}',
  '做跨境电商的，{Q}',
  '我是跑货运的，{Q}',
  '养羊的想问：{Q}',
  '我们搞直播带货的关心这个，{Q}',
  '帮开饭店的朋友打听一下，{Q}',
];

describe('padding', () => {
  it.each(QUESTIONS)('%s', async (question) => {
    const plain = await assistant.ask('plain', question);
    expect(plain.kind).toBe('figure');
    for (const wrapper of WRAPPERS) {
      await assistant.forget('padded');
      const padded = await assistant.ask('padded', wrapper.replace('{Q}', question));
      expect.soft(padded.headline, wrapper).toBe(plain.headline);
    }
  });
});

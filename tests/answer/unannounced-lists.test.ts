import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

/** Things side by side that nothing announces are no list of what they are called themselves. */
const ask = await overOwn([
  {
    place: '株洲市',
    year: 2022,
    reached:
      '过去一年，地区生产总值增长8%。推动国企在打造“七大都市”中发挥作用。\n\n着力打造创新引领之都、先进制造之都、现代农业之都、向北开放之都、创意设计之都、冰雪文化之都、宜居幸福之都。\n\n为民办实事、“暖心”民生工程让市民倍感温暖，安全底板更加巩固。\n\n世界海南乡团联谊大会、首届中非农业合作论坛、世界顶尖科学家论坛等展现开放新形象。\n\n建成了三个口岸：株洲口岸、醴陵口岸、攸县口岸。\n\n在继续治理“四乱”的同时，努力营造环境优、服务好、成本低、回报率高的良好投资环境。\n\n继续实施“三整三改一分离”，全面开展村庄环境整治。',
    aimed:
      '地区生产总值增长7%，城镇新增就业2万人。\n\n大力推行“六步工作法”，抓好政策设计、工作部署、干部培训、督促检查、追责问责、总结反馈六个环节，形成推动工作落实的完整闭环。',
  },
]);

describe('a list that nothing announces', () => {
  it('is none of what its own items are called', async () => {
    const { kind, headline } = await ask('株洲2021年民生实事有哪些');
    expect(kind).not.toBe('list');
    expect(headline).not.toContain('共2项');
  });

  it('is that of a name elsewhere whose count it has and of whose class each item carries a unit', async () => {
    const { kind, headline, text } = await ask('株洲2022年提的“七大都市”是哪七个都');
    expect(kind).toBe('list');
    expect(headline).toContain('共7项');
    expect(text).toContain('宜居幸福之都');
  });

  it('is none of a counted name that is only used before it', async () => {
    const { kind, headline } = await ask('株洲2022年报告里要继续治理的“四乱”，分别乱在哪四样上');
    expect(kind).not.toBe('list');
    expect(headline).not.toContain('共4项');
  });

  it('is none of a thing that stands in it as an item beside others', async () => {
    const { kind } = await ask('株洲2021年首届中非农业合作论坛是在哪几个地方开的');
    expect(kind).not.toBe('list');
  });

  it('is told where its number closes it', async () => {
    const { kind, headline } = await ask('株洲2022年提的“六步工作法”是哪六步');
    expect(kind).toBe('list');
    expect(headline).toContain('共6项');
  });

  it('nor does a sentence with fewer pieces than such a name counts tell its parts', async () => {
    const { kind } = await ask('株洲2022年报告里“三整三改一分离”怎么拆开讲');
    expect(kind).toBe('refusal');
  });

  it('one that is announced still is', async () => {
    const { kind, headline } = await ask('株洲2021年建成了哪三个口岸');
    expect(kind).toBe('list');
    expect(headline).toContain('3项');
  });
});

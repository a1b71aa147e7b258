import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

/** Questions whose place has no report that says it, over reports of others that do. */
const ask = await overOwn([
  {
    place: '湖南省',
    year: 2021,
    reached: '过去一年，对口支援若羌灾后重建提前完成，建成安居房1200套。湘西经济区投资完成80亿元。',
    aimed: '地区生产总值增长7%。首批在株洲、湘潭、岳阳、衡阳4个城市建设天然气管网。',
  },
  {
    place: '株洲市',
    year: 2021,
    reached: '过去一年，先后派出6批63名医务人员驰援武汉和黄冈。清水江入海口形成湿地300公顷。',
    aimed: '地区生产总值增长8%。围绕2035年目标，实施“三个一流”工程：建设一流园区、培育一流企业、营造一流环境。',
  },
]);

describe('whose reports tell it', () => {
  it.each([
    ['one of several places, for the others', '株洲派了几批医务人员去武汉、黄冈那些地方', '6批'],
    ['one that helps another without a report', '湖南对口支援若羌灾后重建，2021年报告说建成多少套安居房', '1200套'],
    ['the place itself, for what lies in it', '湖南2021年首批建天然气管网的是哪些城市', '株洲'],
    ['a report before the year that it plans for', '株洲2035年那个“三个一流”是哪三个', '一流园区'],
    ['where a word only holds the name of a place', '株洲清水江入海口形成的湿地有多大', '300公顷'],
  ])('%s: %s', async (_, question, says) => {
    const { kind, text, headline } = await ask(question);
    expect(['figure', 'list', 'passages']).toContain(kind);
    expect(`${headline}${text}`).toContain(says);
  });

  it('is not another place where only that one could tell', async () => {
    expect((await ask('衡阳2021年地区生产总值目标多少')).kind).toBe('refusal');
  });
});

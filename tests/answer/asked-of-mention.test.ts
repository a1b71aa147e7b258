import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const ask = await overOwn([
  {
    place: '株洲市',
    year: 2022,
    reached: '过去一年，地区生产总值增长8%。“株洲号”动车组开行。评选产生出富有底蕴的“新八景”。醴陵大桥开工建设。',
    aimed: '地区生产总值增长7%，城镇新增就业2万人。',
  },
]);

describe('what is asked of a thing that a report only mentions', () => {
  it.each([
    '“株洲号”动车是几月几号开行的？株洲2022年报告里提到的',
    '株洲“新八景”是哪八个？2022年政府报告提到刚评出来的',
    '醴陵大桥还要修几年才通，株洲2022年报告说没说工期',
  ])('is told by no place where it stands, nor by the day of the report: %s', async (question) => {
    expect((await ask(question)).kind).toBe('refusal');
  });

  it.each(['株洲2022年报告提到“株洲号”了吗', '株洲2022年的报告里有没有提“新八景”'])(
    'but whether it is mentioned still is: %s',
    async (question) => {
      expect((await ask(question)).kind).toBe('mentions');
    },
  );

  it('and so is the day of the report', async () => {
    expect((await ask('株洲2022年的报告是几月几号作的')).headline).toContain('日期');
  });
});

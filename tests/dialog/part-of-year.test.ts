import { expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const reports = [
  {
    place: '常德市',
    year: 2021,
    reached: '过去一年，全市地区生产总值增长3.9%。上半年地区生产总值增长0.8%。',
    aimed: '地区生产总值增长7%。',
  },
];

it('a part of a year that is named alone is of the year spoken of', async () => {
  const ask = await overOwn(reports);
  const { headline } = await ask('常德2020年GDP增速', '上半年呢');
  expect(headline).toContain('2020年上半年');
  expect(headline).toContain('0.8%');
});

it('without a talk it is of the year that the newest report looks back on', async () => {
  const ask = await overOwn(reports);
  expect((await ask('常德上半年GDP增速')).headline).toContain('0.8%');
});

import { expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

const talk = await overOwn([
  {
    place: '株洲市',
    year: 2021,
    reached: '过去五年，第三产业增加值占地区生产总值的比重由2015年的41.2%提高到46.5%。',
    aimed: '地区生产总值增长7.5%。',
  },
  { place: '湘潭市', year: 2021, reached: '过去一年，第三产业蓬勃发展。', aimed: '地区生产总值增长7.5%。' },
]);

it.each(['株洲2020年第三产业占比从多少升到多少', '株洲三产占比从多少提高到了多少', '株洲第三产业比重由多少升到多少'])(
  '%s is told with both its ends',
  async (question) => {
    const answer = await talk(question);
    expect(answer.headline).toContain('41.2%');
    expect(answer.headline).toContain('46.5%');
  },
);

it('a share is not denied where the reports speak of what it is of', async () => {
  expect(await talk('湘潭2020年第三产业占比从多少升到多少')).toMatchObject({ kind: 'refusal', refusal: 'not-sure' });
});

import { describe, expect, it } from 'vitest';
import { factsOf, line } from './small-report.js';

const review = (text: string): string[] => factsOf(text, { role: 'review', year: 2020 }).map(line);

/** Both ends of a change are of one thing, whatever words join them. */
describe('from one figure to another', () => {
  it.each([
    [
      '市属企业由30户整合为18户。',
      ['市属企业整合 2018 outcome count 30户', '市属企业整合 2019<2018 outcome count 18户'],
    ],
    [
      '拥堵指数全省排名由第10位提升为第5位。',
      ['拥堵指数 2018 outcome rank 10位', '拥堵指数 2019<2018 outcome rank 5位'],
    ],
    [
      '新增泊位2万个，综合实力由全国百强县第58位上升到第35位。',
      ['新增泊位 2019 outcome count 2万个', '综合实力 2018 outcome rank 58位', '综合实力 2019<2018 outcome rank 35位'],
    ],
    // Among so many of a kind of which the place has one.
    [
      '实现贸易额30亿元，在全国70个综保区中的排名由第40位攀升至第25位。',
      [
        '贸易额 2019 outcome level 30亿元',
        '综保区排名 2018 outcome rank 40位',
        '综保区排名 2019<2018 outcome rank 25位',
      ],
    ],
    // Among cities it is the subject before that has its place.
    [
      '经济总量达600亿元，在全国300个城市中排名由第90位上升到第80位。',
      [
        '经济总量 2019 outcome level 600亿元',
        '经济总量 2018 outcome rank 90位',
        '经济总量 2019<2018 outcome rank 80位',
      ],
    ],
    [
      '进出口总额由上年居全国第5位上升到第4位。',
      ['进出口总额 2018 outcome rank 5位', '进出口总额 2019<2018 outcome rank 4位'],
    ],
    // Said in a review of last year, 去年 is the year before it.
    // What a volume holds: the first figure is where the change starts.
    [
      'PM2.5平均浓度从每立方米40微克下降到27.9微克。',
      ['PM2.5平均浓度 2018 outcome level 40微克/立方米', 'PM2.5平均浓度 2019<2018 outcome level 27.9微克/立方米'],
    ],
    ['出口占比从去年的50%提高到54%。', ['出口占比 2018 outcome share 50%', '出口占比 2019<2018 outcome share 54%']],
  ])('%s', (text, facts) => {
    expect(review(text)).toEqual(facts);
  });
});

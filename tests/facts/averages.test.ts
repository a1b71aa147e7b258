import { describe, expect, test } from 'vitest';
import { extractFacts } from '../../src/facts/extract.js';
import { lexicon, line, smallReport } from './small-report.js';

function factsUnder(heading: string, text: string): string[] {
  const report = smallReport(text, { role: 'review', from: 2020, to: 2020, year: 2021 });
  const sections = report.sections.map((section) => ({ ...section, path: [heading] }));
  return extractFacts({ ...report, sections }, lexicon).map(line);
}

describe('yearly averages in a review of one year', () => {
  test.each<[string, string, readonly string[]]>([
    ['一、2020年及“十三五”工作回顾', '服务业增加值年均增长8.4%', ['服务业增加值 2016-2020 cumulative average 8.4%']],
    [
      '一、2020年和过去五年工作回顾',
      '旅游总收入由310亿元增加到560亿元，年均增长12.6%',
      [
        '旅游总收入 2015 outcome level 310亿元',
        '旅游总收入 2020<2015 outcome level 560亿元',
        '旅游总收入 2016-2020 cumulative average 12.6%',
      ],
    ],
    [
      '一、2020年和“十三五”工作回顾',
      '累计到位省外资金2100亿元，年均增长14%',
      ['到位省外资金 2016-2020 cumulative level 2100亿元', '到位省外资金 2016-2020 cumulative average 14%'],
    ],
    ['一、2020年工作回顾', '旅游总收入增长12%', ['旅游总收入 2020 outcome growth 12%']],
  ])('%s: %s', (heading, text, expected) => {
    expect(factsUnder(heading, text)).toEqual(expected);
  });
});

test('a yearly average among the tasks of a new government is over its years', () => {
  const report = smallReport('服务业增加值年均增长9%，服务业增加值占比提高1个百分点', { role: 'tasks', year: 2021 });
  const sections = report.sections.map((section) => ({ ...section, path: ['二、新一届政府工作及2021年目标任务'] }));
  expect(extractFacts({ ...report, sections }, lexicon).map(line)).toEqual([
    '服务业增加值 2021-2025 plan-target average 9%',
    '服务业增加值占比 2021 target difference 1个百分点',
  ]);
});

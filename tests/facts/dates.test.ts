import { expect, test } from 'vitest';
import { dateFacts } from '../../src/facts/dates.js';
import { lexicon, type SmallReport, smallReport } from './small-report.js';

const REVIEW: SmallReport = { role: 'review' };
const TASKS: SmallReport = { role: 'tasks' };

/** What, when (days as they may be), done or planned. */
function told(text: string, options: SmallReport): string[] {
  return dateFacts(smallReport(`${text}。`, options), lexicon).map(({ subject, quantity, facet, period }) => {
    const days = [quantity.low, quantity.high].map((day) => day ?? '').join('-');
    return `${subject} ${period.to}${period.part ?? ''} ${days} ${facet}`;
  });
}

test.each([
  ['桃花源机场10月10日开通运营', REVIEW, ['桃花源机场开通运营 202110月10日 20211010-20211010 outcome']],
  ['石长铁路于2021年12月28日建成通车', REVIEW, ['石长铁路建成通车 202112月28日 20211228-20211228 outcome']],
  ['去年9月，市民之家正式启用', REVIEW, ['市民之家正式启用 20219月 20210901-20210930 outcome']],
  ['10月10日，桃花源机场改扩建工程竣工', REVIEW, ['桃花源机场改扩建工程竣工 202110月10日 20211010-20211010 outcome']],
  ['确保5月底前完成校舍改造', TASKS, ['校舍改造 20225月底前 -20220531 target']],
  ['加快沅江隧道建设，力争年底前建成通车', TASKS, ['沅江隧道建设建成通车 2022年底前 -20221231 target']],
  ['常益长高铁上半年全线贯通', TASKS, ['常益长高铁全线贯通 2022上半年 20220101-20220630 target']],
  ['市妇幼保健院计划2024年建成投用', TASKS, ['市妇幼保健院建成投用 2024 20240101-20241231 plan-target']],
  // no event, no date of its own, several dates, or something said aside
  ['1—11月，固定资产投资增长9%', REVIEW, []],
  ['2021年地区生产总值增长8%', REVIEW, []],
  ['2022年1至4月，完成投资9亿元', REVIEW, []],
  ['年初确定的民生实事全部完成', REVIEW, []],
  ['甲、乙项目分别在3月、10月投产', TASKS, []],
  ['平台自8月运营以来实现交易1.8万单', REVIEW, []],
] as const)('%s', (text, options, expected) => {
  expect(told(text, options)).toEqual(expected);
});

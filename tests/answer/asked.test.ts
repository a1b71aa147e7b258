import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** Which figure of a report a question asks for, over two reports made for it. */
const root = mkdtempSync(join(tmpdir(), 'asked-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const REPORTS: Readonly<Record<string, string>> = {
  '株洲市2021.txt': [
    '2021年株洲市人民政府工作报告',
    '一、2020年工作回顾',
    '过去一年，全市地区生产总值3100亿元，增长4.1%。发明专利授权量达到1200件。粮食产量180万吨。城镇化率达到66%。',
    '二、2021年工作安排',
    '今年的主要预期目标是：地区生产总值增长7.5%，社会消费品零售总额增长9%以上，城镇新增就业4万人。',
  ].join('\n\n'),
  '株洲市2022.txt': [
    '2022年株洲市人民政府工作报告',
    '一、2021年工作回顾',
    '过去一年，全市地区生产总值3420亿元，增长8.3%，增速居全省第2位。社会消费品零售总额1160亿元，增长14.9%。',
    '发明专利授权量达到1500件，是2015年的3.2倍。“三公”经费支出比2015年下降41.5%。粮食产量186万吨。城镇化率达到68%。',
    '开工建设保障性住房5200套，竣工3100套。签约工业项目86个，签约额640亿元。17件民生实事已办结15件。',
    '职工医疗保险参保人数62万人。涉农市场主体增长21%。市场主体增长12%。技改投资完成230亿元，下降3.4%。',
    '规模以上工业企业新增120家、总数达到1980家。完成外贸进出口总额52亿美元，其中对日进出口总额6亿美元。',
    '二、2022年工作安排',
    '居民医保财政补助标准由每人每年580元提高到610元。安排专项资金12亿元，办好20件民生实事。',
    '全年完成营造林30万亩。地铁运营里程超过40公里，力争实现52公里。',
  ].join('\n\n'),
};
const corpus = join(root, 'corpus');
mkdirSync(corpus);
for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(corpus, name), text);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
const headline = async (question: string) => (await assistant.ask(question, question)).headline;
const kind = async (question: string) => (await assistant.ask(question, question)).kind;

describe('a year that the figure is set against', () => {
  it.each([
    ['2021年株洲发明专利授权量是2015年的几倍', '3.2倍'],
    ['2021年株洲“三公”经费支出比2015年下降了多少', '下降41.5%'],
    ['2021年株洲“三公”经费支出比2015年减少百分之几', '下降41.5%'],
    ['株洲2021年地区生产总值比2020年增长多少', '增长8.3%'],
  ])('is no second time: %s', async (question, says) => {
    expect(await kind(question)).toBe('figure');
    expect(await headline(question)).toContain(says);
  });

  it.each([
    ['株洲2021年粮食产量比2020年多多少', '比2020年180万吨多6万吨'],
    ['株洲2021年城镇化率比2020年提高几个百分点', '2个百分点'],
  ])('is put beside the other where the reports give no change: %s', async (question, says) => {
    expect(await kind(question)).toBe('comparison');
    expect(await headline(question)).toContain(says);
  });

  it('is never met by the change since another year', async () => {
    expect(await kind('2021年株洲发明专利授权量是2016年的几倍')).toBe('refusal');
  });
});

describe('two things asked at once', () => {
  it.each([
    ['株洲2021年GDP多少亿元，增长百分之几、排全省第几', '3420亿元，增长8.3%，全省第2位'],
    ['株洲2021年社零总额和增速分别是多少', '1160亿元，增长14.9%'],
    ['2021年株洲粮食产量多少吨，增长多少', '186万吨；增速没有找到'],
    ['株洲2021年新增规模以上工业企业多少家、总数多少', '120家'],
    ['株洲2021年签约工业项目多少个、签约额多少', '86个；工业项目签约额：640亿元'],
    // In their order, and no other indicator for one that is not told.
    ['株洲2021年对日出口多少，外贸总额多少', '52亿美元'],
  ])('%s', async (question, says) => {
    expect(await headline(question)).toContain(says);
  });
});

describe('which figure of a clause', () => {
  it.each([
    ['株洲2021年竣工的保障性住房多少套', '3100套'],
    ['株洲2021年签约工业项目签约额', '640亿元'],
    ['株洲2021年17件民生实事办结了几件', '15件'],
    ['株洲2021年技改投资下降了多少', '下降3.4%'],
    ['2022年株洲居民医保财政补助标准提高到每人每年多少钱', '610元'],
    ['2022年株洲20件民生实事安排多少资金', '12亿元'],
    ['2022年株洲全市要完成营造林多少万亩', '30万亩'],
    ['2022年株洲地铁运营里程目标', '超过40公里，力争'],
    ['株洲2021年涉农市场主体增长多少', '21%'],
  ])('%s', async (question, says) => {
    expect(await headline(question)).toContain(says);
  });
});

describe('what is only near is no answer', () => {
  it.each([
    '株洲2021年居民医疗保险参保人数',
    '株洲2021年粮食产量增长多少',
    '株洲2021年市场主体总收入多少',
    '株洲2021年对韩进出口总额',
    '株洲2021年粮食产量占全省多少',
  ])('%s', async (question) => {
    expect(await kind(question)).toBe('refusal');
  });
});

describe('the change between two reports', () => {
  it('is told with each year on its own terms', async () => {
    expect(await headline('株洲GDP2020年到2021年怎么变化')).toContain('2020年3100亿元，2021年3420亿元');
    expect(await headline('株洲发明专利授权量2020年末、2021年末各多少件')).toContain('1200件');
  });
});

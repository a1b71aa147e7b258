import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** How people ask beside the words of the reports, over reports made for it. */
const root = mkdtempSync(join(tmpdir(), 'colloquial-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const REPORTS: Readonly<Record<string, string>> = {
  '株洲市2021.txt': [
    '2021年株洲市人民政府工作报告',
    '一、2020年工作回顾',
    '过去一年，完成农产品展销销售额3.5亿元。投资对经济增长的贡献率达41%。PM10浓度下降11.2%。',
    '“十三五”时期，266个贫困村全部退出。株洲居全国创新百强城市第36位。新增充电桩1200个。',
    '二、2021年工作安排',
    '今年的主要预期目标是：地区生产总值增长7.5%。力争到2030年，城镇化率达到75%。',
  ].join('\n\n'),
  '株洲市2022.txt': [
    '2022年株洲市人民政府工作报告',
    '一、2021年工作回顾',
    '过去一年，全市地区生产总值3420亿元，增长8.3%。城镇居民人均可支配收入增长9%，扣除价格因素增长7.6%。',
    '村道窄路加宽改造88公里。株洲居全国创新百强城市第31位。完成绿道建设18公里。新增停车泊位2300个。',
    '园区工业增加值占规模以上工业增加值比重达到61%。130个亿元以上制造项目建成投产，12个10亿元以上制造项目建成投产。',
    '办理代表建议210件、委员提案305件。拆除违建120户、3.4万平方米。新增国家级专精特新“小巨人”企业20家，总数达95家。',
    '固定资产投资未能实现预期增长目标。成功举办第七届服饰节。',
    '二、2022年工作安排',
    '今年的主要预期目标是：地区生产总值增长7%。完成绿道建设25公里。城乡低保标准提高到650元。',
  ].join('\n\n'),
  '湘潭市2022.txt': [
    '2022年湘潭市人民政府工作报告',
    '一、过去五年工作回顾',
    '五年来，158个贫困村全部出列。',
    '二、2022年工作安排',
    '今年的主要预期目标是：地区生产总值增长6.5%。',
  ].join('\n\n'),
};
const corpus = join(root, 'corpus');
mkdirSync(corpus);
for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(corpus, name), text);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
const headline = async (question: string) => (await assistant.ask(question, question)).headline;

/** The headline of the last of several turns. */
async function afterTurns(...turns: string[]): Promise<string> {
  let last = '';
  for (const turn of turns) last = (await assistant.ask(turns.join(), turn)).headline;
  return last;
}

describe('other words for what the reports say', () => {
  it.each([
    ['2020年株洲搞农产品展销卖了多少钱的东西', '3.5亿元'],
    ['2020年株洲投资对经济增长的贡献律', '41%'],
    ['2020年投资对株洲经济增长的贡献率', '41%'],
    ['2020年株洲PM10浓度下降了百分之多少', '11.2%'],
    ['2021年株洲村道窄路加宽改造里程', '88公里'],
    ['2021年株洲新增了多少停车位', '2300个'],
    ['2021年株洲园区工业增加值占全部规上工业增加值的比重升到了多少', '61%'],
    ['2022年株洲低保标准要提到每月多少钱', '650元'],
    ['2021年株洲城镇居民人均可支配收入扣除物价后增长多少', '7.6%'],
    ['株洲力争2030年城镇化率达到多少', '75%'],
  ])('%s', async (question, says) => {
    expect(await headline(question)).toContain(says);
  });
});

describe('places in an order', () => {
  it.each([
    ['2021年株洲在全国创新百强城市里排多少位', '第31位'],
    ['株洲在全国创新百强城市里的位次，2021年报告和2022年报告分别是多少', '第36位'],
  ])('%s', async (question, says) => {
    expect(await headline(question)).toContain(says);
  });
});

describe('the figure that the words tell from its neighbours', () => {
  it.each([
    ['2021年株洲竣工投产的亿元以上制造项目有几个', '130个'],
    ['到2021年底株洲国家级专精特新“小巨人”总共有几家', '95家'],
  ])('%s', async (question, says) => {
    expect(await headline(question)).toContain(says);
  });
});

describe('comparisons', () => {
  it('of places take the time that the reports tell, where none is asked for', async () => {
    const { text } = await assistant.ask('villages', '脱贫攻坚中退出（出列）的贫困村，株洲和湘潭哪个多');
    expect(text).toContain('株洲市266个，比湘潭市158个多108个');
  });

  it('of a target with what was completed keep the two apart', async () => {
    expect(await headline('株洲绿道建设，2022年目标比2021年完成数多多少')).toContain('多7公里');
  });

  it('without a report name the years that are held', async () => {
    expect((await assistant.ask('held', '株洲和湘潭2015年GDP目标谁高')).text).toContain(
      '已收录株洲市的报告：2021、2022年',
    );
  });
});

describe('a target whose outcome is told in words', () => {
  it('is told in those words', async () => {
    expect(await headline('2021年株洲固定资产投资达到预期目标了吗')).toContain('未能实现预期增长目标');
  });
});

describe('an ordinal', () => {
  it('is told by its sentence', async () => {
    expect(await headline('2021年株洲办的服饰节是第几届')).toContain('第七届');
  });
});

describe('a turn that changes only the end of the question', () => {
  it.each([
    [['2021年株洲办理了多少件代表建议', '委员提案呢'], '305件'],
    [['2021年株洲拆除违建多少户', '面积是多少'], '3.4万平方米'],
    [['2022年株洲GDP目标', '它前一年的目标是多少'], '7.5%'],
  ])('%s', async (turns, says) => {
    expect(await afterTurns(...turns)).toContain(says);
  });
});

describe('a trend', () => {
  it('shows a year that is not held as not held, whatever mean ends in it', async () => {
    const { text } = await assistant.ask('trend', '株洲2015到2022年GDP增速变化');
    expect(text).toContain('2015—2019年  未收录报告');
    expect(text).not.toContain('口径不同');
  });
});

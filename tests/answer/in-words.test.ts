import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** Questions that are answered by a sentence or a list of a report made for them. */
const root = mkdtempSync(join(tmpdir(), 'in-words-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const REPORTS: Readonly<Record<string, string>> = {
  '株洲市2022.txt': [
    '2022年株洲市人民政府工作报告',
    '一、2021年工作回顾',
    '过去一年，全市地区生产总值3420亿元，增长8.3%。株洲市第三中学获评全国文明校园。清水塘客运站2021年9月建成启用。',
    '成功举办第五届轨道交通博览会。自主选育的“芙蓉稻8号”通过国家审定。山河科技首发上市，融资12亿元。这是近三年来的上市首秀。',
    '同时，受疫情影响，财政收入、进出口总额等指标没有完成年度目标。',
    '二、2022年工作安排',
    '培育发展硬质材料、电子陶瓷、烟花鞭炮等产业链，推进产业链招商行动、强链行动、补链行动。力争将油茶、白茶、生猪等产业培育成百亿产业。',
    '支持荷塘区、渌口区、攸县创建湖南省示范县区。加快建设“四个中心”。全力打造区域物流中心、商贸中心、文旅中心、康养中心，提升能级。',
    '三、加强政府自身建设',
    '我们将：坚持政治引领，筑牢忠诚之魂。推进学习教育。坚持依法行政，规范权力运行。公开政务信息。坚持实干担当，提升行政效能。',
  ].join('\n\n'),
  '湖南省2022.txt': ['2022年湖南省人民政府工作报告', '一、2022年工作安排', '大力发展低空经济，加快产业链建设。'].join(
    '\n\n',
  ),
  '湘潭市2022.txt': ['2022年湘潭市人民政府工作报告', '一、2022年工作安排', '布局低空经济，加快产业链建设。'].join(
    '\n\n',
  ),
};
const corpus = join(root, 'corpus');
mkdirSync(corpus);
for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(corpus, name), text);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
const ask = (question: string) => assistant.ask(question, question);

describe('a sentence tells', () => {
  it.each([
    ['2021年株洲哪所中学获评全国文明校园', '株洲市第三中学'],
    ['株洲清水塘客运站是什么时候建成启用的', '2021年9月'],
    ['株洲2021年举办了第几届轨道交通博览会', '第五届'],
    ['株洲2021年通过国家审定的稻种叫什么', '芙蓉稻8号'],
    // What points back is told with the sentence before it.
    ['2021年株洲哪家企业是近三年来的上市首秀', '山河科技'],
  ])('%s', async (question, says) => {
    const answer = await ask(question);
    expect(answer.kind).toBe('passages');
    expect(answer.headline).toContain(says);
  });

  it('no meeting of another number', async () => {
    expect((await ask('株洲2021年举办了第几届油茶博览会')).headline).not.toContain('建成启用');
    expect((await ask('株洲2021年清水塘客运站是第几届')).kind).toBe('refusal');
  });
});

describe('a list tells', () => {
  it.each([
    ['2022年株洲培育发展哪些产业链', ['硬质材料', '电子陶瓷', '烟花鞭炮']],
    ['2022年株洲要把哪些产业做成百亿产业', ['油茶', '白茶', '生猪']],
    ['2022年株洲支持哪几个区县创建湖南省示范县区', ['荷塘区', '渌口区', '攸县']],
    ['株洲2022年的“四个中心”是哪四个', ['区域物流中心', '商贸中心', '文旅中心', '康养中心']],
    ['株洲2022年政府自身建设提出哪三个“坚持”', ['坚持政治引领', '坚持依法行政', '坚持实干担当']],
    ['株洲2021年哪些指标没有完成目标', ['财政收入', '进出口总额']],
  ])('%s', async (question, items) => {
    expect((await ask(question)).items).toEqual(items);
  });
});

it('mentions are those of the level of places asked for', async () => {
  expect((await ask('哪些省提到“低空经济”')).headline).toContain('有1份');
  expect((await ask('哪些市提到“低空经济”')).text).not.toContain('湖南省');
  expect((await ask('哪些报告提到“低空经济”')).headline).toContain('有2份');
});

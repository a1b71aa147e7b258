import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** Yes or no, coined names, reasons and checks of what is told in words, over reports made for them. */
const root = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const REPORTS: Readonly<Record<string, string>> = {
  '株洲市2022.txt': [
    '2022年株洲市人民政府工作报告',
    '一、2021年工作回顾',
    '过去一年，轻轨1号线一期工程开通运营，轻轨2号线一期工程进展顺利。湘江四桥建成通车。株洲至攸县高铁开工建设，株洲人的“高铁时代”即将到来。推动天元热电项目建成投产。率先实行“零门槛”入户政策。',
    '四年来，株洲综合实力从全国第96位提升至第81位。粮食产量稳中有升，其中油茶产量达到12万吨，列全省第一。',
    '受疫情反复和芯片短缺影响，规模以上工业增加值没有完成年初确定的目标。财政收入实现了预期目标。',
    '二、2022年工作安排',
    '加快清水塘大桥建设。推动荷塘水厂建成投用。力争龙母水库开工建设。',
    '深化国企改革。一是重组三家市属企业。二是清理僵尸企业。三是试点职业经理人。',
    '今年主要预期目标是：地区生产总值增长7%以上。确定7%以上的增长目标，主要考虑：一是发展不足仍是最大实际，二是要为稳就业打下基础。',
    '全市提出了“一个率先”“三个示范”“两个提升”的总目标，坚持“工业立市、工业强市、产业兴市”，建设“两大基地”、推进“三个融合”、发展“六大产业”。',
    '数字赋能，改造提升，加快发展“六大产业”。',
    '高端化工方面，助力延伸链条。冶金材料方面，支持特种钢材。清洁能源方面，推动风光储能。煤矸利用方面，建设示范基地。装备制造方面，培育主机企业。农产加工方面，打响食品品牌。',
    '开展企业梯队培育，3家企业[1]入围“民营企业500强”。',
    '谋划渌江风光带建设。大力实施“三线两边”整治，推进“5+1”产业体系建设。着力建设实力株洲、文化株洲、美丽株洲、幸福株洲。',
    '（一）建设实力株洲。壮大先进装备制造业。',
    '（二）建设文化株洲。办好读书节。',
    '（三）建设美丽株洲。推进蓝天保卫战。',
    '（四）建设幸福株洲。扩大学位供给。',
    '名词解释',
    '1.“三线两边”：指铁路沿线、公路沿线、河流沿线和城市周边、景区周边。',
    '2.“5+1”产业体系：市委提出的产业布局。“5”指轨道交通、航空动力、新能源汽车、电子信息、生物医药；“1”指现代陶瓷。',
    '3.“追光”行动：各部门主要指标进入全省前三。',
  ].join('\n\n'),
};
const corpus = join(root, 'corpus');
mkdirSync(corpus);
for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(corpus, name), text);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
const ask = (question: string) => assistant.ask(question, question);
/** What an answer says and quotes. */
const toldBy = async (question: string): Promise<string> => {
  const { kind, headline, items = [], citations } = await ask(question);
  expect(kind).not.toBe('refusal');
  return [headline, ...items, ...citations.map(({ quote }) => quote)].join('\n');
};

describe('yes or no is said first where a sentence decides it', () => {
  it.each([
    ['株洲轻轨1号线2021年开通了吗', '是的：'],
    ['株洲轻轨2号线2021年开通了吗', '还没有：'],
    ['湘江四桥2021年株洲通车了没有', '是的：'],
    // The clause with the act decides, not one that speaks of the thing besides.
    ['株洲的高铁到底动工没？2022年报告咋说的', '是的：'],
    // Whatever the act is called, a plan is not done; 弄好 and 办成 are acts.
    ['株洲2022年报告里荷塘水厂弄好了没', '还没有：'],
    ['株洲2022年报告里清水塘大桥修起来了没', '还没有：'],
    ['株洲2022年龙母水库动工了没', '还没有：'],
    ['株洲2022年有没有建渌江风光带的打算', '有：'],
    ['株洲2021年入户还有门槛吗', '没有：'],
  ])('%s: %s', async (question, word) => {
    expect((await ask(question)).headline.slice(0, word.length)).toBe(word);
  });

  it.each(['株洲2022年要谋划哪个风光带', '株洲2021年什么桥建成通车'])('%s asks for more', async (question) => {
    expect((await ask(question)).headline).not.toMatch(/^(?:是的|有|没有|还没有)：/u);
  });
});

describe('neither is said where the sentence does not decide', () => {
  it.each([
    // What is being built was begun, though the report does not say so.
    '株洲2022年清水塘大桥动工了没',
    // A look back may say 推动 of what was done.
    '株洲2021年天元热电项目建成投产了没',
  ])('%s', async (question) => {
    const { kind, headline } = await ask(question);
    expect(kind).toBe('passages');
    expect(headline).not.toMatch(/^(?:是的|有|没有|还没有)：/u);
  });
});

describe('a sentence that only announces points is told by them', () => {
  it.each([
    '株洲2022年报告里国企改革怎么安排的',
    '株洲2022年报告关于国企改革提了哪几条',
    '株洲2022年国企改革准备干些啥',
  ])('%s', async (question) => {
    const { kind, items } = await ask(question);
    expect([kind, items?.length]).toEqual(['list', 3]);
    expect(items?.[2]).toContain('职业经理人');
  });
});

describe('the reason for an aim', () => {
  it.each([
    '株洲2022年经济增长目标凭啥这么定',
    '株洲2022年定增长目标的依据是啥',
    '2022年株洲GDP目标是咋考虑的',
    '为啥株洲2022年敢把增长目标定到7%以上，报告给的理由有哪几条',
  ])('%s', async (question) => {
    expect(await toldBy(question)).toContain('稳就业');
  });
});

it('heads right behind a name of so many parts are its list', async () => {
  const { kind, items } = await ask('株洲2022年报告里的“六大产业”，具体是往哪六个方面使劲');
  expect([kind, items?.length]).toEqual(['list', 6]);
});

describe('what a name stands for is told by no sentence that only uses it', () => {
  it.each(['株洲老提的“两大基地”和“三个融合”，2022年报告里解释过分别指什么吗', '株洲2022年报告提过“三个融合”，都指啥'])(
    '%s',
    async (question) => {
      const { kind, headline } = await ask(question);
      expect(kind).toBe('refusal');
      expect(headline).toContain('没有找到逐项写明的地方');
    },
  );
});

describe('two things that are asked for are both told', () => {
  it.each(['清水塘大桥和荷塘水厂，株洲2022年报告里怎么安排的', '株洲2022年的清水塘大桥要干啥，荷塘水厂又要干啥'])(
    '%s',
    async (question) => {
      const { headline } = await ask(question);
      expect(headline).toContain('加快清水塘大桥建设');
      expect(headline).toContain('荷塘水厂建成投用');
    },
  );

  it('what no sentence speaks of adds nothing', async () => {
    const { headline } = await ask('清水塘大桥和流星花园，株洲2022年报告里怎么安排的');
    expect(headline).not.toContain('；');
  });
});

describe('a coined name is told by what explains it', () => {
  it.each([
    ['株洲的“三线两边”是指哪些地方', ['铁路沿线', '景区周边']],
    ['株洲三线两边是啥意思', ['铁路沿线', '景区周边']],
    ['株洲“5+1”产业体系都有哪些产业', ['轨道交通', '生物医药', '现代陶瓷']],
    ['株洲5+1产业是什么', ['轨道交通', '现代陶瓷']],
    ['株洲那个“追光”行动是啥意思', ['全省前三']],
    ['株洲2022年的报告咋解释追光行动的', ['全省前三']],
  ])('%s', async (question, words) => {
    const told = await toldBy(question);
    for (const word of words) expect(told).toContain(word);
  });
});

it('a list of headings is also cited where one sentence tells it whole', async () => {
  const { kind, items, citations } = await ask('“四个株洲”是哪四个，株洲2022年');
  expect([kind, items?.length]).toEqual(['list', 4]);
  expect(citations.some(({ quote }) => quote.includes('实力株洲、文化株洲、美丽株洲、幸福株洲'))).toBe(true);
});

describe('a reason is told in words, whatever figure it is of', () => {
  it.each(['株洲2021年规模以上工业增加值为啥没完成目标', '株洲2021年工业指标没完成，政府自己怎么解释的，报告怎么说的'])(
    '%s',
    async (question) => {
      expect(await toldBy(question)).toContain('芯片短缺');
    },
  );
});

it('a reason that no sentence gives is not told', async () => {
  const { kind, refusal } = await ask('株洲为什么取消了湘江四桥');
  expect([kind, refusal]).toEqual(['refusal', 'not-sure']);
});

describe('what somebody says is checked against the sentence that tells it', () => {
  it.each([
    ['听说株洲四年里综合实力从全国96名升到81名，对吗', '相符'],
    ['听说株洲四年里综合实力从全国96名升到61名，对吗', '不符'],
    ['株洲的油茶产量是湖南第一，真的假的', '相符'],
    ['听说株洲2021年规模以上工业增加值达到了年初定的目标，是真的吗', '不符'],
    ['听说株洲2021年财政收入实现了预期目标，是真的吗', '相符'],
  ])('%s: %s', async (question, verdict) => {
    const { headline, items = [] } = await ask(question);
    expect([headline, ...items].join(' ')).toContain(verdict);
  });
});

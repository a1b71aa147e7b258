import { describe, expect, it } from 'vitest';
import { overOwn } from '../support/own-reports.js';

/** Figures of several askings chosen together, over a report made for them. */
const ask = await overOwn([
  {
    place: '株洲市',
    year: 2022,
    reached: [
      '全面落实减税降费政策，减税18.9亿元，降费5.6亿元，工商业用气价格每立方米下降0.17元。',
      '全市金融机构存款余额1076亿元、贷款余额369亿元，分别增长7.2%、3.3%。',
      '截至2021年11月底，我市在全国100个大城市交通拥堵指数排位由2020年的41位下降至77位。',
      '全社会研发投入达到340亿元，万人发明专利拥有量增长10.6%。',
      '城镇居民人均可支配收入增长8%。第一产业增加值增长3.3%，第二产业增加值下降2.7%，第三产业增加值增长2.8%。',
      '城镇新增就业5.2万人。一般公共预算收入219.3亿元，增长3.4%。短道速滑世界级金牌由169枚增至172枚。',
      '企业退休人员月人均养老金提高到1683元，城镇低保月标准提高到450元，农村低保月标准提高到360元。',
    ].join(''),
    aimed: [
      '地区生产总值增长7.5%，一般公共预算收入增长3%左右。',
      '创建省级乡村振兴重点帮扶优秀县2个、重点帮扶优秀村20个，创建省级乡村振兴先进乡2个、示范村27个。',
      '新建12所城市公办幼儿园和28所乡镇中心幼儿园。县城和建制镇控详规覆盖率分别达到100%、80%。',
      '城乡低保标准分别提高5%和8%以上，农村低保最低标准提高到每人每月430元。',
      '力争主营业务收入过百亿元企业达到13户，过10亿元企业125户以上。',
      '探索推进“1+5+X”社区邻里中心建设。力争到2022年底试点建设42个，到2023年底推广建设150个，到2024年底建成300个左右。',
    ].join(''),
  },
]);

describe('several figures of one sentence', () => {
  it.each([
    ['what went down without a unit is an amount', '株洲2021年税减了多少、费降了多少', ['18.9亿元', '5.6亿元']],
    ['a part in its own short words', '株洲2021年的银行里存了多少钱、贷出去多少', ['1076亿元', '369亿元']],
    ['members parted by a mark of a row', '2021年株洲的低保，城市一个月多少、农村又是多少', ['450元', '360元']],
    ['the same thing at two times', '全国大城市的拥堵榜，株洲2020年第几、2021年11月底又排第几', ['41位', '77位']],
    [
      'a thing that is no indicator beside one that is',
      '株洲2021年研发投了多少钱，万人发明专利涨了多少',
      ['340亿元', '10.6%'],
    ],
    ['an amount and its growth, its name no plan', '株洲2021年一般公共预算收入多少，涨了多少', ['219.3亿元', '3.4%']],
    ['in the order asked', '株洲2022年要创几个省级乡村振兴优秀县、几个优秀村', ['2个', '20个']],
    ['alike where asked alike', '株洲2022年城里低保要提多少、乡下低保要提多少', ['5%', '8%以上']],
    ['a last clause with 呢 alone', '株洲2022年控详规县城要覆盖到多少、建制镇呢', ['100%', '80%']],
    ['a thing named by its size', '株洲2022年收入过百亿的企业要有几户，过十亿的呢', ['13户', '125户']],
    [
      'steps told under a name that stands before them',
      '株洲搞社区邻里中心，2022、2023、2024三个年底各要建到多少个',
      ['42个', '150个', '300个'],
    ],
    ['a row behind the asking', '2022年株洲准备盖多少幼儿园，城里跟乡镇分开讲', ['12所', '28所']],
    ['a row in one word', '株洲2021年一二三产各自涨跌多少？听说二产是负的', ['3.3%', '2.7%', '2.8%']],
  ])('are told each, %s: %s', async (_, question, figures) => {
    const { headline } = await ask(question);
    for (const figure of figures) expect(headline).toContain(figure);
    expect(headline.replace('过10亿元', '').match(/[\d.]+(?:亿?元|%|位|个|所|户)/gu)).toHaveLength(figures.length);
  });

  it('behind an aim ask what came of it', async () => {
    const { headline } = await ask('株洲2021年城镇新增就业打算多少人', '最后弄到多少人');
    expect(headline).toContain('5.2万人');
  });

  it('are told with less confidence where one of them is not', async () => {
    const whole = await ask('株洲2021年研发投了多少钱，万人发明专利涨了多少');
    const part = await ask('株洲2021年研发投了多少钱，地铁票价涨了多少');
    expect(part.headline).not.toContain('10.6%');
    expect(part.headline).toContain('没有找到');
    expect(part.confidence!).toBeLessThan(whole.confidence! * 0.7);
  });
});

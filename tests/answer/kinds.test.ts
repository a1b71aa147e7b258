import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();
const ask = (question: string) => assistant.ask(question, question);

describe('a list', () => {
  it.each([
    [
      '常德“六大专项行动”是什么',
      [
        '“五好”园区攻坚专项行动',
        '乡村振兴提速专项行动',
        '城镇更新提质专项行动',
        '交通建设突破专项行动',
        '“六位”实事惠民专项行动',
        '政务质效提升专项行动',
      ],
    ],
    ['怀化2022年十件民生实事', 10],
    ['邵阳2022年十件民生实事有哪些', 10],
    // A name without its count, and parts that every report has, whatever it calls them.
    ['张家界2022年民生实事', 10],
    ['怀化2022年重点工作有哪些', 8],
    ['常德2022年存在哪些问题', 5],
  ])('%s', async (question, items) => {
    const answer = await ask(question);
    expect(answer.kind).toBe('list');
    if (typeof items === 'number') expect(answer.items).toHaveLength(items);
    else expect(answer.items).toEqual(items);
  });

  it('quotes each item to the character', async () => {
    const answer = await ask('怀化2022年十件民生实事');
    for (const item of answer.items!)
      expect(
        answer.citations.some((c) => c.quote.replace(/\s|[,;:]/gu, '').includes(item.replace(/[，；：]/gu, ''))),
      ).toBe(true);
  });
});

describe('words for a name that is nowhere taken apart', () => {
  it('are a doubt with the sentence that uses it, and no list that stands near', async () => {
    const answer = await ask('常德“五个强市”是什么');
    expect(answer).toMatchObject({ kind: 'refusal', refusal: 'not-sure' });
    expect(answer.headline).toContain('“五个强市”，没有找到逐项写明');
    expect(answer.text).toContain('五个强市');
  });
});

describe('a passage', () => {
  it('leads with what is done, not with the heading above it', async () => {
    const answer = await ask('怀化国际陆港怎么建');
    expect(answer.kind).toBe('passages');
    expect(answer.headline).toContain('启用海关监管场所');
  });

  it('quotes each stretch once and stays short', async () => {
    for (const question of ['怀化国际陆港怎么建', '张家界2022年怎么发展低空旅游', '娄底的材料谷怎么建']) {
      const { citations } = await ask(question);
      const quotes = citations.map((c) => [c.seed, c.start, c.end] as const);
      for (const [i, [seed, start, end]] of quotes.entries())
        expect(quotes.some(([s, a, b], j) => i !== j && s === seed && a < end && b > start)).toBe(false);
      expect(citations.length).toBeLessThanOrEqual(3);
    }
  });

  it('is none where the thing asked for is not named', async () => {
    expect((await ask('常德的德国工业园在哪个区')).kind).toBe('refusal');
  });
});

describe('who somebody is', () => {
  it.each(['邹文辉是谁', '谁是邹文辉'])('is told where a report names the speaker: %s', async (question) => {
    const answer = await ask(question);
    expect(answer.headline).toContain('常德市2021年政府工作报告的报告人');
    expect(answer.citations[0]!.quote).toContain('邹文辉');
  });
});

describe('a comparison', () => {
  it('orders, names ties and lists what is silent', async () => {
    const answer = await ask('2022年常德、怀化、邵阳、张家界谁的GDP目标最高');
    expect(answer.headline).toBe(
      '2022年地区生产总值目标：最高的是怀化市增长8%以上、邵阳市增长8%（并列）；张家界市没有找到这个数',
    );
    expect(answer.table!.rows.map((r) => r.cells[0])).toEqual(['1', '1', '3']);
    expect(answer.text).toContain('收录了报告但没有找到这个数的：张家界市');
    expect(answer.chart).toMatchObject({ type: 'bar', unit: '%' });
  });

  it('subtracts two figures in points and says that bounds make it nominal', async () => {
    const answer = await ask('怀化2022年社零目标比常德高多少');
    expect(answer.headline).toBe('2022年社会消费品零售总额目标：怀化市增长10.5%以上，比常德市增长8.5%以上高2个百分点');
    expect(answer.notes!.join()).toContain('名义');
  });

  it('names places without a report', async () => {
    expect((await ask('2022年常德和岳阳的GDP目标谁高')).text).toContain('没有收录报告的：岳阳市');
  });

  it('refuses more places than can be compared', async () => {
    const many = [
      '北京',
      '天津',
      '上海',
      '重庆',
      '石家庄',
      '唐山',
      '太原',
      '大同市',
      '沈阳',
      '大连',
      '长春',
      '哈尔滨',
      '南京',
      '苏州',
      '杭州',
      '宁波',
      '合肥',
      '福州',
      '厦门',
      '南昌',
      '济南',
      '青岛',
      '郑州',
      '洛阳',
      '武汉',
      '长沙',
      '广州',
      '深圳',
      '南宁',
      '海口',
      '成都',
      '贵阳',
    ];
    expect(await ask(`${many.join('、')}2022年GDP目标对比`)).toMatchObject({ kind: 'refusal', refusal: 'limit' });
  });

  it('of one place with itself is that place', async () => {
    expect((await ask('常德和常德2022年GDP目标对比')).kind).toBe('figure');
  });
});

describe('a trend', () => {
  it('says where a year has a target alone', async () => {
    const answer = await ask('常德历年城镇新增就业');
    expect(answer.table?.rows.at(-1)?.cells.slice(0, 2)).toEqual(['2022年', '只有目标']);
    expect(answer.notes?.join()).toContain('目标5.3万人以上');
    expect(answer.headline).not.toContain('5.3万人');
  });

  it('keeps years that are not held as gaps', async () => {
    const answer = await ask('张家界历年GDP目标');
    expect(answer.table!.rows.map((r) => r.cells.slice(0, 2))).toEqual([
      ['2021年', '增长8%以上'],
      ['2022年', '报告没有说'],
      ['2023年', '未收录报告'],
      ['2024年', '增长6%左右'],
    ]);
    expect(answer.chart!.points.map((p) => p.value)).toEqual([8, null, null, 6]);
  });

  it('reads years backwards alike', async () => {
    expect((await ask('常德2022到2021年GDP目标变化')).table!.rows.map((r) => r.cells[0])).toEqual(['2021年', '2022年']);
  });

  it('refuses a hundred years', async () => {
    expect(await ask('常德1920年到2022年GDP目标变化')).toMatchObject({ kind: 'refusal', refusal: 'limit' });
  });
});

describe('an outcome', () => {
  it('sets the target of a year against the next report, with both quotes', async () => {
    const answer = await ask('常德2021年固定资产投资目标完成了吗');
    expect(answer.headline).toBe('常德市2021年固定资产投资：目标增长10%以上，实际增长10%（预计），达到目标');
    expect(new Set(answer.citations.map((c) => c.document.year))).toEqual(new Set([2021, 2022]));
  });

  it('says what is missing', async () => {
    expect(await ask('常德2022年目标完成情况')).toMatchObject({ kind: 'refusal', refusal: 'not-held' });
  });

  it('counts what was met over all targets of a year', async () => {
    const answer = await ask('常德2021年目标完成情况');
    expect(answer.kind).toBe('outcome');
    expect(answer.table!.rows.find((r) => r.cells[0] === '规模以上工业增加值')!.cells[3]).toBe('未达到目标');
  });
});

describe('mentions', () => {
  it('count exact occurrences and name who is silent', async () => {
    const answer = await ask('哪些报告提到“低空”');
    expect(answer.kind).toBe('mentions');
    for (const c of answer.citations) expect(c.quote).toContain('低空');
    expect(answer.text).toContain('没有提到的');
  });

  it('of nobody are an honest no', async () => {
    expect(await ask('哪些报告提到“元宇宙”')).toMatchObject({ kind: 'refusal', refusal: 'not-said' });
  });
});

describe('a refusal', () => {
  it.each([
    ['岳阳2022年GDP目标', 'not-held', '没有收录岳阳市的政府工作报告'],
    ['2023年常德GDP目标', 'not-held', '没有收录常德市2023年的政府工作报告'],
    ['2022年张家界固定资产投资目标', 'not-said', '没有说张家界市2022年'],
    ['2022年常德居民消费价格涨幅目标', 'not-said', '没有说常德市2022年'],
    ['常德市委书记是谁', 'not-said', '没有提到'],
    ['你觉得明天股市会涨吗', 'not-understood', '没有看懂'],
  ])('%s is %s', async (question, reason, says) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ kind: 'refusal', refusal: reason });
    expect(answer.headline).toContain(says);
  });

  it.each([
    ['2022年常德xyz目标', 'not-understood', '没有看懂“xyz”'],
    ['2022年常德嗡嘛呢目标是多少', 'not-understood', '没有看懂“嗡嘛”'],
    ['常德2022年要修多少公里路', 'not-sure', '没有把握'],
    // The report tells a place in an order alone.
    ['张家界2024年想接待多少游客', 'not-sure', '只有2024年的目标位次'],
    ['常德2022年地铁里程目标多少', 'not-said', '没有说常德市2022年“地铁里程”'],
    // What 2022 came to would stand in the report of 2023.
    ['常德2022年地铁里程多少', 'not-held', '没有收录常德市2023年（回顾2022年）的政府工作报告'],
    ['写机器人行业报告用，2022年常德GDP目标', 'not-sure', '没有把握'],
  ])('%s is %s: a denial only where the reports hold none of the words', async (question, reason, says) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ kind: 'refusal', refusal: reason });
    expect(answer.headline).toContain(says);
  });

  it('shows the nearest that is held, cited, and never in the headline', async () => {
    const answer = await ask('2023年常德GDP目标');
    expect(answer.text).toContain('最接近的是');
    expect(answer.figures.length).toBeGreaterThan(0);
    expect(answer.headline).not.toMatch(/%/u);
  });
});

describe('the reading', () => {
  it.each([
    ['怀化gpd2022年目标', '（“gpd”读作“GDP”）'],
    ['常德去年GDP', '2021年（去年，按2022年报告）'],
    ['常德今年GDP目标', '2022年（今年，按2022年报告）'],
    ['常德2021年拱桥危桥改造了多少座', '（没用上：“拱桥”）'],
  ])('of %s says %s', async (question, says) => {
    const answer = await ask(question);
    expect(answer.understood.line).toContain(says);
    expect(answer.text).toContain(says);
  });
});

describe('a figure', () => {
  it.each([
    ['2022年常德GDP目标', '常德市2022年地区生产总值目标：增长7%以上'],
    ['怀化2022年研发投入', '怀化市2022年'],
    ['2022年娄底农村居民收入目标', '娄底市2022年农村居民人均可支配收入目标：增长9.5%以上'],
    ['常德“十三五”时期改造农村公路多少公里', '4105公里'],
    ['2021年常德改造农村危桥多少座', '89座'],
  ])('%s', async (question, says) => {
    expect((await ask(question)).headline).toContain(says);
  });

  it('says so where the source has lost its %', async () => {
    expect((await ask('2021年常德GDP目标')).notes!.join()).toContain('原文缺“%”');
  });
});

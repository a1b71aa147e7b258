import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/frame/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { anchor } from '../../src/matching/anchor.js';
import { MAX_QUESTION, normalizeQuestion } from '../../src/question/normalize.js';
import { parseQuestion } from '../../src/question/parse.js';
import { anyCharacter } from '../support/any-text.js';

const lexicon = loadLexicon();
const held = new Set(
  ['常德市', '张家界市', '邵阳市', '娄底市', '怀化市'].flatMap((name) =>
    lexicon.gazetteer.byName(name).map((p) => p.id),
  ),
);

function read(question: string): Frame {
  const normalized = normalizeQuestion(question);
  if (!normalized.ok) throw new Error(normalized.problem);
  return parseQuestion(question, normalized.text, { lexicon, held });
}

/** The slots of a reading in one line: places | periods | indicators | facet | operation. */
function slots(question: string): string {
  const q = read(question);
  return [
    q.places.map((p) => p.value.short).join('、') || (q.allPlaces ?? ''),
    q.periods.map((p) => p.value.label).join('、') || (q.reportYear ? `报告${q.reportYear}` : ''),
    q.indicators.map((i) => i.value.id).join('、'),
    q.bothFacets ? 'both' : (q.facet?.value ?? ''),
    q.operation,
  ].join(' | ');
}

describe('several indicators', () => {
  it.each([
    ['常德2021年 GDP 固投 社零 进出口 目标', ['gdp', 'fixed-investment', 'retail-sales', 'trade']],
    ['常德2021年固投社零目标', ['fixed-investment', 'retail-sales']],
    ['常德2021年固投和工业目标哪个高', ['fixed-investment', 'above-scale-industry-value-added']],
    // A short name within a longer word is none.
    ['常德2021年农村社零多少', []],
  ])('%s', (question, ids) => {
    expect(read(question).indicators.map((i) => i.value.id)).toEqual(ids);
  });
});

describe('aims that were not reached', () => {
  it.each(['常德2021年哪几个目标落空了', '常德2021年哪些指标没做到', '常德2021年哪些目标没完成'])('%s', (question) => {
    expect(read(question)).toMatchObject({ operation: 'list', asksMissed: true });
  });
});

describe('a facet that is not meant', () => {
  it.each([
    ['2020年常德GDP最后涨了多少，我要实际不要目标', 'outcome'],
    ['2020年常德GDP多少，要目标别给我完成数', 'target'],
    ['2020年常德GDP目标和实际各多少', undefined],
    ['2020年常德GDP打算涨几个点', 'target'],
    // 预计 may be of either.
    ['2020年常德新增就业预计干到多少', undefined],
  ])('%s asks for %s', (question, facet) => {
    expect(read(question).facet?.value).toBe(facet);
  });
});

describe('an asking that only names its unit once more', () => {
  it.each([
    ['常德2019年实际用了多少外资，多少万美元', []],
    ['常德城里人2018年平均一年到手多少钱？要具体多少元', []],
    ['常德2021年改造了几个老旧小区、多少户', ['个', '户']],
  ])('in %s parts no figures: %j', (question, units) => {
    expect(read(question).askings.flatMap((a) => a.units)).toEqual(units);
  });
});

describe('a year in two digits', () => {
  it.each([
    ['常德城里人18年平均一年到手多少钱', 'year 2018–2018'],
    ['常德近10年以来GDP', 'window 0–0'],
  ])('of %s is %s', (question, period) => {
    const [asked] = read(question).periods;
    expect(asked && `${asked.value.kind} ${asked.value.from}–${asked.value.to}`).toBe(period);
  });
});

describe('a whole and a unit', () => {
  it.each([
    ['常德2021年一共接待了多少游客', true],
    ['常德五年加起来减税多少', true],
    ['常德2021年接待了多少游客', false],
  ])('%s asks for the whole: %s', (question, total) => {
    expect(read(question).cues.total).toBe(total);
  });

  it.each([
    ['常德2020年派了多少名医生', ['名']],
    ['常德2021年引进多少名师', []],
  ])('%s asks in %j', (question, units) => {
    expect(read(question).units).toEqual(units);
  });
});

describe('slots of a question', () => {
  it.each([
    ['2022年常德GDP目标', '常德 | 2022年 | gdp | target | figure'],
    ['常德市2022年GDP目标是多少？', '常德 | 2022年 | gdp | target | figure'],
    ['２０２２年邵阳固投增速定的是多少', '邵阳 | 2022年 | fixed-investment | target | figure'],
    ['二〇二一年张家界规上工业预期增速', '张家界 | 2021年 | above-scale-industry-value-added | target | figure'],
    ['张家界市 21年 固投 目标', '张家界 | 2021年 | fixed-investment | target | figure'],
    ['张家界 2021 财政收入 预期增幅', '张家界 | 2021年 | local-revenue | target | figure'],
    ['2021年常德規上工業增加值目標是多少', '常德 | 2021年 | above-scale-industry-value-added | target | figure'],
    ['常德2021年實際GDP', '常德 | 2021年 | gdp | outcome | figure'],
    ['2022年常德主要预期目标有哪些', '常德 | 2022年 |  | target | targets'],
    ['2022年常德、怀化、邵阳谁的GDP目标最高', '常德、怀化、邵阳 | 2022年 | gdp | target | compare'],
    ['各市2022年GDP目标', 'prefecture | 2022年 | gdp | target | compare'],
    ['张家界历年GDP目标', '张家界 |  | gdp | target | trend'],
    ['常德2021年社零目标完成了吗', '常德 | 2021年 | retail-sales | both | outcome'],
    ['2022年常德报告里的GDP', '常德 | 报告2022 | gdp |  | figure'],
    ['谁作的2022年常德政府工作报告', '常德 | 报告2022 |  |  | metadata'],
    ['GDP目标', ' |  | gdp | target | figure'],
  ])('%s', (question, expected) => {
    const [places, periods, indicators, , operation] = expected.split(' | ');
    const got = slots(question);
    if (operation === 'outcome') expect(got.split(' | ').at(-1)).toBe('outcome');
    else expect(got).toBe(expected);
    expect(got.startsWith(`${places} | ${periods} | ${indicators} |`)).toBe(true);
  });
});

describe('what is to be done with a question in words', () => {
  it.each([
    // A second place is part of what is asked, unless the two stand side by side.
    ['怀化跟常德哪个县结对帮扶', 'passage'],
    ['常德2022年融入怀化都市圈的“五个共建”包括哪些', 'list'],
    ['常德和怀化2022年的主要预期目标有哪些', 'compare'],
    // Reports are asked for, or what one of them says.
    ['数字乡村 哪几个地方的报告里有写', 'mentions'],
    ['哪些市提到“低空经济”', 'mentions'],
    ['常德2022年报告提到低空经济了吗', 'mentions'],
    ['常德2022年提到的三大集群是哪些', 'list'],
    ['长沙新闻里提到哪三个园区', 'list'],
    // Targets, or the parts of a name among them.
    ['邵阳2022年预期目标都有啥', 'targets'],
    ['常德“十四五”主要目标里的“三个跨越”指哪三个方面', 'list'],
    ['邵阳2022年12件民生实事是什么', 'list'],
    // A class is no number, and how something is done is told in words.
    ['2020年常德柳叶湖水质达到几类标准', 'passage'],
    ['怀化2022年怎么发展数字经济', 'passage'],
    ['常德2022年有哪些稳就业举措', 'passage'],
    // A name, a time or the number of a meeting is told in words; years set against one another are compared.
    ['2021年怀化哪所中学获评文明校园', 'passage'],
    ['邵阳2022年举办第几届茶博会', 'passage'],
    ['常德的机场是哪年扩建的', 'passage'],
    ['湖南娄底经开区什么时候设立的', 'passage'],
    ['怀化2021年认定的稻种叫什么名字', 'passage'],
    ['常德2021年和2022年改造的老旧小区，哪年多', 'compare'],
    ['邵阳2021年GDP居全省第几', 'figure'],
    // Which ones is no number, how many is.
    ['2022年怀化支持哪几个县创建湖南省示范县', 'list'],
    ['2022年怀化支持几个县创建示范县', 'figure'],
    // What was not reached is no list of targets.
    ['常德2021年哪些主要指标没有完成预期目标', 'list'],
  ])('%s', (question, operation) => {
    expect(read(question).operation).toBe(operation);
  });

  it('keeps the second place as a word', () => {
    const q = read('怀化跟常德哪个县结对帮扶');
    expect(q.places.map((p) => p.value.short)).toEqual(['怀化']);
    expect(q.residue.join('')).toContain('常德');
  });

  it('leaves aside what is known already', () => {
    const q = read('常德除了烟草，还有哪些产业过百亿');
    expect(q.residue.join('')).not.toContain('烟草');
    expect(q.background).toContain('烟草');
  });

  it('takes neither a time nor an ellipsis for a quoted name', () => {
    expect(read('常德“十四五”要建的三个“…强市”是什么').quoted).toEqual([]);
  });
});

describe('a year behind 比 or 是', () => {
  it.each([
    ['常德2021年市场主体是2016年的几倍', '2021年', 2016],
    ['怀化2021年公路里程比2015年增加了多少公里', '2021年', 2015],
    ['娄底2022年投资额达到2021年的多少倍', '2022年', 2021],
    ['常德2022年GDP目标比2021年低多少', '2022年、2021年', undefined],
    ['常德2021年GDP和2020年比哪个高', '2021年、2020年', undefined],
    ['2014年和2016年常德赤字各是多少，2016年比2014年多多少', '2014年、2016年', undefined],
  ])('%s', (question, periods, base) => {
    const q = read(question);
    expect(q.periods.map((p) => p.value.label).join('、')).toBe(periods);
    expect(q.base).toBe(base);
  });
});

describe('several askings', () => {
  it.each([
    ['常德2021年社零多少亿元，增长百分之几', ['社零多少亿元', '增长百分之几'], 'plain'],
    ['常德2021年公路里程多少公里、排全省第几', ['公路里程多少公里', '排全省第几'], 'plain'],
    ['松原2018年到底有几个村、多少人脱贫了', ['到底有几个村', '多少人脱贫了'], 'plain'],
    ['常德城镇化率从多少提高到多少', [], 'from-to'],
    ['绵阳2022年幼儿园和义务教育各多了多少学位', [], 'each'],
    ['乌鲁木齐地铁1号线啥时候通车', ['地铁1号线啥时候通车'], 'plain'],
    ['常德2022年GDP目标多少', [], 'plain'],
    ['常德2021年的目标几乎都完成了吗', [], 'plain'],
  ])('%s', (question, parts, form) => {
    const frame = read(question);
    expect(frame.form).toBe(form);
    expect(frame.askings.map((a) => frame.text.slice(a.from, a.to).replace(/^[，、；]/u, ''))).toEqual(
      parts.map((part) => expect.stringContaining(part)),
    );
  });
});

describe('a total and its growth named at the end of a question, without a word of asking', () => {
  it.each([
    ['常德2021年GDP总量和增速', ['level', 'growth']],
    ['常德2021年GDP总量和增速呢？', ['level', 'growth']],
    ['常德2021年GDP增速和总量', ['growth', 'level']],
    ['常德2021年财政收入规模和增幅', ['level', 'growth']],
    ['常德2021年财政收入和增速', ['level', 'growth']],
    ['常德2021年外贸总额、排名', ['level', 'rank']],
    ['常德2021年GDP总量和增速各多少', ['level', 'growth']],
    ['常德2021年GDP增幅和省内名次', ['growth', 'rank']],
    ['常德2021年GDP增速、在全国的位次', ['growth', 'rank']],
  ])('%s asks for %j', (question, measures) => {
    expect(read(question).askings.map((a) => a.measure)).toEqual(measures);
  });

  it.each(['常德2021年GDP增速', '常德2021年GDP总量和增速高的县', '常德2021年GDP总量和增速目标'])(
    '%s asks for no second figure',
    (question) => {
      expect(read(question).askings).toEqual([]);
    },
  );
});

describe('a growth of nothing that is named', () => {
  it.each(['常德2022年增速', '常德2022年增长率', '常德2022年增长速度是多少', '2022年怀化的增速'])(
    'is that of the economy: %s',
    (question) => {
      const { indicators, measure } = read(question);
      expect(indicators.map((i) => i.value.id)).toEqual(['gdp']);
      expect(measure).toBe('growth');
    },
  );

  it.each([
    ['something is named', '常德2021年旅游增速'],
    ['an indicator is named', '常德2021年固投增速'],
    ['no time is named', '常德增速'],
    ['no place is named', '2022年增速'],
  ])('is not that of the economy where %s: %s', (_, question) => {
    expect(read(question).indicators.map((i) => i.value.id)).not.toContain('gdp');
  });
});

describe('a place by which something that happened there is called', () => {
  it.each([
    ['汶川地震那年湖北捐了多少', '湖北'],
    ['北京奥运会，湖北选手拿了几块金牌', '湖北'],
    ['2010年上海世博会湖南馆接待多少人', '湖南'],
    ['湖南选手在杭州亚运会上拿了几块金牌', '湖南'],
    // Where no other place is named, it is the one that is asked about.
    ['北京奥运会花了多少', '北京'],
  ])('%s is about %s', (question, place) => {
    expect(read(question).places.map((p) => p.value.short)).toEqual([place]);
  });

  it('is a place as any other where nothing happened', () => {
    expect(read('汶川和湖北2008年财政收入').places.map((p) => p.value.short)).toEqual(['汶川', '湖北']);
  });
});

describe('a part of the year', () => {
  it.each([
    ['怀化2022年进出口上半年多少', '2022年上半年', undefined],
    ['怀化2022年全年进出口多少', '2022年', true],
    ['怀化2022年进出口多少', '2022年', undefined],
  ])('%s', (question, label, whole) => {
    const [period] = read(question).periods;
    expect(period!.value.label).toBe(label);
    expect(period!.value.whole).toBe(whole);
  });
});

describe('numbers and counts inside a question', () => {
  it.each([
    ['常德2021年183个市重点项目投资多少', '183个市重点项目'],
    ['常德2021年净增了多少家规上工业企业', ''],
    ['常德两份报告里GDP目标怎么变化', ''],
  ])('%s leaves %s', (question, left) => {
    expect(read(question).residue.join('')).toContain(left);
    if (left === '') expect(read(question).residue).toEqual([]);
  });
});

describe('a number asked for by its last digits', () => {
  it.each(['常德2021年GDP是三千几百亿', '怀化2021年GDP是一千几百亿'])('%s leaves none of its words', (question) => {
    expect(read(question).residue).toEqual([]);
  });
});

describe('places that are no subject', () => {
  it.each([
    ['2022年常德与上海哪个区结为友好城区', '常德'],
    ['怀化融入长沙都市圈有哪些举措', '怀化'],
    ['常德2021年GDP排全国第几', '常德'],
  ])('%s is about %s', (question, place) => {
    expect(read(question).places.map((p) => p.value.short)).toEqual([place]);
  });
});

describe('a slip of the keyboard in an indicator', () => {
  it.each([
    ['2022年常德财政收人目标', 'local-revenue'],
    ['常德2020年城镇登记失业律', 'registered-unemployment'],
    ['2022年常德社会消品零售总额目标', 'retail-sales'],
    ['2022年常德固定资产头资目标', 'fixed-investment'],
  ])('%s is read as %s', (question, id) => {
    expect(read(question).indicators.map((i) => i.value.id)).toEqual([id]);
  });

  it.each(['常德2022年第四产业', '常德2022年城乡居民', '常德2021年养老保险参保多少人'])('%s is no slip', (question) => {
    expect(read(question).indicators).toEqual([]);
  });
});

describe('words that a question must not lose', () => {
  it.each([
    ['新冠疫情时常德派了多少名医务人员去湖北？', ['常德'], '湖北'],
    ['2023年前三季度张家界国控断面水质全国排第几', ['张家界'], '全国'],
  ])('%s is about %s and keeps %s', (question, places, kept) => {
    const q = read(question);
    expect(q.places.map((p) => p.value.short)).toEqual(places);
    expect(q.content.join('')).toContain(kept);
  });
});

describe('any text', () => {
  it('never throws and stays within its limits', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 700 }), (text) => {
        const normalized = normalizeQuestion(text);
        if (!normalized.ok) return;
        expect(text.length).toBeLessThanOrEqual(MAX_QUESTION);
        const query = parseQuestion(text, normalized.text, { lexicon, held });
        for (const run of [...query.residue, ...query.content]) expect(normalized.text).toContain(run);
      }),
    );
  });

  it('reads years in any spelling to the same year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2035 }), (year) => {
        const wide = [...String(year)].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('');
        const han = [...String(year)].map((d) => '〇一二三四五六七八九'[Number(d)]).join('');
        for (const spelled of [`${year}年`, `${wide}年`, `${han}年`, String(year)])
          expect(read(`${spelled}常德GDP目标`).periods.map((p) => p.value.from)).toEqual([year]);
      }),
    );
  });
});

describe('the end of a relative year', () => {
  it.each([
    ['常德去年底存款余额多少', '去年底', -1],
    ['常德今年年底要建成多少公里', '今年年底', 0],
    ['常德前年末有多少医院', '前年末', -2],
  ])('%s', (text, label, shift) => {
    const frame = read(text);
    expect(frame.periods.map(({ value }) => value)).toEqual([
      { kind: 'relative', from: 0, to: 0, shift, atEnd: true, label },
    ]);
    expect(anchor(frame.periods[0]!.value, 2022)).toMatchObject({ kind: 'end', from: 2022 + shift, to: 2022 + shift });
  });
});

import { describe, expect, it } from 'vitest';
import { foldText, makeView, toSource } from '../../src/text/view.js';

const LONG = '全市上下团结一心，扎实工作。经济运行稳中有进，质量效益同步提升，';

const FOLDED: readonly (readonly [string, string, string])[] = [
  ['full-width figures', '增长８．５％，达到１２３．４亿元', '增长8.5%，达到123.4亿元'],
  ['full-width letters', 'ＧＤＰ增长', 'GDP增长'],
  [
    'half-width punctuation',
    '目标是:地区生产总值增长7%以上,财政收入(地方)增长6%;',
    '目标是：地区生产总值增长7%以上，财政收入（地方）增长6%；',
  ],
  [
    'thousands separators',
    '改造1,234户,新增12，345人，投资1,234,567.8万元',
    '改造1234户，新增12345人，投资1234567.8万元',
  ],
  ['a comma that parts clauses', '增长7%以上,地方收入增长8,超过12家', '增长7%以上，地方收入增长8，超过12家'],
  ['colons of a ratio', '结构调整为12.6：39.4：48', '结构调整为12.6:39.4:48'],
  ['the ratio sign', '比例为12∶40∶48', '比例为12:40:48'],
  ['blanks inside figures', '增长 8% 以上，完成 310 亿元，2021 年', '增长8%以上，完成310亿元，2021年'],
  ['blanks inside words', '政 府 工 作 报 告', '政府工作报告'],
  ['blanks as thousands separators', '达到2 311.43亿元，造林4 000亩，1 0亿', '达到2311.43亿元，造林4000亩，1 0亿'],
  ['a full stop as decimal mark', '收入增长9。5%，达到3亿元。2021年', '收入增长9.5%，达到3亿元。2021年'],
  ['blanks between figures', '新增 800 1000 亩', '新增800 1000亩'],
  ['blanks between Latin words', 'made in China 2025', 'made in China 2025'],
  ['a blank after a decimal point', '增长7. 5%，达3 .2亿元', '增长7.5%，达3.2亿元'],
  ['a number of a list', '1. 5G基站建设', '1. 5G基站建设'],
  ['a middle dot as decimal mark', '完成投资3·5亿元，增长12·5%', '完成投资3.5亿元，增长12.5%'],
  ['a middle dot in a date', '“8·27”事故，5·12汶川特大地震', '“8·27”事故，5·12汶川特大地震'],
  ['a figure broken by a line end', '粮食总产量 205\n\n万吨', '粮食总产量205万吨'],
  ['a word broken by a line end', `${LONG}加快高铁新城建\n\n设，大桥开工。`, `${LONG}加快高铁新城建设，大桥开工。`],
  ['a line that begins with a mark', '坚持稳中求进\n，扎实工作', '坚持稳中求进，扎实工作'],
  ['a paragraph', `${LONG}走在前列。\n\n坚持改革开放。`, `${LONG}走在前列。\n坚持改革开放。`],
  ['a heading', '二、2022年工作安排\n坚持稳中求进，扎实工作。', '二、2022年工作安排\n坚持稳中求进，扎实工作。'],
  [
    'a heading after a broken sentence',
    `${LONG}改善社\n（二）持续优化营商环境`,
    `${LONG}改善社\n（二）持续优化营商环境`,
  ],
  ['a numbered heading', `${LONG}改善社\n一、做大做强`, `${LONG}改善社\n一、做大做强`],
  ['a lead-in as heading', `${LONG}改善社\n2024年重点抓好以下工作：`, `${LONG}改善社\n2024年重点抓好以下工作：`],
  ['a short line', '市长 尤猛军\n\n各位代表：', '市长尤猛军\n各位代表：'],
  [
    'front matter',
    '---\ntitle: 政府工作报告（2020年1月5日）\n---\n——2020年1月5日在会议上',
    'title：政府工作报告（2020年1月5日）\n——2020年1月5日在会议上',
  ],
  ['Markdown headings', `${LONG}走在\n## 二、工作安排\n坚持`, `${LONG}走在\n二、工作安排\n坚持`],
  ['headings by full-width marks', `${LONG}走在\n＃＃ 二、工作安排\n坚持`, `${LONG}走在\n二、工作安排\n坚持`],
  ['a full-width mark alone', '＃', ''],
  ['a bold heading', `**一、回顾**\n\n过去一年，**成绩**来之不易。`, '一、回顾\n过去一年，成绩来之不易。'],
  ['a table', '| 指标 | 目标 |\n|---|:--:|\n| GDP | 7% |', '|指标|目标|\n|GDP|7%|'],
  ['items of a list', '- 新建学校3所\n- 改造公路20公里', '新建学校3所\n改造公路20公里'],
  ['comments', '增长8%<!-- 注：\n 见 9% -->以上', '增长8%以上'],
  ['tags', '增长8%<sup>3</sup>，<b>完成</b>5亿元<br/>第二行', '增长8%，完成5亿元\n第二行'],
  [
    'footnote marks',
    '投资[5]12.3亿元［12］，增长8%[^3]，净流入〔13〕。图定站点【7】，湘政发〔2021〕3号',
    '投资12.3亿元，增长8%，净流入。图定站点，湘政发〔2021〕3号',
  ],
  ['an exponent', '面积5km<sup>2</sup>', '面积5km2'],
  ['a footnote mark between figures', '产值12.3[5]2021年', '产值12.3\ufffd2021年'],
  ['a number in brackets that heads a line', '[5] 六大行动：指六项工作', '[5]六大行动：指六项工作'],
  [
    'notes that a column goes on',
    `${LONG}产业体系（下转第三版）\n\n（上接第二版）加快建设。`,
    `${LONG}产业体系加快建设。`,
  ],
  [
    'a heading behind a sentence',
    `${LONG}稳步提高。四、统筹城乡\n加强建设。`,
    `${LONG}稳步提高。四、统筹城乡\n加强建设。`,
  ],
  ['circled numbers', '①新增3家 ②改造5户', '①新增3家②改造5户'],
  [
    'a sign that cannot be read between digits',
    '调整为39\ue00161，6\ue0012\ue0014',
    '调整为39\ufffd61，6\ufffd2\ufffd4',
  ],
  ['zero-width and control characters', '增\u200b长\u00008\ufeff%', '增长8%'],
  ['lone surrogates', '增长\ud8008%\udc00，𠀋', '增长8%，𠀋'],
  ['entities', '占比3&permil;&nbsp;以上', '占比3‰以上'],
  ['compatibility letters', '⾼质量发展', '高质量发展'],
  ['a half-width full stop', '增长8%.新增就业', '增长8%。新增就业'],
  ['a lost letter', '长?工业园区怎么建?', '长?工业园区怎么建？'],
  ['Latin punctuation', 'http://example.com', 'http://example.com'],
  ['CRLF line ends', '第一行。\r\n第二行。', '第一行。\n第二行。'],
];

describe('makeView', () => {
  it.each(FOLDED)('reads %s', (_, source, text) => {
    expect(makeView(source).text).toBe(text);
  });

  it('leads every character back to the source', () => {
    const source = '完成 1,234.5 万元，\n增长８ ％';
    const view = makeView(source);
    const start = view.text.indexOf('1234.5万元');
    const span = toSource(view, { start, end: start + '1234.5万元'.length });
    expect(source.slice(span.start, span.end)).toBe('1,234.5 万元');
    const percent = view.text.indexOf('8%');
    const second = toSource(view, { start: percent, end: percent + 2 });
    expect(source.slice(second.start, second.end)).toBe('８ ％');
  });

  it('reads an extent with offsets into the whole source', () => {
    const source = '甲甲甲\n乙乙 8%\n丙';
    const view = makeView(source, { start: 4, end: 9 });
    expect(view.text).toBe('乙乙8%');
    expect(Array.from(view.text, (_, i) => view.offsets.at(i))).toEqual([4, 5, 7, 8]);
  });

  it('leaves cuts out, wherever they stand', () => {
    const source = '发展【广告，微信：x1】壮大。【广告】增长7%。';
    const cut = (text: string, from = 0) => {
      const start = source.indexOf(text, from);
      return { start, end: start + text.length };
    };
    const view = makeView(source, undefined, [cut('【广告】'), cut('【广告，微信：x1】')]);
    expect(view.text).toBe('发展壮大。\n增长7%。');
    expect(source[view.offsets.at(view.text.indexOf('7'))!]).toBe('7');
  });

  it('ends the line where its end was cut out, and goes on over a page foot', () => {
    const spam = `${LONG}持续改善【广告】\n打好攻坚战。`;
    const at = spam.indexOf('【');
    expect(makeView(spam, undefined, [{ start: at, end: at + 4 }]).text).toBe(`${LONG}持续改善\n打好攻坚战。`);
    const foot = `${LONG}加快新城建\n— 12 —\n设，大桥开工。`;
    const mark = foot.indexOf('— 12');
    expect(makeView(foot, undefined, [{ start: mark, end: mark + 6 }]).text).toBe(`${LONG}加快新城建设，大桥开工。`);
  });

  it('takes an empty span back to an empty span', () => {
    expect(toSource(makeView('增长'), { start: 1, end: 1 })).toEqual({ start: 1, end: 1 });
    expect(toSource(makeView(''), { start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
  });
});

describe('foldText', () => {
  it('folds a question', () => {
    expect(foldText(' ２０２２年 常德 GDP 目标? ')).toBe('2022年常德GDP目标？');
  });
});

import { expect, test } from 'vitest';
import { checkAsked } from '../../src/question/checks.js';
import { figuresOf } from '../../src/question/claims.js';
import { whetherAsked } from '../../src/question/whether.js';

/** A question and what it claims; '' where it asks for no check. */
const ASKED: readonly (readonly [string, string])[] = [
  ['松原2019年GDP目标是6%对吗', '松原2019年GDP目标是6%'],
  ['听说绵阳2023年要冲破4000亿GDP，真有这目标吗', '绵阳2023年要冲破4000亿GDP'],
  ['湛江2016年GDP增长目标定的是8.5%吧', '湛江2016年GDP增长目标定的是8.5%'],
  ['黑龙江2018年的经济增长目标是不是6.4%', '黑龙江2018年的经济增长目标是6.4%'],
  ['帮核一句：2020年湘潭在全省营商环境综合测评里排第4', '2020年湘潭在全省营商环境综合测评里排第4'],
  ['吉林市2022年固定资产投资目标是增20%？感觉太高了，对不对', '吉林市2022年固定资产投资目标是增20%'],
  ['稿子里写“丽水农民收入增幅连续12年全省第一”，对吗', '丽水农民收入增幅连续12年全省第一。'],
  ['娄底过去五年引进“三类500强”企业41家，没写错吧', '娄底过去五年引进“三类500强”企业41家'],
  ['核对一下：广州2023年GDP到小数点是多少亿', ''],
  ['听说曹县汉服很火，2023年产值做到多少了？', ''],
  ['写稿要核一下：常德2022年报告提到有7家企业入围500强，把名字列给我', ''],
  ['怀化22年报告有没有说连着8年获评全省平安建设先进市？我怕记错', '怀化22年报告连续8年获评全省平安建设先进市'],
  ['怀化2022年报告，“连续8年获评全省平安建设先进市”，对不对，不对应该几年', '连续8年获评全省平安建设先进市。'],
  ['怀化连着7年获评平安建设先进市，22年报告真这么写的吗', '怀化连续7年获评平安建设先进市，22年'],
  ['2022年怀化GDP目标', ''],
  ['2022年怀化GDP目标，怕记错', ''],
  // What states nothing is looked up, not checked.
  ['来核个数，2022年怀化GDP目标', ''],
  ['帮核一句：沈阳地铁2号线在2011年通车运营', '沈阳地铁2号线在2011年通车运营'],
  ['常德2022年报告提到“营商环境”了吗', ''],
  ['常德2021年固投目标完成了吗', ''],
  ['你好吧', ''],
];

test.each(ASKED)('%s', (text, claims) => {
  expect(checkAsked(text)?.claims ?? '').toBe(claims);
});

/** A turn behind a figure that was told, and what it claims; '' where it asks for no check. */
const BEHIND: readonly (readonly [string, string])[] = [
  ['不是7%吗', '7%'],
  ['上一年不是15.5%吗？我没记错吧', '上一年是15.5%吗'],
  ['不对吧，我看到写的是14.7', '14.7'],
  ['难道不是17.1？', '17.1'],
  ['网上说是80亿', '80亿'],
  ['是不是7%', '7%'],
  ['我问的是实际', ''],
];

test.each(BEHIND)('behind a figure: %s', (text, claims) => {
  expect(checkAsked(text, true)?.claims.replace(/^是/u, '') ?? '').toBe(claims);
});

/** A question and the figure of which it asks yes or no; '' where it asks for something else. */
const WHETHER: readonly (readonly [string, string])[] = [
  ['常德2021年GDP过4000亿了吗', '常德2021年GDP过4000亿'],
  ['怀化2021年社零有没有到600亿', '怀化2021年社零到600亿'],
  ['怀化2022年GDP目标还是8%么？', '怀化2022年GDP目标还是8%'],
  ['邵阳2021年社零破千亿没', '邵阳2021年社零破千亿'],
  ['常德2021年GDP是多少，过4000亿没', ''],
  ['石家庄2023年GDP定8%以上，到底完成了没有', ''],
  ['常德2021年固投目标完成了吗', ''],
  ['2022年怀化GDP目标', ''],
];

test.each(WHETHER)('yes or no: %s', (text, claims) => {
  expect(whetherAsked(text)?.claims ?? '').toBe(claims);
});

/** Behind a turn that was answered a figure alone is a claim. */
test.each([
  ['你确定吗，不是7%？', '7%'],
  ['不是7%吗', '7%'],
  ['是7%吧', '是7%'],
  ['你确定吗', ''],
  ['不是2022年，我问的是2021年', ''],
])('after an answer: %s', (text, claims) => {
  expect(checkAsked(text, true)?.claims ?? '').toBe(claims);
  expect(checkAsked('是7%吧')).toBeUndefined();
});

/** A clause and the figures that it claims. */
const FIGURES: readonly (readonly [string, readonly string[]])[] = [
  ['2018年安庆财政收入308.9亿元、增长6.2%', ['308.9亿元', '6.2%']],
  ['海口空气质量连续七年在全国74个重点城市里排第一', ['第一']],
  ['GDP比2015年多了一千多亿', ['一千多亿']],
  ['青岛的GDP 2016年就过万亿了', ['过万亿']],
  ['第三产业占比已经过半', ['过半']],
  ['引进世界500强企业3家', ['3家']],
  ['改造于2021年完成', []],
];

test.each(FIGURES)('%s', (clause, figures) => {
  expect(figuresOf(clause).map((q) => q.text)).toEqual(figures);
});

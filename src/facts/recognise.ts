import type { IndicatorIndex, IndicatorMention } from '../lexicon/indicators.js';
import type { Indicator } from '../lexicon/types.js';

/** Before an indicator's name these do not narrow it. */
const PLAIN_BEFORE =
  /^(?:单季度?|全市|全省|全县|全区|全州|全国|我市|我省|我国|全年|全社会|今年|去年|明年|年末|完成|实现|预计|地方|本地|区域|主要|现价|确保|力争|当年|全部|实有|同口径|市城区|市中心城区|中心城区|主城区|市区|城区|市本级|本级|城乡居民|按常住人口计算的?|按可比价计算|\d{4}年|(?:500|50|2000|\d+)万元(?:及?以上)?(?:项目|口径)?|口径|限额以上|城市|空气中|地区|家庭|全口径|实际|正常年景下?|为|到\d{4}年|的)*$/;
/** Behind an indicator's name these do not change what it is. */
const PLAIN_AFTER =
  /^(?:增速|增幅|测算|核算|预期目标|调控目标|控制目标|目标|的|降低|下降|减少|下降率|降低率|削减率|下降幅度|降幅|排放总量|排放量|增长速度|总量|涨幅|降幅|增长率|增长速度|实际|累计|规模|总额|总值|数量|水平|名义|比上年|绝对额|完成|同比|可比|年均增速|年均|同口径|(?:力争|确保|继续)?(?:比|较|低于|高于|快于|超过?|超出|好于)(?:年度|年初|预期|计划|全年|全国|全省|平均)*(?:目标|计划|水平)?|(?:剔除|扣除)[^，、]{2,14}(?:因素|影响)后?|[（(][^）)]*[）)])*$/;

/** Words that may stand inside an indicator's name. */
const INSIDE = /(?<=[一-龥])(?:累计|年均|年(?=人均)|[五三]年|全年|实现|完成)(?=[一-龥])/g;

/** The indicator that a subject is, with nothing before or behind it that would make it another: 园区规模工业增加值 is not 规模工业增加值. */
export function indicatorOf(subject: string, indicators: IndicatorIndex, verb?: string): Indicator | undefined {
  for (const mention of indicators.find(subject).reverse()) {
    if (PLAIN_BEFORE.test(subject.slice(0, mention.start)) && PLAIN_AFTER.test(subject.slice(mention.end)))
      return mention.indicator;
  }
  // 城镇累计新增就业: a word inside the name that says nothing of what it is.
  const bare = subject.replace(INSIDE, '');
  if (bare !== subject) return indicatorOf(bare, indicators, verb);
  // 经济 (增长), 物价 (涨幅): the verb is a part of the name.
  return verb !== undefined && subject.length <= 4 ? indicatorOf(subject + verb, indicators) : undefined;
}

/** The indicator whose name begins within the first characters of the text, `reach` at the most. */
export function indicatorNear(text: string, reach: number, indicators: IndicatorIndex): IndicatorMention | undefined {
  for (let offset = 0; offset <= reach && offset < text.length; offset++) {
    const mention = indicators.at(text, offset);
    if (mention !== undefined) return mention;
  }
  return undefined;
}

/** What is told further of one thing by an attribute alone (人次, 亡人数, 设置率), which lacks the thing's name. */

/** Attributes at the end of a name, behind what they are of: 上访批次, 道路交通事故数, 企业研发机构数量. */
const ATTRIBUTE_AT_END =
  /(?<=[一-龥”A-Z]{2})(?:批次|件次|起数|件数|宗数|个数|户数|受理数|立案数|发案数|数量|总量|总数|(?<=事故|案件|机构|企业|项目|品牌)数|比例|标准|(?:客|货)?运量)$/;
/** The attributes that stand alone behind such a name. */
const ATTRIBUTE_ALONE =
  /^(?:人次|件次|批次|亡人数|死亡人数|受伤人数|伤亡人数|死伤人数|涉案金额|案损额|案损金额|立案数|破案数|设置率|周转量|总周转量|上限|封顶线|报销上限|总投资|总投资额|投资额|到位资金|资金额?|成交量|成交额|交易额|覆盖率)$/;

/** How well requests are seen to. */
const SEEN_TO = /(?<=[一-龥]{2})(?:及时|按期|按时|一次性?)?(?:受理|办结|答复|化解|登记|回复)率$/;
const SEEN_TO_ALONE = /^(?:及时|按期|按时|一次性?)?(?:受理|办结|答复|化解|回复|结案|反馈)率$/;

/** For how many, or for how much output, at the head of a name. */
const PER_HEAD =
  /^(?:每[千万百]名?(?:常住|户籍)?(?:人口|老年人口?|老人|人)?(?:拥有)?|(?:万元|单位)(?:GDP|国内生产总值|地区生产总值|生产总值|规模以上工业增加值|规上工业增加值|工业增加值))(?=[一-龥A-Z（])/;
const PER_HEAD_LACKED =
  /^(?:床位数?|病床数?|医疗床位数?|护理床位数?|(?:注册|执业)?护士数?|(?:执业)?医[师生]数?|执业（助理）医师数|全科医[师生]数?|药师数|能耗|水耗|电耗|用水量|取水量|(?:二氧化)?碳排放(?:量|强度)?|建设用地(?:使用)?面积)$/;

/** 上访批次、人次 → 上访人次; undefined where the name lacks nothing. */
export function ofTheFirst(first: string, name: string): string | undefined {
  if (ATTRIBUTE_ALONE.test(name) && ATTRIBUTE_AT_END.test(first) && !first.endsWith(name))
    return first.replace(ATTRIBUTE_AT_END, '') + name;
  if (SEEN_TO_ALONE.test(name) && SEEN_TO.test(first) && !first.endsWith(name)) return first.replace(SEEN_TO, name);
  const per = PER_HEAD_LACKED.test(name) ? PER_HEAD.exec(first)?.[0] : undefined;
  return per === undefined ? undefined : per + name;
}

import type { Gazetteer } from '../lexicon/types.js';

/** Names of areas and bodies inside the report's place that a sentence can speak of. */
const NAME =
  '(?:[一-龥]{0,8}?(?:新区|开发区|经开区|经济区|高新区|自贸区|自贸试验区|综保区|保税区|工业集中区|产业集聚区|城市群|经济圈|都市圈|经济带|生产建设兵团)|(?:全[市省州区县]|各|各类|[两三四五六七八九十\\d]{1,2}[大个])(?:重点|省级|市级|县级)?(?:工业|产业)?园区|长株潭|一点一线地区|兵团|县域经济|市本级(?=经济))';
/** An area that a clause is about: 滨海新区进一步提升，实现生产总值1250.2亿元. */
const AREA = new RegExp(
  `^(?:[^，；：]{0,4}?)(${NAME}|市?(?:中心|主)?城区(?=计划|安排|完成|实现|实施))(?!域|建设|规划|位)`,
);
/** An area that something is done to: 提升壮大三大工业园区，实现工业总产值…; not 抓好高新区某某产业园等项目. */
const WORKED_ON = new RegExp(
  `^(?:[^，；：]{0,6}?(?:加快|推进|推动|提升|壮大|支持|抓好|突出|打造|加强|深化|促进|完善|优化|做强|做大|做优))(${NAME})(?=$|建设|开发|发展|经济|开放|提质|提升|扩容|转型|改革|争先)`,
);
const DONE_TO =
  /加快|推进|推动|提升|壮大|支持|抓好|突出|打造|加强|深化|促进|完善|优化|做[强大优]|新增|建设|实施|鼓励|引导|发挥|获批/;
/** Behind such words an area is only where or with whose help something is done. */
const ASIDE = /[位稳名]列|[位稳跃]居|排名|向|结合|依托|围绕|借助|对接|融入|落户|布局|谋划|规划|启动|探索/;

/** A clause that turns to the whole place again. */
const WHOLE =
  /^(?:(?:预计|全年|力争|确保|争取|实现|完成|使|今年|去年)*[全我本][市省县区州国](?!各?(?:级)?(?:开发区|(?:工业|产业)?园区|高新区|经开区|工业园))|(?:过去)?[三四五]年)/;

export interface Theme {
  /** The area's name as written. */
  readonly name: string;
  /** Its gazetteer id, where it has one. */
  readonly place?: string;
}

/**
 * The area that the part of a sentence before a figure speaks of, from the last ；on; undefined where it speaks of the whole place.
 * @param before the sentence up to the figure's clause
 */
export function themeOf(before: string, home: string, gazetteer: Gazetteer): Theme | undefined {
  const clauses = before.slice(before.lastIndexOf('；') + 1).split('，');
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i]!;
    if (WHOLE.test(clause)) return undefined;
    const inner = innerPlace(clause, home, gazetteer);
    if (inner !== undefined) return inner;
    const name = areaOf(clause);
    if (name !== undefined) return { name, ...placeOf(name, home, gazetteer) };
  }
  return undefined;
}

/** The area that a clause is about, or that it says is worked on. */
function areaOf(clause: string): string | undefined {
  const worked = WORKED_ON.exec(clause);
  if (worked !== null) return ASIDE.test(worked[0]) ? undefined : worked[1]!;
  const found = AREA.exec(clause);
  if (found === null || DONE_TO.test(found[0]) || ASIDE.test(found[0])) return undefined;
  // 国家级开发区4个, 高新区、经开区, 前湾新区获批: none of these goes on being spoken of.
  return /^(?:[、和及与等]|\d|[一二三四五六七八九十]+[个家]|获批|获评|入选|晋升|设立|挂牌)/.test(
    clause.slice(found[0].length),
  )
    ? undefined
    : found[1]!.replace(/^.*(?:创建|建成|申报|谋划)/, '');
}

/** 黑山县要锚定农副产品精深加工，…: what a sentence says an inner place is to do, it says of that place as far as the next ；. */
const TO_DO = /^(?:将?要|应|将|力争|务必)/;

/** The inner place that the sentence up to a figure sets tasks for; undefined where it sets them for none. */
export function placeSetTasks(before: string, home: string, gazetteer: Gazetteer): Theme | undefined {
  const [head = ''] = before.slice(before.lastIndexOf('；') + 1).split('，');
  const inner = innerPlace(head, home, gazetteer);
  return inner !== undefined && TO_DO.test(head.slice(inner.name.length)) ? inner : undefined;
}

/** A county or city with its full name at the head of a clause, named alone: 永昌县以工业主导型为方向. */
function innerPlace(clause: string, home: string, gazetteer: Gazetteer): Theme | undefined {
  const [first] = gazetteer.find(clause.slice(0, 16), home);
  if (first === undefined || first.start > 0 || first.text !== first.place.name) return undefined;
  if (first.place.id === home || !gazetteer.within(first.place.id, home)) return undefined;
  return /^(?:[、和及与至到]|[^，]{0,20}等)/.test(clause.slice(first.end))
    ? undefined
    : { name: first.text, place: first.place.id };
}

function placeOf(name: string, home: string, gazetteer: Gazetteer): { place?: string } {
  const inner = gazetteer.find(name, home).find(({ place }) => place.id !== home && gazetteer.within(place.id, home));
  return inner === undefined ? {} : { place: inner.place.id };
}

/**
 * The units of reports (单位): measures, money, and the measure words with which things are counted. The scale before a unit
 * (万, 亿, 万亿) is no part of this table; it is read with the number.
 */

/** Rates, differences of rates, money, and measures: they may follow a decimal fraction. */
const MEASURES = [
  '% ‰ 个百分点 百分点 个点 个基点 基点 成 倍',
  '元 美元 欧元 英镑 日元 港元 港币 澳元 卢布 韩元 元人民币 人民币 块钱 分钱 角钱',
  '公里 千米 米 厘米 毫米 海里 华里 延米 延长米 单公里 车道公里 皮长公里 芯公里 孔公里 管孔公里 沟公里 对公里',
  '平方公里 平方千米 平方米 平米 平方厘米 公顷 亩 亩次 顷 平方',
  '立方米 立方 方 升 千升 毫升 立方米每秒 土石方',
  '锭 枚锭 吨 公吨 公斤 千克 克 毫克 微克 斤 市斤 担 石 吨标准煤 吨标煤 吨油当量 吨当量 蒸吨 吨级 载重吨 吨位 总吨 标吨 吨公里 人公里',
  '千瓦 千瓦时 吉瓦 吉瓦时 兆瓦 兆瓦时 瓦 度 度电 千伏 伏 千伏安 兆伏安 伏安 马力 千卡 大卡 焦耳 摄氏度 ℃ 分贝 兆 比特 字节 兆比特 千乏 标方',
  '岁 周岁 小时 分钟 秒 天 日历天 个工作日 工作日 个小时 个月 个季度 个年头 学时 课时 公里/小时',
  '分 标箱 标准箱 个标箱 个标准箱 箱 人次 人天 万次 机架 标准机架 个标准机架',
];

/** What counts things one by one: no decimal fraction fits without a scale (3.2万个, but not 3.2个). */
const COUNTERS = [
  '个 家 户 人 口 名 位 件 项 条 所 张 台 辆 架 艘 只 处 批 次 座 套 栋 幢 间 层 株 棵 头 匹 羽 尾 峰 群 盏 枚 颗 粒 例 宗 起 桩 笔 单',
  '份 本 册 部 篇 首 场 场次 班 班次 趟 趟次 列 列次 航班 航次 架次 艘次 车次 辆次 台次 批次 户次 家次 件次 例次 剂次 剂 针次 针 客次 课次 期次',
  '组 副 对 双 种 类 大类 大项 小项 门 支 枝 杆 根 块 面 片 把 孔 眼 口井 节 段 股 款 榀 袋 瓶 包 桶 票 床 张床位 床位 个床位 张病床 泊位 个泊位 车位 个车位',
  '停车位 学位 个学位 座次 席 席位 席次 台套 台件 套房 台班 重箱 标列 万里 轮 户头 代次 桌 铺 道 例数 人份 份次 头只 公里次 对次 人日 卡 宗地 张卡 帧 联 盒 封 支队 轮次 步 幅 级台阶 金 银 铜',
];

/** Other spellings of a unit, each with the one that `Quantity.unit` carries. */
const SPELLINGS: Readonly<Record<string, string>> = {
  百分点: '个百分点',
  个点: '个百分点',
  基点: '个基点',
  '㎡': '平方米',
  'm²': '平方米',
  'km²': '平方公里',
  '㎞': '公里',
  '㎏': '公斤',
  'm³': '立方米',
  m3: '立方米',
  m2: '平方米',
  km2: '平方公里',
  μg: '微克',
  µg: '微克',
  标准箱: '标箱',
  个标准箱: '标箱',
  个标箱: '标箱',
};

const NO_MEDAL = /^(?!\d|[，。；、）\n]|的|等|创|$)/;

/** Where the letters after a unit make another word of it: 15分钟生活圈, 24小时服务, 12部门, 三成员. */
const NOT_BEFORE: Readonly<Record<string, RegExp>> = {
  成: /^(?:[为果立就员长功都本品交效熟绩型分套片龙])/,
  小时: /^[^，。；、\n]{0,6}圈|^(?:直飞)?过境|^(?:免签|不打烊|服务|营业|自助|值班|值守|在线|热线|全天候|城市|门诊|动态|监测|监控|巡|待命|供水|内办|响应|通达|可达|到达|便利|书)/,
  分钟: /^[^，。；、\n]{0,12}圈|^[^，。；、\n]{0,6}(?:城市|社区|图书|公园)/,
  公里: /^[^，。；、\n]{0,4}圈/,
  天: /^(?:无理由|长假)/,
  部: /^[门委队分署长际]/,
  方: /^[面便案式向针位略法程]/,
  道: /^路/,
  面: /^[积向貌临对]/,
  片: /^区/,
  台: /^阶/,
  节: /^[能点约水目庆气]/,
  度: /^假/,
  批: /^[准复量发]/,
  支: /^[持付部出]/,
  卡: /^[脖口]/,
  对: /^[于外接口标]/,
  口: /^岸/,
  场: /^[所地]/,
  群: /^[众体]/,
  种: /^[植子业粮苗质养]/,
  包: /^括/,
  首: /^[位次批届个创家府]/,
  分: /^[别之钟类布级]/,
  石: /^[油化家]/,
  担: /^[保当任]/,
  名: /^[单录称列]/,
  级台阶: /^$/,
  班: /^(?:子|主任)/,
  位: /^[置于居列]/,
  代次: /^$/,
  步: /^[行伐入骤]/,
  联: /^[合系盟通动]/,
  道口: /^$/,
  组: /^(?:织|建|团|合)/,
  单: /^(?:位|元|项)/,
  起: /^(?:来|到|步|点)/,
  列: /^(?:入|为|全)/,
  席: /^位/,
  // Medals: 2金1银4铜. Elsewhere the metals are no units.
  金: NO_MEDAL,
  银: NO_MEDAL,
  铜: NO_MEDAL,
  个点: /^[位子]/,
  人: /^(?:均(?![口]))/,
};

/** Units in Latin letters; no letter may follow. */
const LATIN_UNIT =
  /(?:km²|km2|m²|m2|m³|m3|km|kg|mm|cm|GWh|MWh|kWh|KWh|MW|GW|kW|KW|kV|KV|TEU|TB|PB|EFLOPS|EFlops|PFLOPS|Pflops|PFlops)(?![A-Za-z])/y;
const SIGN_UNITS = ['㎡', '㎞', '㎏', 'μg', 'µg'];

export interface UnitMatch {
  /** One spelling for each unit: 个百分点 also for 百分点. */
  readonly unit: string;
  readonly end: number;
  /** True for what is counted one by one. */
  readonly counts: boolean;
}

const words = (lines: readonly string[]): string[] => lines.join(' ').split(' ');
const COUNTS = new Set(words(COUNTERS));

/** Units by their first letter, the longest first. */
const BY_FIRST = (() => {
  const index = new Map<string, string[]>();
  for (const unit of [...words(MEASURES), ...COUNTS, ...SIGN_UNITS]) {
    const list = index.get(unit[0]!);
    if (list === undefined) index.set(unit[0]!, [unit]);
    else if (!list.includes(unit)) list.push(unit);
  }
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
})();

/** 430元/人·月. */
const PER_TIME = /^[·•．.・]([年月天日次])/;

/** The longest unit that begins at `at`, with what it is counted for (元/平方米, 微克/立方米); null where there is none. */
export function matchUnit(text: string, at: number): UnitMatch | null {
  const first = matchBase(text, at);
  if (first === null || text[first.end] !== '/') return first;
  const per = matchBase(text, first.end + 1);
  if (per === null) return first;
  const time = PER_TIME.exec(text.slice(per.end, per.end + 2))?.[1];
  return time === undefined
    ? { unit: `${first.unit}/${per.unit}`, end: per.end, counts: false }
    : { unit: `${first.unit}/${per.unit}·${time}`, end: per.end + 2, counts: false };
}

function matchBase(text: string, at: number): UnitMatch | null {
  for (const unit of BY_FIRST.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(unit, at)) continue;
    const end = at + unit.length;
    if (NOT_BEFORE[unit]?.test(text.slice(end, end + 16)) === true) continue;
    return { unit: SPELLINGS[unit] ?? unit, end, counts: COUNTS.has(unit) };
  }
  LATIN_UNIT.lastIndex = at;
  const latin = LATIN_UNIT.exec(text)?.[0];
  return latin === undefined ? null : { unit: SPELLINGS[latin] ?? latin, end: at + latin.length, counts: false };
}

import { HOW_IT_FARES } from './nouns.js';
import { stripHeads } from './words.js';

/** What a clause without a figure says is worked on, of which a bare sum behind it is told: 强力推进保障房项目建设，完成投资260亿元. */

/** A sum, or whom something reached, with nothing that says of what. */
export const BARE_SUM =
  /^(?:完成|累计|年度|总|落实|安排|到位)*(?:投资|投入|资金|投资额|总投资|产值|总产值|营业收入|营收|销售收入|主营业务收入)$/;
/** What is put into a work, not what comes of it. */
export const OUTLAY = /(?:投资|投入|资金|投资额)$/;
export const REACHED = /^(?:惠及|受益|从中受益|保障|覆盖|涉及|服务)(?:群众|人口)?$/;

const WORK =
  /(?:加快推进|推进|推动|加快|实施|抓好|做好|做强做优做大|做强做优|做大做强|做强|做大|发展壮大|发展|壮大|支持|开展|启动|提升|建设|建成|打造|培育|深化|强化|优化|完善|坚持|围绕)([“”一-龥A-Za-z0-9、·]{3,22})$/;
/** 河池至百色高速公路建设, 综合交通大会战: what is done is the name's own end. */
const BUILDING = /^([“”一-龥A-Za-z]{2,24}?(?:建设|改造|治理|整治|修复|重建|搬迁|大会战|攻坚战))$/;
/** 旅游景区景点提档升级; 基础设施投入 behind 加大. */
const BETTERED =
  /^(?:加大)?([“”一-龥A-Za-z]{3,20}?(?:提档升级|转型升级|提质升级|改造升级|提质改造|提升工程|综合开发|(?=投入$)))(?:投入)?$/;
/** 轨道交通1号线一期工程全线开工建设: how far a work has come. */
const HAS_COME =
  /^(?:高度重视)?([“”一-龥A-Za-z0-9]{3,24}?)(?<!规划|编制|方案|清单)(?:\d{1,2}月底?前)?(?:全线|全面|顺利|正式|成功|基本|全部|如期)*(?:开工建设|启动建设|开工|动工|竣工|完工|建成|完成)$/;
/** 兰州枢纽北环第二货线、兰州智能经济产业基地等重大项目; 地铁、快速路网等重大基础设施建设. */
const SEVERAL =
  /^(?:继续实施|推动|争取|加快)?([“”一-龥A-Za-z0-9—-]{2,20})、[^，。；]*(等(?:一批|重大|重点|续建|新建|基础设施|交通|水利|电力|能源|产业|文旅|新能源|十大|和|设施)*(?:项目|工程|基础设施|设施))(?:建设|(?:启动|开工)建设|落地投产|落地|建成)?$/;
/** 优质教育、全民健康等“十大民生工程”: what the examples are of. */
const KIND_QUOTED = /等(“[^“”]{2,12}(?:工程|项目|行动|计划|战役)”)(?:建设)?$/;

function firstOfSeveral(words: string): string | undefined {
  const kind = KIND_QUOTED.exec(words)?.[1];
  if (kind !== undefined) return kind;
  const found = SEVERAL.exec(words);
  return found === null ? undefined : found[1]! + found[2]!;
}

/** Several works, or words that name none. */
const NO_NAME = /^(?:[、和及与为的]|各项|一批|相关|有关|上述|一系列|重点工作)|进行|等方面|[的了]$/;

/** What a clause says to be built, begun or brought up. */
function builtOf(words: string): string | undefined {
  const found = [HAS_COME, BUILDING, BETTERED].map((pattern) => pattern.exec(words)?.[1]);
  return found.find((one) => one !== undefined);
}

/** The work that a clause names at its end, for what it is built with (`outlay`) also by what is built; undefined where it names none. */
export function workOf(clause: string, outlay = false): string | undefined {
  const words = stripHeads(clause).replace(HOW_IT_FARES, '');
  const found =
    WORK.exec(words)?.[1] ??
    /^(?:高度重视)?([“”一-龥A-Za-z0-9+]{2,18}(?:工程|项目|行动|计划|园区|开发区|产业)”?)$/.exec(words)?.[1] ??
    (outlay ? (builtOf(words) ?? firstOfSeveral(stripHeads(clause))) : undefined);
  if (found === undefined || NO_NAME.test(found)) return undefined;
  // 推进A建设、加快B改造: the last of several.
  const last = WORK.exec(found)?.[1] ?? found;
  return last.length < 3 ? undefined : last;
}

import { stripHeads } from './words.js';

/** Industries (产业) that a clause without a figure speaks of, so that a bare 产值 behind it is theirs. */

const NAME =
  '[“”一-龥A-Za-z]{1,12}?(?:产业集群|产业链|制造业|服务业|工业|农业|牧业|林业|渔业|(?<!企|就|创|事|行|物|作|专|职|毕|失|商|营)业)';
/** 新材料产业重点发展…; 木业家居业，以…; 装备制造业加快振兴. */
const AT_HEAD = new RegExp(
  `^(${NAME}|[“”一-龥A-Za-z]{1,12}?产业|民营经济|非公有制经济|数字经济|海洋经济)(?=$|[，、]|运行|平稳|健康|较快|重点|加快|加速|集约化|规模化|整体|总体|持续|不断|快速|稳步|稳定|蓬勃|发展|围绕|着力|方面|规模|保持|呈现|迅速|强势|提质|提速|逐步|日益|实现|集群|形成|要|经济(?=快|平|稳|持|较|加|运|发展|总体|逐))`,
);
/** 集成电路领域，提升芯片设计能力，…，核心产业规模达到300亿元. */
const FIELD = /^(?:在)?([“”一-龥A-Za-z]{2,12})领域$/;
/** 大力发展林下经济; 做大做强装备制造业. */
const AS_OBJECT = new RegExp(
  `(?:^|加快|大力|着力|积极|重点|持续|突出|进一步)(?:发展壮大|发展|巩固提升|提升|巩固|壮大|培育|做大做强|做强做优|做强|做优|做大|振兴|做精)(${NAME}|[“”一-龥A-Za-z]{1,12}?(?:产业|经济))(?=$|发展)`,
);

/** Several industries, a number of them, or what was done to one. */
const NO_NAME =
  /[和与]|及(?!.*产业$)|^[一二三四五六七八九十\d]|实施|打造|推动|推进|支持|发展|加快|建设|促进|提升|引导|培育|壮大|抓好|围绕|通过|形成|带动|延[伸长]|拓展|构建|补[齐强]|强化|聚焦|引进|优化|改造|升级|扩大|依托|整合|完善|健全|谋划|布局|瞄准|创建|组建|深化|加强|巩固/;

/** The industry, as written; undefined where the clause names none, or several. */
export function industryOf(clause: string): string | undefined {
  const words = stripHeads(clause);
  const names = [AT_HEAD.exec(words)?.[1], FIELD.exec(words)?.[1], AS_OBJECT.exec(clause)?.[1]];
  const name = names.find((one) => one !== undefined && !NO_NAME.test(one));
  if (name === undefined || words.startsWith(`${name}、`)) return undefined;
  return /^(?:各|主导|支柱|特色|优势|新兴|传统|重点|三次|[一二三](?:产|次))/.test(name) && name.length <= 4
    ? undefined
    : name;
}

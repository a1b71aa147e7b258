import type { Quantity } from '../text/types.js';
import type { Bound } from './bind.js';
import { doingAt } from './words.js';

/** Acts that stand alone (竣工3万套), whose things were counted before. */

/** 新建燃气干管40公里、改造70公里: the act alone, of the same things. */
export const BARE_ACT =
  /^(?:基本|全部|已|集中|陆续|顺利|新)?(?:新建|重建|改造|改建|扩建|改扩建|新改建|新增|维修|修缮|提质|加固|整治|拆除|建成|建成投用|建成投产|新开工|开工|开工建设|启动建设|启动|续建|竣工|竣工投产|竣工投运|完工|投产|投用|投运|交付|更新|取消|下放|暂停|冻结|承接|合并|废止|修订|修改|在建|搬迁|供应|分配|投入使用|交付使用|基本建成|打通|贯通|建成通车|交工通车|通车|疏通|销号|整改|化解|办结|破获|查处|办理|受理|签约|落地转化|落地见效)$/;

/** The last figure counted in the same unit, whose things a bare act further tells of: 开工保障房5万套，竣工3万套. */
export function countedAlike(bounds: readonly Bound[], { unit }: Quantity): Bound | undefined {
  const base = unit.replace(/^[万亿]+/, '');
  return bounds.findLast(
    ({ quantity, change }) =>
      quantity.kind === 'number' && change !== 'from' && quantity.unit.replace(/^[万亿]+/, '') === base,
  );
}

/** 新建市区燃气干管 → 市区燃气干管; 重点建设项目全部开工 → 重点建设项目. */
export function withoutActs(subject: string): string {
  const bare = subject.replace(
    /^(?:组织|集中|统筹)?(?:实施|推进|谋划|安排)|^集聚(?=[一-龥]{4})|^基本(?=建成|完成)|^新?开工(?=建设)/,
    '',
  );
  const acted = bare.slice(doingAt(bare)?.length ?? 0);
  // 新开工及筹集人才住房
  const joined =
    /^(?:及|和|与|并)/.exec(acted) === null ? acted : acted.slice(1 + (doingAt(acted.slice(1))?.length ?? 0));
  return joined
    .replace(/^(?:废止|冻结|暂停|合并)/, '')
    .replace(/(?:力争|确保|计划)$/, '')
    .replace(/^(?:新?(?:开工|竣工|投产)|续建)(?=[一-龥]{3})/, '')
    .replace(
      /(?:全部|全面|集中|陆续|顺利|已|基本)?(?:新签约?|新竣工|新投产|签约|新开工|开工建设|开工|竣工投产|竣工|建成投产|投产|建成|完工|取消|下放|暂停|冻结)$/,
      '',
    );
}

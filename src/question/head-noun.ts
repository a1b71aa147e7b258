import { headUnit } from './intent.js';
import type { Scratch } from './scratch.js';

/** The last two units of the thing asked for, before the asking word or behind it (多少个公园), where they are content. */
export function headOf(text: string, residue: readonly string[]): string | undefined {
  const head =
    /([\p{Script=Han}]{2})(?:下降|降低|减少|增长|增加|提高|上升|完成|达到|突破|超过|实现)?(?:了|是|有|为|达|共|约|到)?(?:多少|几|百分之)/u.exec(
      text,
    )?.[1];
  const behind = /(?:多少|几)[\p{Script=Han}]{1,3}?([\p{Script=Han}]{2,})$/u.exec(
    text.replace(/[？?。!！]+$/u, ''),
  )?.[1];
  const named = head && residue.some((run) => run.includes(head)) ? head : undefined;
  const last = residue.at(-1);
  const noun = behind && last && last.length >= 2 && behind.endsWith(last) ? last.slice(-2) : undefined;
  return noun ?? named;
}

/** 农村公路改造里程 in 公里: the noun that the unit is counted by, which the reports need not say. */
export function measureNoun(scratch: Scratch, units: readonly string[]): string | undefined {
  const head = headUnit(scratch);
  return head && units[0] === head.units[0] ? head.noun : undefined;
}

import { headUnit } from './intent.js';
import { patterns } from './patterns/index.js';
import type { Scratch } from './scratch.js';

/** The last two units of the thing asked for, before the asking word or behind it (多少个公园), where they are content. */
export function headOf(text: string, residue: readonly string[]): string | undefined {
  const { headBefore, headBehind } = patterns().units;
  const head = headBefore.find(text)?.groups?.noun;
  const behind = headBehind.find(text.replace(/[？?。!！]+$/u, ''))?.groups?.noun;
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

import { patterns } from './patterns/index.js';

/** True where a question asks what a name means by 解释; of what happened (咋解释没完成目标) a reason is asked for. */
export function explainsName(text: string): boolean {
  const { explains, explained, happened } = patterns().telling;
  const thing = (explains.find(text) ?? explained.find(text))?.groups?.thing;
  return thing !== undefined && !happened.in(thing);
}

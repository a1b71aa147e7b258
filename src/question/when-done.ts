/** A word for a time with what is done then right behind it. */
const WHEN_DONE =
  /(?:哪一?年|几月|什么时候|啥时候|何时)[底末初份]?(?:的时候)?[^，,。？?]{0,6}(?:通车|开通|开工|动工|建成|完工|竣工|投产|投用|启用|启动|实现|坐上|用上|通上|成立|摘帽|开门|开园|开业)/u;

/** True for a question when something is done, and not when it was written of: 地铁2号线哪年底全线通车. */
export function asksWhenDone(text: string): boolean {
  return WHEN_DONE.test(text);
}

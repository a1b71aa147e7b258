/** 咋解释健康直通车的, 怎么解释六稳: what is explained stands right behind, at the end. */
const EXPLAINS =
  /(?:怎么|咋|如何|怎样)解释(?:过|的是)?(?<thing>[\p{Script=Han}A-Za-z\d]{2,16}?)(?:这个?词|这个?说法|这个?提法)?(?:的|呢|啊|呀)?[？?。]?$/u;
/** What happened, of which a reason is asked for. */
const HAPPENED = /[没未不降跌落慢低少高涨增减差亏缩拖延迟停]|原因|为/u;

/** True where a question asks what a name means by 解释; of what happened (咋解释没完成目标) a reason is asked for. */
export function explainsName(text: string): boolean {
  const thing = EXPLAINS.exec(text)?.groups?.thing;
  return thing !== undefined && !HAPPENED.test(thing);
}

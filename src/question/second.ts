import { withoutTails } from './tails.js';

/** A question that asks for a second thing in words of its own: 新增里程多少公里、总里程多少. */
export interface Parted {
  readonly first: string;
  readonly second?: string;
}

/** A last piece with a name and an asking word; what leans on the first figure is told apart before. */
const SECOND =
  /^(.*(?:多少|几)[^，,、；;]{0,12})[，,、；;](?:其中)?((?!.*(?:多少|几).*(?:多少|几))[^，,、；;]*(?:多少|几)[^，,、；;]{0,12})$/u;
/** Words by which the two pieces are set against each other, or ask for target and outcome: they are one question. */
const ONE = /实际|结果|最后|目标|计划|原定|力争|要|比|较|差|谁|哪|年|分别|各|完成了|相比|贡献/u;
/** Two or three units between the pause and the asking word that are a name: 总里程, 死亡人数. */
const NAME = /[\p{Script=Han}]{2}/u;
/** What is no name: the asking word with its unit (多少公里), and what stands behind a name (是多少). */
const ASKING = /^(?:多少|几)(?:平方公里|公里|[\p{Script=Han}])|(?<=.)(?:了|是|有|为|达到?|共|约|又)?(?:多少|几).*$/u;

/** Parts a question at its second asking piece, where that names its own thing. */
export function partAtSecond(text: string): Parted {
  const plain = text.replace(/[？?。!！\s]+$/u, '');
  if (withoutTails(plain).further.length > 0) return { first: text };
  const match = SECOND.exec(plain);
  const [, first, second] = match ?? [];
  if (!first || !second || ONE.test(second) || !NAME.test(second.replace(ASKING, ''))) return { first: text };
  return { first, second };
}

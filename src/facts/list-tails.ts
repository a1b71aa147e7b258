import { ATTRIBUTES } from './vocabulary.js';
import { joinNames } from './words.js';

/** What the last of a list alone says to be told of each: 生物医药、电子信息产业营业收入. */

/** What is measured by its own end takes no other attribute. */
const MEASURED_ALREADY =
  /[率数额值比度]$|(?<!需氧)量$|规模$|标准$|游客$|(?:时限|时间|里程|降低|下降|降幅|[能水电地]耗|消耗|强度)$|占/;
/** Attributes that are things themselves, of which a rate may be told. */
const THINGS = /(?:企业|项目)$/;
/** Bodies and wholes that are no line of business. */
const NO_BUSINESS = /(?:经济|项目|部门|企业|[区县市园体])$/;

function isMeasured(piece: string): boolean {
  return MEASURED_ALREADY.test(piece) || (!THINGS.test(piece) && ATTRIBUTES.some((word) => piece.endsWith(word)));
}

/** The piece with what a later member alone says is told of each: 生物医药、电子信息产业营业收入 → 生物医药产业营业收入. */
export function withTailOf(piece: string, last: string): string {
  const tail = isMeasured(piece) ? undefined : attributeOf(piece, last);
  if (tail === undefined || piece.endsWith(tail.slice(-KIND)) || (THINGS.test(piece) && THINGS.test(tail)))
    return piece;
  // 水产 and 产量 share no word; 建筑业 and 业增加值 do.
  return tail.startsWith('业') || piece.endsWith(tail.slice(0, KIND)) ? joinNames(piece, tail) : piece + tail;
}

/** 通车里程 of 高速公路通车里程 for 铁路: what stands behind the same noun, else the attribute that the last one ends with. */
function attributeOf(piece: string, last: string): string | undefined {
  const found = ATTRIBUTES.find((word) => last.endsWith(word) && last.length > word.length);
  const noun = found === undefined || found.startsWith('业') ? undefined : piece.slice(-KIND);
  const at = noun === undefined || piece.length < KIND ? -1 : last.lastIndexOf(noun);
  if (at > 0) return last.slice(at + KIND);
  if (found === undefined || OF_SAVING.test(piece)) return undefined;
  if (/^(?:人数|数量|企业|项目)$/.test(found) && piece.length > 4 && !piece.endsWith('元')) return undefined;
  return found.startsWith('业') && NO_BUSINESS.test(piece) ? found.slice(1) : found;
}

/** 节能降碳和主要污染物排放: what is done, not what is let out. */
const OF_SAVING = /节能|[降减]碳|减排/;
/** So many characters at its end name the kind of a thing. */
const KIND = 2;

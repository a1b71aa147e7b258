import type { Further } from '../frame/types.js';

/** A question without the asking tails that have no subject of their own, and what these ask. */
export interface Headed {
  /** The text up to the first tail. */
  readonly head: string;
  readonly further: readonly Further[];
}

const ASKING = '(?:多少|百分之(?:几|多少)|几|是多少|第几)';
const FIELD = '(?:在?(?:全国|全省|全市|全区|全州|全疆|中部|西部|东部)[^，,、；;多少几]{0,6}?)?';
const LINK = '[，,、；;](?:并|又|还|同时|各自?|分别)?(?:比上年|较上年|同比)?';

/** Tails in words of their own after a pause: ，增长百分之几；、排全省第几. */
const TAILS: readonly (readonly [RegExp, Further])[] = [
  [
    new RegExp(
      `${LINK}(?:增长|增加|下降|减少|增|降|涨|上涨|提高|增速|增幅|涨幅|增长率)(?:了|是|为)?${ASKING}(?:个百分点|个点)?$`,
      'u',
    ),
    'growth',
  ],
  [
    new RegExp(
      `${LINK}${FIELD}(?:排名?|位居|位列|居|列|名列|位次|排位|排名)(?:在|到|是|为)?${FIELD}(?:排名?)?(?:第几|第多少|多少|几)(?:位|名)?$`,
      'u',
    ),
    'rank',
  ],
  [new RegExp(`${LINK}(?:总量|总数|总计|累计|共有|存量)(?:有|是|为|达到?)?(?:多少|几)[^，,、；;]{0,3}$`, 'u'), 'total'],
  [new RegExp(`${LINK}占比(?:是|为|达到?)?${ASKING}$`, 'u'), 'share'],
];

/** A second thing named before the asking word: 总量和增速分别是多少, 总里程及全省排名. */
const NAMED: readonly (readonly [RegExp, Further])[] = [
  [
    /(?:和|与|及|以及|、)(?:其)?(?:同比)?(?:增速|增幅|增长率|涨幅|增长速度)(?=(?:分别|各)?(?:是|为)?多少$|$)/u,
    'growth',
  ],
  [/(?:和|与|及|以及|、)(?:全国|全省|全市)?(?:排名|位次|排位)(?=(?:分别|各)?(?:是|为)?(?:多少|第几)$|$)/u, 'rank'],
];

/** A tail only hangs on a head that asks for a figure itself. */
const HEAD_ASKS = /多少|几|百分之|总量|总额|规模|数量/u;
/** A head that asks for growth is no amount whose growth the tail could ask for: 计划增长多少，增长了多少. */
const HEAD_GROWS = /增长|增速|增幅|涨幅|下降|减少|提高/u;

/** Parts the question at the tails that lean on its first figure. A question without any is its own head. */
export function withoutTails(text: string): Headed {
  let head = text.replace(/[？?。!！\s]+$/u, '');
  const further: Further[] = [];
  for (let again = true; again; ) {
    again = false;
    for (const [pattern, what] of TAILS) {
      const match = pattern.exec(head);
      if (!match || !HEAD_ASKS.test(head.slice(0, match.index))) continue;
      if (what === 'growth' && HEAD_GROWS.test(head.slice(0, match.index))) continue;
      head = head.slice(0, match.index);
      further.unshift(what);
      again = true;
    }
  }
  for (const [pattern, what] of NAMED) {
    const match = pattern.exec(head);
    if (!match || !HEAD_ASKS.test(head) || further.includes(what)) continue;
    head = head.slice(0, match.index) + ' '.repeat(match[0].length) + head.slice(match.index + match[0].length);
    further.push(what);
  }
  return further.length > 0 ? { head, further } : { head: text, further };
}

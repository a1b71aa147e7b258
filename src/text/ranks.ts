import { boundsAround } from './bounds.js';
import { parseNumeral } from './numerals.js';
import type { Quantity } from './types.js';

/** Ranks (位次): 全省第2, 第7位, 居全国第七, 前10强, 50强, 进入全省前三, 居全省首位. */

const NUMERAL = '(\\d{1,4}|[一二三四五六七八九十百]{1,6})';
/** 第7位, 第七名, and 第2 where the clause ends; not 第2批, 第一产业, 第一书记. */
const ORDINAL = new RegExp(
  `第${NUMERAL}(?:(位|名)(?![额师])|(?=[，。；、）！”\\n]|和|与|及|的|升|跃|上升|提升|前移|下降|$))`,
  'y',
);
/** 前10强, 前三, 前5位; not 前三季度, 前4个月, 前两年. */
/** 全球前1%, 前1‰: among the best of so many. */
const TOP_SHARE = /前(\d{1,2})[%‰]/y;
const TOP = new RegExp(`前${NUMERAL}(?:(强|位|名|列)|(?=[，。；、）！”\\n]|$))`, 'y');
/** 50强, 500强; 百强 tells no number. */
const STRONG = /(\d{1,4})强(?![度制化调])/y;
/** 排名跃升17位 tells how far it moved, not where it stands. */
const MOVED = /(?:跃升|上升|提升|提高|前移|前进|进|升|跃|下降|下滑|后退|退|降)了?$/;
/** 72位 after words of a ranking; elsewhere 位 counts people. */
const PLACED = /(\d{1,4})位/y;
const FIRST = /首位(?!度)|榜首/y;

const RANKING_WORDS =
  /(?:位居|位列|名列|排名|排位|排在|排|居|列|榜|位次|跻身|进入|升至|升到|前移至|提升至|退至|迈入|挺进|全国|全省|全市|全区|全州|全球|世界|中部|西部|东部|沿海|城市|地区|高校)[^，。；\n\d]{0,10}$/;
/** 摆在第一位 ranks nothing. */
const PRIORITY = /(?:放|摆|置)(?:在|到|于)[^，。；\n]{0,10}$/;
/** 全省第2、3位: the second of a list of ranks. */
const RANK_LIST = /第\d+(?:位|名)?[、和]$/;
const RANKING_VERBS = /(?:位居|位列|名列|排名|排位|排在|排|居|列|榜|位次)[^，。；\n\d]{0,6}$/;

/** The rank that begins at `at` (with 第, 前, 首, 榜 or a digit), or null. */
export function readRank(text: string, at: number, floor: number): Quantity | null {
  const before = text.slice(Math.max(0, at - 18), at);
  switch (text[at]) {
    case '第': {
      const match = sticky(ORDINAL, text, at);
      if (match === null || PRIORITY.test(before)) return null;
      if (match[2] === undefined && !RANKING_WORDS.test(before) && !goesOn(text, at, floor)) return null;
      return rank(text, at, floor, match, '=', '位');
    }
    case '前': {
      const share = sticky(TOP_SHARE, text, at);
      if (share !== null && RANKING_WORDS.test(before)) return rank(text, at, floor, share, '<=', share[0].slice(-1));
      const match = sticky(TOP, text, at);
      if (match === null || !(match[2] === '强' || RANKING_WORDS.test(before))) return null;
      return rank(text, at, floor, match, '<=', match[2] === '强' ? '强' : '位');
    }
    case '首':
    case '榜': {
      const match = sticky(FIRST, text, at);
      if (match === null || !/(?:居|列|排|登|[全][国省市区州])[^，。；\n\d]{0,4}$/.test(before)) return null;
      return rank(text, at, floor, match, '=', '位');
    }
    default: {
      const strong = sticky(STRONG, text, at);
      if (strong !== null) return rank(text, at, floor, strong, '<=', '强');
      const placed = sticky(PLACED, text, at);
      return placed !== null && !MOVED.test(before) && (RANKING_VERBS.test(before) || RANK_LIST.test(before))
        ? rank(text, at, floor, placed, '=', '位')
        : null;
    }
  }
}

/** 第一、二、三位: the ranks of a list that carries its 第 once at the front and its 位 once at the end. */
const LISTED_BEFORE = new RegExp(`第${NUMERAL}(?:[、和]${NUMERAL})*[、和]$`);
const LISTED = new RegExp(`${NUMERAL}(?=(?:[、和]${NUMERAL})*[位名])[位名]?`, 'y');

/** True right behind the figure before and a mark that joins: 第2、第3和第5位. */
function goesOn(text: string, at: number, floor: number): boolean {
  return at > 0 && floor === at - 1 && /[、和]/.test(text[at - 1]!);
}

/** The rank that begins at `at` with a numeral, where a list of ranks goes on there. */
export function readListedRank(text: string, at: number, floor: number): Quantity | null {
  if (!goesOn(text, at, floor) || !LISTED_BEFORE.test(text.slice(Math.max(0, at - 18), at))) return null;
  const match = sticky(LISTED, text, at);
  return match === null ? null : rank(text, at, floor, match, '=', '位');
}

function rank(
  text: string,
  at: number,
  floor: number,
  match: RegExpExecArray,
  bound: '=' | '<=',
  unit: string,
): Quantity | null {
  const value = match[1] === undefined ? 1 : parseNumeral(match[1]);
  if (value === null || value === 0) return null;
  const core = { start: at, end: at + match[0].length };
  const { span } = boundsAround(text, core, floor, false);
  const low = bound === '=' ? value : null;
  return { kind: 'rank', low, high: value, bound, unit, span, core, text: text.slice(span.start, span.end) };
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

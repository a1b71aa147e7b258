/** Sums whose owner was named before: 综合收入 behind 接待游客, 产值 behind an industry; and medals by their metal. */

/** What an industry is measured by. */
export const VALUE_NOUN =
  /^(?:年|总|综合|工业)?(?:总)?产值$|^(?:增加值|销售收入|应税销售收入|开票销售收入|应税销售|营业收入|主营业务收入|(?:集群)?营收|利税|利润|税收|产量|产销量|销量)$|^(?:核心)?产业规模$/;

const RECEIPTS = /^(?:综合总?收入|总收入|收入|综合消费|总消费|消费总额|总花费)$/;
const VISITORS = /^(.*?)(?:累计)?(?:接待|游客|旅游|过夜)(?=.*(?:游客|旅游|人次|人数)|$)/;

/** 综合收入 behind 接待游客 is that of tourism. */
export function tourismReceipts(noun: string, subject: string | undefined): string | undefined {
  if (subject === undefined || !RECEIPTS.test(noun) || !/游客|旅游/.test(subject)) return undefined;
  return `${VISITORS.exec(subject)?.[1] ?? ''}旅游${noun}`;
}

/** 斩获2金1银: medals are counted by their metal. */
export const MEDALS: Readonly<Record<string, string>> = { 金: '金牌', 银: '银牌', 铜: '铜牌' };
/** What was done to win them. */
export const WON =
  /(?:中|上)?(?:共|累计|分别|总计)?(?:斩获|夺得|勇夺|夺|摘得|摘|揽获|揽|取得|荣获|获得|获|收获|拿下)(?:了)?$/;

import type { ReportHead } from '../../src/retrieval/types.js';

/** What a reader copies to cite a report. */
export interface Reference {
  /** GB/T 7714—2015, an electronic document: 主要责任者. 题名[EB/OL]. (发布日期)[引用日期]. 获取和访问路径. */
  readonly standard: string;
  /** In a sentence: “…”（《…》，2021年12月29日）. */
  readonly plain: string;
}

/**
 * The reference to a report, with the quoted text where there is one.
 * @param url the address of the page; @param read the day on which it was read, ISO
 */
export function referenceTo(
  head: Pick<ReportHead, 'title' | 'place' | 'delivered' | 'speaker' | 'kind'>,
  { quote, url, read }: { readonly quote?: string; readonly url: string; readonly read: string },
): Reference {
  const author = head.kind === 'news' ? '' : `${head.speaker ?? governmentOf(head.place)}. `;
  const published = head.delivered === undefined ? '' : `(${head.delivered})`;
  const standard = `${author}${head.title}[EB/OL]. ${published}[${read}]. ${url}.`;
  const day = head.delivered === undefined ? '' : `，${chineseDay(head.delivered)}`;
  const source = `《${head.title}》${day}`;
  return { standard, plain: quote === undefined ? source : `“${oneLine(quote)}”（${source}）${url}` };
}

function governmentOf(place: ReportHead['place']): string {
  if (place === null) return '佚名';
  return place.level === 'nation' ? '国务院' : `${place.name}人民政府`;
}

/** 2021-12-29 → 2021年12月29日. */
function chineseDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return day === undefined ? iso : `${year}年${month}月${day}日`;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, '');
}

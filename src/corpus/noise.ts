import type { Span } from '../text/types.js';

/**
 * What stands in a file and is no part of the report (噪声): never shown, never indexed.
 * Each pattern is bounded in length, so that a lost closing mark cannot swallow text, nor a line of blanks cost quadratic time.
 */
const NOISE: readonly RegExp[] = [
  // Notes of download sites; blanks drift through them: 【更 多公文素材，微信：dada wk01】.
  /【[^【】\n]{0,40}(?:微\s{0,4}信|公\s{0,4}众\s{0,4}号|Q\s{0,4}Q|素\s{0,4}材|公\s{0,4}文\s{0,4}网)[^【】\n]{0,40}】/g,
  // Marks of paid downloads.
  /#{2}\s{0,4}paid\s{0,4}(?:begin|end)\s{0,4}#{2}/gi,
  // Newspaper pages: ▶▶▶ (下转3版), （上接第一版）.
  /[▶►▷]{2,8}[^\S\n]{0,40}(?:[（(]?(?:下\s{0,4}转|上\s{0,4}接)[^）)\n]{0,12}[）)]?)?[^\n]{0,6}$/gm,
  /[（(]\s{0,4}(?:下\s{0,4}转|上\s{0,4}接)\s{0,4}第?\s{0,4}[A-Z]?[\d一二三四五六七八九十]{1,3}\s{0,4}版[^）)\n]{0,12}[）)]/g,
  // Page numbers on a line of their own.
  /^[^\S\n]{0,40}[-—–]?[^\S\n]{0,40}\d{1,3}[^\S\n]{0,40}[-—–]?[^\S\n]{0,40}$/gm,
  // Furniture of sites, a line each.
  /^[^\S\n]{0,40}(?:有想补充的信息.{0,12}|-?[^\S\n]{0,40}联系我们|-?[^\S\n]{0,40}企业入驻|【?打印(?:本页|正文)?】?.{0,20}|【?关闭(?:窗口|本页)?】?|分享到[：:]?.{0,30}|扫一扫.{0,30}|字体[：:].{0,20}|浏览次数[：:].{0,20}|责任编辑[：:].{0,20}|【?字号[：:].{0,20}|上一篇[：:].{0,60}|下一篇[：:].{0,60}|索引号[：:].{0,60}|网站地图|版权所有.{0,40})[^\S\n]{0,40}$/gm,
  // The dateline under a title: 2021年12月31日 来源:张家界日报.
  /(?:(?:19|20)\d\d[年-]\d{1,2}[月-]\d{1,2}日?(?:\s{1,8}\d{1,2}:\d{2}(?::\d{2})?)?[^\S\n]{1,40})?(?:信息)?来源[：:][^\S\n]{0,40}[^\s，。；]{2,20}(?=\s|$)/g,
];

/** The spans of `text` that are no part of a report, in no order. Linear in the length of the text. */
export function findNoise(text: string, extent: Span): Span[] {
  const part = text.slice(extent.start, extent.end);
  const spans: Span[] = [];
  for (const pattern of NOISE) {
    for (const match of part.matchAll(pattern)) {
      const start = extent.start + match.index;
      if (match[0].trim() !== '') spans.push({ start, end: start + match[0].length });
    }
  }
  return spans;
}

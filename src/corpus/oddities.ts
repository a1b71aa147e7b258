import type { ReportKind, Section } from './types.js';

/** A whole report of a prefecture has 12,000 to 25,000 characters; a shorter one is an extract. */
const SHORT = 6000;

/** How a whole text ends: with a full stop, a signature, or the closing call even where its full stop is lost. */
const ENDING = /[。！？”’）!?…》】]$|奋斗|努力|谢谢|胜利|贡献|（[^）]{2,20}）$|释：$/;

/** The call with which every report ends, and how far from its end it may stand. */
const CLOSING = /各位代表|奋斗|谢谢|胜利|贡献|团结|让我们|努力|前进|篇章|新局面/;
const CLOSING_REACH = 800;

/** What is odd about the text itself, in Chinese, one line each. */
export function textOddities(text: string, kind: ReportKind, sections: readonly Section[]): string[] {
  if (kind === 'news') return [];
  const found: string[] = [];
  if (kind === 'report' && text.length < SHORT) found.push(`全文只有 ${text.length} 字，疑为摘要或节选`);
  if (kind === 'report' && !sections.some((s) => s.role === 'tasks' || s.role === 'outlook')) {
    found.push('没有找到工作安排部分');
  }
  const body = text
    .slice(0, sections.find((s) => s.role === 'annex' || s.role === 'glossary')?.start ?? text.length)
    .trimEnd();
  if (kind !== 'summary' && !ENDING.test(lastLongLine(body))) found.push('正文结尾不完整，疑被截断');
  else if (kind === 'report' && !CLOSING.test(body.slice(-CLOSING_REACH))) found.push('没有结束语，疑被截断');
  if (/\uFFFD/.test(text)) found.push('有无法识别的字符');
  return found;
}

/** The end of the last line that is text, not the title of what follows. */
function lastLongLine(body: string): string {
  return (body.split('\n').findLast((line) => line.length > 16 && !/秘书处/.test(line)) ?? body).slice(-80);
}

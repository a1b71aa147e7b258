import type { Place } from '../lexicon/types.js';
import type { Header } from './header.js';
import type { ReportKind } from './types.js';

const SUMMARY = /[（(]?(?:摘要|摘登|节选|要点|选登|摘编|精编)[）)]?|解读/;
const TASKS = /(?:19|20)\d\d年[^，。]{0,12}(?:重点(?:工作|抓好|任务)|工作(?:安排|要点|任务|重点)|主要任务|目标任务)/;
const REPORT =
  /政府工作报告|政府工作的报告|工作报告|(?:计划|规划|纲要)(?:的|（草案）的?)?报告|行政公署工作|目前的?形势|关于[^\n]{0,30}报告/;
/** Reports to the same congress that are not the government's: of the plan and of the budget. They keep their own titles. */
const OTHER_REPORT = /^(?!.*政府工作).*(?:计划|预算|决算)[^，。]{0,30}报告$/;
const OPENING = /代表[^，。]{0,14}(?:政府|国务院|行政公署|委员会)|受[^，。]{0,10}委托/;

/** What a document is, from its head and its opening sentence. */
export function documentKind(header: Header, text: string): ReportKind {
  const head = `${header.title}\n${header.head}`;
  const reads = REPORT.test(head) || OPENING.test(header.opening);
  if (reads) return SUMMARY.test(`${header.title}\n${text.slice(0, 60)}`) ? 'summary' : 'report';
  if (TASKS.test(header.title) || TASKS.test(text.slice(0, 80))) return 'tasks';
  return /各位代表|请予审[议查]/.test(text) ? 'report' : 'news';
}

const PARTS: Readonly<Partial<Record<ReportKind, string>>> = { report: '', summary: '（摘要）', tasks: '重点工作' };

/** The title under which a document is cited: 2022年常德市政府工作报告. News keep their own. */
export function shownTitle(title: string, kind: ReportKind, place: Place | null, year: number | null): string {
  const part = PARTS[kind];
  if (part === undefined || !place || year === null) return title || '（无标题）';
  if (kind === 'report' && OTHER_REPORT.test(title)) return title;
  const of = place.level === 'nation' ? '国务院' : place.name;
  return kind === 'tasks' ? `${of}${year}年${part}` : `${year}年${of}政府工作报告${part}`;
}

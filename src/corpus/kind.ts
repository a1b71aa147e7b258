import type { Place } from '../lexicon/types.js';
import { planYears } from '../text/plans.js';
import { planOrdinal, readYear, YEAR } from './dates.js';
import type { Header } from './header.js';
import type { ReportKind } from './types.js';

const SUMMARY = /[（(]?(?:摘要|摘登|节选|要点|选登|摘编|精编)[）)]?|解读/;
const TASKS = /(?:19|20)\d\d年[^，。]{0,12}(?:重点(?:工作|抓好|任务)|工作(?:安排|要点|任务|重点)|主要任务|目标任务)/;
const REPORT =
  /政府工作报告|政府工作的报告|工作报告|(?:计划|规划|纲要)(?:的|（草案）的?)?报告|行政公署工作|目前的?形势|关于[^\n]{0,30}报告/;
const OPENING = /代表[^，。]{0,14}(?:政府|国务院|行政公署|委员会)|受[^，。]{0,10}委托/;

/** The documents that people hold beside the government's reports, each with its own rules of time. */
type OtherKind = Exclude<ReportKind, 'report' | 'summary' | 'tasks' | 'news'>;

interface KindRule {
  readonly kind: OtherKind;
  /** The title, line ends taken out. */
  readonly title: RegExp;
  /** What it is called where its own title lacks place or year. */
  readonly name: string;
}

const RULES: readonly KindRule[] = [
  {
    kind: 'bulletin',
    title: /[^，。\n]{0,24}(?:国民经济(?:和|与)社会发展|经济社会发展|国民经济)统计公报/,
    name: '国民经济和社会发展统计公报',
  },
  {
    kind: 'outline',
    title:
      /[^，。\n]{0,24}(?:五年|[一二三四五六七八九十]五[”"]?)(?:规划|计划)(?:和[^，。\n]{0,16}?目标)?的?(?:发展)?纲要(?!(?:（草案）)?的?(?:报告|说明))/,
    name: '五年规划纲要',
  },
  {
    kind: 'plan',
    title: /[^，。\n]{0,40}国民经济和社会发展计划[^，。\n]{0,36}报告/,
    name: '国民经济和社会发展计划报告',
  },
  { kind: 'budget', title: /[^，。\n]{0,40}预算(?:执行|草案|、)[^，。\n]{0,36}报告/, name: '预算报告' },
  { kind: 'address', title: /[^，。\n]{0,20}施政报告/, name: '施政报告' },
];
/** Reports to the same congress that are not the government's keep their own titles. */
const OTHER_REPORT = /^(?!.*政府工作).*(?:计划|预算|决算)[^，。]{0,30}报告$/;
/** How far from the beginning the title of such a document may end, in characters, and in how many lines it stands. */
const TITLE_REACH = 140;

/** The title of a document of another kind, as far as the beginning of the text holds it; undefined where it is none of them. */
export function otherTitle(text: string): { readonly kind: OtherKind; readonly title: string } | undefined {
  const head = text.slice(0, TITLE_REACH).replace(/\n/g, '');
  if (/政府工作报告/.test(head)) return undefined;
  for (const { kind, title } of RULES) {
    const found = title.exec(head);
    if (found !== null) return { kind, title: found[0] };
  }
  return undefined;
}

/**
 * What a document is: as its front matter says (`kind: 统计公报`), else from its title, its head and its opening sentence.
 * @param given the front matter's word for it; '' where it has none
 */
export function documentKind(header: Header, text: string, given: string): ReportKind {
  const named = RULES.find(({ kind, name }) => given === kind || (given !== '' && name.endsWith(given)));
  if (named !== undefined) return named.kind;
  const other = otherTitle(header.title) ?? (header.bodyStart === 0 ? otherTitle(text) : undefined);
  if (other !== undefined) return other.kind;
  const head = `${header.title}\n${header.head}`;
  const reads = REPORT.test(head) || OPENING.test(header.opening);
  if (reads) return SUMMARY.test(`${header.title}\n${text.slice(0, 60)}`) ? 'summary' : 'report';
  if (TASKS.test(header.title) || TASKS.test(text.slice(0, 80))) return 'tasks';
  return /各位代表|请予审[议查]/.test(text) ? 'report' : 'news';
}

/**
 * The years that a document of another kind is of: of a bulletin the year that it tells of; of an outline the years of its plan;
 * of a plan or budget report the year planned for, which its title names last. Undefined where its title does not tell.
 */
export function yearsOfKind(
  kind: ReportKind,
  title: string,
): { readonly from: number; readonly to: number } | undefined {
  if (kind === 'outline') {
    const name = /(?:第)?(十[一二三四五六七八]|[一二三四五六七八九])(?:个五年|五)/.exec(title)?.[1];
    const ordinal = name === undefined ? null : planOrdinal(name);
    return ordinal === null ? undefined : planYears(ordinal);
  }
  const years = [...title.matchAll(new RegExp(YEAR, 'g'))].map((match) => readYear(match[0])).filter((y) => y !== null);
  const year = kind === 'bulletin' ? years[0] : years.at(-1);
  return year === undefined ? undefined : { from: year, to: year };
}

const PARTS: Readonly<Partial<Record<ReportKind, string>>> = { report: '', summary: '（摘要）', tasks: '重点工作' };

/** The title under which a document is cited: 2022年常德市政府工作报告. News keep their own, and so do the others that tell place and year. */
export function shownTitle(title: string, kind: ReportKind, place: Place | null, year: number | null): string {
  if (!place || year === null) return title || '（无标题）';
  const of = place.level === 'nation' ? '国务院' : place.name;
  const other = RULES.find((rule) => rule.kind === kind);
  if (other !== undefined) {
    const whole = title.includes(String(year)) || kind === 'outline';
    return whole && title !== '' ? title : `${year}年${place.name}${other.name}`;
  }
  const part = PARTS[kind];
  if (part === undefined) return title || '（无标题）';
  if (kind === 'report' && OTHER_REPORT.test(title)) return title;
  return kind === 'tasks' ? `${of}${year}年${part}` : `${year}年${of}政府工作报告${part}`;
}

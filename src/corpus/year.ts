import { readYear, YEAR } from './dates.js';
import type { FrontMatter } from './front-matter.js';
import type { Header } from './header.js';

export interface YearReading {
  readonly year: number | null;
  /** 0–1. */
  readonly confidence: number;
  /** What it was read from, in Chinese. */
  readonly from: string;
  /** The year that the path names, where it is another one. */
  readonly pathYear?: number;
  /** The year that the document's title names, where it is another one. */
  readonly titleYear?: number;
}

const OWN = '(?:的|我[省市州县区国]|全[省市州县区国]|政府|经济社会|经济和社会|国民经济和社会|发展|各项|年度)*';
/** The year planned for: 2022年工作安排, 2022年经济社会发展主要预期目标. */
const PLANNED = new RegExp(
  `(${YEAR})年度?${OWN}(?:工作)?的?(?:总体要求|总体思路|主要预期|主要目标|预期目标|主要工作|主要任务|重点工作|重点任务|工作任务|工作安排|工作总体|工作重点|工作部署|工作建议|目标任务|重点抓好|重点做好|民生实事|[十\\d]{1,2}[大件])`,
  'g',
);
/** A main heading behind the first that names the year of the work: 三、2006年工作. */
const HEADED = new RegExp(
  `(?:^|\\n)[二三四五]、(${YEAR})年(?:的)?(?:政府)?(?:主要|重点)?(?:工作|任务|目标)(?=\\n)`,
  'g',
);
/** The year gone by: 2021年工作回顾, 刚刚过去的2021年. */
const REVIEWED = new RegExp(
  `(?:过去的|回顾)(${YEAR})年|(${YEAR})年[^，。；\\n]{0,16}?(?:回顾|工作(?:的)?(?:基本|简要|主要)?(?:总结|情况))`,
  'g',
);
/** A year mentioned this often in one way counts no more. */
const CEILING = 3;
const WEIGHT = {
  planned: 1,
  headed: 3.5,
  reviewed: 1,
  title: 2,
  delivered: 2,
  decemberDelivered: 1.5,
  front: 30,
  path: 1,
} as const;
/** The share of a report that looks back, at least. */
const FIRST_PART = 0.35;
/** From this month on a report is as a rule for the year to come. */
const LATE_MONTH = 11;

/** The year a report plans for: its own words first, its path second. */
export function recogniseYear(text: string, header: Header, seed: string, front: FrontMatter): YearReading {
  const votes = new Map<number, { weight: number; from: Set<string> }>();
  const vote = (year: number | null | undefined, weight: number, from: string): void => {
    if (year === null || year === undefined) return;
    const entry = votes.get(year) ?? { weight: 0, from: new Set<string>() };
    entry.weight += weight;
    entry.from.add(from);
    votes.set(year, entry);
  };
  const deliveredYear = header.delivered ? Number(header.delivered.slice(0, 4)) : undefined;
  const late = header.delivered !== undefined && isLate(header.delivered);
  // A year far from the delivery is that of a plan, not of the report.
  const near = (year: number): boolean => deliveredYear === undefined || Math.abs(year - deliveredYear) <= 1;
  const count = (pattern: RegExp, shift: number, from: string, weight: number): void => {
    const counts = new Map<number, number>();
    for (const match of text.matchAll(pattern)) {
      const year = readYear(match[1] ?? match[2]!);
      if (year !== null && near(year + shift)) counts.set(year + shift, (counts.get(year + shift) ?? 0) + 1);
    }
    for (const [year, times] of counts) vote(year, Math.min(times, CEILING) * weight, from);
  };
  count(PLANNED, 0, '工作安排', WEIGHT.planned);
  count(HEADED, 0, '工作安排', WEIGHT.headed);
  count(REVIEWED, 1, '工作回顾', WEIGHT.reviewed);
  const titleYear = yearIn(header.title);
  vote(titleYear, WEIGHT.title, '标题');
  if (deliveredYear !== undefined) {
    if (late) vote(deliveredYear + 1, WEIGHT.decemberDelivered, '作报告日期');
    else vote(deliveredYear, WEIGHT.delivered, '作报告日期');
  }
  vote(readYear(front.fields.year ?? ''), WEIGHT.front, '文件头');
  const pathYear = pathYearOf(seed);
  vote(pathYear, WEIGHT.path, '路径');

  const [best] = [...votes].sort((a, b) => b[1].weight - a[1].weight || b[0] - a[0]);
  if (!best) return byFrequency(text);
  const [year, { weight, from }] = best;
  const total = [...votes.values()].reduce((sum, entry) => sum + entry.weight, 0);
  const sure = Math.min(1, 0.4 + weight * 0.12) * (0.5 + (0.5 * weight) / total);
  return {
    year,
    confidence: Math.round(sure * 100) / 100,
    from: [...from].join('、'),
    ...(pathYear !== undefined && pathYear !== year ? { pathYear } : {}),
    ...(titleYear !== undefined && titleYear !== year && near(titleYear) ? { titleYear } : {}),
  };
}

/** True for an ISO date of delivery so late that the report is for the year to come. */
export function isLate(delivered: string): boolean {
  return Number(delivered.slice(5, 7)) >= LATE_MONTH;
}

/** Where nothing else tells: the first part of a report reviews the year before. */
function byFrequency(text: string): YearReading {
  const counts = new Map<number, number>();
  for (const match of text.slice(0, text.length * FIRST_PART).matchAll(new RegExp(`(${YEAR})年`, 'g'))) {
    const year = readYear(match[1]!);
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (!most || most[1] < 2) return { year: null, confidence: 0, from: '' };
  return { year: most[0] + 1, confidence: 0.3, from: '正文多次提到' };
}

/** The year a news item tells of: that of its title or its first sentence (自2016年以来 apart), else the latest it names. */
export function newsYear(title: string, text: string): number | null {
  const lead = text
    .slice(0, 160)
    .split('。')[0]!
    .replace(/[自从](?:19|20)\d\d年/g, '');
  const first = yearIn(title) ?? yearIn(lead);
  if (first !== undefined) return first;
  const years = [...text.matchAll(new RegExp(`(${YEAR})年`, 'g'))].map((m) => readYear(m[1]!) ?? 0);
  return years.length > 0 ? Math.max(...years) : null;
}

function yearIn(text: string): number | undefined {
  const match = new RegExp(`(${YEAR})年`).exec(text) ?? /((?:19|20)\d\d)/.exec(text);
  return match ? (readYear(match[1]!) ?? undefined) : undefined;
}

/** The year in the path: the file's name before its folders'. */
function pathYearOf(seed: string): number | undefined {
  for (const part of seed.split('/').reverse()) {
    const match = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(part);
    if (match) return Number(match[1]);
  }
  return undefined;
}

import type { Place } from '../lexicon/types.js';
import type { ReportHead, Store } from '../retrieval/types.js';
import { heldPlaces } from './context.js';
import { notice } from './notice.js';
import type { Answer } from './schema.js';

/** How many places a list of holdings names. */
const MAX_LISTED = 60;

/** What is held: places with their years (收录). `place` and `year` narrow it. */
export function answerHoldings(store: Store, place?: Place, year?: number): Answer {
  const held = heldPlaces(store)
    .filter((h) => (!place || h.place.id === place.id) && (year === undefined || h.years.includes(year)))
    .sort((a, b) => a.place.id.localeCompare(b.place.id));
  if (held.length === 0)
    return {
      ...notice(`没有收录${place?.name ?? ''}${year === undefined ? '' : `${year}年`}的政府工作报告`),
      kind: 'refusal',
      refusal: 'not-held',
    };
  const reports = store.heads.filter((h) => !h.duplicateOf && h.kind !== 'news');
  const news = store.heads.filter((h) => !h.duplicateOf && h.kind === 'news');
  const lines = held.slice(0, MAX_LISTED).map((h) => `${h.place.name}：${yearsInRuns(h.years)}`);
  if (held.length > MAX_LISTED) lines.push(`……等${held.length}个地区，写上地名可看其年份`);
  if (news.length > 0 && !place) lines.push(`另有新闻稿${news.length}篇`);
  const first = held[0]!;
  return {
    ...notice(`收录${held.length}个地区、${place ? first.years.length : reports.length}份报告`, lines, [
      `${first.place.short}${first.years[0]}年主要预期目标有哪些`,
    ]),
    kind: 'list',
    items: held.map((h) => `${h.place.name}：${yearsInRuns(h.years)}`),
    table: {
      title: '收录的报告',
      columns: ['地区', '年份'],
      rows: held.map((h) => ({ cells: [h.place.name, yearsInRuns(h.years)], figures: [] })),
    },
  };
}

/** 2014—2016、2021年: years in runs, oldest first. */
function yearsInRuns(years: readonly number[]): string {
  const sorted = [...years].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const y of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === y - 1) last[1] = y;
    else runs.push([y, y]);
  }
  return `${runs.map(([a, b]) => (a === b ? `${a}` : b === a + 1 ? `${a}、${b}` : `${a}—${b}`)).join('、')}年`;
}

const KIND_NAMES: Readonly<Record<ReportHead['kind'], string>> = {
  report: '全文',
  summary: '摘要',
  tasks: '只有工作任务部分',
  news: '新闻稿',
  bulletin: '统计公报',
  outline: '五年规划纲要',
  plan: '计划报告',
  budget: '预算报告',
  address: '施政报告',
};

/** One report's card: title, speaker, date, sections (报告卡片). */
export function answerReportCard(store: Store, place: Place, year: number | undefined): Answer {
  const own = store.heads
    .filter((h) => h.place?.id === place.id && !h.duplicateOf && h.kind !== 'news')
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const head = year === undefined ? own[0] : own.find((h) => h.year === year);
  if (!head) {
    const lines = own.length > 0 ? [`已收录${place.name}：${yearsInRuns(own.flatMap((h) => h.year ?? []))}`] : [];
    return {
      ...notice(`没有收录${place.name}${year === undefined ? '' : `${year}年`}的政府工作报告`, lines),
      kind: 'refusal',
      refusal: 'not-held',
    };
  }
  const report = store.report(head.id);
  const top = [...new Set(report.sections.flatMap((s) => (s.path[0] ? [s.path[0]] : [])))];
  const lines = [
    `报告年度：${head.year ?? '不详'}　类型：${KIND_NAMES[head.kind]}`,
    `报告人：${head.speaker ?? '不详'}　日期：${head.delivered ?? '不详'}`,
    `文件：${head.seed}　字数：${head.length}　数字：${head.facts}处`,
    ...(top.length > 0
      ? ['章节：', ...top.slice(0, 20).map((t) => `· ${t.length > 40 ? `${t.slice(0, 40)}…` : t}`)]
      : []),
    ...head.oddities.map((o) => `注意：${o}`),
  ];
  return {
    ...notice(`《${head.title}》`, lines, [`${place.short}${head.year}年主要预期目标有哪些`]),
    kind: 'list',
    items: top,
  };
}

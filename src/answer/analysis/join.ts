import { type Change, changeOf } from '../../analysis/derive.js';
import { filter } from '../../analysis/filter.js';
import { order } from '../../analysis/order.js';
import { type Row, timeOf } from '../../analysis/row.js';
import { endsOf, equal, inBase } from '../../analysis/units.js';
import { ABOUT_POINTS, type Verdict } from '../../matching/compare.js';
import { eachAtHand } from '../../retrieval/at-hand.js';
import { chartOf } from '../chart.js';
import type { Draft } from '../compose.js';
import type { Answer } from '../schema.js';
import { sayFigure } from '../wording.js';
import { apartLines } from './apart.js';
import { sayOver } from './over-years.js';
import { addWords, citeRow, finish, moreRows, SHOWN, type View } from './parts.js';
import { isFall, sayAlone, sayChange, sayCondition, sayPlaces, sayTimes } from './say.js';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  超过: '超过目标',
  达到: '达到目标',
  未达到: '未达到目标',
  无法比较: '口径不同，无法比较',
};

/** Says by what tolerance 左右 counts as reached, where a verdict went by it. */
export function noteTolerance(draft: Draft, rows: readonly Row[]): void {
  if (rows.some((r) => r.target?.quantity.bound === '~' && r.value))
    draft.notes.push(`“左右”按上下${ABOUT_POINTS}个百分点（数额按2%）以内算达到`);
}

/** Targets with what became of them, over places and years: the verdict by the stated rules, both quotes. */
export function answerJoin(view: View): Answer {
  const { plan, selection, draft } = view;
  const several = selection.times.length > 1;
  const judged = selection.rows.filter((r) => r.target && r.verdict && r.verdict !== '无法比较');
  const parted = filter(selection.rows, plan.conditions);
  const told = selection.rows.filter((r) => r.target ?? r.value ?? r.told);
  const half = told.filter((r) => !r.target || !(r.value ?? r.told));
  // Over many places only those with both sides are rows; the others are accounted for below.
  const open = !plan.places.named && judged.length > 0;
  // Of a run all years are shown, that one sees where it begins and ends.
  const run = plan.over.includes('run') && plan.conditions.length > 0;
  const filtered = plan.conditions.length > 0 && !run;
  const kept = filtered ? parted.kept : open ? told.filter((r) => !half.includes(r)) : told;
  const met = filtered ? [...kept, ...parted.near] : kept;
  // Where none is as asked, those that were looked at show it.
  const looked = parted.dropped.length > 0 || !plan.places.named ? parted.dropped : told;
  const shown = met.length > 0 || !filtered ? met : looked;
  // 哪年完成了: of a few those that are not so are told as well, behind the others.
  const others = filtered && met.length > 0 && parted.dropped.length <= FEW_OTHERS ? parted.dropped : [];
  const table = {
    title: `${plan.places.label}${view.subject}：目标与完成`,
    columns: ['地区', '年份', '目标', '实际', '差', '结论'],
    rows: eachAtHand([...shown, ...others], (row) => {
      if (row.words) addWords(view, row.words);
      const figures = citeRow(view, [row.target, row.value]);
      if (row.told) addWords(view, row.told);
      return { cells: cellsOf(view, row), figures };
    }),
  };
  noteTolerance(draft, judged);
  const lines = shown.map((row) => `· ${sayJoined(view, row)}`);
  const otherLines = others.map((row) => `· ${sayJoined(view, row)}`);
  const single = kept.length === 1 ? kept[0] : undefined;
  const said = run
    ? `${selection.rows[0]!.place.name}${view.subject}：${sayOver('run', view, selection.rows).join('；')}（有目标和结果可比的共${judged.length}年）`
    : single && plan.conditions.length === 0
      ? sayJoined(view, single)
      : `${headline(view, kept, judged)}${sayNear(view, parted.near)}`;
  return finish(view, {
    kind: 'outcome',
    headline: `${said}${sayOtherAim(view, told)}`,
    body: [
      ...(single && plan.conditions.length === 0 ? whereFrom(view, single) : lines.slice(0, SHOWN)),
      ...moreRows(lines.length),
      ...(otherLines.length > 0 ? ['其余有目标和结果可比的：', ...otherLines] : []),
      ...(plan.places.named ? [] : halfLines(half, several)),
      ...apartLines(view),
    ],
    table,
    chart: dumbbell(view, [...shown, ...others], table.title),
    gaps: selection.rows.filter((r) => !r.target && !r.value && !r.told),
    several,
  });
}

/** The aim that the question states, where the reports write another one: whoever asks is not left with a wrong number. */
function sayOtherAim({ plan: { statedAim }, selection }: View, rows: readonly Row[]): string {
  if (!statedAim) return '';
  const others = rows.filter(({ target }) => {
    const stated = target && inBase(statedAim.value, statedAim.unit, target);
    if (!target || stated === undefined) return false;
    const { low, high } = endsOf(target);
    return ![low, high].some((end) => equal(Math.abs(end), Math.abs(stated)));
  });
  if (others.length === 0) return '';
  const number = `${statedAim.value}${statedAim.unit}`;
  if (rows.length === 1) return `；目标与问题里说的${number}不同`;
  const whose = others.map((r) => `${r.place.short}${selection.times.length > 1 ? timeOf(r) : ''}`);
  return `；目标与问题里说的${number}不同的：${sayPlaces(whose, 6)}`;
}

/** So many rows that are not as asked are told besides those that are. */
const FEW_OTHERS = 6;

/** Those that fell short of the number written, within the tolerance of 左右: whoever counts them as missed has them. */
function sayNear({ selection }: View, near: readonly Row[]): string {
  if (near.length === 0) return '';
  const when = (r: Row): string => (selection.times.length > 1 ? timeOf(r) : '');
  const names = near
    .slice(0, 10)
    .map((r) => `${r.place.name}${when(r)}（目标${sayFigure(r.target!)}，实际${sayFigure(r.value!)}，${gapOf(r)}）`);
  return `；另有${near.length}个低于所写的数、但在“左右”的范围内：${names.join('、')}${near.length > 10 ? '等' : ''}`;
}

/** Places of which only one side is told. */
function halfLines(half: readonly Row[], several: boolean): string[] {
  const label = (r: Row): string => `${r.place.short}${several ? timeOf(r) : ''}`;
  const aims = half.filter((r) => r.target).map((r) => `${label(r)}${sayFigure(r.target!)}`);
  const ends = half.filter((r) => r.value).map((r) => `${label(r)}${sayFigure(r.value!)}`);
  return [
    ...(aims.length > 0 ? [`只有目标、没有结果可比的：${sayPlaces(aims, 20)}`] : []),
    ...(ends.length > 0 ? [`只有结果、没有找到目标的：${sayPlaces(ends, 20)}`] : []),
  ];
}

function dumbbell(view: View, rows: readonly Row[], title: string) {
  const both = rows.filter((r) => r.target && r.value).slice(0, SHOWN);
  const label = (r: Row): string => (view.selection.times.length > 1 ? `${r.place.short}${timeOf(r)}` : r.place.short);
  return chartOf(
    'outcome',
    title,
    both.flatMap((r) => [
      { label: both.length > 1 ? `${label(r)}目标` : '目标', fact: r.target, series: 'target' as const },
      { label: both.length > 1 ? `${label(r)}完成` : '完成', fact: r.value, series: 'outcome' as const },
    ]),
    view.draft,
  );
}

function gapOf({ target, value }: Row): string {
  const change = target && value ? changeOf(target, value) : undefined;
  return change && change.way !== 'same' ? sayChange(change) : '';
}

/** How far what was reached is from the aim, behind a verdict: 达到目标（“左右”以内，低0.4个百分点）. */
function gapBehind(row: Row): string {
  const gap = gapOf(row);
  const within = row.verdict === '达到' && row.target?.quantity.bound === '~';
  return gap ? `（${within ? '“左右”以内，' : ''}${gap}）` : '';
}

function cellsOf(view: View, row: Row): string[] {
  return [
    row.place.name,
    String(row.year),
    row.target ? sayFigure(row.target) : '没有找到',
    row.value
      ? `${sayFigure(row.value)}${row.value.estimated ? '（预计）' : ''}`
      : (row.told?.text ?? whyNoOutcome(view, row)),
    gapOf(row),
    row.verdict ? VERDICT_WORDS[row.verdict] : '—',
  ];
}

/** 湖北省2021年地区生产总值：目标增长10%以上，实际增长12.9%，超过目标（高2.9个百分点）. */
function sayJoined(view: View, row: Row): string {
  const name = `${row.place.name}${timeOf(row)}${view.subject}`;
  if (row.target && row.value) {
    const gap = gapOf(row);
    const estimate = row.value.estimated ? '（预计）' : '';
    return `${name}：目标${sayFigure(row.target)}，实际${sayFigure(row.value)}${estimate}，${verdictOf(row, gap)}${gapBehind(row)}`;
  }
  if (row.target && row.told)
    return `${name}：${VERDICT_WORDS[row.verdict!]}（目标${sayFigure(row.target)}；实际没有给数字，报告的原话是“${row.told.text}”）`;
  if (row.target) return `${name}：目标${sayFigure(row.target)}；${whyNoOutcome(view, row)}`;
  if (row.value) {
    const said = row.told ? `，但报告的原话是“${row.told.text}”` : '';
    return `${name}：实际${sayFigure(row.value)}；${whyNoTarget(view, row)}${said}`;
  }
  if (row.told) return `${name}：报告没有给数字，原话是“${row.told.text}”`;
  return `${name}：${row.words ? `报告没有给数字，原话是“${row.words.text}”` : '目标和完成情况都没有找到'}`;
}

/** Of what is to be kept low (物价涨幅控制在4%左右) less is better: 超过目标 would say the contrary. */
function verdictOf({ verdict = '无法比较', target }: Row, gap: string): string {
  // 要降20.2%，降了13.1% is no limit that was passed.
  if (target && isFall(target)) return VERDICT_WORDS[verdict];
  const less = /^(?:约|至少|按写出的数)?[低少]/u.test(gap);
  if (verdict === '超过' && less) return '控制在目标以内';
  return verdict === '未达到' && gap !== '' && !less ? '超出控制目标' : VERDICT_WORDS[verdict];
}

/** True where a report of a row's place is held, by its year. */
function isHeld(view: View, { place }: Row, year: number): boolean {
  return view.context.store.heads.some((h) => h.place?.id === place.id && h.year === year);
}

/** The aim of a year stands in its own report: where that is not held, nobody knows of it. */
function whyNoTarget(view: View, row: Row): string {
  return isHeld(view, row, row.year) ? '收录的报告里没有找到目标' : `没有收录${row.year}年的报告，不知道目标`;
}

function whyNoOutcome(view: View, row: Row): string {
  const held = isHeld(view, row, row.year + 1);
  return held ? '收录的报告里没有找到完成情况' : `没有收录${row.year + 1}年的报告（回顾${row.year}年），不知道完成情况`;
}

function whereFrom(view: View, row: Row): string[] {
  const title = (id: string): string => view.context.store.report(id).title;
  return [
    ...(row.target ? [`目标：${sayFigure(row.target)}（《${title(row.target.report)}》）`] : []),
    ...(row.value ? [`完成：${sayFigure(row.value)}（《${title(row.value.report)}》）`] : []),
  ];
}

/** Who fell short of the target by most, or went beyond it: by the difference of what is written. */
function sayGapEnd(
  { plan, subject, selection }: View,
  judged: readonly Row[],
  lead = `${sayTimes(selection.times)}${subject}：`,
): string {
  if (plan.gapEnd === 'closest') return sayClosest(judged, selection, lead);
  const sign = plan.gapEnd === 'missed' ? -1 : 1;
  const gaps = judged.flatMap((row) => {
    const change = row.target && row.value ? changeOf(row.target, row.value) : undefined;
    return change && change.by * sign > 0 ? [{ row, change }] : [];
  });
  const what = plan.gapEnd === 'missed' ? '比目标低得最多' : '超过目标最多';
  if (gaps.length === 0)
    return `${lead}有目标和结果可比的${judged.length}个里，没有${plan.gapEnd === 'missed' ? '比目标低' : '超过目标'}的`;
  const most = Math.max(...gaps.map(({ change }) => change.by * sign));
  const first = gaps.filter(({ change }) => equal(change.by * sign, most));
  const said = first.map(({ row, change }) => sayGap(row, change, selection));
  return `${lead}${what}的是${said.join('、')}${lead ? `（有目标和结果可比的共${judged.length}个）` : ''}`;
}

/** Who came closest to the target, from below or from above. */
function sayClosest(judged: readonly Row[], selection: View['selection'], lead: string): string {
  const gaps = judged.flatMap((row) => {
    const change = row.target && row.value ? changeOf(row.target, row.value) : undefined;
    return change ? [{ row, change }] : [];
  });
  if (gaps.length === 0) return `${lead}有目标和结果可比的一个也没有`;
  const least = Math.min(...gaps.map(({ change }) => Math.abs(change.by)));
  const said = gaps
    .filter(({ change }) => equal(Math.abs(change.by), least))
    .map(({ row, change }) => sayGap(row, change, selection));
  return `${lead}离目标最近的是${said.join('、')}${lead ? `（有目标和结果可比的共${judged.length}个）` : ''}`;
}

function sayGap(row: Row, change: Change, selection: View['selection']): string {
  return `${row.place.name}${selection.times.length > 1 ? timeOf(row) : ''}（目标${sayFigure(row.target!)}，实际${sayFigure(row.value!)}，${sayChange(change)}）`;
}

/** The year of the highest or lowest aim with what came of it: 目标定得最高的是哪一年，那年实际完成了多少. */
function sayHighestAim(view: View, rows: readonly Row[]): string {
  const aims = rows.flatMap((r) => (r.target ? [{ ...r, value: r.target }] : []));
  const end = view.plan.orders[0] ?? 'highest';
  const first = order(aims, end).filter(({ rank }) => rank === 1);
  const said = first.map(({ row }) => rows.find((r) => r.place === row.place && r.year === row.year)!);
  return `目标${end === 'highest' ? '最高' : '最低'}的是${said.map(timeOf).join('、')}：${said.map((r) => sayJoined(view, r)).join('；')}`;
}

function headline(view: View, kept: readonly Row[], judged: readonly Row[]): string {
  const { plan, selection } = view;
  const few = kept.length <= 4;
  if (plan.conditions.length > 0) {
    const what = plan.conditions.map(sayCondition).join('、');
    // Of one place its years are counted and told, and the place stands before them.
    const years = plan.places.named && selection.times.length > 1;
    const alone = years && new Set(selection.rows.map((r) => r.place.id)).size === 1;
    const lead = `${alone ? selection.rows[0]!.place.name : sayTimes(selection.times)}${view.subject}：`;
    const names = kept
      .slice(0, 10)
      .map(
        (r) =>
          `${alone ? '' : r.place.name}${selection.times.length > 1 ? timeOf(r) : ''}（目标${r.target ? sayFigure(r.target) : ''}，${r.value ? `实际${sayFigure(r.value)}` : r.told ? `实际“${r.told.text}”` : '没有找到结果'}${gapOf(r) ? `，${gapOf(r)}` : ''}）`,
      );
    const unit = years ? '年' : '个';
    if (judged.length === 0) return `${lead}没有目标和结果都有数字的，判断不了是否完成`;
    if (kept.length === 0) return `${lead}有目标和结果可比的${judged.length}${unit}里，${what}的一${unit}也没有`;
    const listed = `${names.join('、')}${kept.length > 10 ? '等' : ''}`;
    const ofVerdict = plan.conditions.some((c) => c.kind === 'verdict');
    const reached = kept.filter((r) => r.verdict === '达到' || r.verdict === '超过').length;
    const told = kept.filter((r) => judged.includes(r)).length;
    const results = ofVerdict ? '' : `；其中有结果可比的${told}个，${reached}个达到或超过目标`;
    const whether =
      plan.all && ofVerdict && judged.length > 1
        ? kept.length === judged.length
          ? `是，都${what}；`
          : `不是都${what}；`
        : '';
    const ids = kept.map((r) => r.place.id);
    const only = sayAlone(plan.places, ids, `不是${what}的`);
    return `${lead}${only}${whether}${what}的有${kept.length}${unit}：${listed}（有目标和结果可比的共${judged.length}${unit}）${results}${plan.gapEnd && kept.length > 1 ? `；${sayGapEnd(view, kept, '')}` : ''}`;
  }
  const failed = judged.filter((r) => r.verdict === '未达到').length;
  const all = judged.length > 1 && (plan.yesNo || plan.counts);
  const first = all
    ? `${failed === 0 ? '都达到了' : failed === judged.length ? '都没有达到' : '不是都达到'}（可比的${judged.length}个里${judged.length - failed}个达到或超过，${failed}个没有）：`
    : '';
  if (plan.gapEnd && judged.length > 1) return `${few ? first : ''}${sayGapEnd(view, judged)}`;
  if (plan.over.includes('extreme') && plan.orders.length > 0 && judged.length > 1) return sayHighestAim(view, kept);
  if (few) return first + kept.map((r) => sayJoined(view, r)).join('；');
  if (plan.places.named && judged.length > 0 && judged.length <= 4)
    return first + judged.map((r) => sayJoined(view, r)).join('；');
  const missed = judged.filter((r) => r.verdict === '未达到');
  if (judged.length === 0)
    return `${sayTimes(selection.times)}${view.subject}：没有目标和结果都有数字的，判断不了是否完成`;
  if (all) return `${view.subject}：${first.replace(/：$/u, '')}`;
  return `${view.subject}：有目标和结果可比的${judged.length}个里，${judged.length - missed.length}个达到或超过目标，${missed.length}个没有达到`;
}

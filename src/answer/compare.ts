import type { Fact } from '../facts/types.js';
import type { Place } from '../lexicon/types.js';
import { comparable, difference, orderKey } from '../matching/compare.js';
import { MAX_PLACES } from '../question/parse.js';
import { yearPeriod } from '../question/periods.js';
import { chartOf } from './chart.js';
import { clarifyPlace } from './clarification.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { heldPlaces, heldYears } from './context.js';
import { facetsByPeriod } from './facets.js';
import { answerFigure } from './figure.js';
import { notice, refuseInput } from './notice.js';
import { answerOverview } from './overview.js';
import { readingOf } from './reading.js';
import { missingReport, refuse, yearsLine } from './refusal.js';
import { type Asked, findRows, type Row } from './rows.js';
import type { Answer } from './schema.js';
import { answerFacet, FACET_NAMES, sayFigure, sayPeriod, saySubject } from './wording.js';

/** Compares one figure over places or times: a table in order, ties and gaps named, the difference of two. */
export function answerCompare(context: AnswerContext): Answer {
  const { query } = context;
  const { places, problem } = comparedPlaces(context);
  if (problem) return problem;
  if (places.length === 0) return clarifyPlace(context);
  const nothingAsked = query.indicators.length === 0 && query.residue.join('').length < 2;
  if (
    places.length > 1 &&
    query.periods.length < 2 &&
    query.reportYears === undefined &&
    (query.indicators.length > 1 || (nothingAsked && query.facet?.value !== 'outcome'))
  ) {
    const period = query.periods[0] ?? defaultPeriod(context, places)[0];
    if (period) return answerOverview(context, places, period);
    if (nothingAsked)
      return refuse(context, 'not-held', `没有收录${places.map((p) => p.name).join('、')}的政府工作报告`);
  }
  if (nothingAsked) return notice('要比较什么？请写上指标。', [], ['2022年常德、怀化、邵阳谁的GDP目标最高']);
  if (places.length === 1 && query.periods.length < 2 && query.reportYears === undefined) {
    const missing = missingReport(context, places[0]!, query.periods[0]?.value);
    return missing ?? answerFigure(context);
  }
  const asked = askedRows(context, places);
  const rows = findComparedRows(context, asked);
  const said = rows.filter((r) => r.fact && !r.missing);
  if (said.length === 0) {
    if (places.length === 1)
      return missingReport(context, places[0]!, query.periods[0]?.value) ?? refuseAll(context, rows);
    return refuseAll(context, rows);
  }
  return sayComparison(context, rows);
}

/**
 * 2022年目标比2021年高多少: the year without 目标 may mean what was reached in it. Where the reports tell no target for it, its
 * outcome stands beside the other year's target, and both are labelled.
 */
function withOutcomes(context: AnswerContext, asked: readonly Asked[], rows: readonly Row[]): readonly Row[] {
  const { query } = context;
  if (query.facet?.value !== 'target' || query.periods.length !== 2 || asked.some((a) => a.facet)) return rows;
  const silent = rows.filter((r) => !r.fact || r.missing);
  const aimed = (r: Pick<Row, 'period'>) => query.text.includes(`${r.period?.from}年目标`);
  if (silent.length === 0 || silent.length === rows.length || silent.some(aimed) || !rows.some(aimed)) return rows;
  return findRows(
    context,
    asked.map((a, i): Asked => {
      const facet = silent.includes(rows[i]!) ? 'outcome' : 'target';
      return { ...a, facet, label: `${a.label}${FACET_NAMES[facet]}` };
    }),
  );
}

/**
 * The rows; where the question names no time and the year that was taken for it says nothing (出列的贫困村哪个市最多), whatever time
 * the reports tell it for.
 */
function findComparedRows(context: AnswerContext, asked: readonly Asked[]): readonly Row[] {
  const rows = withOutcomes(context, asked, findRows(context, asked));
  const open = context.query.periods.length === 0 && context.query.reportYears === undefined && asked.length > 1;
  if (!open || rows.every((r) => r.fact && !r.missing)) return rows;
  const anyTime = findRows(
    context,
    asked.map((a) => ({ ...a, period: undefined })),
  );
  const said = (all: readonly Row[]) => all.filter((r) => r.fact && !r.missing).length;
  return said(anyTime) > Math.max(1, said(rows)) ? anyTime : rows;
}

function refuseAll(context: AnswerContext, rows: readonly Row[]): Answer {
  const subject = context.query.indicators[0]?.value.name ?? context.query.residue.join('');
  const held = rows.some((r) => r.missing !== 'not-held');
  return refuse(
    context,
    held ? 'not-said' : 'not-held',
    held ? `收录的报告没有说这些地区（年份）的“${subject}”，不能比较` : '没有收录这些地区（年份）的报告，不能比较',
    [],
    [...gapLines(rows), ...heldLines(context, rows)],
  );
}

function comparedPlaces(context: AnswerContext): { places: Place[]; problem?: Answer } {
  const { store, query, lexicon } = context;
  const named = query.places.map((p) => p.value);
  if (named.length > MAX_PLACES)
    return { places: [], problem: refuseInput(`一次最多比较${MAX_PLACES}个地区`, 'limit') };
  if (!query.allPlaces) return { places: named };
  const year = query.periods[0]?.value;
  const held = heldPlaces(store)
    .filter((h) => (query.allPlaces === 'any' ? h.place.level !== 'nation' : h.place.level === query.allPlaces))
    .filter((h) => named.length === 0 || named.some((n) => lexicon.gazetteer.within(h.place.id, n.id)))
    .filter((h) => year?.kind !== 'year' || h.years.includes(year.from) || h.years.includes(year.from + 1))
    .map((h) => h.place);
  return { places: held };
}

/** One row for each place and time that is asked for. A single place with years is compared over the years. */
function askedRows(context: AnswerContext, places: readonly Place[]): Asked[] {
  const { query } = context;
  const facets = facetsByPeriod(query);
  const rows: Asked[] = [];
  for (const place of places) {
    if (query.reportYears) {
      for (const reportYear of query.reportYears)
        rows.push({
          place,
          period: query.periods[0],
          reportYear,
          label: `${places.length > 1 ? place.name : ''}${reportYear}年报告`,
        });
      continue;
    }
    const periods = query.periods.length > 0 ? query.periods : defaultPeriod(context, places);
    for (const [i, period] of periods.entries()) {
      const time = periods.length > 1 || places.length === 1 ? period.value.label : '';
      const facet = facets[i];
      rows.push({
        place,
        period,
        facet,
        label: [places.length > 1 ? place.name : '', time, facet ? FACET_NAMES[facet] : ''].join(''),
      });
    }
  }
  return rows;
}

function defaultPeriod(context: AnswerContext, places: readonly Place[]): AnswerContext['query']['periods'] {
  const years = places.map((p) => new Set(heldYears(context.store, p))).filter((y) => y.size > 0);
  const all = [...new Set(years.flatMap((y) => [...y]))].sort((a, b) => b - a);
  const year = context.query.reportYear ?? all.find((y) => years.every((held) => held.has(y))) ?? all[0];
  return year === undefined ? [] : [{ value: yearPeriod(year), source: 'default' }];
}

function sayComparison(context: AnswerContext, rows: readonly Row[]): Answer {
  const { store, lexicon, query } = context;
  const said = rows.filter((r): r is Row & { fact: Fact } => r.fact !== undefined && !r.missing);
  const lowest = query.order === 'lowest';
  const ordered = [...said].sort((a, b) =>
    lowest ? orderKey(a.fact) - orderKey(b.fact) : orderKey(b.fact) - orderKey(a.fact),
  );
  const sameKind = said.every((r) => comparable(r.fact, said[0]!.fact));
  const kept = query.top && sameKind ? ordered.slice(0, query.top) : sameKind ? ordered : said;
  const draft = newDraft();
  const subject = saySubject(said[0]!.fact, lexicon);
  const table = {
    title: titleOf(context, rows, subject),
    columns: ['名次', '对象', '数值', '时间', '口径'],
    rows: kept.map((r) => ({
      cells: [
        sameKind ? rankOf(r, ordered) : '—',
        r.label,
        sayFigure(r.fact),
        sayPeriod(r.fact),
        FACET_NAMES[answerFacet(r.fact)],
      ],
      figures: [addFact(draft, store, lexicon, r.fact)],
    })),
  };
  for (const r of rows.filter((row) => row.fact && row.missing === 'other')) {
    draft.notes.push(
      `${r.label}说的是${sayFigure(r.fact!)}（${saySubject(r.fact!, lexicon)}），口径或单位不同，不参与排序`,
    );
    addFact(draft, store, lexicon, r.fact!);
  }
  if (kept.some((r) => r.fact.quantity.bound !== '='))
    draft.notes.push('带“以上”“左右”“以内”等的数按所写数字比较，差额是名义上的');
  const body = table.rows.map(
    (r) => `${r.cells[0]}. ${r.cells[1]}：${r.cells[2]}${distinctPeriods(said) ? `（${r.cells[3]}）` : ''}`,
  );
  return compose({
    kind: 'comparison',
    headline: headline(context, said, ordered, sameKind, subject),
    body: [...body, ...gapLines(rows)],
    understood: readingOf(query, {
      years:
        rows[0]?.period && query.periods.length === 0
          ? [{ value: rows[0].period.label, source: 'default' }]
          : undefined,
    }),
    draft,
    quoted: Math.min(draft.citations.length, 4),
    extra: {
      table,
      chart: chartOf(
        'bar',
        table.title,
        kept.map((r) => ({ label: r.label, fact: r.fact })),
        draft,
      ),
    },
  });
}

function distinctPeriods(rows: readonly { fact: Fact }[]): boolean {
  return new Set(rows.map((r) => sayPeriod(r.fact))).size > 1;
}

function titleOf(context: AnswerContext, rows: readonly Row[], subject: string): string {
  const times = [...new Set(rows.map((r) => r.period?.label ?? ''))].filter(Boolean);
  const facet = context.query.facet ? FACET_NAMES[context.query.facet.value] : '';
  const places = [...new Set(rows.map((r) => r.place.id))];
  return `${places.length === 1 ? rows[0]!.place.name : ''}${times.length === 1 ? times[0] : ''}${subject}${facet}对比`;
}

/** 1, 2, 2, 4: rows with equal figures share a rank. */
function rankOf(row: { fact: Fact }, ordered: readonly { fact: Fact }[]): string {
  return String(ordered.findIndex((r) => orderKey(r.fact) === orderKey(row.fact)) + 1);
}

function headline(
  context: AnswerContext,
  said: readonly (Row & { fact: Fact })[],
  ordered: readonly (Row & { fact: Fact })[],
  sameKind: boolean,
  subject: string,
): string {
  const { query } = context;
  if (!sameKind)
    return `${subject}口径或单位不同，不能直接比较：${said.map((r) => `${r.label}${sayFigure(r.fact)}`).join('，')}`;
  const topic = `${subject}${query.facet ? FACET_NAMES[query.facet.value] : ''}`;
  // Whether a place moved up or down is told by the places themselves.
  if (said.length > 1 && said.every((r) => r.fact.quantity.kind === 'rank'))
    return `${topic}：${said.map((r) => `${r.label}${sayFigure(r.fact)}`).join('，')}`;
  if (said.length === 1) return `只有${said[0]!.label}说了${topic}：${sayFigure(said[0]!.fact)}`;
  if (said.length === 2) return `${topic}：${sayGap(said[0]!, said[1]!)}`;
  const first = ordered.filter((r) => orderKey(r.fact) === orderKey(ordered[0]!.fact));
  const extreme = query.order === 'lowest' ? '最低' : '最高';
  const leaders = first.map((r) => r.label).join('、');
  const figures = [...new Set(first.map((r) => sayFigure(r.fact)))].join('、');
  if (first.length === said.length) return `${topic}：${leaders}数字相同，都是${figures}`;
  return first.length > 1
    ? `${topic}${extreme}的是${leaders}（并列）：${figures}`
    : `${topic}${extreme}的是${leaders}：${figures}`;
}

/** 怀化市10.5%以上，比常德市8.5%以上高2个百分点. */
function sayGap(a: Row & { fact: Fact }, b: Row & { fact: Fact }): string {
  const d = difference(a.fact, b.fact);
  const counts = !/%|百分点/u.test(d.unit);
  if (d.sign === 0) {
    const same = a.fact.quantity.bound === b.fact.quantity.bound;
    return same
      ? `${a.label}和${b.label}一样，都是${sayFigure(a.fact)}`
      : `${a.label}${sayFigure(a.fact)}，${b.label}${sayFigure(b.fact)}，数字相同，写法不同，不分高低`;
  }
  const [x, y, word] = d.sign > 0 ? [a, b, counts ? '多' : '高'] : [a, b, counts ? '少' : '低'];
  return `${x.label}${sayFigure(x.fact)}，比${y.label}${sayFigure(y.fact)}${word}${d.value}${d.unit}`;
}

/** Which years are held of the places without a report for the time asked for. */
function heldLines(context: AnswerContext, rows: readonly Row[]): string[] {
  const places = new Map(rows.filter((r) => r.missing === 'not-held').map((r) => [r.place.id, r.place]));
  return [...places.values()].slice(0, MOST_HELD_LINES).flatMap((place) => {
    const years = heldYears(context.store, place);
    return years.length > 0 ? [yearsLine(place, years)] : [];
  });
}

/** Of how many places the years held are told. */
const MOST_HELD_LINES = 6;

function gapLines(rows: readonly Row[]): string[] {
  const names = (why: Row['missing']) => rows.filter((r) => r.missing === why).map((r) => r.label || r.place.name);
  const silent = names('not-said');
  const absent = names('not-held');
  return [
    ...(silent.length > 0 ? [`收录了报告但没有说的：${silent.join('、')}`] : []),
    ...(absent.length > 0 ? [`没有收录报告的：${absent.join('、')}`] : []),
  ];
}

import type { Frame } from '../frame/types.js';
import type { Place } from '../lexicon/types.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/types.js';
import { cite, quoteSpan, sectionAt } from './cite.js';
import { addCitation, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { readingOf } from './reading.js';
import { missingReport, refuse, refuseNotUnderstood } from './refusal.js';
import type { Answer, AnswerTable } from './schema.js';
import { sayQuote } from './wording.js';

/** How many reports get a quote of their own in the reply; the rest are counted. */
const QUOTED = 12;
/** Up to this many documents, those that do not mention the term are named too. */
const NAME_SILENT = 40;

/** The places of one level, as a scope is said. */
const LEVELS = { prefecture: '各市州', province: '各省区市', county: '各县区' } as const;
type Level = keyof typeof LEVELS;

const ASKS_COUNTIES = /哪(?:些|几个|几|个)(?:区县|县区|县市区|县)/u;

/** The level of places that a question asks for: 哪些省, 哪几个市, 哪些县. */
function levelAsked({ allPlaces, text }: Frame): Level | undefined {
  if (ASKS_COUNTIES.test(text)) return 'county';
  return allPlaces === 'any' ? undefined : allPlaces;
}

/** True for a place of the level; a municipality under the nation is a city too. */
function isOfLevel(place: Place, level: Level): boolean {
  return place.level === level || (level === 'prefecture' && place.level === 'province' && place.name.endsWith('市'));
}

/** Which reports hold a word, exactly as asked, with counts and one quote each (提及). */
export function answerMentions(context: AnswerContext): Answer {
  const { store, lexicon, query } = context;
  const term = query.quoted[0];
  if (!term) return refuseNotUnderstood(context);
  const place = query.places[0]?.value;
  const missing = place && missingReport(context, place, query.periods[0]?.value);
  if (missing) return missing;
  const years = new Set(query.periods.filter((p) => p.value.kind === 'year').map((p) => p.value.from));
  if (query.reportYear !== undefined) years.add(query.reportYear);
  const level = levelAsked(query);
  const pool = store.heads.filter(
    (h) =>
      !h.duplicateOf &&
      (query.places.length === 0 ||
        query.places.some((p) => h.place && lexicon.gazetteer.within(h.place.id, p.value.id))) &&
      (level === undefined || (h.place !== null && isOfLevel(h.place, level))) &&
      (years.size === 0 || (h.year !== null && years.has(h.year))),
  );
  const hits = store.findExact(term, { reports: pool.map((h) => h.id), limit: 1 });
  const when = years.size > 0 ? `${[...years].join('、')}年` : '';
  const of = level ? LEVELS[level] : '';
  const scope = place || when || of ? `${place?.name ?? ''}${of}${when}的报告` : '收录的报告';
  if (hits.length === 0)
    return refuse(
      context,
      pool.length === 0 ? 'not-held' : 'not-said',
      pool.length === 0 ? `没有收录${scope}` : `${scope}没有提到“${term}”（查了${pool.length}份，逐字查找）`,
    );
  const headOf = new Map(pool.map((h) => [h.id, h]));
  const ordered = [...hits].sort((a, b) => {
    const [x, y] = [headOf.get(a.report)!, headOf.get(b.report)!];
    return (x.place?.name ?? '').localeCompare(y.place?.name ?? '', 'zh') || (x.year ?? 0) - (y.year ?? 0);
  });
  const draft = newDraft();
  const body: string[] = [];
  const rows: AnswerTable['rows'] = [];
  for (const [i, hit] of ordered.entries()) {
    const head = headOf.get(hit.report)!;
    const label = `《${head.title}》`;
    rows.push({
      cells: [head.place?.name ?? '', head.year === null ? '' : String(head.year), String(hit.count), head.title],
      figures: [],
    });
    if (i >= QUOTED) continue;
    const report = store.report(hit.report);
    const at = hit.spans[0]!;
    const citation = cite(store, report, sentenceAround(report.view.text, at), sectionAt(report.sections, at.start), [
      at,
    ]);
    addCitation(draft, citation);
    body.push(
      `· ${head.place?.name ?? ''}${head.year ?? ''}年 ${label}：${hit.count}次`,
      `  ${sayQuote(citation, 90)}`,
    );
  }
  if (ordered.length > QUOTED)
    body.push(
      `……另有${ordered.length - QUOTED}份：${ordered
        .slice(QUOTED, QUOTED + 40)
        .map((h) => `${headOf.get(h.report)!.place?.short ?? ''}${headOf.get(h.report)!.year ?? ''}`)
        .join('、')}`,
    );
  const silent = pool.filter((h) => !hits.some((hit) => hit.report === h.id));
  if (silent.length > 0 && pool.length <= NAME_SILENT)
    body.push(
      `没有提到的（${silent.length}份）：${silent.map((h) => (h.kind === 'news' ? `《${h.title}》` : `${h.place?.short ?? ''}${h.year ?? ''}`)).join('、')}`,
    );
  const total = hits.reduce((n, h) => n + h.count, 0);
  return compose({
    kind: 'mentions',
    headline: `提到“${term}”的报告有${hits.length}份，共${total}次（查了${pool.length}份）`,
    body,
    understood: readingOf(query, { indicator: { value: `“${term}”`, source: 'question' } }),
    draft,
    quoted: 0,
    extra: { table: { title: `提到“${term}”的报告`, columns: ['地区', '年份', '次数', '报告'], rows } },
  });
}

function sentenceAround(text: string, at: Span): Span {
  const start = Math.max(0, at.start - 400);
  const end = Math.min(text.length, at.end + 400);
  const sentence = splitSentences(text, { start, end }).find((s) => s.start <= at.start && s.end >= at.end) ?? at;
  return quoteSpan(text, sentence, at, at);
}

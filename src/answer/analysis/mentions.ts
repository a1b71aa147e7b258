import type { MentionPlan } from '../../frame/analysis.js';
import type { ExactHit, ReportHead } from '../../retrieval/types.js';
import type { Span } from '../../text/types.js';
import { cite, quoteSpan, sectionAt } from '../cite.js';
import { addCitation, compose, newDraft } from '../compose.js';
import type { AnswerContext } from '../context.js';
import { readingOf } from '../reading.js';
import { refuse } from '../refusal.js';
import type { Answer, AnswerTable } from '../schema.js';
import { sayQuote } from '../wording.js';
import { type CitedRows, mayCite } from './parts.js';
import { resolvePlaces } from './places.js';
import { sayPlaces, sayYears } from './say.js';

/** Reports whose quote is written into the reply; the rest by 更多. */
const WRITTEN = 12;

interface Found {
  readonly plan: MentionPlan;
  readonly pool: readonly ReportHead[];
  readonly hits: readonly (ExactHit & { readonly head: ReportHead })[];
  readonly silent: readonly ReportHead[];
}

/** Which reports hold a word exactly as asked: counts, one quote each, those without it by name. */
export function answerMentionPlan(context: AnswerContext, plan: MentionPlan): Answer {
  const found = search(context, plan);
  const { pool, hits } = found;
  const scope = scopeOf(plan);
  const understood = {
    ...readingOf(context.query, { indicator: { value: `“${plan.term}”`, source: 'question' } }),
    line: `${plan.places.label || '收录的报告'}${plan.years.length > 0 ? ` · ${sayYears(plan.years)}` : ''} · ${plan.absent ? '没有提到' : '提到'}“${plan.term}”（逐字查找）`,
  };
  if (pool.length === 0) return { ...refuse(context, 'not-held', `没有收录${scope}`), understood };
  if (hits.length === 0 && !plan.absent)
    return {
      ...refuse(context, 'not-said', `${scope}没有提到${sayTerms(plan)}（查了${pool.length}份，逐字查找）`),
      understood,
    };
  const draft = newDraft();
  const ordered = inOrder(found);
  const cited = ordered.slice(0, MOST_CITED).map(({ report }) => report);
  context.store.want({ reports: cited, sources: cited });
  const body: string[] = [];
  const rows: AnswerTable['rows'] = [];
  const count: CitedRows = { cited: 0, left: 0 };
  for (const [i, hit] of ordered.entries()) {
    const { head } = hit;
    rows.push({
      cells: [head.place?.name ?? '', head.year === null ? '' : String(head.year), String(hit.count), head.title],
      figures: [],
    });
    if (!mayCite(context, count)) continue;
    const report = context.store.report(hit.report);
    const at = hit.spans[0]!;
    const citation = cite(
      context.store,
      report,
      sentenceAround(report.view.text, at),
      sectionAt(report.sections, at.start),
      [at],
    );
    addCitation(draft, citation);
    if (i < WRITTEN) body.push(`· ${nameOf(head)} 《${head.title}》：${hit.count}次`, `  ${sayQuote(citation, 90)}`);
  }
  if (ordered.length > WRITTEN)
    body.push(
      `……另有${ordered.length - WRITTEN}份：${sayPlaces(
        ordered.slice(WRITTEN).map((h) => nameOf(h.head)),
        60,
      )}`,
    );
  const lines = plan.absent ? [silentLine(found), ...body] : [...body, silentLine(found)];
  return compose({
    kind: 'mentions',
    headline: headline(found),
    body: lines.filter(Boolean),
    understood,
    draft,
    quoted: 0,
    extra: {
      table: { title: `提到“${plan.term}”的报告`, columns: ['地区', '年份', '次数', '报告'], rows },
      ...(count.left > 0 ? { uncited: count.left } : {}),
    },
  });
}

function search(context: AnswerContext, plan: MentionPlan): Found {
  const { store } = context;
  const ids = placeIds(context, plan);
  const years = new Set(plan.years);
  const pool = store.heads.filter(
    (h) =>
      !h.duplicateOf &&
      h.kind !== 'news' &&
      (ids === undefined || (h.place !== null && ids.has(h.place.id))) &&
      (years.size === 0 || (h.year !== null && years.has(h.year))),
  );
  const byId = new Map(pool.map((h) => [h.id, h]));
  const find = (term: string) =>
    store
      .findExact(term, { reports: pool.map((h) => h.id), limit: 1 })
      .map((hit) => ({ ...hit, head: byId.get(hit.report)! }));
  const hits = plan.beside ? beside(find(plan.term), find(plan.beside.term), plan.beside.how) : find(plan.term);
  const holding = new Set(hits.map((h) => h.report));
  return { plan, pool, hits, silent: pool.filter((h) => !holding.has(h.id)) };
}

/** The reports that hold both, the first without the second, or either. */
function beside(first: Found['hits'], second: Found['hits'], how: 'and' | 'not' | 'or'): Found['hits'] {
  const others = new Set(second.map((h) => h.report));
  if (how === 'and') return first.filter((h) => others.has(h.report));
  if (how === 'not') return first.filter((h) => !others.has(h.report));
  const own = new Set(first.map((h) => h.report));
  return [...first, ...second.filter((h) => !own.has(h.report))];
}

/** The things looked for, as they are said. */
function sayTerms({ term, beside: other }: MentionPlan): string {
  if (!other) return `“${term}”`;
  if (other.how === 'not') return `“${term}”而没有提到“${other.term}”`;
  return `“${term}”${other.how === 'and' ? '和' : '或'}“${other.term}”`;
}

/** The places whose reports are looked through; undefined for all. A place without reports of its own stands for those in it. */
function placeIds(context: AnswerContext, { places }: MentionPlan): ReadonlySet<string> | undefined {
  if (places.label === '') return undefined;
  const resolved = resolvePlaces(context, places);
  const { gazetteer } = context.lexicon;
  const ids = new Set(resolved.places.map((h) => h.place.id));
  if (places.named && ids.size === 0)
    for (const head of context.store.heads)
      if (head.place && resolved.absent.some((p) => gazetteer.within(head.place!.id, p.id))) ids.add(head.place.id);
  return ids;
}

function scopeOf(plan: MentionPlan): string {
  const scope = `${plan.places.label}${plan.years.length > 0 ? sayYears(plan.years) : ''}`;
  return scope ? `${scope}的报告` : '收录的报告';
}

function nameOf(head: ReportHead): string {
  return head.kind === 'news' ? `《${head.title}》` : `${head.place?.short ?? ''}${head.year ?? ''}年`;
}

/** By place, then year; where times are asked for, by year. */
function inOrder({ plan, hits }: Found): Found['hits'] {
  const byYear = plan.ask === 'first' || plan.ask === 'last' || plan.ask === 'years';
  const sign = plan.ask === 'last' ? -1 : 1;
  return [...hits].sort((a, b) =>
    byYear
      ? sign * ((a.head.year ?? 0) - (b.head.year ?? 0))
      : (a.head.place?.id ?? '').localeCompare(b.head.place?.id ?? '') || (a.head.year ?? 0) - (b.head.year ?? 0),
  );
}

function headline(found: Found): string {
  const { plan, hits, pool, silent } = found;
  const scope = scopeOf(plan);
  const total = hits.reduce((n, h) => n + h.count, 0);
  const names = sayPlaces(
    inOrder(found).map(({ head }) => labelOf(plan, head)),
    15,
  );
  const term = sayTerms(plan);
  if (plan.absent && !plan.both) {
    if (silent.length === 0) return `${scope}都提到了${term}（查了${pool.length}份）`;
    return `${scope}没有提到${term}的有${silent.length}份：${sayPlaces(
      silent.map((h) => labelOf(plan, h)),
      20,
    )}（查了${pool.length}份）`;
  }
  if (plan.ask === 'first' || plan.ask === 'last') {
    const [first] = inOrder(found);
    const same = hits.filter((h) => h.head.year === first!.head.year).map((h) => h.head.place?.short ?? '');
    const word = plan.ask === 'first' ? '最早' : '最近一次';
    return `收录的报告里，${term}${word}出现在${first!.head.year}年（${sayPlaces([...new Set(same)], 8)}；查了${pool.length}份）`;
  }
  if (plan.ask === 'years') {
    const years = [...new Set(hits.map((h) => h.head.year ?? 0))].sort((a, b) => a - b);
    return `${scope}提到${term}的年份：${years.join('、')}年（${hits.length}份，共${total}次，查了${pool.length}份）`;
  }
  if (plan.compareYears && plan.years.length === 2 && !plan.beside) return compareYears(found);
  if (plan.ask === 'yesno' && pool.length === 1)
    return `提到了${term}，共${total}次（${nameOf(pool[0]!)}报告，逐字查找）`;
  return `提到${term}的报告有${hits.length}份，共${total}次（查了${pool.length}份）：${names}，${plan.places.level === 'any' ? '' : `${new Set(hits.map((h) => h.head.place?.id)).size}个地区`}`.replace(
    /，$/u,
    '',
  );
}

/** Who still says it, who no longer, who newly, of the places whose reports of both years are held. */
function compareYears({ plan, hits, pool }: Found): string {
  const [a, b] = [...plan.years].sort((x, y) => x - y) as [number, number];
  const of = (year: number, heads: readonly ReportHead[]) =>
    new Map(heads.filter((h) => h.year === year && h.place).map((h) => [h.place!.id, h.place!.short]));
  const heads = hits.map((h) => h.head);
  const [before, after] = [of(a, heads), of(b, heads)];
  const [heldBefore, heldAfter] = [of(a, pool), of(b, pool)];
  const names = (ids: readonly string[], from: ReadonlyMap<string, string>) =>
    sayPlaces(
      ids.map((id) => from.get(id) ?? ''),
      20,
    ) || '无';
  const still = [...before.keys()].filter((id) => after.has(id));
  const gone = [...before.keys()].filter((id) => !after.has(id) && heldAfter.has(id));
  const fresh = [...after.keys()].filter((id) => !before.has(id) && heldBefore.has(id));
  return `“${plan.term}”：${a}年有${before.size}份提到，${b}年有${after.size}份；两年都提的：${names(still, before)}；不再提的：${names(gone, before)}；新提的：${names(fresh, after)}`;
}

function labelOf(plan: MentionPlan, head: ReportHead): string {
  return plan.years.length === 1 ? (head.place?.short ?? head.title) : nameOf(head);
}

/** Reports without the word are named up to this many. */
const NAME_SILENT = 60;

function silentLine({ plan, silent, pool }: Found): string {
  if (silent.length === 0 || pool.length > NAME_SILENT * 2)
    return silent.length > 0 ? `未提的有${silent.length}份` : '';
  return `没有提到的（${silent.length}份）：${sayPlaces(
    silent.map((h) => labelOf(plan, h)),
    NAME_SILENT,
  )}`;
}

/** The sentence around a hit; no further than REACH either way. */
function sentenceAround(text: string, at: Span): Span {
  let { start, end } = at;
  while (start > 0 && at.start - start < REACH && !SENTENCE_END.includes(text[start - 1]!)) start--;
  while (end < text.length && end - at.end < REACH && !SENTENCE_END.includes(text[end]!)) end++;
  if (end < text.length && text[end] !== '\n') end++;
  return quoteSpan(text, { start, end }, at, at);
}

const SENTENCE_END = '。！？!?\n';
/** In UTF-16 units. */
const REACH = 400;

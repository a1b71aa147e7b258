import type { MentionPlan } from '../../frame/analysis.js';
import { recent } from '../../retrieval/recent.js';
import type { ReportHead } from '../../retrieval/types.js';
import { compose, newDraft } from '../compose.js';
import type { AnswerContext } from '../context.js';
import { readingOf } from '../reading.js';
import { refuse } from '../refusal.js';
import type { Answer, AnswerTable } from '../schema.js';
import { sayQuote } from '../wording.js';
import { citeHit, citeSilent } from './mention-quotes.js';
import { type Found, type Hit, nearestWords, searchMentions, sparedHits } from './mention-search.js';
import { type CitedRows, mayCite, mostCited } from './parts.js';
import { sayAlone, sayPlaces, sayYears } from './say.js';

/** Reports whose quote is written into the reply; the rest by 更多. */
const WRITTEN = 12;

/** 哪些市 asks of prefectures: that the four cities of a province's rank are not among them is said. */
function withoutMunicipalities({ places }: MentionPlan): string[] {
  const cities = places.level === 'prefecture' && !places.named && !places.also && !places.within;
  return cities ? ['按地级市查的，不含直辖市；要一起查，可问“哪些地方提到…”'] : [];
}

/** Reports without the word that are cited: those that the headline names. */
const MOST_SILENT = 20;

/** Which reports hold a word exactly as asked: counts, one quote each, those without it by name. */
export function answerMentionPlan(context: AnswerContext, plan: MentionPlan): Answer {
  const found = searchMentions(context, plan);
  const { pool, hits } = found;
  const scope = scopeOf(plan);
  const understood = {
    ...readingOf(context.query, { indicator: { value: `“${plan.term}”`, source: 'question' } }),
    line: `${plan.places.label || '收录的报告'}${plan.years.length > 0 ? ` · ${sayYears(plan.years)}` : ''} · ${plan.absent ? '没有提到' : '提到'}“${plan.term}”（逐字查找）`,
  };
  if (pool.length === 0) return { ...refuse(context, 'not-held', `没有收录${scope}`), understood };
  const spared = plan.absent ? [] : sparedHits(context, plan);
  if (hits.length === 0 && spared.length > 0) return nobodyElse(context, found, spared);
  if (hits.length === 0 && !plan.absent && !isName(plan))
    return {
      ...refuse(context, 'not-sure', `没有把握：没有逐字找到${sayTerms(plan)}，请把要找的词放进引号`),
      understood,
    };
  if (hits.length === 0 && !plan.absent)
    return {
      ...refuse(context, 'not-said', `${scope}没有提到${sayTerms(plan)}（查了${pool.length}份，逐字查找）`),
      understood,
    };
  const draft = newDraft();
  const ordered = inOrder(found);
  const lacking = plan.absent || plan.both ? found.silent.slice(0, MOST_SILENT) : [];
  const cited = [...lacking, ...ordered.slice(0, mostCited(context)).map(({ head }) => head)].map(({ id }) => id);
  context.store.want({
    reports: cited,
    sources: cited,
    facts: lacking.map(({ id }) => ({ report: id, filter: { headline: true, facet: 'target' } })),
  });
  const near = lacking.length > 0 ? nearestWords(context, found) : new Map<string, Hit>();
  const count: CitedRows = { cited: 0, left: 0 };
  const quote = (hit: Hit) => (mayCite(context, count) ? citeHit(context, draft, hit) : undefined);
  const silent = lacking.map((head) => {
    const hit = near.get(head.id);
    const other = hit && citeHit(context, draft, hit);
    const known = citeSilent(context, draft, head);
    return other
      ? `· ${nameOf(head)} 《${head.title}》：没有这个词，相近的说法  ${sayQuote(other, 60)}`
      : `· ${nameOf(head)} 《${head.title}》：没有这个词，主要目标  ${sayQuote(known, 40)}`;
  });
  const quoted = ordered.map((hit) => ({ hit, citation: quote(hit) }));
  const rows: AnswerTable['rows'] = [
    ...ordered.map(({ head, count: times }) => rowOf(head, times)),
    ...(plan.absent || plan.both ? found.silent.map((head) => rowOf(head, 0)) : []),
  ];
  const body = quoted.slice(0, WRITTEN).flatMap(({ hit, citation }) => sayHit(hit, citation));
  if (ordered.length > WRITTEN)
    body.push(
      `……另有${ordered.length - WRITTEN}份：${sayPlaces(
        ordered.slice(WRITTEN).map((h) => nameOf(h.head)),
        60,
      )}`,
    );
  const silentLines = silent.slice(0, WRITTEN);
  const sparedLines = spared.slice(0, WRITTEN).flatMap((hit) => sayHit(hit, quote(hit)));
  if (sparedLines.length > 0) sparedLines.unshift(`除外的${sayPlaces(placesIn(spared))}也提到：`);
  const lines = [
    ...(plan.absent
      ? [silentLine(found), ...silentLines, ...body]
      : [...body, silentLine(found), ...silentLines, ...sparedLines]),
    ...leftOut(found),
    ...withoutMunicipalities(plan),
  ];
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

/** False for a run of words that is hardly the name of a thing: nothing is denied of it, unless it was typed in quotation marks. */
function isName({ term, quoted }: MentionPlan): boolean {
  return quoted === true || (term.length <= LONGEST_NAME && !/[的、，,]/u.test(term));
}

const LONGEST_NAME = 10;

/** The things looked for, as they are said. */
function sayTerms({ term, beside: other }: MentionPlan): string {
  if (!other) return `“${term}”`;
  if (other.how === 'not') return `“${term}”而没有提到“${other.term}”`;
  return `“${term}”${other.how === 'and' ? '和' : '或'}“${other.term}”`;
}

/** 除了云南还有谁: nobody else, with what those that were left out say. */
function nobodyElse(context: AnswerContext, { plan, pool }: Found, spared: readonly Hit[]): Answer {
  const draft = newDraft();
  const body = spared.slice(0, WRITTEN).flatMap((hit) => sayHit(hit, citeHit(context, draft, hit)));
  const names = placesIn(spared).join('、');
  const table = {
    title: `提到“${plan.term}”的报告`,
    columns: ['地区', '年份', '次数', '报告'],
    rows: spared.map(({ head, count }) => rowOf(head, count)),
  };
  return compose({
    kind: 'mentions',
    headline: `除${names}外，${scopeOf(plan)}没有别的提到${sayTerms(plan)}（查了${pool.length}份，逐字查找）`,
    body,
    understood: readingOf(context.query, { indicator: { value: `“${plan.term}”`, source: 'question' } }),
    draft,
    quoted: 0,
    extra: { table },
  });
}

/** The places of hits, each once. */
function placesIn(hits: readonly Hit[]): string[] {
  return [...new Set(hits.map(({ head }) => head.place?.short ?? head.title))];
}

/** A report with how often it says it, and the sentence where it is cited. */
function sayHit({ head, count }: Hit, citation: ReturnType<typeof citeHit> | undefined): string[] {
  return [`· ${nameOf(head)} 《${head.title}》：${count}次`, ...(citation ? [`  ${sayQuote(citation, 90)}`] : [])];
}

function rowOf(head: ReportHead, times: number): AnswerTable['rows'][number] {
  const year = head.year === null ? '' : String(head.year);
  return { cells: [head.place?.name ?? '', year, String(times), head.title], figures: [] };
}

/** What was asked about and not looked through: places without a report, and municipalities where 省 was asked for. */
function leftOut({ unheld, apart, plan }: Found): string[] {
  const names = unheld.map((p) => p.short);
  const cities = apart.map(({ head }) => labelOf(plan, head));
  return [
    ...(names.length > 0 ? [`没有收录相应报告、没有查的：${sayPlaces(names)}`] : []),
    ...(cities.length > 0 ? [`问的是省，直辖市没有算在内；直辖市里提到的另有：${cities.join('、')}`] : []),
  ];
}

function scopeOf(plan: MentionPlan): string {
  const scope = `${plan.places.label}${plan.years.length > 0 ? sayYears(plan.years) : ''}`;
  return scope ? `${scope}的报告` : '收录的报告';
}

function nameOf(head: ReportHead): string {
  return head.kind === 'news' ? `《${head.title}》` : `${head.place?.short ?? ''}${head.year ?? ''}年`;
}

/** By place, then year; where times are asked for, by year. Rows and headline are of the same order. */
const inOrder = recent(({ plan, hits }: Found): Found['hits'] => {
  const byYear = plan.ask === 'first' || plan.ask === 'last' || plan.ask === 'years';
  if (plan.most) return [...hits].sort((a, b) => b.count - a.count);
  const sign = plan.ask === 'last' ? -1 : 1;
  return [...hits].sort((a, b) =>
    byYear
      ? sign * ((a.head.year ?? 0) - (b.head.year ?? 0))
      : (a.head.place?.id ?? '').localeCompare(b.head.place?.id ?? '') || (a.head.year ?? 0) - (b.head.year ?? 0),
  );
}, 1);

function headline(found: Found): string {
  const { plan, hits, pool, silent } = found;
  const scope = scopeOf(plan);
  const total = hits.reduce((n, h) => n + h.count, 0);
  const names = sayPlaces(
    inOrder(found).map(({ head }) => labelOf(plan, head)),
    15,
  );
  const silentNames = sayPlaces(
    silent.map((h) => labelOf(plan, h)),
    MOST_SILENT,
  );
  const term = sayTerms(plan);
  if (plan.absent && !plan.both) {
    const never = plan.years.length === 0 ? sayNever(found) : '';
    if (never) return never;
    if (silent.length === 0) return `${scope}都提到了${term}（查了${pool.length}份）`;
    return `${scope}没有提到${term}的有${silent.length}份：${silentNames}（查了${pool.length}份）`;
  }
  if (plan.most && plan.ask === 'years') return sayBusiest(found);
  if (plan.most) return sayMost(found);
  if (plan.ask === 'first' || plan.ask === 'last') {
    const [first] = inOrder(found);
    const same = hits.filter((h) => h.head.year === first!.head.year).map((h) => h.head.place?.short ?? '');
    const word = plan.ask === 'first' ? '最早' : '最近一次';
    return `收录的报告里，${term}${word}出现在${first!.head.year}年（${sayPlaces([...new Set(same)], 8)}；查了${pool.length}份）${sayUntil(found, first!.head.year)}`;
  }
  if (plan.ask === 'years') {
    return `${scope}提到${term}的年份：${sayYearly(found)}（${hits.length}份，共${total}次，查了${pool.length}份）${plan.both ? saySilentYears(found) : ''}`;
  }
  const alone = sayAlone(
    plan.places,
    hits.map(({ head }) => head.place?.id),
    '没有提到',
  );
  if (plan.compareYears && plan.years.length === 2 && !plan.beside) return compareYears(found);
  if (plan.ask === 'yesno' && pool.length === 1)
    return `提到了${term}，共${total}次（${nameOf(pool[0]!)}报告，逐字查找）${sayUnheld(found)}`;
  if (plan.both && silent.length === 0) return `${scope}都提到了${term}（查了${pool.length}份）：${names}`;
  if (plan.both)
    return `${scope}：提到${term}的有${hits.length}份：${names}；没有提到的有${silent.length}份：${silentNames}（查了${pool.length}份）`;
  if (asksPlaces(found)) return `${alone}${sayPlacesThat(found, total)}`;
  return `${alone}提到${term}的报告有${hits.length}份，共${total}次（查了${pool.length}份）：${names}，${plan.places.level === 'any' ? '' : `${new Set(hits.map((h) => h.head.place?.id)).size}个地区`}`.replace(
    /，$/u,
    '',
  );
}

/** True where some of a kind of places are asked for, over several years of each: 哪些省提到过. */
function asksPlaces({ plan, hits, pool }: Found): boolean {
  const { level, members } = plan.places;
  const kind = (level !== undefined && level !== 'any') || (members?.length ?? 0) > 1;
  const several = new Set(hits.map(({ head }) => head.place?.id)).size < hits.length;
  return (
    kind && several && plan.years.length !== 1 && pool.length > 1 && (plan.ask === 'which' || plan.ask === 'count')
  );
}

/** The places whose reports say it, each once with its years: 河北（2020、2021年）. */
function sayPlacesThat(found: Found, total: number): string {
  const { plan, hits, pool } = found;
  const years = new Map<string, number[]>();
  for (const { head } of inOrder(found)) {
    const name = head.place?.short ?? head.title;
    years.set(name, [...(years.get(name) ?? []), ...(head.year === null ? [] : [head.year])]);
  }
  const names = [...years].map(([name, own]) => (years.size > FEW_PLACES ? name : `${name}（${sayYears(own)}）`));
  return `提到过${sayTerms(plan)}的有${years.size}个地区：${sayPlaces(names, MOST_PLACES)}（${hits.length}份报告，共${total}次，查了${pool.length}份）`;
}

/** So many places are told with their years in the headline, and so many at most by name. */
const FEW_PLACES = 8;
const MOST_PLACES = 31;

/** Who says it most often, with all that tie. */
function sayMost(found: Found): string {
  const { plan, pool } = found;
  const ordered = inOrder(found);
  const first = ordered.filter(({ count }) => count === ordered[0]!.count);
  const next = ordered
    .slice(first.length, first.length + 2)
    .map(({ head, count }) => `${labelOf(plan, head)}${count}次`);
  const names = first.map(({ head }) => labelOf(plan, head)).join('、');
  return `${scopeOf(plan)}提到${sayTerms(plan)}最多的是${names}（${first[0]!.count}次）${next.length > 0 ? `，其次是${next.join('、')}` : ''}（${ordered.length}份提到，查了${pool.length}份）`;
}

/** The year in which most reports say it, with all years behind: 哪年最热. */
function sayBusiest(found: Found): string {
  const { plan, hits, pool } = found;
  const counts = new Map<number, number>();
  for (const { head } of hits) if (head.year !== null) counts.set(head.year, (counts.get(head.year) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const first = [...counts].filter(([, n]) => n === most).map(([year]) => year);
  return `${scopeOf(plan)}提到${sayTerms(plan)}最多的是${sayYears(first.sort((a, b) => a - b))}（${most}份）；各年：${sayYearly(found)}（查了${pool.length}份）`;
}

/** The places beside it that were named and of which no report is held. */
function sayUnheld({ unheld, plan }: Found): string {
  return plan.places.named && unheld.length > 0 ? `；没有收录${unheld.map((p) => p.short).join('、')}相应的报告` : '';
}

/** Of many places over all years those none of whose reports says it: 哪些省从没提过. */
function sayNever({ plan, pool, hits }: Found): string {
  const names = new Map(pool.flatMap(({ place }) => (place ? [[place.id, place.short]] : [])));
  if (names.size < 2) return '';
  const said = new Set(hits.map(({ head }) => head.place?.id));
  const never = [...names].filter(([id]) => !said.has(id)).map(([, name]) => name);
  const looked = `（查了${pool.length}份）`;
  if (never.length === 0) return `${scopeOf(plan)}：每个地区都有报告提到过${sayTerms(plan)}${looked}`;
  return `${scopeOf(plan)}：各年报告从没提到${sayTerms(plan)}的有${never.length}个地区：${sayPlaces(never, MOST_SILENT)}${looked}`;
}

/** Behind the last report that says it those that do not; behind the first one the last, where it is asked for too. */
function sayUntil(found: Found, year: number | null): string {
  const { plan, hits } = found;
  if (plan.ask === 'last') return sayDropped(found, year);
  if (!plan.untilWhen) return saySince(found, year);
  const last = Math.max(...hits.map(({ head }) => head.year ?? 0));
  return `，最近一次在${last}年${sayDropped(found, last)}`;
}

/** Of one place which of the later reports say it as well. */
function saySince({ pool, silent }: Found, first: number | null): string {
  if (new Set(pool.map((h) => h.place?.id)).size !== 1 || first === null) return '';
  const after = (heads: readonly ReportHead[]) =>
    [...new Set(heads.flatMap(({ year }) => (year !== null && year > first ? [year] : [])))].sort((a, b) => a - b);
  const [later, without] = [after(pool), after(silent)];
  if (later.length === 0) return '';
  if (without.length === 0) return `，之后收录的${sayYears(later)}报告都提到`;
  return `，之后收录的${later.length}份里没有提到的：${sayYears(without)}`;
}

/** Of one place the later reports, which do not say it any more. */
function sayDropped({ pool }: Found, last: number | null): string {
  if (new Set(pool.map((h) => h.place?.id)).size !== 1 || last === null) return '';
  const later = [...new Set(pool.flatMap(({ year }) => (year !== null && year > last ? [year] : [])))];
  return later.length > 0
    ? `，之后收录的${sayYears(later.sort((a, b) => a - b))}报告都没有提到`
    : '，那是收录的最新一份';
}

/** Of one place the years whose reports do not say it, where they are asked for too. */
function saySilentYears({ pool, silent }: Found): string {
  if (silent.length === 0) return '，没有不提的';
  if (new Set(pool.map((h) => h.place?.id)).size !== 1) return `；没有提到的有${silent.length}份`;
  return `；没有提到的：${sayYears(silent.map((h) => h.year ?? 0).sort((a, b) => a - b))}`;
}

/** So many reports are named by their places beside the years. */
const FEW_REPORTS = 6;

/** The years in which it is said; over several places how many reports each year: 2015年5份、2016年13份; of a few whose. */
function sayYearly({ hits, pool }: Found): string {
  const years = [...new Set(hits.map((h) => h.head.year ?? 0))].sort((a, b) => a - b);
  if (new Set(pool.map((h) => h.place?.id)).size < 2) return `${years.join('、')}年`;
  const of = (year: number) => hits.filter((h) => h.head.year === year).map((h) => h.head.place?.short ?? h.head.title);
  if (hits.length <= FEW_REPORTS) return years.map((year) => `${year}年（${of(year).join('、')}）`).join('、');
  return years.map((year) => `${year}年${hits.filter((h) => h.head.year === year).length}份`).join('、');
}

/** How often one year's report says it. */
function sayTimesIn(year: number, pool: Found['pool'], hits: Found['hits']): string {
  if (!pool.some((h) => h.year === year)) return `没有收录${year}年的报告`;
  const count = hits.filter((h) => h.head.year === year).reduce((sum, h) => sum + h.count, 0);
  return count > 0 ? `${year}年的报告提到${count}次` : `${year}年的报告没有提到`;
}

/** Who still says it, who no longer, who newly, of the places whose reports of both years are held. */
function compareYears({ plan, hits, pool }: Found): string {
  const [a, b] = [...plan.years].sort((x, y) => x - y) as [number, number];
  if (new Set(pool.map((h) => h.place?.id)).size === 1) {
    const each = [a, b].map((year) => sayTimesIn(year, pool, hits));
    return `${pool[0]!.place?.name ?? ''}“${plan.term}”：${each.join('，')}（逐字查找）`;
  }
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

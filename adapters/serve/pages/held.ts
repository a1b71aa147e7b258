import { html } from 'hono/html';
import { provinceTiles } from '../../../src/charts/province-tiles.js';
import type { Place } from '../../../src/lexicon/types.js';
import type { ReportHead } from '../../../src/retrieval/types.js';
import type { ToolContext } from '../../../src/tools/index.js';
import { cleanText } from '../../shared/clean.js';
import { sourcePath } from '../../shared/links.js';
import { type Html, page } from './layout.js';

type Held = Pick<ToolContext, 'store' | 'lexicon'>;

interface Row {
  readonly place: Place;
  readonly byYear: ReadonlyMap<number, ReportHead>;
}

/** Side of a tile of the map, in units of the drawing. */
const TILE = 40;
/** Shades of the map: the number of reports from which each begins. */
const SHADES = [1, 5, 20] as const;

/** What is held: a map of provinces, a grid of places by years, and the rest. */
export function heldPage(held: Held): Html {
  const { store } = held;
  const own = store.heads.filter((head) => head.duplicateOf === undefined);
  const rows = rowsOf(own);
  const years = [...new Set(rows.flatMap(({ byYear }) => [...byYear.keys()]))].sort((a, b) => b - a);
  const others = own.filter(({ kind, place, year }) => kind === 'news' || place === null || year === null);
  return page({
    title: '收录的报告',
    bodyClass: 'held',
    index: true,
    main: html`
<h1>收录的报告</h1>
<p>${store.stats.places} 个地区，${store.stats.reports} 份文件，${store.stats.facts} 个数字。</p>
${map(held, own)}
<div class="scroll" tabindex="0" role="region" aria-label="地区与年份"><table class="grid">
<caption>地区与年份</caption>
<thead><tr><th scope="col">地区</th>${years.map((year) => html`<th scope="col">${year}</th>`)}</tr></thead>
<tbody>${groups(held, rows).map(({ name, rows: inside }) => html`<tr class="group" id="p${inside.code}"><th scope="rowgroup" colspan="${years.length + 1}">${name}</th></tr>${inside.rows.map((row) => gridRow(row, years))}`)}</tbody>
</table></div>
${others.length === 0 ? '' : html`<h2>新闻稿与其他</h2><ul>${others.map(({ id, title }) => html`<li><a href="${sourcePath(id)}">${cleanText(title)}</a></li>`)}</ul>`}`,
  });
}

function rowsOf(heads: readonly ReportHead[]): Row[] {
  const rows = new Map<string, { place: Place; byYear: Map<number, ReportHead> }>();
  for (const head of heads) {
    if (head.place === null || head.year === null || head.kind === 'news') continue;
    const row = rows.get(head.place.id) ?? { place: head.place, byYear: new Map() };
    if (!row.byYear.has(head.year)) row.byYear.set(head.year, head);
    rows.set(head.place.id, row);
  }
  return [...rows.values()].sort((a, b) => a.place.id.localeCompare(b.place.id));
}

function gridRow({ place, byYear }: Row, years: readonly number[]): Html {
  return html`<tr><th scope="row">${place.short}</th>${years.map((year) => {
    const head = byYear.get(year);
    if (head === undefined) return html`<td></td>`;
    return html`<td><a href="${sourcePath(head.id)}" title="${cleanText(head.title)}" aria-label="${place.short}${year}年">●</a></td>`;
  })}</tr>`;
}

/** The rows by province, the nation first. */
function groups({ lexicon }: Held, rows: readonly Row[]): { name: string; rows: { code: string; rows: Row[] } }[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const code = provinceOf(row.place.id);
    groups.set(code, [...(groups.get(code) ?? []), row]);
  }
  return [...groups].map(([code, inside]) => ({
    name: lexicon.gazetteer.get(code)?.name ?? '其他',
    rows: { code, rows: inside },
  }));
}

/** The administrative code of the province in which a place lies. */
function provinceOf(id: string): string {
  return `${id.slice(0, 2)}0000`;
}

/** A map of tiles, darker where more is held; each leads to its rows of the grid. */
function map({ lexicon }: Held, heads: readonly ReportHead[]): Html {
  const held = new Map<string, { count: number; years: Set<number> }>();
  for (const { place, year, kind } of heads) {
    if (place === null || kind === 'news') continue;
    const inside = held.get(provinceOf(place.id)) ?? { count: 0, years: new Set() };
    inside.count += 1;
    if (year !== null) inside.years.add(year);
    held.set(provinceOf(place.id), inside);
  }
  const places = provinceTiles();
  const width = (Math.max(...places.map(({ column }) => column)) + 1) * TILE;
  const height = (Math.max(...places.map(({ row }) => row)) + 1) * TILE;
  const tiles = places.map(({ place: code, column, row }) => {
    const place = lexicon.gazetteer.get(code);
    const { count, years } = held.get(code) ?? { count: 0, years: new Set() };
    const shade = SHADES.filter((least) => count >= least).length;
    const name = place?.short ?? code;
    const [left, top] = [column * TILE, row * TILE];
    const middle = left + TILE / 2;
    const box = html`<rect x="${left + 1}" y="${top + 1}" width="${TILE - 2}" height="${TILE - 2}" rx="4" class="shade${shade}"/>`;
    const text = (y: number, words: string, size = ''): Html =>
      html`<text x="${middle}" y="${top + y}" class="on${shade}${size}">${words}</text>`;
    const label = [...name].slice(0, 3).join('');
    if (count === 0) return html`${box}${text(24, label)}`;
    return html`<a href="#p${code}" aria-label="${label}${years.size}年，共${count}份">${box}${text(18, label)}${text(32, `${years.size}年`, ' small')}</a>`;
  });
  return html`<figure class="map"><svg viewBox="0 0 ${width} ${height}" role="group" aria-label="各省收录份数">${tiles}</svg>
<figcaption>颜色越深收录越多，数字为收录的年份数，空白为未收录；方格只示意方位，不是地图。</figcaption></figure>`;
}

import type { Lexicon } from '../lexicon/load.js';
import type { Place } from '../lexicon/types.js';
import type { Span } from '../text/types.js';
import { makeView } from '../text/view.js';
import { readYear } from './dates.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { type Header, readHeader } from './header.js';
import { baseId, uniqueIds } from './ids.js';
import { documentKind, shownTitle, yearsOfKind } from './kind.js';
import { type Entry, splitListing } from './listing.js';
import { findNoise } from './noise.js';
import { textOddities } from './oddities.js';
import { findPassages } from './passages.js';
import { newsPlace, recognisePlace } from './place.js';
import { findSections } from './sections.js';
import type { Report, ReportKind } from './types.js';
import { isLate, newsYear, recogniseYear, type YearReading } from './year.js';

/**
 * The documents of a file: one, or those of a listing. Ids are unique within the file.
 * @param seed the file's path relative to its corpus folder.
 * @param text the file's text as read; all spans lead into it.
 */
export function readDocuments(seed: string, text: string, lexicon: Lexicon): Report[] {
  const front = readFrontMatter(text);
  const unique = uniqueIds();
  return splitListing(text, front.span.end).map((entry) => {
    const report = readDocument(seed, text, entry, front, lexicon);
    return { ...report, id: unique(report.id) };
  });
}

/** Kinds whose title says of what year they are, whatever date stands below it. */
const OF_TITLE: ReadonlySet<ReportKind> = new Set(['bulletin', 'outline', 'plan', 'budget', 'address']);
/** Kinds of which all speaks of the years in the title. */
const STEADY_YEARS: ReadonlySet<ReportKind> = new Set(['bulletin', 'outline']);

/** How much of a file may hold a picture's caption before the speech, in characters. */
const HEAD = 1500;

function readDocument(seed: string, text: string, entry: Entry, front: FrontMatter, lexicon: Lexicon): Report {
  const { gazetteer } = lexicon;
  // A cut that holds a line end leaves one: the title of a listing must not run into its text.
  const cuts = [...findNoise(text, entry.extent), ...(entry.gap ? [entry.gap] : [])];
  const view = makeView(text, entry.extent, cuts);
  const header = readHeader(
    view.text,
    front,
    entry.titleLine,
    text.slice(entry.extent.start, entry.extent.start + HEAD),
  );
  const kind = documentKind(header, view.text, front.fields.kind ?? '');
  const {
    place,
    year,
    confidence,
    oddities: readingOddities,
  } = kind === 'news'
    ? readNews(header, view.text, front, lexicon)
    : readReport(seed, view.text, text.slice(entry.extent.start, entry.extent.end), kind, header, front, lexicon);
  const delivered = plausible(header.delivered, year) ? header.delivered : undefined;
  const late = delivered !== undefined && isLate(delivered);
  const oddities = [...readingOddities];
  if (header.delivered && !delivered)
    oddities.push(`文中的作报告日期 ${header.delivered} 与年份（${year}）不符，未采用`);
  const years = STEADY_YEARS.has(kind) ? yearsOfKind(kind, header.title) : undefined;
  const sections = findSections(view.text, {
    kind,
    year,
    late,
    bodyStart: header.bodyStart,
    ...(years === undefined ? {} : { years }),
  });
  return {
    id: baseId(place, year, kind, gazetteer),
    seed,
    extent: entry.extent,
    place,
    year,
    kind,
    title: shownTitle(header.title, kind, place, year),
    ...(header.speaker ? { speaker: header.speaker } : {}),
    ...(delivered ? { delivered } : {}),
    view,
    sections,
    passages: findPassages(view.text, sections),
    oddities: [...oddities, ...textOddities(view.text, kind, sections)],
    confidence,
    ...(front.fields.doubtful === undefined ? {} : { doubtful: doubtfulLetters(text, front) }),
  };
}

/** The letters that the front matter names as doubtful (`doubtful: 3:17 9:4`, line and column of the body), as offsets of the file. */
function doubtfulLetters(text: string, { fields, span }: FrontMatter): Span[] {
  const body = span.end + /^\s*/.exec(text.slice(span.end))![0].length;
  const starts = [body];
  for (let end = text.indexOf('\n', body); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return [...fields.doubtful!.matchAll(/(\d+):(\d+)/g)].flatMap(([, line, column]) => {
    const start = starts[Number(line) - 1];
    return start === undefined ? [] : [{ start: start + Number(column) - 1, end: start + Number(column) }];
  });
}

/** A report is delivered in its year or in the months before; any other date is a slip of the source. */
function plausible(delivered: string | undefined, year: number | null): boolean {
  return delivered !== undefined && (year === null || Math.abs(Number(delivered.slice(0, 4)) - year) <= 1);
}

interface Reading {
  readonly place: Place | null;
  readonly year: number | null;
  readonly confidence: Report['confidence'];
  readonly oddities: readonly string[];
}

function readReport(
  seed: string,
  text: string,
  source: string,
  kind: ReportKind,
  header: Header,
  front: FrontMatter,
  { gazetteer }: Lexicon,
): Reading {
  const place = recognisePlace(text, source, header, seed, front, gazetteer);
  const own = front.fields.year === undefined ? yearsOfKind(kind, header.title)?.from : undefined;
  const year: YearReading =
    own === undefined || !OF_TITLE.has(kind)
      ? recogniseYear(text, header, seed, front)
      : { year: own, confidence: 0.9, from: '标题' };
  const oddities: string[] = [];
  if (!place.place) oddities.push('没有认出是哪个地方的报告');
  if (year.year === null) oddities.push('没有认出是哪一年的报告');
  if (place.pathPlace)
    oddities.push(`路径中的地名“${place.pathPlace.name}”与正文（${place.place?.name ?? '不明'}）不符`);
  if (year.pathYear !== undefined) oddities.push(`文件名年份 ${year.pathYear} 与正文（${year.year}）不符`);
  if (year.titleYear !== undefined) oddities.push(`标题年份 ${year.titleYear} 与正文（${year.year}）不符`);
  return {
    place: place.place,
    year: year.year,
    confidence: { place: place.confidence, year: year.confidence, from: `地方：${place.from}；年份：${year.from}` },
    oddities,
  };
}

function readNews(header: Header, text: string, { fields }: FrontMatter, { gazetteer }: Lexicon): Reading {
  const place = gazetteer.byName(fields.place ?? '')[0] ?? newsPlace(header.title, text, gazetteer);
  const year = readYear(fields.year ?? '') ?? newsYear(header.title, text);
  const from = '标题和首句';
  return { place, year, confidence: { place: place ? 0.6 : 0, year: year === null ? 0 : 0.5, from }, oddities: [] };
}

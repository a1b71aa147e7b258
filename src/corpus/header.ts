import { findDates } from './dates.js';
import type { FrontMatter } from './front-matter.js';
import { otherTitle } from './kind.js';
import { speakerIn } from './speaker.js';

/** What the head of a document says of itself: the lines before 各位代表, and the opening sentence. */
export interface Header {
  /** The title as a listing, the text or its front matter gives it; '' where none does. */
  readonly title: string;
  /** The head's text without line ends, from the title to before 各位代表. */
  readonly head: string;
  /** Where the salutation ends and the speech begins: an offset into the view's text; 0 where there is none. */
  readonly bodyStart: number;
  /** The opening sentence: 现在，我代表市人民政府，向大会报告工作…; '' where there is none. */
  readonly opening: string;
  /** ISO date of delivery. */
  readonly delivered?: string;
  readonly speaker?: string;
}

const SALUTATION = /[各名]?位(?:代表|委员)(?:、[\p{Script=Han}]{2,8}){0,2}[，、：！!:]?/u;
/** Where the salutation is looked for, and how much of a text without one counts as its head. In characters. */
const SALUTATION_REACH = 2500;
const BARE_HEAD = 160;
const TITLE =
  /(?:政府|行政公署|工作)[^\n]{0,12}报告|政府工作|^关于.{4,40}报告$|^(?:19|20)\d\d年[^，。]{0,12}(?:重点|工作)[^，。]{0,12}$/;
const NAME = /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}(?:[·•・.][\p{Script=Han}]{1,8}){1,3})$/u;

/**
 * Reads the head of a document.
 * @param text its view's text. @param titleLine the title line of a listing.
 * @param source the beginning of the file as it is: captions may stand in comments.
 */
export function readHeader(text: string, front: FrontMatter, titleLine?: string, source = ''): Header {
  const salutation = SALUTATION.exec(text.slice(0, SALUTATION_REACH));
  const headEnd = salutation?.index ?? Math.min(text.length, BARE_HEAD);
  const lines = text.slice(0, headEnd).split('\n').filter(Boolean);
  const head = lines.join('');
  const opening = openingOf(text, salutation ? headEnd + salutation[0].length : 0);
  const frontTitle = front.fields.title ?? '';
  const date =
    deliveryDate(head) ?? (salutation ? undefined : deliveryDate(text.slice(0, 600))) ?? findDates(frontTitle)[0];
  const speaker =
    speakerIn(lines, salutation !== null, source) ??
    bracketedName(head) ??
    bracketedName(frontTitle) ??
    givenSpeaker(front);
  return {
    title: titleOf(lines, frontTitle, titleLine),
    head,
    bodyStart: salutation ? headEnd + salutation[0].length : 0,
    opening,
    ...(date ? { delivered: date.iso } : {}),
    ...(speaker ? { speaker } : {}),
  };
}

function titleOf(lines: readonly string[], frontTitle: string, titleLine: string | undefined): string {
  if (titleLine) return titleLine;
  const other = otherTitle(frontTitle)?.title ?? otherTitle(lines.slice(0, 8).join('\n'))?.title;
  if (other !== undefined) return other;
  const inText = lines
    .slice(0, 6)
    .filter((line) => line.length <= 60 && !/^[—─－―]|[。；]|回顾/.test(line) && TITLE.test(line))
    .sort((a, b) => detail(b) - detail(a))[0];
  // The note of date and speaker at its end is no part of a title: 徐州市政府工作报告（2014年1月14日 朱民）.
  const front = frontTitle.replace(/[（(][^（()）]*\d{1,2}月\d{1,2}日[^（()）]*[）)]\s*$/, '').trim();
  if (front && (!inText || detail(front) >= detail(inText))) return front;
  return inText ?? '';
}

/** How much a title tells: a place name is longer than none, and a year is worth the most. */
function detail(title: string): number {
  return (/\d{4}/.test(title) ? 100 : 0) + (TITLE.test(title) ? 20 : 0) + Math.min(title.length, 20);
}

function openingOf(text: string, from: number): string {
  const part = text.slice(from, from + 400);
  const at = part.search(/代表|受.{0,20}委托/);
  return at < 0 ? '' : part.slice(at, at + 60).split(/[。；]/)[0]!;
}

/** The date that stands with the congress; else the only one. */
function deliveryDate(head: string): ReturnType<typeof findDates>[number] | undefined {
  const dates = findDates(head);
  const withCongress = dates.find((date) =>
    /代表大会|会议|人大|大会/.test(head.slice(Math.max(0, date.start - 40), date.end + 40)),
  );
  return withCongress ?? dates[0];
}

function givenSpeaker({ fields }: FrontMatter): string | undefined {
  const name = fields.speaker ?? '';
  return NAME.test(name) ? name : undefined;
}

/** 朱民 of 徐州市政府工作报告（2014年1月14日 朱民）. */
function bracketedName(title: string): string | undefined {
  const name = /日\s*([\p{Script=Han}·]{2,16})\s*[）)]\s*$/u.exec(title)?.[1];
  return name && NAME.test(name) ? name : undefined;
}

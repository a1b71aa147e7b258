import type { YesNoAsk } from '../frame/types.js';
import { yesNoWords } from '../lexicon/yes-no.js';
import { patterns } from './patterns/index.js';

/** What says of an act that it came about. */
const PERFECT = '了';

/** What yes or no is asked of, in a question that asks for no more; undefined for any other. Never throws. */
export function yesNoAsked(text: string): YesNoAsk | undefined {
  const words = yesNoWords();
  const plain = text.replace(/[？?。!！，,\s]+$/u, '');
  const has = words.asksHas.some((w) => plain.includes(w));
  const ends = words.ends.some((w) => plain.endsWith(w));
  const rest = words.amid.reduce((left, w) => left.replace(w, ''), plain);
  if (words.other.some((w) => rest.includes(w))) return inClause(plain);
  if (!has && !ends && rest === plain) return undefined;
  const acts = words.done.filter((w) => plain.includes(w));
  if (acts.length > 0 && !words.ahead.some((w) => plain.includes(w)))
    return { asked: 'done', acts, begins: words.begun.some((w) => plain.includes(w)) };
  // 涨了没, 落户了吗: that something came about is asked, by whatever act.
  const cameAbout = words.ends.some((w) => w.startsWith(PERFECT) && plain.endsWith(w));
  if (!has && (cameAbout || endsUndone(plain))) return { asked: 'done', acts: [], begins: false };
  if (!has && !ends && words.leave.some((w) => plain.includes(w))) return undefined;
  return { asked: has || plain.includes('有') ? 'has' : 'is', acts: [], begins: false };
}

/** 有建机场的计划没？叫啥名字: yes or no is asked in one clause, and more of it in the next. */
function inClause(text: string): YesNoAsk | undefined {
  const clauses = text.split(/[，,？?；;]/u);
  return clauses.length < 2
    ? undefined
    : clauses
        .filter((clause) => clause.length >= LEAST_CLAUSE)
        .map(yesNoAsked)
        .find((asked) => asked !== undefined);
}

/** The shortest clause that asks yes or no of something by itself. */
const LEAST_CLAUSE = 6;

/** 评上没, 够着目标没有: whether something came about; 有…的计划没 asks whether there is such a thing. */
function endsUndone(text: string): boolean {
  const undone = UNDONE.find((w) => text.endsWith(w));
  return undone !== undefined && !text.slice(0, -undone.length).includes('有');
}

const UNDONE = ['没有', '没'];

/** True where who somebody is is asked by what he did or is. */
export function describesPerson(text: string): boolean {
  return patterns().speakers.described.in(text);
}

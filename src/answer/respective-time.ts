import type { EvidenceRun } from '../frame/types.js';
import type { Span } from '../text/types.js';

/** A time of which several are told in a row: 3月, 2023年底. */
const TIME =
  /^(?:(?:19|20)?\d{2}年)?(?:\d{1,2}月(?:\d{1,2}日|底|初|中旬|上旬|下旬)?|[上下]半年|年底|年初|年中|[一二三四]季度)?/u;
const RESPECTIVELY = '分别';
/** What joins the members of a row, and its times. */
const JOINS = /、|和|及|与/u;

/** One member of a row with its own time, and what is to happen then. */
export interface RespectiveTime {
  readonly member: string;
  readonly time: string;
  readonly act: string;
}

/**
 * The time of the one member that a question names, where a clause tells those of several in a row (绿客门、金龙鱼分别在3月、10月投产);
 * undefined where it tells no such row, or the question names none or more of its members.
 */
export function respectiveTime(
  text: string,
  sentence: Span,
  asked: readonly EvidenceRun[],
): RespectiveTime | undefined {
  for (const clause of rowsOf(text.slice(sentence.start, sentence.end))) {
    const at = clause.indexOf(RESPECTIVELY);
    const members = clause.slice(0, at).split(JOINS);
    const { times, act } = timesOf(clause.slice(at + RESPECTIVELY.length));
    if (members.length < 2 || members.length !== times.length) continue;
    const named = members.map((member, i) => ({ i, word: namedIn(member, asked) })).filter(({ word }) => word !== '');
    if (named.length === 1) return { member: named[0]!.word, time: times[named[0]!.i]!, act };
  }
  return undefined;
}

/** The stretches of a sentence that tell something of several things respectively, up to the next comma but one of a row. */
function rowsOf(sentence: string): string[] {
  return sentence.split(/[，；。]/u).filter((clause) => clause.includes(RESPECTIVELY));
}

/** The times at the head of what stands behind 分别, and what happens then. */
function timesOf(behind: string): { times: string[]; act: string } {
  const times: string[] = [];
  let rest = behind.replace(/^[于在到至]/u, '');
  for (let time = TIME.exec(rest)![0]; time !== ''; time = TIME.exec(rest)![0]) {
    times.push(time);
    rest = rest.slice(time.length);
    const join = JOINS.exec(rest.slice(0, 1))?.[0];
    if (join === undefined) break;
    rest = rest.slice(join.length);
  }
  return { times, act: rest };
}

/** The longest stretch of the question's content, two characters at least, that a member holds. */
function namedIn(member: string, asked: readonly EvidenceRun[]): string {
  let best = '';
  for (const { text, roles } of asked)
    for (let from = 0; from < text.length; from++)
      for (let to = text.length; to - from > Math.max(1, best.length); to--)
        if (roles.slice(from, to).every((role) => role === 'content') && member.includes(text.slice(from, to)))
          best = text.slice(from, to);
  return best;
}

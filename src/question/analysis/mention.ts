import type { MentionPlan } from '../../frame/analysis.js';
import { freeTokens, type Line, restOf } from './line.js';
import { claimAll, claimMatch, matchesOf, stands } from './pattern.js';
import { type PlaceContext, readPlaces } from './places.js';
import type { Earlier, ReadContext } from './read.js';
import { analysisWords } from './words.js';
import { readYears } from './years.js';

/** Asks for reports, and not for what a report says of a thing. */
const FOR_REPORTS = /哪|谁|几|没|吗|最早|最先|首次|第一次|开始|是否/u;
const THE_THING =
  /(?:提|写|讲|说)(?:到|出|过|及)?的[^，,。？?]{2,}?(?:是|有|指|叫)?(?:哪[一二三四五六七八九十几些]|什么|啥)/u;
/** The longest thing that is looked for. */
const LONGEST = 30;

/** A question for the reports that hold a word: what is left when all frames are gone, or what stands in quotation marks. */
export function readMention(
  line: Line,
  context: ReadContext,
  places: PlaceContext,
  earlier: Earlier,
): MentionPlan | undefined {
  const words = analysisWords();
  const { mentions } = words;
  const before = earlier.analysis?.kind === 'mentions' ? earlier.analysis : undefined;
  const asks = stands(line, mentions.verbs) && FOR_REPORTS.test(line.text);
  if (!asks && !before) return undefined;
  // 雅安提的五大产业集群是哪五个 asks for the thing, and for no report.
  if (THE_THING.test(line.text)) return undefined;
  if (/目标|多少(?!次|份|个省|个市)/u.test(line.text)) return undefined;
  const own: Line = { ...line, used: new Uint8Array(line.used) };
  const flags = {
    absent: stands(own, mentions.absent),
    first: claimAll(own, mentions.first, true).length > 0,
    last: claimAll(own, mentions.last).length > 0,
    count: claimAll(own, mentions.count).length > 0,
  };
  const set = readPlaces(own, places);
  const years = claimAll(own, mentions.years, true).length > 0;
  const counts = claimAll(own, words.counts).length > 0;
  const time = readYears(own, context.newest(set ?? before?.places));
  claimAll(own, mentions.verbs, true);
  claimAll(own, words.noise, true);
  const term = termOf(own) ?? (before && (set || time.years.years.length > 0) ? before.term : undefined);
  if (term === undefined) return undefined;
  const leans = before !== undefined && !asks;
  const which = /哪|谁/u.test(line.text);
  return {
    kind: 'mentions',
    term,
    places: set ?? (leans ? before.places : { label: '', level: 'any', named: false }),
    years: time.years.years.length > 0 || !leans ? time.years.years : before.years,
    absent: flags.absent && !presentToo(own),
    both: flags.absent && presentToo(own),
    ask: leans
      ? before.ask
      : flags.first
        ? 'first'
        : flags.last
          ? 'last'
          : years
            ? 'years'
            : flags.count || counts
              ? 'count'
              : which
                ? 'which'
                : 'yesno',
    compareYears: time.years.years.length === 2,
  };
}

/** True where those that have it are asked for beside those that have not: 写“三孩”的有哪些，没写的又是谁. */
function presentToo(line: Line): boolean {
  const all = matchesOf({ ...line, used: new Uint8Array(line.used.length) }, analysisWords().mentions.verbs);
  return all.some((m) => !/[没未不]/u.test(line.text.slice(Math.max(0, m.start - 1), m.end)));
}

function termOf(line: Line): string | undefined {
  const quoted = freeTokens(line, 'W')[0];
  if (quoted) return String(quoted.value);
  for (let i = 0; i < line.text.length; i++) {
    const code = line.text.charCodeAt(i);
    if (code >= 0xe000 && code < 0xe500) claimMatch(line, { start: i, end: i + 1 });
  }
  const runs = restOf(line, ['I']).filter((run) => run.length >= 2 && run.length <= LONGEST);
  return runs.sort((a, b) => b.length - a.length)[0];
}

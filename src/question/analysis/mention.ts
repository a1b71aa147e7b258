import type { MentionPlan } from '../../frame/analysis.js';
import { freeTokens, type Line, lineOf, restOf, tokenAt } from './line.js';
import { sidesOf } from './mention-sides.js';
import { claimAll, claimMatch, matchesOf, stands } from './pattern.js';
import { type PlaceContext, readPlaces } from './places.js';
import type { Earlier, ReadContext } from './read.js';
import { analysisWords } from './words.js';
import { readYears } from './years.js';

/** Asks for reports, and not for what a report says of a thing. */
const FOR_REPORTS =
  /哪|谁|几|没|吗|最早|最先|首次|第一次|头一|最近一|上一回|开始|是否|多少[份次]|搜|查|比例|列出来|有没有|每年|逐年/u;
const THE_THING =
  /(?:提|写|讲|说)(?:到|出|过|及)?的[^，,。？?]{2,}?(?:是|有|指|叫)?(?:哪[一二三四五六七八九十几些]|什么|啥)/u;
/** Asks what is planned (有没有修地铁的打算), what a quoted name stands for (“一核四城”说的是哪些地方) or what kind of thing something is. */
const OF_THE_THING =
  /的(?:打算|想法|计划|安排|准备|考虑)[？?]?$|”[^，,。？?“]{0,8}(?:是|指|包括)(?:哪|什么|啥|谁)|(?:什么|啥|怎)样的/u;
/** Asks of one report whether, how often or when it holds a word. */
const ABOUT_WORDS = /吗|没有?[？?]?$|有没有|几次|多少[次遍]|最早|首次|第一次|哪[几一些]?年|什么时候|几遍|几回/u;
/** Words of asking, which no thing is called by. */
const ASKING = /哪|谁|什么|多少|怎/u;
/** The longest thing that is looked for. */
const LONGEST = 30;

/** A question for the reports that hold a word: what is left when all frames are gone, or what stands in quotation marks. */
export function readMention(
  text: string,
  line: Line,
  context: ReadContext,
  places: PlaceContext,
  earlier: Earlier,
): MentionPlan | undefined {
  const words = analysisWords();
  const { mentions } = words;
  const before = earlier.analysis?.kind === 'mentions' ? earlier.analysis : undefined;
  const sides = sidesOf(line);
  const strong = sides.lacks || stands(line, mentions.verbs);
  const levels = [...words.levels.province, ...words.levels.prefecture, ...words.levels.county, ...words.levels.any];
  const ofMany = stands(line, [...levels, ...words.bareLevels.province]) || freeTokens(line, 'G').length > 0;
  const loose = stands(line, mentions.looseVerbs) || ((sides.present || sides.absent) && ofMany);
  const asks = (strong || loose) && (ofMany || FOR_REPORTS.test(line.text));
  if (!asks && !before) return undefined;
  // 雅安提的五大产业集群是哪五个 asks for the thing, and for no report.
  if (THE_THING.test(line.text) || OF_THE_THING.test(text)) return undefined;
  if (/目标|多少(?!次|份|个省|个市)/u.test(line.text)) return undefined;
  const own: Line = { ...line, used: new Uint8Array(line.used) };
  const flags = {
    absent: sides.absent,
    first: claimAll(own, mentions.first, true).length > 0,
    last: claimAll(own, mentions.last).length > 0,
    count: claimAll(own, mentions.count).length > 0,
  };
  const object = placeLookedFor(own, mentions.object);
  const set = readPlaces(own, places);
  const years = claimAll(own, mentions.years, true).length > 0;
  const counts = stands(own, words.counts);
  const time = readYears(own, context.newest(set ?? before?.places), true);
  claimAll(own, mentions.verbs, true);
  claimAll(own, mentions.looseVerbs, true);
  claimAll(own, mentions.reportWords, true);
  claimAll(own, words.counts, true);
  claimAll(own, words.reports);
  for (const [start, end] of sides.spans) claimMatch(own, { start, end });
  const terms = object === undefined ? termsOf(own, context.known) : [object];
  const named = set?.named === true && (set.members?.length ?? 0) === 1;
  // What one report says of a thing is asked of its figures and sentences; an indicator's name alone is nothing to look for.
  if (named && !before && (!strong || !ABOUT_WORDS.test(line.text)) && context.parse(text).operation !== 'mentions')
    return undefined;
  if (!strong && freeTokens(line, 'I').length > 0) return undefined;
  const quoted = freeTokens(line, 'W').length > 0;
  if (!quoted && terms.some((t) => (!strong && !context.known(t)) || (ASKING.test(t) && !context.known(t))))
    return undefined;
  const term = terms[0] ?? (before && (set || time.years.years.length > 0) ? before.term : undefined);
  if (term === undefined) return undefined;
  const leans = before !== undefined && !asks;
  const which = /哪|谁/u.test(line.text);
  return {
    kind: 'mentions',
    term,
    ...(terms[1] === undefined ? {} : { beside: { term: terms[1], how: howBeside(line.text) } }),
    places: set ?? (leans ? before.places : { label: '', level: 'any', named: false }),
    years: time.years.years.length > 0 || !leans ? time.years.years : before.years,
    absent: flags.absent && !sides.present && terms.length < 2,
    both: flags.absent && sides.present && terms.length < 2,
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

/** 提到雄安: the place right behind the verb is the thing looked for, and not whose reports are meant. Claims it. */
function placeLookedFor(line: Line, patterns: readonly string[]): string | undefined {
  const match = matchesOf(line, patterns)[0];
  const token = match?.tokens.find((t) => t.kind === 'P');
  if (!match || !token) return undefined;
  for (let i = match.start; i < match.end; i++) if (tokenAt(line, i) === token) line.used[i] = 1;
  return token.text;
}

/** The things looked for, in order: those in quotation marks, else the longest runs that are left. */
function termsOf(line: Line, known: (text: string) => boolean): string[] {
  const quoted = freeTokens(line, 'W').map((t) => String(t.value));
  if (quoted.length > 0) return quoted.slice(0, 2);
  for (let i = 0; i < line.text.length; i++) {
    const code = line.text.charCodeAt(i);
    if (code >= 0xe000 && code < 0xe500) claimMatch(line, { start: i, end: i + 1 });
  }
  const runs = restOf(line, ['I'])
    .flatMap((run) => (TWO.test(line.text) ? run.split(/和|或者?|、/u) : [run]))
    .map((run) => bareTerm(withoutParticles(run), known))
    .filter((run) => run.length >= 2 && run.length <= LONGEST);
  const longest = [...runs].sort((a, b) => b.length - a.length).slice(0, TWO.test(line.text) ? 2 : 1);
  return runs.filter((run) => longest.includes(run)).slice(0, 2);
}

/** 区块链的吗 without what ends a sentence: no thing's name ends so. */
function withoutParticles(run: string): string {
  const ends = analysisWords().mentions.particles.find((p) => run.length > p.length + 1 && run.endsWith(p));
  return ends === undefined ? run : withoutParticles(run.slice(0, -ends.length));
}

/** A run without words of the frame at its ends, as long as the reports do not hold it as it is: 比亚迪 stays whole. */
function bareTerm(run: string, known: (text: string) => boolean): string {
  let term = run;
  for (let tries = 0; tries < MOST_STRIPS && term.length >= 2 && !known(term); tries++) {
    const free = lineOf(term, []);
    const ends = matchesOf(free, analysisWords().noise).find((m) => m.start === 0 || m.end === term.length);
    if (!ends || ends.end - ends.start === term.length) break;
    const bare = ends.start === 0 ? term.slice(ends.end) : term.slice(0, ends.start);
    // One unit is as likely the first of a name (比亚迪) as a word of the frame.
    if (ends.end - ends.start === 1 && !known(bare)) {
      const inner = term.slice(1, -1);
      return inner.length >= 2 && known(inner) ? inner : term;
    }
    term = bare;
  }
  return term;
}

/** How many words are taken off the ends of a run at most. */
const MOST_STRIPS = 8;

/** Words by which two things are asked for at once. */
const TWO = /既.+又|或者?|和|、|但没|却没|没[写提].*的/u;

/** Both, the one without the other, or either. */
function howBeside(text: string): 'and' | 'not' | 'or' {
  if (/(?:但|却|而)?(?:没|不|未)(?:提|写|说|讲)/u.test(text)) return 'not';
  return /既.+又|同时|都/u.test(text) ? 'and' : 'or';
}

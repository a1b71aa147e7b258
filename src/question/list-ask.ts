import type { CountedName, EvidenceRun, ListAsk } from '../frame/types.js';
import { askedAspects, askedCount, askedPhrase, carriedWord, countedNames } from './counted-names.js';
import { listTopic } from './list-topic.js';
import { patterns } from './patterns/index.js';

/** How the parts that every report has are called above their list. */
const PART_NAMES: Readonly<Record<string, string>> = { tasks: '重点任务', problems: '问题和不足' };

/** What a question says of the list that it may ask for. @param quoted the words in quotation marks. @param evidence what is looked for. */
export function listAskOf(
  text: string,
  quoted: readonly string[],
  evidence: readonly EvidenceRun[],
  part?: ListAsk['part'],
): ListAsk {
  const count = askedCount(text);
  const names = namesAsked(text, quoted).map((name, _, all) => (all.length === 1 ? withCount(name, count) : name));
  const carried = carriedWord(text, quoted);
  const aspects = names.length === 0 ? askedAspects(text) : undefined;
  const phrase = askedPhrase(text);
  const ofClass = classAsked(text);
  const named = patterns().lists.classBeforeQuote.in(text)
    ? ''
    : quoted.map((q) => `“${asWritten(text, q)}”`).join('、');
  return {
    names,
    ...(carried ? { carried } : {}),
    ...(aspects ? { aspects } : {}),
    ...(count === undefined ? {} : { count }),
    ...(phrase ? { phrase } : {}),
    ...(ofClass ? { ofClass } : {}),
    places: asksPlaces(text),
    ...(part ? { part } : {}),
    topic:
      named ||
      PART_NAMES[part ?? 'none'] ||
      nameIn(text, names) ||
      listTopic(text, evidence, counterAt(text, phrase)) ||
      '清单',
  };
}

/** The one name that a question asks for, as it writes it. */
function nameIn(text: string, [name, ...more]: readonly CountedName[]): string | undefined {
  return more.length === 0 ? name?.forms.find((form) => text.includes(form)) : undefined;
}

/** Where the unit stands that counts what is asked for (个 of 重点搞哪四个产业): it is no part of the thing. */
function counterAt(text: string, phrase: ListAsk['phrase']): number | undefined {
  const at = phrase ? text.indexOf(phrase.phrase) : -1;
  return at < 0 || !phrase ? undefined : at + phrase.phrase.length - 1;
}

/** The longest class that is taken from there. */
const LONGEST_CLASS = 4;

/** The class of what is asked for, behind the asking words or, where these go on about it, before them; undefined where none is named. */
function classAsked(text: string): string | undefined {
  const said = patterns().lists;
  const named = said.ofClass.find(text)?.groups?.class;
  const behind = named === undefined ? undefined : said.particles.cutFrom(named);
  if (behind !== undefined && behind.length > 1 && !said.goesOn.in(behind)) return behind;
  const stands = said.classBefore.find(text)?.groups?.class;
  const before = stands === undefined ? undefined : said.owner.cutFrom(stands).slice(-LONGEST_CLASS);
  return before ?? (behind === '' ? undefined : behind);
}

/** What opens a quotation. */
const OPENING: readonly string[] = ['“', '"', '「', '『', '《'];

/** A quoted name with what stands in it for the part that differs: ××城市. */
function asWritten(text: string, name: string): string {
  const opened = OPENING.map((mark) => text.indexOf(mark + name)).find((at) => at >= 0);
  if (opened !== undefined) return name;
  const before = text.slice(0, Math.max(0, text.indexOf(name)));
  return before.slice(Math.max(...OPENING.map((mark) => before.lastIndexOf(mark))) + 1) + name;
}

/** True where a question asks for places, so that a list of other things is none. */
export function asksPlaces(text: string): boolean {
  return patterns().lists.places.in(text);
}

/** The counted names that are asked for; what is counted behind the asking words only says more of them (“144”是哪些产业，一个四千亿…). */
function namesAsked(text: string, quoted: readonly string[]): CountedName[] {
  const all = countedNames(text, quoted);
  const before = all.filter((name) => !standsBehindAsking(text, name));
  const asking = patterns().lists.someOf.find(text);
  if (before.length > 0 || all.length === 0 || !asking) return before;
  const head = text.slice(0, asking.index);
  const standing = quoted.filter((q) => head.includes(q));
  return countedNames(head, standing);
}

/** A name of which only so many parts are asked for: “157”产业集群，百亿级的是哪7个. */
function withCount(name: CountedName, count: number | undefined): CountedName {
  return count === undefined || name.counts.includes(count) ? name : { ...name, counts: [count, ...name.counts] };
}

/** True where a class is asked for before the name, which then only says amid what: 哪些区县获评“五型”政府建设示范县区. */
function standsBehindAsking(text: string, { forms }: CountedName): boolean {
  const asking = patterns().lists.someOf.find(text);
  const at = Math.max(...forms.map((form) => text.indexOf(form)));
  return asking !== null && at > asking.index + asking[0].length + 1;
}

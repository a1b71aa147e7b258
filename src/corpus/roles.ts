import { planYears } from '../text/plans.js';
import { planOrdinal, readYear, YEAR } from './dates.js';
import type { SectionRole } from './types.js';

/** What a heading or the first words of a paragraph say of the stretch that they open. */
export interface RoleCue {
  readonly role: SectionRole;
  /** Calendar years, inclusive, where the words tell them. */
  readonly from?: number;
  readonly to?: number;
  /** True where the words name no time: 加强政府自身建设 is a task only where no heading above it names another. */
  readonly weak?: boolean;
  /** The role that the words name next: 未来五年总体要求和2022年重点工作 goes on to the tasks of the year. */
  readonly also?: SectionRole;
}

/** A plan's first or last year is one year: 做好“十四五”开局工作, 决胜“十四五”收官之年. */
const PLAN_YEAR = /五[”"]?(?:规划)?(?:收官|开局|起步|首年|第一年)/;
const COUNTS: Readonly<Record<string, number>> = { 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 3: 3, 4: 4, 5: 5 };
/** 十五届, 十五运会, “十五连丰” are no plan: their number goes on. */
const PLAN =
  /[“"]?([一二三]?十[一二三四五六七八九]?|[七八九])五(?![届运连冬年条个项件大次日月五])[”"]?(?:时期|期间|规划|计划|以来|发展|末|[，,：])?/;
/** 第一个五年计划概要: a plan by its number. */
const PLAN_BY_NUMBER = /第([一二三四五六七八九十]{1,3})个五年(?:规划|计划)/;
const AHEAD = /今后|未来|下一步|将来|展望|远景/;
const BACK = /回顾|总结|成就|成绩|成效|以来|历程|过去|上届|情况|圆满收官|开局良好|良好开局/;
const SEVERAL =
  /(?:过去|这|近|前|上届政府|本届政府|任期)[^，。]{0,4}?([两三四五六]|(?<!\d)[345])年|([两三四五]|(?<!\d)[345])年来|([两三四五]|(?<!\d)[345])年(?:政府)?(?:工作|发展|奋斗)/;
const AHEAD_SEVERAL = /(?:今后|未来|接下来|下一个)(?:的)?([三四五345])年/;
const WORK_AHEAD =
  /工作(?:的)?(?:安排|部署|打算|建议|思路|重点|目标|任务|要求)|(?:重点|主要|中心|目标|工作)任务|重点工作|(?:预期|奋斗|工作|主要|发展)目标|总体(?:要求|思路|部署)|指导思想|重点抓好|自身建设|政府建设|(?:服务型|法治|廉洁|满意的?)政府|工作措施|主要措施/;

const GLOSSARY =
  /名词(?:解释|注释|注解|说明|解读)|(?:词语|术语|用语|有关名词|相关名词|概念|缩略语)的?(?:解释|注释|说明)|^[（(【]?(?:注释|注解|注|备注)[】)）]?[:：]?$|报告[》”]?(?:中)?(?:的)?(?:有关|相关)?(?:内容|用语|词语|名词)?(?:的)?(?:注释|解释|注解)/;
const ANNEX =
  /^附(?:件|录|表)?[一二三四五六七八九十\d]{0,2}[：:、.]?(?:$|[^加近属带着])|^(?:(?:19|20)\d\d年)?[^，。]{0,16}(?:[十\d]{1,2}[件项大])[^，。]{0,6}(?:民生)?实事(?:项目|工程|任务|清单|目标)*(?:[（(].*)?$/;

/** A term of office: 本届政府工作回顾, 市第十三届人民政府工作回顾. */
const TERM =
  /(?:本届|上届)政府|任期|第?[一二三四五六七八九十]{1,3}届[省市州县区]?(?:人民)?政府(?=[^，。]{0,4}工作[^，。]{0,4}(?:回顾|总结))/;

/** The role that a heading (without its number) gives to what stands under it; undefined where it gives none. */
export function headingCue(heading: string, year: number | null): RoleCue | undefined {
  if (heading.length > 60) return undefined;
  if (GLOSSARY.test(heading)) return { role: 'glossary' };
  if (ANNEX.test(heading)) return { role: 'annex', ...span(year, 0, 0) };
  const cues: { at: number; cue: RoleCue }[] = [];
  const add = (at: number, cue: RoleCue | undefined): void => {
    if (cue && at >= 0) cues.push({ at, cue });
  };
  const ahead = AHEAD.test(heading);
  const back = BACK.test(heading);

  const plan = PLAN.exec(heading);
  const numbered = plan === null ? PLAN_BY_NUMBER.exec(heading) : null;
  if (plan && PLAN_YEAR.test(heading) && !back) add(plan.index, { role: 'tasks', ...span(year, 0, 0) });
  else if (plan) add(plan.index, planCue(plan[1]!, year, { ahead, back }));
  if (numbered) add(numbered.index, runningPlan(numbered[1]!, year));
  const several = ahead ? null : SEVERAL.exec(heading);
  if (several) add(several.index, windowCue(several[1] ?? several[2] ?? several[3], year));
  const term = several ? null : TERM.exec(heading);
  if (term) add(term.index, { role: 'review5', ...span(year, -5, -1) });
  const aheadSeveral = AHEAD_SEVERAL.exec(heading);
  if (aheadSeveral) add(aheadSeveral.index, { role: 'outlook', ...span(year, 0, (COUNTS[aheadSeveral[1]!] ?? 5) - 1) });
  else if (/今后一(?:个|段)时期|远景/.test(heading)) add(heading.search(/今后|远景/), { role: 'outlook' });

  for (const match of heading.matchAll(new RegExp(`(${YEAR})年?`, 'g'))) {
    const named = readYear(match[1]!);
    if (named === null || year === null) continue;
    if (named === year && !/回顾|总结/.test(heading.slice(match.index, match.index + 12))) {
      add(match.index, { role: 'tasks', from: year, to: year });
    } else if (named === year - 1) add(match.index, { role: 'review', from: named, to: named });
    // 1981年国民经济计划的任务和主要指标 in a report of 1980: it plans the year behind its own as well.
    else if (named === year + 1 && /计划|指标/.test(heading))
      add(match.index, { role: 'tasks', from: named, to: named });
  }
  if (/(?:过去|刚刚过去|上)(?:的)?一年|一年来|去年/.test(heading)) {
    add(heading.search(/过去|刚刚|上|一年|去年/), { role: 'review', ...span(year, -1, -1) });
  }
  if (/今年|新的一年|明年/.test(heading))
    add(heading.search(/今年|新的一年|明年/), { role: 'tasks', ...span(year, 0, 0) });
  const [first, second] = cues.sort((a, b) => a.at - b.at);
  if (first)
    return { ...first.cue, ...(second && second.cue.role !== first.cue.role ? { also: second.cue.role } : {}) };
  if (/回顾|工作总结|工作情况|(?:任务|目标|计划|实事|工作)[^，。]{0,8}(?:完成|落实|执行)情况/.test(heading))
    return { role: 'review', ...span(year, -1, -1), weak: true };
  if (WORK_AHEAD.test(heading))
    return ahead ? { role: 'outlook', weak: true } : { role: 'tasks', ...span(year, 0, 0), weak: true };
  return undefined;
}

const DONE =
  /成绩|成就|成效|取得|完成|迈出|圆满|迈上|实现.{0,8}(?:跨越|发展)$|回顾|工作情况|以来|(?:更加|更|持续|明显|显著|不断|稳步|大幅|日益|进一步)[\p{Script=Han}]{1,4}$/u;
const TO_DO =
  /^(?:大力|加快|深入|进一步|切实|努力|积极|奋力|全面(?!建成)|推进|推动|促进|加强|坚持|坚决|坚定|实施|着力|统筹|全力|扎实|继续|乘势|更加|以.{2,12}为)/;

/**
 * The cue of a main heading that names no time, by its words and its place: the first one looks back,
 * what follows a part that looks ahead goes on with it.
 * @param beginning the first words of the text under it.
 * @param around the cues of the main part before, undefined for the first, and of the one behind, where its heading gives one.
 */
export function untimedCue(
  heading: string,
  beginning: string,
  { before, next }: { readonly before?: RoleCue | undefined; readonly next?: RoleCue | undefined },
  year: number | null,
): RoleCue {
  const words = heading.replace(/^.{1,4}?[、）]/u, '');
  if (before?.role === 'tasks') return { role: 'tasks', ...span(year, 0, 0), weak: true };
  if (before?.role === 'outlook') return { ...yearsOfCue(before), role: 'outlook', weak: true };
  if (!before && TO_DO.test(words) && !DONE.test(words)) return { role: 'other', weak: true };
  if (!before || DONE.test(words) || (isReview(before) && before.weak === true && looksBack(beginning)))
    return { role: 'review', ...span(year, -1, -1), weak: true };
  const plan = PLAN_AHEAD.exec(beginning)?.[1];
  const ahead = plan === undefined ? undefined : planCue(plan, year, { ahead: true, back: false });
  if (ahead?.role === 'outlook') return { ...ahead, weak: true };
  // 奋力开创…新局面 behind the years of a term, before the part on the year's work: the years to come.
  const between = before.role === 'review5' && next?.role === 'tasks' && next.weak !== true;
  if (TO_DO.test(words) && !between) return { role: 'tasks', ...span(year, 0, 0), weak: true };
  // 科学发展全面转型的关键时期 behind five years looked back on: the years to come.
  return before.role === 'review5'
    ? { role: 'outlook', ...span(year, 0, 4), weak: true }
    : { role: 'other', weak: true };
}

/** The years of a part, which the one behind it goes on with. */
function yearsOfCue({ from, to }: RoleCue): Pick<RoleCue, 'from' | 'to'> {
  return from === undefined || to === undefined ? {} : { from, to };
}

const isReview = ({ role }: RoleCue): boolean => role === 'review' || role === 'review5';

const DONE_WORK =
  /比上年|同比|去年|顺利|成功|圆满|再创|新高|首次|荣获|了(?![解如])|取得|明显|达到?(?=[\d一-龥]{0,6}\d)|增长(?=\d)/g;
const WORK_TO_COME = /(?<![主重需必])要(?![素求点])|将(?!军)|力争|确保|争取|继续|今年|明年|目标|必须|坚持|加快/g;

/** 我们坚持投资消费双拉动，…增长18.4%: under a heading that sounds like a task the text tells of what was done. */
function looksBack(beginning: string): boolean {
  const count = (words: RegExp): number => beginning.match(words)?.length ?? 0;
  return count(DONE_WORK) > count(WORK_TO_COME);
}

/** The plan period that a part speaks of where it does not first name the year. */
const PLAN_AHEAD =
  /^(?:(?!今年|(?:19|20)\d\d年)[\s\S])*?[“"]?([一二三]?十[一二三四五六七八九]?)五[”"]?(?:时期|期间|规划|发展)/;

/** 今年全市经济社会发展的主要预期目标: wherever it stands, the plan of the year has begun by then. */
const GOAL_SENTENCE = new RegExp(
  `(今年|明年|(${YEAR})年)[^。；\\n]{0,24}?(?:主要)?(?:预期|奋斗|发展)目标(?:是|为|：|建议|如下)`,
  'g',
);

/** The offsets of the words that name the targets of the report's year. */
export function goalSentences(text: string, year: number | null, late: boolean): number[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(GOAL_SENTENCE)) {
    const own = match[2] === undefined ? match[1] === (late ? '明年' : '今年') : readYear(match[2]) === year;
    if (own) offsets.push(match.index);
  }
  return offsets;
}

const SALUTATION = /^(?:各位代表|同志们|各位委员)?[，、：！!:。\s]*/;
const LEAD_REACH = 64;
const LEAD_SEVERAL =
  /^(?:回顾|总结|回望|回首)?(?:(?:过去|这|刚刚过去|上届政府|本届政府|近)[^，。！]{0,6}?([三四五]|(?<!\d)[345])年|([三四五345])年来|[^，。！]{0,18}(?:会议|大会|次会|换届|任期)以来的?([三四五345])年)/;
const LEAD_YEAR_BACK = new RegExp(
  `^(?:回顾|回望|回首)?(?:(?:刚刚|即将)?过去的?(?:一年|(${YEAR})年)|一年来|这一年|(${YEAR})年[，,]?(?:是|我们|我[省市州县区]|面对|全[省市州县区国]上下|极不|注定|既是|在[^，。]{2,40}(?:领导|指导)下))`,
);
const LEAD_AHEAD = /^(?:展望)?(?:今后|未来|接下来)(?:的)?([三四五345])年/;
const LEAD_PLAN =
  /^[“"]?([一二三]?十[一二三四五六七八九]?)五(?![届运连冬年条个项件大次日月五])[”"]?(?:时期|期间|发展|规划)?/;
/** 全市要围绕…, 将…, 力争…, 主要目标是… */
const TO_BE = /今后|未来|要|将|力争|目标/;
const LEAD_TASKS = new RegExp(
  `^(?:做好|完成|实现|搞好)?(?:今年|新的一年|(${YEAR})年)(?:度)?[，,]?(?:是|我们将?|我[省市州县区]|全[省市州县区国]|政府工作(?!报告)|工作(?!报告)|经济|国民经济|要|将|主要|预期|重点|总体|的|各项)`,
);
const WORK_OF_YEAR =
  /主要(?:预期|奋斗)?目标|总体要求|重点(?:抓好|做好|工作|任务)|工作(?:的)?(?:安排|部署|重点|任务|思路)|经济社会发展/;
/** Roles that any mention of the year's work ends. */
const OPEN: ReadonlySet<SectionRole> = new Set(['outlook', 'front', 'other']);
const GOALS =
  /主要(?:预期|奋斗)?目标|总体要求|重点(?:抓好|做好|工作|任务)|工作(?:的)?(?:安排|部署|重点|任务|思路)|指导思想|开局之年|第一年|(?:关键|重要|攻坚|最后)的?一年|关键(?:之)?年|[^，]{0,20}之年|[^，。]{0,24}的一年/;

/**
 * The role that the first words of a paragraph or sentence give from there on; undefined where they give none.
 * @param current the cue so far: words such as 今年 mean the year gone by in a review that was written in December.
 * @param late true for a report delivered in November or December.
 */
export function leadCue(words: string, year: number | null, current: RoleCue, late: boolean): RoleCue | undefined {
  const lead = words.replace(SALUTATION, '').slice(0, LEAD_REACH);
  const tasksHeld = current.role === 'tasks' && !current.weak;
  const ahead = LEAD_AHEAD.exec(lead);
  if (ahead)
    return tasksHeld ? undefined : { role: 'outlook', ...span(year, 0, (COUNTS[ahead[1]!] ?? 5) - 1), weak: true };
  const plan = LEAD_PLAN.exec(lead);
  if (plan && !tasksHeld) {
    const cue = planCue(plan[1]!, year, { ahead: AHEAD.test(lead), back: BACK.test(lead) });
    // What a review says of the plan that runs is done work, unless it speaks of what is to be.
    const told = TO_BE.test(lead) || (cue?.from === year && /时期|期间|，是/.test(plan[0]));
    const looksBack = current.role === 'review' && cue?.role === 'outlook' && !told;
    if (!looksBack) return cue && { ...cue, weak: cue.role === 'outlook' };
  }
  const tasks = LEAD_TASKS.exec(lead);
  if (tasks) {
    const named = tasks[1] ? readYear(tasks[1]) : null;
    const own = named === null ? !late || current.role === 'outlook' : named === year;
    // In a review 今年 needs more than itself to open the plan: 今年是…开局之年, 今年工作的总体要求是. A part on the years ahead
    // goes on to the year only where its heading says so, or the words name the year's work.
    const settled = current.role === 'outlook' && !current.weak && current.also !== 'tasks';
    const opens = settled
      ? WORK_OF_YEAR.test(lead) || /^[^，。]{0,30}之年/.test(lead)
      : OPEN.has(current.role) || GOALS.test(lead);
    if (own && opens) return { role: 'tasks', ...span(year, 0, 0) };
  }
  if (tasksHeld || (current.role === 'outlook' && !current.weak)) return undefined;
  const several = LEAD_SEVERAL.exec(lead);
  if (several) return windowCue(several[1] ?? several[2] ?? several[3], year);
  const back = LEAD_YEAR_BACK.exec(lead) ?? yearTurnedTo(words, lead, current);
  if (back) {
    const named = back[1] ?? back[2];
    if (named === undefined) return { role: 'review', ...span(year, -1, -1) };
    const read = readYear(named);
    if (year === null || read === year - 1)
      return { role: 'review', ...(read === null ? {} : { from: read, to: read }) };
  }
  return undefined;
}

/** 2025年承前启后、继往开来: behind a salutation, or where the heading named the year as well, words without a figure turn to it. */
const LEAD_YEAR_ALONE = new RegExp(`^(${YEAR})年(?!以来|[起至到初底末—-])[^。！\\d]{8,}(?=[。！]|$)`);

function yearTurnedTo(words: string, lead: string, current: RoleCue): RegExpExecArray | null {
  const turns = current.role === 'review5' && (current.also === 'review' || /^各位代表/.test(words));
  return turns ? LEAD_YEAR_ALONE.exec(lead) : null;
}

function windowCue(count: string | undefined, year: number | null): RoleCue {
  return { role: 'review5', ...span(year, -(COUNTS[count ?? '五'] ?? 5), -1) };
}

/** A plan that is over is reviewed; one to come is ahead; the words around decide for the one that runs. */
function planCue(name: string, year: number | null, words: { ahead: boolean; back: boolean }): RoleCue | undefined {
  const ordinal = planOrdinal(name);
  if (ordinal === null) return undefined;
  const years = planYears(ordinal);
  if (year === null) return { role: words.back ? 'review5' : 'outlook', ...years };
  if (years.to < year) return { role: 'review5', ...years };
  if (years.from >= year || words.ahead || !words.back) return { role: 'outlook', ...years };
  return { role: years.from === year - 1 ? 'review' : 'review5', from: years.from, to: Math.min(years.to, year - 1) };
}

/** A plan told by its number that runs: its text goes back and ahead, its years are the plan's. */
function runningPlan(name: string, year: number | null): RoleCue | undefined {
  const ordinal = planOrdinal(name);
  const years = ordinal === null ? undefined : planYears(ordinal);
  const runs = years !== undefined && year !== null && years.from < year && year <= years.to;
  return runs ? { role: 'other', ...years } : undefined;
}

function span(year: number | null, from: number, to: number): { from?: number; to?: number } {
  return year === null ? {} : { from: year + from, to: year + to };
}

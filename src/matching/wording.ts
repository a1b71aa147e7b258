import type { Fact } from '../facts/types.js';
import type { AskedPeriod } from '../frame/types.js';
import { fromWords } from '../question/words.js';
import type { Quantity } from '../text/types.js';

/** What the wording of a question says of the figure besides its slots. */
export interface Wording {
  readonly text: string;
  /** Stages of work that it names (开工, 竣工, 签约), as numbers of their groups. */
  readonly stages: ReadonlySet<number>;
  /** Those of them that the figure's sentence must name. */
  readonly needed: ReadonlySet<number>;
  /** True where it asks by how much something changed: 下降了多少. */
  readonly changed: boolean;
  /** True where it asks for what is done of a total: 已安置多少人, 完成了几个. */
  readonly already: boolean;
  /** True where prices are to be taken out: 扣除物价后增长多少. */
  readonly pricesOut: boolean;
  /** True where what was really done is asked for, as against what was planned. */
  readonly really: boolean;
  /** True where a sum over the time is asked for: 累计引进多少. */
  readonly sum: boolean;
  /** True where an amount is asked for that is passed: 突破多少. */
  readonly passed: boolean;
  /** True where a share is asked for: 占全省多少. */
  readonly share: boolean;
  /** True where the noun it asks for is money: 签约额, 完成投资. */
  readonly money: boolean;
  /** True where it asks for the state before a change: 由多少提高到. */
  readonly start: boolean;
  /** Figures that it states itself (12件实事完成了几件): none of them is the answer. */
  readonly stated: readonly Pick<Quantity, 'low' | 'high' | 'unit'>[];
}

/** 扣除价格因素, 剔除物价, 按可比价. */
const PRICES_OUT = /(?:扣除|剔除)(?:物价|价格)|可比价/u;
/** Words that tell of a change. */
const CHANGES = '下降|降低|减少|增长|增加|提高|上升|上涨|下滑|回落|压减|缩短|增幅|降幅';
const CHANGED = new RegExp(
  `(?:${CHANGES}|[升降涨增减])(?:了|幅度)?(?:多少|几|百分之[几多]少?)(?:个?百分点|个点)?(?=[，,。？?]|$)`,
  'u',
);
const HAS_CHANGE = new RegExp(`${CHANGES}|净增|新增|压缩|节约|减`, 'u');
const SHARE = /占(?![地用道])[^，,。]*(?:多少|几|百分之)|占比|比重/u;
const MONEY = /(?:额|资金|投资|产值|金额)(?:有|是|为|达|达到|共|要|将)?(?:多少|几)?(?:呢)?[？?]?$/u;

/**
 * Reads the wording of a question.
 * @param stated the figures that stand in it.
 * @param oneFigure false where figures are set side by side: then a change is told by states.
 */
export function wordingOf(text: string, stated: Wording['stated'], oneFigure: boolean): Wording {
  return {
    text,
    stages: stagesIn(text),
    needed: stagesIn(text.replace(PLAIN_DONE, '')),
    changed: oneFigure && CHANGED.test(text),
    already: /已|(?:完成|办结|整改|交付)了(?:多少|几)/u.test(text),
    pricesOut: PRICES_OUT.test(text),
    really: /实际/u.test(text) && !/计划/u.test(text),
    sum: /累计/u.test(text),
    passed: /突破(?:了)?多少/u.test(text) && !/增长|增速|增幅|年均/u.test(text),
    share: SHARE.test(text),
    money: MONEY.test(text),
    start: /[由从](?:原来的?)?(?:多少|几)|原来(?:是|有|为)?(?:多少|几)/u.test(text),
    stated,
  };
}

/** 完成 goes with any figure (完成投资) and names no stage by itself. */
const PLAIN_DONE = /完成|建成(?=通车|投)/gu;

const stageGroups = fromWords((words) => words.stages.map((group) => new RegExp(group.join('|'), 'gu')));

/** The stages of work that a text names. */
function stagesIn(text: string): ReadonlySet<number> {
  const groups = stageGroups();
  return new Set(groups.flatMap((pattern, i) => (text.search(pattern) >= 0 ? [i] : [])));
}

/** What stands around a figure. */
interface Context {
  readonly before: string;
  readonly sentence: string;
}

/** What is left of a score where the fact is of another stage of work: 开工 for 竣工. */
const OTHER_STAGE = 0.5;
/** Where the sentence says nothing of the stage that is asked for: 谋划推进 for 签约. */
const NO_STAGE = 0.6;
/** Where the subject is what the question's word is denied by: 非居民 for 居民. */
const DENIED = 0.5;
/** Where the subject is a sibling of what is asked: 居民养老保险 for 职工养老保险. */
const SIBLING = 0.5;
/** Where a change is asked for and the fact tells of a state. */
const NO_CHANGE = 0.35;
/** Where a share is asked for and the fact is an amount. */
const NO_SHARE = 0.4;
/** Where the fact is the total of what is asked for in part, or counts what is asked for in money. */
const WHOLE_FOR_PART = 0.85;
/** What is left of a sum over years (累计引进) where one year's figure is asked for. */
const SUM_FOR_YEAR = 0.85;
/** What is left of a growth with prices in it where they are to be taken out. */
const WITH_PRICES = 0.6;
const COUNT_FOR_MONEY = 0.8;

/**
 * How well a fact fits the wording, 0–1; 0 for a figure that the question states itself.
 * @param before the fact's clause up to the figure; '' where it was not read.
 * @param sentence its sentence; '' where it was not read.
 */
export function wordingFit(fact: Fact, { before, sentence }: Context, asked: Wording, period?: AskedPeriod): number {
  const { low, high, unit } = fact.quantity;
  if (asked.stated.some((q) => q.low === low && q.high === high && q.unit === unit)) return 0;
  const said = `${fact.verb ?? ''}${fact.subject}`;
  const changes =
    fact.direction !== undefined ||
    fact.measure === 'growth' ||
    fact.measure === 'difference' ||
    fact.measure === 'average' ||
    HAS_CHANGE.test(said);
  return (
    (isOtherStage(before || said, asked.stages) && !isOwnStage(fact.subject, before, asked.stages)
      ? OTHER_STAGE
      : lacksStage(sentence, asked.needed)
        ? NO_STAGE
        : 1) *
    (isPerHead(fact, before, asked.text) ? SIBLING : 1) *
    (isSiblingOf(fact.subject, asked.text) ? SIBLING : 1) *
    (isDenied(fact.subject, asked.text) ? DENIED : 1) *
    (asked.changed && !changes ? NO_CHANGE : 1) *
    (asked.share && !/[%‰成分]|倍|^$/u.test(unit) && !/占/u.test(said) ? NO_SHARE : 1) *
    (asked.already && !/已|完成/u.test(said) ? WHOLE_FOR_PART : 1) *
    (asked.pricesOut && !PRICES_OUT.test(before) ? WITH_PRICES : 1) *
    (asked.really && /计划/u.test(said) ? DENIED : 1) *
    (asked.sum && period?.kind === 'span' && isOfOneYear(fact) && !SUMMED.test(before) ? DENIED : 1) *
    (!asked.sum && period?.kind === 'year' && isOfOneYear(fact) && /累计/u.test(before) ? SUM_FOR_YEAR : 1) *
    (asked.passed && (fact.measure === 'average' || fact.measure === 'growth') ? DENIED : 1) *
    (asked.money && fact.measure === 'count' ? COUNT_FOR_MONEY : 1)
  );
}

/** 累计, 总: a figure of one year that sums up what went before. */
const SUMMED = /累计|总|共/u;

function isOfOneYear({ period, facet }: Fact): boolean {
  return period.from === period.to && facet !== 'cumulative';
}

/** True where question and fact each name a stage, and the one nearest to the figure is none that is asked for. */
function isOtherStage(said: string, asked: ReadonlySet<number>): boolean {
  if (asked.size === 0) return false;
  let last = { at: -1, stage: -1 };
  for (const [stage, pattern] of stageGroups().entries())
    for (const match of said.matchAll(pattern)) if (match.index > last.at) last = { at: match.index, stage };
  return last.stage >= 0 && !asked.has(last.stage);
}

/** 新开工、新引进项目分别达220个、286个: of several stages in one clause the subject names its own. */
function isOwnStage(subject: string, before: string, asked: ReadonlySet<number>): boolean {
  const own = stagesIn(subject);
  return before.includes('分别') && own.size > 0 && [...own].every((stage) => asked.has(stage));
}

function lacksStage(sentence: string, asked: ReadonlySet<number>): boolean {
  if (asked.size === 0 || sentence === '') return false;
  const held = stagesIn(sentence);
  return [...asked].every((stage) => !held.has(stage));
}

/** Words by which an amount is one for each: 每万人, 人均. */
const PER = /每[百千万亿]?[人户亩名]|人均|户均|亩均|日均|月均|地均/u;

/** What is an amount for each by its nature: 低保标准, 种粮补贴. */
const EACH = /(?:标准|补贴|补助|工资|救助金|养老金|津贴)$/u;

/** True where an amount for each is set against a question for the whole, or the other way round. An indicator's name settles it. */
function isPerHead(fact: Fact, before: string, text: string): boolean {
  if (fact.indicator !== undefined) return false;
  const each = PER.test(fact.subject);
  return PER.test(text) ? !each && !PER.test(before) && !EACH.test(fact.subject) : each;
}

const contrasts = fromWords((words) => words.contrasts);

/** True where a word of the question parts its thing from the subject's. 进出口 names both trades. */
function isSiblingOf(subject: string, text: string): boolean {
  const [said, asked] = [subject.replace(/进出口/gu, ''), text.replace(/进出口/gu, '')];
  return contrasts().some((group) => {
    const own = group.filter((word) => said.includes(word));
    return own.length > 0 && group.some((word) => asked.includes(word)) && !own.some((word) => asked.includes(word));
  });
}

/** True where the subject denies a word of the question: 非居民用气 for 居民用气, 未安置 for 安置. */
function isDenied(subject: string, text: string): boolean {
  return [...subject.matchAll(/[非未]([\p{Script=Han}]{2})/gu)].some(
    ([denied, word]) => text.includes(word!) && !text.includes(denied!),
  );
}

/** The figure that a change starts from: 450元 of 由450元提高到490元, where both are of one time. */
export function isStartOf(a: Fact, b: Fact): boolean {
  return (
    a.report === b.report &&
    a.clause.start === b.clause.start &&
    a.subject === b.subject &&
    a.quantity.unit === b.quantity.unit &&
    a.period.from === b.period.from &&
    a.period.to === b.period.to &&
    a.span.end <= b.span.start &&
    a.verb === undefined &&
    b.verb !== undefined &&
    /^(?:提|增|升|上|调|扩|涨|降|下|减|压|缩).*[到至为]$/u.test(b.verb)
  );
}

import { withoutOther } from './beside.js';
import type { Bound } from './bind.js';
import { phraseSubject } from './nouns.js';
import { tourismReceipts } from './receipts.js';
import type { Reader, SingleState } from './single-state.js';
import { withTopic } from './subjects.js';

/** Figures before which no noun stands: what they are of was said earlier, or is told behind them. */

/** Phrases: 减排完成省定指标 has a noun that looks like a verb; 完成省下达的节能减排任务 tells its own subject. */
export const phraseAlone: Reader = ({ context, single, words, noun, after, read, own }) => {
  if (single.quantity.kind !== 'phrase') return undefined;
  if (noun === '' && /[排耗碳]$/.test(words)) return read(words, own(words));
  const inner = words === '' ? phraseSubject(single.quantity.text, after) : undefined;
  if (inner === undefined) return undefined;
  return inner === '' ? { topic: context.topic, doing: context.doing, used: 0 } : read(inner, context.topic);
};

/** 综合收入首次突破千亿元大关，达到1220亿元. */
const passedBefore: Reader = ({ context, single, predicate, previous, read, own }) => {
  if (context.passed === undefined || !predicate.reaches || single.listed) return undefined;
  const subject = tourismReceipts(context.passed, previous?.subject) ?? context.passed;
  return read(subject, own(subject));
};

/** What may stand between the two figures of a change: 整合为, 扩展到2015年的, 逐步扩大到. */
const BETWEEN_ENDS = /^[^，、；。]{1,14}$/;
const OF_ONE_SCALE = /^[百千万亿]+/;

/** 市属国企由35户整合为20户, 排名由第10位提升为第5位: the second figure of a change is of what the first is of, whatever verb joins them. */
export const reachedFrom: Reader = ({ context, single, change, previous, read }) => {
  if (change !== 'to' || previous === undefined || previous.subject === '') return undefined;
  const gap = context.sentence.text.slice(previous.quantity.span.end, single.quantity.span.start);
  const [base, now] = [previous.quantity, single.quantity];
  const alike = base.kind === now.kind && base.unit.replace(OF_ONE_SCALE, '') === now.unit.replace(OF_ONE_SCALE, '');
  return alike && BETWEEN_ENDS.test(gap) ? read(previous.subject, context.topic) : undefined;
};

/** The figure whose subject a silent one leans on: no rank, and where it grew no share. */
function leansOn({ context, single, predicate, direction, previous }: SingleState): {
  readonly last: Bound | undefined;
  readonly shareOnly: boolean;
} {
  const { bounds, topic } = context;
  // A rank tells of the subject, it is none: 居全国…城市第十位，年均增长9%.
  // Nor is a share what grew: 产业投资占48%、增长119%.
  const grows = single.quantity.unit === '%' && !predicate.reaches && direction !== undefined;
  const isShare = (one: Bound): boolean =>
    grows && one.quantity.unit === '%' && /占(?:比|[^，占]{1,14})$/.test(one.subject) && topic !== undefined;
  const last = bounds.findLast((one) => one.quantity.kind !== 'rank' && !isShare(one)) ?? previous;
  return { last, shareOnly: grows && topic !== undefined && last?.subject.endsWith('占比') === true };
}

/** What a figure without a noun is of. */
function heldSubject(state: SingleState): string {
  const { context, single, previous, change } = state;
  const { clause, topic } = context;
  // 由第22位前移至第15位: of what the first figure is of, be it a rank.
  const reached = change === 'to' ? previous?.subject : undefined;
  if (reached !== undefined) return reached;
  const { last, shareOnly } = leansOn(state);
  // What the clause itself began with comes before a figure of the clause before.
  const begun = single.listed && topic?.start === clause.start && previous?.home !== clause;
  // 财政收入首超百亿元，增长20.8% behind figures of another: what a clause without a figure turned to.
  const turned = !single.listed && topic !== undefined && previous !== undefined && topic.start >= previous.home.end;
  const held = (shareOnly || begun || turned ? topic?.subject : last?.subject) ?? topic?.subject ?? '';
  // 新增发电量占全省37%，列全省第一: what has its place is not the share.
  const whole = single.quantity.kind === 'rank' ? held.replace(SHARE_OF_WHOLE_BEHIND, '') : held;
  const plain = single.quantity.unit.endsWith('点') ? held : withoutOther(whole);
  return WHOLE_YEAR.test(state.words) ? ofTheYear(plain, context.bounds) : plain;
}

const SHARE_OF_WHOLE_BEHIND = /(?<=..)(?:约)?占(?:全[国省市区州球疆]|世界)$/;

/** 单季增速分别为2.2%、0.9%，全年增长2.6%: the year's figure, behind those of its parts. */
const WHOLE_YEAR = /^(?:预计)?全年/;
const OF_PARTS = /^(?:单季度?|各季度?|逐季|分季度|季度)/;

function ofTheYear(held: string, bounds: readonly Bound[]): string {
  const several = held.endsWith('等') && bounds.filter(({ subject }) => subject === held).length > 1;
  return (several ? held.slice(0, -1) : held).replace(OF_PARTS, '');
}

/** 新增市场主体8.3万户，累计达43.6万户: the stock behind what was added. */
const STOCK = /^(?:达|达到|已达|增至|累计|突破|超过|达成|共有|增加到)$/;
const NEWLY = /^(?:新增|净增|新认定|认定|新培育|新登记|新注册|新设|新建成|新引进)|新增$/;

const stockBehind: Reader = (state) => {
  const { context, single, counts, verb } = state;
  const held = heldSubject(state);
  const alike = leansOn(state).last?.quantity.unit === single.quantity.unit;
  // 新增集中供热面积730万平方米，累计达到1400万平方米
  if (!counts && alike && /累计|总/.test(state.words) && /^新增/.test(held) && STOCK.test(verb ?? ''))
    return state.read(held.replace(/^新增/, ''), context.topic);
  return counts && STOCK.test(verb ?? '') && alike && NEWLY.test(held)
    ? state.read(withTopic('总数', held, '', context.sentence.indicators), context.topic)
    : undefined;
};

const PER = /(?:平均)?每[天日月周](?=[^，]{0,3}$)|[日月]均(?=[^，]{0,3}$)/;

/** 新登记市场主体184.1万户、平均每天5044户. */
const perDay: Reader = (state) => {
  const per = PER.exec(state.words)?.[0];
  const held = per === undefined ? '' : heldSubject(state);
  return held === '' ? undefined : state.read(held + per!, state.context.topic);
};

/** The clause before, where nothing else tells what the figure is of. */
const ledBefore: Reader = (state) => {
  const { lead } = state.context;
  if (lead === undefined || heldSubject(state) !== '') return undefined;
  const subject = lead + (/^实现/.test(state.after) ? state.after.split(/[、，；]/)[0]! : '');
  return state.read(subject, state.own(subject));
};

const FINISHED = /^(?:已|基本|全面|全部|当年|年内)*完成$/;
const STARTED = /^(?:计划|全面|新)?(?:开工复工|启动|开工建设|开工|实施|推进|开展)(?=[一-龥“]{2})/;

/** 吸引1.9万人返乡，其中1.3万人实现创业: how many of them. */
const OF_THEM = /^其中[，：]?$/;

const goesOn: Reader = (state) => {
  const { context, single, previous, words, counts, after } = state;
  const held = heldSubject(state);
  // 17个已交付使用 behind 27个…项目: the same things, said further of; 325万人实现脱贫 behind 新增就业168万人: others.
  const alike = previous?.quantity.unit === single.quantity.unit;
  // 205个村、22.8万人实现脱贫: others, of whom it is said behind them.
  const others = single.listed && !alike && /^(?:实现|全部|顺利|成功|得到|享受|参加|受到|获得)/.test(after);
  const of = OF_THEM.test(words);
  const untold = words === '' || of;
  const said = (!single.listed || others) && counts && untold ? after.split(/[，；、]/)[0]!.slice(0, 24) : '';
  const same = alike && /^已/.test(said);
  // 启动改造132家，完成96家: how far the same things have come.
  const finished = FINISHED.test(words) && alike && STARTED.test(held) ? held.replace(STARTED, '完成') : undefined;
  const subject =
    finished ?? (of && alike && said !== '' ? `${held}中${said}` : said === '' || same ? held + said : said);
  return state.read(subject, context.topic ?? (previous && state.own(held)));
};

/** 占全国的7.29%、全省的20%: a second whole, of the same subject. */
const WHOLE = /^(?:约)?(全[国省市区州球疆]|世界|全球)[一-龥]{0,4}的?$/;
const SHARE_OF_WHOLE = /占(?:全[国省市区州球疆]|世界|全球)(?=[一-龥]{0,4}$)/;

const MEASURED_BY = /(?:仅?[为是]|相当于|达到?)全[国省市区州球疆][^，、]{0,6}$/;

export const ofAnotherWhole: Reader = ({ context, single, words, previous, read }) => {
  const whole = WHOLE.exec(words)?.[1];
  // 人均生产总值仅为全区63%、全国56.5%
  const measured =
    previous !== undefined && MEASURED_BY.test(previous.before) && previous.quantity.unit === single.quantity.unit;
  if (whole !== undefined && measured && single.listed) return read(previous.subject, context.topic);
  if (whole === undefined || !single.listed || previous === undefined || !SHARE_OF_WHOLE.test(previous.subject))
    return undefined;
  return read(previous.subject.replace(SHARE_OF_WHOLE, `占${whole}`), context.topic);
};

/** 是上个五年的3.8倍: how many times as much, of the subject before. */
export const timesAsMuch: Reader = (state) => {
  const held = /倍$/.test(state.single.quantity.unit) && /^(?:约)?(?:是|为|相当于|等于)(?!民|企业)/.test(state.words);
  const subject = held ? heldSubject(state) : '';
  return subject === '' ? undefined : state.read(subject, state.context.topic);
};

const silent =
  (reader: Reader): Reader =>
  (state) =>
    state.noun === '' ? reader(state) : undefined;

/** The ways to read a figure without a noun, tried in order; the last one always applies to it. */
export const SILENT: readonly Reader[] = [passedBefore, stockBehind, perDay, ledBefore, goesOn].map(silent);

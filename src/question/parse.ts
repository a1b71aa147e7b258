import type { Lexicon } from '../lexicon/load.js';
import type { Measure } from '../lexicon/types.js';
import { askedIndicators } from './indicators.js';
import { askedFacet, askedMeasure, askedOperation, askedUnits, claimWords } from './intent.js';
import { askedPeriods } from './periods.js';
import { askedPlaces } from './places.js';
import type { Scratch } from './scratch.js';
import { claim, freeRuns, isFree, scratchOf } from './scratch.js';
import type { AskedPeriod, Operation, Query, Slot } from './types.js';
import { questionWords } from './words.js';

export interface ParseContext {
  readonly lexicon: Lexicon;
  /** Ids of places with reports. */
  readonly held: ReadonlySet<string>;
}

/** The most places that one question may name; what is more is said to be too much. */
export const MAX_PLACES = 30;

const QUOTED = /[“"「『‘《]([^“”"「」『』‘’《》]{1,40})[”"」』’》]/gu;
/** 哪些报告提到X, X在哪些报告里提到过, 有没有提到X. */
const MENTION_OBJECT =
  /(?:提到|提及|提过|讲到|讲过|写到|写过|说到|谈到|出现)(?:过|了)?(?:的是)?(?!的)([^，。？?！!,、]{2,20}?)(?:了?吗|没有|过|的)?[？?。!！]?$/u;
const TARGET_LIST =
  /(?:预期|主要|经济|发展|年度|工作|指标|全部|所有|各项)?(?:预期|指标)?目标(?:都)?(?:有哪些|是哪些|有哪几项|有哪几个|有几项|一览|清单|列表|是什么|有什么|都有|汇总|[？?]?$)|主要(?:预期)?(?:目标|指标)|预期目标有|指标目标/u;
const LIST_END =
  /哪[些两二三四五六七八九十几\d]|清单|一览|列表|列[出一]|分别是什么|具体指|具体是|指(?:的是)?什么|指哪|包括(?:了)?(?:什么|哪)|都包括|有哪些|是什么(?:内容)?/u;
const WANTS_NUMBER = /多少|几(?=[\p{Script=Han}%])|百分之|多高|多大|多长|多快|多重|第几|总量|总数|人数/u;
const TEXT_QUESTION = /谁|哪家|哪个|哪位|哪座|哪条|哪里|哪儿|哪一|啥|怎么|如何|怎样|为什么|为何|什么/u;

/** Reads a question (normalised text) into its slots. Pure; never throws. */
export function parseQuestion(raw: string, text: string, context: ParseContext): Query {
  const words = questionWords();
  const scratch = scratchOf(text);
  const quoted = quotedTerms(text);
  const operation = askedOperation(scratch);
  const places = askedPlaces(scratch, context.lexicon, context.held);
  const periods = askedPeriods(scratch);
  const detail = metadataAsked(text);
  const mentionsAsked = words.operations.mentions.some((w) => text.includes(w)) && /报告|哪|没有|吗|是否/u.test(text);
  const content = freeRuns(scratch);
  const indicators = askedIndicators(scratch, context.lexicon);
  const units = askedUnits(scratch);
  const wordMeasure = askedMeasure(scratch);
  const measure = wordMeasure ?? measureOfName(indicators.map((i) => i.text)) ?? measureOfUnit(units);
  const facet = askedFacet(scratch);
  const wantsNumber = units.length > 0 || wordMeasure !== undefined || WANTS_NUMBER.test(text);
  const chosen: Operation = detail
    ? 'metadata'
    : mentionsAsked
      ? 'mentions'
      : chooseOperation(text, {
          asked: operation.operation,
          compare: operation.compare,
          places: places.all ? 2 : places.places.length,
          periods: periods.periods,
          indicators: indicators.length,
          bothFacets: facet.bothFacets,
          hasFacet: facet.facet !== undefined,
          wantsNumber,
        });
  if (chosen !== 'passage') claimWords(scratch, operationWords(chosen));
  const mentioned = chosen === 'mentions' ? mentionObject(text, quoted) : [];
  claimStopWords(scratch);
  return {
    raw,
    text,
    places: fromQuestion(places.places),
    allPlaces: places.all,
    periods: fromQuestion(periods.periods),
    reportYear: periods.reportYear,
    indicators: fromQuestion(
      indicators.map((i) => i.indicator).filter((x, i, all) => all.findIndex((y) => y.id === x.id) === i),
    ),
    facet: facet.facet ? { value: facet.facet, source: 'question' } : undefined,
    bothFacets: facet.bothFacets,
    measure,
    units,
    operation: chosen,
    order: operation.order,
    top: operation.top,
    quoted: chosen === 'mentions' ? mentioned : quoted,
    residue: freeRuns(scratch),
    content,
    wantsNumber,
    detail,
  };
}

function fromQuestion<T>(values: readonly T[]): Slot<T>[] {
  return values.map((value) => ({ value, source: 'question' }));
}

function quotedTerms(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((m) => m[1]!.trim()).filter(Boolean);
}

function metadataAsked(text: string): Query['detail'] {
  const { speaker, delivered } = questionWords().asked.metadata;
  if (!text.includes('报告')) return undefined;
  if (speaker.some((w) => text.includes(w))) return 'speaker';
  if (delivered.some((w) => text.includes(w))) return 'delivered';
  return undefined;
}

interface Signs {
  readonly asked?: Operation;
  readonly compare: boolean;
  readonly places: number;
  readonly periods: readonly AskedPeriod[];
  readonly indicators: number;
  readonly bothFacets: boolean;
  readonly hasFacet: boolean;
  readonly wantsNumber: boolean;
}

function chooseOperation(text: string, signs: Signs): Operation {
  const years = signs.periods.filter((p) => p.kind === 'year' && !p.part).length;
  const span = signs.periods.some((p) => p.kind === 'span');
  if (signs.places > 1) return 'compare';
  if (signs.asked === 'outcome' || (signs.bothFacets && years <= 1)) return 'outcome';
  if (signs.asked === 'trend') return 'trend';
  if (years > 2 || (span && /怎么变|变化|走势|逐年|各(?:年|是)/u.test(text)))
    return signs.compare && /最|差|多多少|高多少/u.test(text) ? 'compare' : 'trend';
  if (years === 2) return 'compare';
  if (TARGET_LIST.test(text) && signs.indicators === 0) return 'targets';
  if (signs.indicators > 1 && (signs.hasFacet || signs.wantsNumber)) return 'list';
  if (LIST_END.test(text) && !(signs.wantsNumber && signs.indicators === 1)) return 'list';
  if (signs.indicators > 0 || signs.wantsNumber) return 'figure';
  if (TEXT_QUESTION.test(text)) return 'passage';
  return signs.hasFacet ? 'figure' : 'passage';
}

/** What a question about mentions looks for: the quoted words, else the words after 提到, else those before it. */
function mentionObject(text: string, quoted: readonly string[]): string[] {
  if (quoted.length > 0) return [...quoted];
  const after = MENTION_OBJECT.exec(text)?.[1];
  const cleaned = (s: string) =>
    s.replace(/^(?:有没有|是否|的|了|过|在|关于|对)+|(?:的|了|过|吗|没有|哪些.*|哪几?个?.*|在.*)+$/gu, '').trim();
  if (after && cleaned(after).length >= 2) return [cleaned(after)];
  const before = /^(.{2,20}?)(?:在|，|,| )?(?:哪些|哪几|哪个|有哪些|都有哪|被哪)/u.exec(text)?.[1];
  if (before && cleaned(before).length >= 2) return [cleaned(before)];
  return [];
}

function measureOfName(names: readonly string[]): Measure | undefined {
  for (const name of names) {
    if (/增速|增长|增幅|涨幅/u.test(name)) return 'growth';
    if (/总量|总额为/u.test(name)) return 'level';
  }
  return undefined;
}

function measureOfUnit(units: readonly string[]): Measure | undefined {
  const unit = units[0];
  if (!unit) return undefined;
  if (/百分点|个点/u.test(unit)) return 'difference';
  if (unit === '%') return undefined;
  if (/倍/u.test(unit)) return 'multiple';
  return 'level';
}

function operationWords(operation: Operation): readonly string[] {
  const { operations } = questionWords();
  if (operation === 'compare') return [...operations.compare, ...operations.aggregate];
  if (operation === 'outcome') return operations.outcome;
  if (operation === 'trend') return operations.trend;
  if (operation === 'mentions') return operations.mentions;
  if (operation === 'list' || operation === 'targets') return operations.list;
  return [];
}

/** Claims words without content. Single units are claimed only where they stand alone between claimed ones, or are particles. */
function claimStopWords(scratch: Scratch): void {
  const { stop } = questionWords();
  claimWords(
    scratch,
    stop.filter((w) => w.length > 1),
  );
  const single = new Set(stop.filter((w) => w.length === 1));
  for (let i = 0; i < scratch.text.length; i++) {
    if (scratch.used[i] || !single.has(scratch.text[i]!)) continue;
    const alone = (i === 0 || scratch.used[i - 1] === 1) && (i + 1 >= scratch.text.length || scratch.used[i + 1] === 1);
    const particle = /[的了吗呢吧啊呀么]/u.test(scratch.text[i]!);
    const edge =
      (i === 0 || scratch.used[i - 1] === 1 || !isFree(scratch, i + 1, Math.min(i + 2, scratch.text.length))) &&
      /[是有在把给要让从对]/u.test(scratch.text[i]!);
    if (alone || particle || edge) claim(scratch, i, i + 1);
  }
}

import type { AskedPeriod, Cues, Operation } from '../frame/types.js';
import { asksTelling, asksToList, asksUndone } from './tellings.js';
import { questionWords } from './words.js';

const TARGET_LIST =
  /(?:预期|主要|经济|发展|年度|工作|指标|全部|所有|各项)?(?:预期|指标)?目标(?:都)?(?:有哪些|是哪些|有哪几项|有哪几个|有几项|一览|清单|列表|是什么|有什么|都有|都有啥|有啥|列一下|列出来|汇总)|主要(?:预期)?(?:目标|指标)|预期目标有|指标目标/u;
const LIST_END =
  /哪[些两二三四五六七八九十几\d]|清单|一览|列表|列[出一]|分别是什么|具体指|具体是|指(?:的是)?什么|指哪|包括(?:了)?(?:什么|哪)|都?有啥|都有什么|都是什么|都包括|有哪些/u;
/** Any 哪 that asks for one of a class: 哪家, 哪所, 哪款. */
const TEXT_QUESTION = /谁|哪|啥|几[类级]|第几[届次批期轮]|怎么|如何|怎样|为什么|为何|什么/u;

/** How or why something is done is told in words, though an indicator is named: 怎么发展数字经济. */
const ASKS_HOW = /(?:怎么|如何|怎样|咋)(?!样|变|提|定|说|写|设|表述)[\p{Script=Han}]|为什么|为何/u;

/** A figure is asked for beside its reason: 为啥降了，降了多少. */
const FIGURE_ASKED = /多少|百分之几|几个(?:百分)?点/u;

/** Measures are told in sentences, not by names. */
const ASKS_MEASURES = /(?:哪些|什么)[\p{Script=Han}]{0,8}(?:措施|举措|办法|做法|安排)(?:[？?]|$)/u;

/** What the recognisers found, as far as it decides the operation. */
export interface Signs {
  readonly asked?: Operation;
  readonly compare: boolean;
  readonly places: number;
  /** True where places are named side by side (常德和怀化) or all of a kind are meant. */
  readonly placesJoined: boolean;
  readonly periods: readonly AskedPeriod[];
  /** How many reports are named by their years. */
  readonly reports: number;
  readonly indicators: number;
  readonly bothFacets: boolean;
  readonly hasFacet: boolean;
  readonly quoted: boolean;
  /** True where a quoted word stands for several that carry it: “××之河”. */
  readonly carried: boolean;
  readonly wantsNumber: boolean;
  readonly cues: Cues;
  /** Units of text that no slot used. */
  readonly leftover: number;
}

/** A counted name: 十件民生实事, 三大攻坚战, 11件实事. */
const COUNTED = /(?:[二两三四五六七八九十]|(?<![\d.])\d{1,2})(?:大|个|件|项|条)/u;
/** Words that ask for the parts of a name, which is then no question for all targets: “三个跨越”指哪三个方面. */
const ASKS_PARTS = /哪[二两三四五六七八九十\d]|是什么|指什么|指哪|包括|是哪些|有哪些/u;

/** What is to be done, by first fit. */
export function chooseOperation(text: string, signs: Signs): Operation {
  const years = signs.periods.filter((p) => (p.kind === 'year' || p.kind === 'end') && !p.part).length;
  const span = signs.periods.some((p) => p.kind === 'span');
  const inWords =
    (signs.indicators === 0 &&
      !signs.wantsNumber &&
      (LIST_END.test(text) || TEXT_QUESTION.test(text) || signs.cues.state || signs.cues.whether)) ||
    asksTelling(text);
  // A second place in a question without figures is part of what is asked: 甲市跟乙市哪个区结对.
  if (signs.places > 1 && (signs.placesJoined || !inWords)) return 'compare';
  if ((signs.carried || asksToList(text)) && signs.indicators === 0) return 'list';
  if (asksTelling(text) || (signs.cues.why && !FIGURE_ASKED.test(text))) return 'passage';
  if (signs.indicators === 0 && asksUndone(text)) return LIST_END.test(text) ? 'list' : 'passage';
  // 人才计划五年备了多少钱: what goes on for years by itself has no year whose aim and outcome could be set side by side.
  const stretch = signs.periods.some((p) => p.eitherWay);
  if (signs.asked === 'outcome' || (signs.bothFacets && years <= 1 && !stretch)) return 'outcome';
  // One report that is named tells no row of years: 2014年报告…每年统筹多少钱.
  if (signs.asked === 'trend' && signs.reports !== 1) return 'trend';
  if (years > 2 || (span && /怎么变|变化|走势|逐年|各(?:年|是)/u.test(text)))
    return signs.compare && /最|差|多多少|高多少/u.test(text) ? 'compare' : 'trend';
  if (years === 2 || (signs.reports > 1 && signs.wantsNumber)) return 'compare';
  if (
    signs.indicators === 0 &&
    !((signs.quoted || COUNTED.test(text)) && ASKS_PARTS.test(text)) &&
    (TARGET_LIST.test(text) || (signs.leftover < 3 && /(?:预期|指标)?目标[？?]?$/u.test(text)))
  )
    return 'targets';
  if (signs.indicators > 1 && (signs.hasFacet || signs.wantsNumber)) return 'list';
  if (COUNTED.test(text) && !signs.wantsNumber && signs.indicators === 0 && !TEXT_QUESTION.test(text)) return 'list';
  if ((signs.quoted || COUNTED.test(text)) && /是什么|指什么|什么意思/u.test(text)) return 'list';
  if (ASKS_MEASURES.test(text) && signs.indicators === 0 && !COUNTED.test(text)) return 'passage';
  if (LIST_END.test(text) && !(signs.wantsNumber && signs.indicators === 1)) return 'list';
  if (ASKS_HOW.test(text) && !signs.wantsNumber) return 'passage';
  if (!signs.wantsNumber && asksInWords(signs)) return 'passage';
  if (signs.indicators > 0 || signs.wantsNumber) return 'figure';
  if (TEXT_QUESTION.test(text)) return 'passage';
  return signs.hasFacet ? 'figure' : 'passage';
}

/** True where the wording asks for what is said: a reason or a failing always, the rest where no figure is named. */
function asksInWords({ cues, indicators }: Signs): boolean {
  if (cues.why || cues.problems || cues.admits) return true;
  return indicators === 0 && !cues.check && (cues.whether || cues.state || cues.how || cues.where || cues.who);
}

/** Words that named the operation and are no content. */
export function operationWords(operation: Operation): readonly string[] {
  const { operations } = questionWords();
  if (operation === 'compare') return [...operations.compare, ...operations.aggregate];
  if (operation === 'outcome') return operations.outcome;
  if (operation === 'trend') return operations.trend;
  if (operation === 'mentions') return operations.mentions;
  if (operation === 'list' || operation === 'targets') return operations.list;
  return [];
}

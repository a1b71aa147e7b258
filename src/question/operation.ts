import type { AskedPeriod, Operation } from './types.js';
import { questionWords } from './words.js';

const TARGET_LIST =
  /(?:预期|主要|经济|发展|年度|工作|指标|全部|所有|各项)?(?:预期|指标)?目标(?:都)?(?:有哪些|是哪些|有哪几项|有哪几个|有几项|一览|清单|列表|是什么|有什么|都有|都有啥|有啥|列一下|列出来|汇总)|主要(?:预期)?(?:目标|指标)|预期目标有|指标目标/u;
const LIST_END =
  /哪[些两二三四五六七八九十几\d]|清单|一览|列表|列[出一]|分别是什么|具体指|具体是|指(?:的是)?什么|指哪|包括(?:了)?(?:什么|哪)|都包括|有哪些/u;
const TEXT_QUESTION = /谁|哪家|哪个|哪位|哪座|哪条|哪里|哪儿|哪一|啥|怎么|如何|怎样|为什么|为何|什么/u;

/** What the recognisers found, as far as it decides the operation. */
export interface Signs {
  readonly asked?: Operation;
  readonly compare: boolean;
  readonly places: number;
  readonly periods: readonly AskedPeriod[];
  readonly indicators: number;
  readonly bothFacets: boolean;
  readonly hasFacet: boolean;
  readonly quoted: boolean;
  readonly wantsNumber: boolean;
  /** Units of text that no slot used. */
  readonly leftover: number;
}

/** A counted name: 十件民生实事, 三大攻坚战. */
const COUNTED = /[二两三四五六七八九十](?:大|个|件|项|条)/u;

/** What is to be done, by first fit. */
export function chooseOperation(text: string, signs: Signs): Operation {
  const years = signs.periods.filter((p) => (p.kind === 'year' || p.kind === 'end') && !p.part).length;
  const span = signs.periods.some((p) => p.kind === 'span');
  if (signs.places > 1) return 'compare';
  if (signs.asked === 'outcome' || (signs.bothFacets && years <= 1)) return 'outcome';
  if (signs.asked === 'trend') return 'trend';
  if (years > 2 || (span && /怎么变|变化|走势|逐年|各(?:年|是)/u.test(text)))
    return signs.compare && /最|差|多多少|高多少/u.test(text) ? 'compare' : 'trend';
  if (years === 2) return 'compare';
  if (
    signs.indicators === 0 &&
    (TARGET_LIST.test(text) || (signs.leftover < 3 && /(?:预期|指标)?目标[？?]?$/u.test(text)))
  )
    return 'targets';
  if (signs.indicators > 1 && (signs.hasFacet || signs.wantsNumber)) return 'list';
  if (COUNTED.test(text) && !signs.wantsNumber && signs.indicators === 0 && !TEXT_QUESTION.test(text)) return 'list';
  if ((signs.quoted || COUNTED.test(text)) && /是什么|指什么|什么意思/u.test(text)) return 'list';
  if (LIST_END.test(text) && !(signs.wantsNumber && signs.indicators === 1)) return 'list';
  if (signs.indicators > 0 || signs.wantsNumber) return 'figure';
  if (TEXT_QUESTION.test(text)) return 'passage';
  return signs.hasFacet ? 'figure' : 'passage';
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

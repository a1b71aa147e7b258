import type { AskedPeriod, Cues, Operation } from '../frame/types.js';
import { asksMissed } from './missed.js';
import { patterns } from './patterns/index.js';
import { asksTelling, asksToList, asksUndone } from './tellings.js';
import { questionWords } from './words.js';

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

/** What is to be done, by first fit. */
export function chooseOperation(text: string, signs: Signs): Operation {
  const said = patterns().operations;
  const years = signs.periods.filter((p) => (p.kind === 'year' || p.kind === 'end') && !p.part).length;
  const span = signs.periods.some((p) => p.kind === 'span');
  const inWords =
    (signs.indicators === 0 &&
      !signs.wantsNumber &&
      (said.list.in(text) || said.inText.in(text) || signs.cues.state || signs.cues.whether)) ||
    asksTelling(text);
  // A second place in a question without figures is part of what is asked: 甲市跟乙市哪个区结对.
  if (signs.places > 1 && (signs.placesJoined || !inWords)) return 'compare';
  if ((signs.carried || asksToList(text)) && signs.indicators === 0) return 'list';
  if (asksTelling(text) || (signs.cues.why && !said.figureAsked.in(text))) return 'passage';
  if (signs.indicators === 0 && asksUndone(text)) return said.list.in(text) ? 'list' : 'passage';
  // 哪几个目标落空了, in whatever words.
  if (signs.indicators === 0 && asksMissed(text) && said.list.in(text)) return 'list';
  // 人才计划五年备了多少钱: what goes on for years by itself has no year whose aim and outcome could be set side by side.
  const stretch = signs.periods.some((p) => p.eitherWay);
  if (signs.asked === 'outcome' || (signs.bothFacets && years <= 1 && !stretch)) return 'outcome';
  // One report that is named tells no row of years: 2014年报告…每年统筹多少钱.
  if (signs.asked === 'trend' && signs.reports !== 1) return 'trend';
  if (years > 2 || (span && said.change.in(text))) return signs.compare && said.extreme.in(text) ? 'compare' : 'trend';
  if (years === 2 || (signs.reports > 1 && signs.wantsNumber)) return 'compare';
  const counted = said.counted.in(text);
  if (
    signs.indicators === 0 &&
    !((signs.quoted || counted) && said.parts.in(text)) &&
    (said.targets.in(text) || (signs.leftover < 3 && said.targetAtEnd.in(text)))
  )
    return 'targets';
  if (signs.indicators > 1 && (signs.hasFacet || signs.wantsNumber)) return 'list';
  if (counted && !signs.wantsNumber && signs.indicators === 0 && !said.inText.in(text)) return 'list';
  if ((signs.quoted || counted) && said.meaning.in(text)) return 'list';
  if (said.measuresTaken.in(text) && signs.indicators === 0 && !counted) return 'passage';
  if (said.list.in(text) && !(signs.wantsNumber && signs.indicators === 1)) return 'list';
  if (said.how.in(text) && !signs.wantsNumber) return 'passage';
  if (!signs.wantsNumber && asksInWords(signs)) return 'passage';
  if (signs.indicators > 0 || signs.wantsNumber) return 'figure';
  if (said.inText.in(text)) return 'passage';
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

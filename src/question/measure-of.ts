import type { Frame } from '../frame/types.js';
import type { Measure } from '../lexicon/types.js';
import type { AskedIndicator } from './indicators.js';
import { askedMeasure, askedUnits } from './intent.js';
import { patterns } from './patterns/index.js';
import { claim, type Scratch } from './scratch.js';

/** What a word of change tells of the measure. */
const CHANGES: ReadonlySet<Measure | undefined> = new Set<Measure>(['growth', 'difference']);

/** What a figure is to measure and the units that it is asked in. */
export interface MeasureAsked {
  readonly units: readonly string[];
  readonly measure?: Measure;
  /** The measure that words of the question tell, whatever the units say. */
  readonly inWords?: Measure;
  /** True where it is asked by how much something changed. */
  readonly change?: boolean;
}

/**
 * Reads units and measure, and claims their words.
 * @param form how several askings hang together.
 * @param meant the measure that is said to be meant, where no word of asking tells another.
 */
export function measureAsked(
  scratch: Scratch,
  form: Frame['form'],
  indicators: readonly AskedIndicator[],
  meant?: Measure,
): MeasureAsked {
  const { text } = scratch;
  const { changeAsked, shareInPoints, whichOfRow } = patterns().measures;
  const inPoints = shareInPoints.in(text);
  const said = inPoints ? ['%'] : askedUnits(scratch);
  for (const m of whichOfRow.findAll(text)) claim(scratch, m.index, m.index + m[0].length);
  const change = changeAsked.find(text);
  if (change) claim(scratch, change.index, change.index + change[0].length);
  const inWords = inPoints ? 'share' : change ? 'growth' : (askedMeasure(scratch) ?? meant);
  const units = form !== 'each' && growsInPoints(said, inWords, indicators) ? ['%'] : said;
  const ofUnit = measureOfUnit(units);
  const changed = change ? { change: true } : {};
  if (ofUnit === 'difference') return { units, measure: ofUnit, inWords, ...changed };
  // 降了多少，从几到几 asks for both ends, whatever the word of the change.
  const told = form === 'from-to' && CHANGES.has(inWords) ? undefined : inWords;
  const measure = told ?? measureOfName(indicators) ?? ofUnit;
  return { units, measure, inWords, ...changed };
}

/** 工业增了几个点: what is told as a growth grows by per cent, however it is called; 几个百分点 is what it says. */
function growsInPoints(
  units: readonly string[],
  measure: Measure | undefined,
  indicators: readonly AskedIndicator[],
): boolean {
  const told = indicators.length === 1 && indicators[0]!.indicator.measure === 'growth';
  return told && measure === 'growth' && units.length > 0 && units.every((unit) => unit === POINTS);
}

/** What people call per cent. */
const POINTS = '个点';

function measureOfName(asked: readonly AskedIndicator[]): Measure | undefined {
  const { growthNames, levelNames } = patterns().measures;
  for (const { text: name, indicator } of asked) {
    if (indicator.measure === 'level' || indicator.measure === 'share') continue;
    if (growthNames.in(name)) return 'growth';
    if (levelNames.in(name)) return 'level';
  }
  return undefined;
}

function measureOfUnit(units: readonly string[]): Measure | undefined {
  const unit = units[0];
  if (!unit) return undefined;
  const { pointUnits, multipleUnits } = patterns().measures;
  if (pointUnits.in(unit)) return 'difference';
  if (unit === '%') return undefined;
  if (multipleUnits.in(unit)) return 'multiple';
  return 'level';
}

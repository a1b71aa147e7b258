import type { Report } from '../corpus/types.js';
import type { IndicatorIndex } from '../lexicon/indicators.js';
import type { Gazetteer, Place } from '../lexicon/types.js';
import { indicatorNear } from './recognise.js';

const SCOPE =
  /(市中心城区|中心城区|市城区|主城区|市县城区|市本级|县本级|区本级|省本级|城区|(?<!县)市区|^(?:全[市省区县]|各类?)?(?:园区|开发区))/;
/** Behind a short name these make it a part of another name: 石门电厂, 沅江隧道. */
const NAME_GOES_ON =
  /^(?:[县市区州]?(?:至|到|—|-)|[一-龥]{0,4}(?:高速|铁路|高铁|大桥|隧道|机场|电厂|水库|公路|港|湖|江|河|山|院|公司|集团|大学|学院|经开区|高新区|园|路|桥|线|段))/;

/** 嘉兴港, 厦门机场: a body whose name begins with the place's is not the place. */
const BODY_OF_PLACE = /^(?:港(?!口(?:货|集|吞))|机场|口岸|海关|国际机场)/;

export interface Located {
  /** A gazetteer id. */
  readonly place: string;
  readonly scope?: string;
  /** The subject without the place's name and scope words that stood before it. */
  readonly subject: string;
}

/** The place that a figure is of: the report's, or one inside it that the subject or the clause begins with. */
export function locate(
  { subject, clause, ranked }: { readonly subject: string; readonly clause: string; readonly ranked: boolean },
  report: Report,
  gazetteer: Gazetteer,
  indicators: IndicatorIndex,
): Located {
  const home = report.place?.id ?? '000000';
  const scope = SCOPE.exec(subject)?.[1];
  const wider = widerPlace(subject, clause, home, gazetteer, indicators);
  if (wider !== undefined) return { place: wider, subject };
  const own = { place: home, ...(scope === undefined ? {} : { scope }), subject };
  for (const [words, isSubject] of [
    [subject, true],
    [clause, false],
  ] as const) {
    const [first] = gazetteer.find(words.slice(0, 24), home);
    if (first === undefined || first.start > 2) continue;
    const rest = words.slice(first.end);
    const candidates = [first.place, ...first.others];
    const inner = candidates.find((place) => place.id !== home && gazetteer.within(place.id, home));
    if (inner !== undefined) {
      if (isOneOfSeveral(rest, home, gazetteer)) continue;
      const full = first.text === inner.name;
      if (!full && (NAME_GOES_ON.test(rest) || !leadsToIndicator(rest, indicators))) continue;
      if (/^[、和及与]/.test(rest)) continue;
      return { place: inner.id, subject: isSubject && rest.length > 1 ? rest.replace(/^的/, '') : subject };
    }
    // 全国百强县 is a ranking's name, not the nation's figure.
    const outer = ranked
      ? undefined
      : candidates.find((place) => gazetteer.within(home, place.id) && place.id !== home);
    if (outer !== undefined && isSubject && leadsToIndicator(rest, indicators))
      return { place: outer.id, subject: rest };
    if (
      candidates.some((place) => place.id === home) &&
      isSubject &&
      rest.length > 1 &&
      (!BODY_OF_PLACE.test(rest) || indicators.at(rest, 0) !== undefined) &&
      leadsToIndicator(rest, indicators)
    )
      return { ...own, subject: rest.replace(/^的/, '') };
  }
  return own;
}

/** Words before an indicator that tell of the area around the report's: 去年我国国内生产总值增长8.1% in a city's report. */
const WIDER: readonly (readonly [RegExp, Place['level']])[] = [
  [/(?:我国|全国)的?$/, 'nation'],
  [/(?:我省|全省)的?$/, 'province'],
  [/(?:我市|全市)的?$/, 'prefecture'],
];
const BREADTH: readonly Place['level'][] = ['nation', 'province', 'prefecture', 'county', 'zone'];

function widerPlace(
  subject: string,
  clause: string,
  home: string,
  gazetteer: Gazetteer,
  indicators: IndicatorIndex,
): string | undefined {
  const at = clause.indexOf(subject);
  const level = WIDER.find(([words]) => words.test(clause.slice(0, Math.max(0, at))))?.[1];
  const own = gazetteer.get(home);
  if (level === undefined || own === undefined || BREADTH.indexOf(own.level) <= BREADTH.indexOf(level))
    return undefined;
  if (!leadsToIndicator(subject, indicators)) return undefined;
  let place: Place | undefined = own;
  while (place !== undefined && place.level !== level)
    place = place.parent === undefined ? undefined : gazetteer.get(place.parent);
  // A county right under its province has no prefecture of its own: 全市 is then the place itself.
  return place?.id;
}

/** 固原市等5座城市…, 鼎城区、澧县…: the place is named as an example, or with others. */
function isOneOfSeveral(rest: string, home: string, gazetteer: Gazetteer): boolean {
  if (/^[^，；。]{0,36}等/.test(rest)) return true;
  const [next] = gazetteer.find(rest.slice(0, 40), home);
  return next !== undefined && rest.slice(0, next.start).includes('、') && gazetteer.within(next.place.id, home);
}

function leadsToIndicator(rest: string, indicators: IndicatorIndex): boolean {
  return indicatorNear(rest, 2, indicators) !== undefined;
}

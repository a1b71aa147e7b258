import type { Report } from '../corpus/types.js';
import type { IndicatorIndex } from '../lexicon/indicators.js';
import type { Gazetteer } from '../lexicon/types.js';
import { indicatorNear } from './recognise.js';

const SCOPE = /(市中心城区|中心城区|市城区|主城区|市县城区|市本级|县本级|区本级|省本级|城区|(?<!县)市区|园区|开发区)/;
/** Behind a short name these make it a part of another name: 石门电厂, 沅江隧道. */
const NAME_GOES_ON =
  /^(?:[县市区州]?(?:至|到|—|-)|[一-龥]{0,4}(?:高速|铁路|高铁|大桥|隧道|机场|电厂|水库|公路|港|湖|江|河|山|院|公司|集团|大学|学院|经开区|高新区|园|路|桥|线|段))/;

export interface Located {
  /** A gazetteer id. */
  readonly place: string;
  readonly scope?: string;
  /** The subject without the place's name and scope words that stood before it. */
  readonly subject: string;
}

/** The place that a figure is of: the report's, or one inside it that the subject or the clause begins with. */
export function locate(
  subject: string,
  clause: string,
  report: Report,
  gazetteer: Gazetteer,
  indicators: IndicatorIndex,
): Located {
  const home = report.place?.id ?? '000000';
  const scope = SCOPE.exec(subject)?.[1];
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
      const full = first.text === inner.name;
      if (!full && (NAME_GOES_ON.test(rest) || !leadsToIndicator(rest, indicators))) continue;
      if (/^[、和及与]/.test(rest)) continue;
      return { place: inner.id, subject: isSubject && rest.length > 1 ? rest.replace(/^的/, '') : subject };
    }
    const outer = candidates.find((place) => gazetteer.within(home, place.id) && place.id !== home);
    if (outer !== undefined && isSubject && leadsToIndicator(rest, indicators))
      return { place: outer.id, subject: rest };
    if (
      candidates.some((place) => place.id === home) &&
      isSubject &&
      rest.length > 1 &&
      leadsToIndicator(rest, indicators)
    )
      return { ...own, subject: rest.replace(/^的/, '') };
  }
  return own;
}

function leadsToIndicator(rest: string, indicators: IndicatorIndex): boolean {
  return indicatorNear(rest, 2, indicators) !== undefined;
}

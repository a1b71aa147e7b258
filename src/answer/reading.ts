import type { Facet } from '../facts/types.js';
import type { Frame, Operation, Slot } from '../frame/types.js';
import type { Understood } from './schema.js';
import { wordsAsked } from './subject.js';
import { facetName } from './wording.js';

const OPERATION_NAMES: Readonly<Record<Operation, string>> = {
  figure: '数值',
  list: '清单',
  targets: '主要预期目标',
  compare: '对比',
  trend: '历年',
  outcome: '目标与完成',
  mentions: '提及',
  metadata: '报告信息',
  passage: '段落',
};

/** What an answer settled that the question left open: the time the corpus leaves, the subject as the report has it. */
export interface Settled {
  readonly years?: readonly Slot<string>[];
  readonly indicator?: Slot<string> | null;
  readonly facet?: Slot<Facet>;
  /** Words that carry content and that nothing was made of. */
  readonly unused?: readonly string[];
}

/** The reading of a question (理解为), with where each slot came from. */
export function readingOf(query: Frame, settled: Settled = {}): Understood {
  const places = query.places.map((p) => ({ value: p.value.name, source: p.source }));
  if (query.allPlaces)
    places.push({ value: { prefecture: '各市', province: '各省', any: '各地' }[query.allPlaces], source: 'question' });
  const years = settled.years
    ? [...settled.years]
    : query.periods.map((p) => ({ value: p.value.label, source: p.source }));
  if (years.length === 0 && query.reportYear !== undefined)
    years.push({ value: `${query.reportYear}年报告`, source: 'question' });
  const asked = query.indicators.map((i) => i.value.name).join('、');
  const subject = asked || wordsAsked(query) || query.residue.join('');
  const indicator =
    settled.indicator !== undefined
      ? settled.indicator
      : subject
        ? { value: subject, source: query.indicators[0]?.source ?? ('question' as const) }
        : null;
  const facetSlot = query.bothFacets ? undefined : (query.facet ?? settled.facet);
  const facet = facetSlot ? { value: facetName(facetSlot.value), source: facetSlot.source } : null;
  const operation = { value: OPERATION_NAMES[query.operation], source: 'question' as const };
  const parts = [
    places.map((p) => p.value).join('、'),
    years.map((y) => y.value).join('、'),
    indicator?.value ?? '',
    facet?.value ?? '',
    query.operation === 'figure' || query.operation === 'passage' ? '' : operation.value,
  ];
  const { unused = [] } = settled;
  return {
    places: [...places],
    years: [...years],
    indicator,
    facet,
    operation,
    ...(unused.length > 0 ? { unused: [...unused] } : {}),
    line: `${parts.filter(Boolean).join(' · ')}${mendedLine(query)}${unusedLine(unused)}`,
  };
}

/** （“财正收入”读作“财政收入”）; empty where nothing was mended. */
function mendedLine({ mended }: Frame): string {
  return mended.map(({ typed, meant }) => `（“${typed}”读作“${meant}”）`).join('');
}

/** （没用上：“…”）; empty where every word was used. */
export function unusedLine(words: readonly string[]): string {
  return words.length > 0 ? `（没用上：${words.map((w) => `“${w}”`).join('、')}）` : '';
}

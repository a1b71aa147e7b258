import { resolve } from '../answer/resolve.js';
import type { Answer } from '../answer/schema.js';
import { sayFigure, sayPeriod } from '../answer/wording.js';
import type { Frame } from '../frame/types.js';
import type { Lexicon } from '../lexicon/load.js';
import type { Store } from '../retrieval/types.js';

/** How many candidates a trace lists. */
const LISTED = 8;

/** How an answer came about, one line each: the reading, what was left over, the candidates with the parts of their fit. */
export function traceOf(store: Store, lexicon: Lexicon, query: Frame, answer: Answer | undefined): string[] {
  const lines = [
    `问题：${query.text}`,
    `操作：${query.operation}　口径：${query.facet?.value ?? '未定'}　度量：${query.measure ?? '未定'}　单位：${query.units.join('、') || '未定'}`,
    `地区：${query.places.map((p) => `${p.value.name}(${p.source})`).join('、') || '无'}　时间：${query.periods.map((p) => `${p.value.label}(${p.source})`).join('、') || '无'}${query.reportYear ? `　报告年度：${query.reportYear}` : ''}`,
    `指标：${query.indicators.map((i) => i.value.name).join('、') || '无'}　剩余：${query.residue.join(' | ') || '无'}`,
  ];
  if (query.operation === 'figure') {
    const { candidates } = resolve({ store, lexicon, query }, query.places[0]?.value, query.periods[0]);
    for (const { fact, fit, score, likelihood, accepted } of candidates.slice(0, LISTED))
      lines.push(
        `候选 ${score.toFixed(3)} ${fact.id} ${sayPeriod(fact)} ${fact.subject} ${sayFigure(fact)} [${fact.facet}/${fact.measure}] 词${fit.words.toFixed(2)} 准${fit.precision.toFixed(2)} 可信${likelihood.toFixed(2)}${accepted ? ' 采纳' : ''}`,
      );
    if (candidates.length === 0) lines.push('候选：无');
  }
  if (answer) lines.push(`回答：${answer.kind}${answer.refusal ? `（${answer.refusal}）` : ''} ${answer.headline}`);
  return lines;
}

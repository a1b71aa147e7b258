import { writeFileSync } from 'node:fs';
import { ACCEPTANCE_FEATURES } from '../../src/matching/acceptance.js';
import { FEATURES } from '../../src/matching/features.js';
import { type Verdict, verdictsOf } from './acceptance.js';
import { type Example, examplesOf } from './figures.js';
import { goldSets } from './gold.js';
import { dot, fitCases, fitChoices } from './logit.js';

const show = (v: Verdict): string => {
  const f = v.top;
  return `${f.verb ?? ''}|${f.subject}|${f.quantity.text}|${f.period.from}-${f.period.to}|${f.facet}|${f.measure}|${f.indicator ?? ''} :: ${ACCEPTANCE_FEATURES.map(
    (n, i) => (v.x[i] ? `${n}=${v.x[i]!.toFixed(2)}` : ''),
  )
    .filter(Boolean)
    .join(' ')}`;
};
const OPT = { ridge: 0.002, rounds: 200, rate: 0.15 };
const t0 = performance.now();
const examples: Example[] = goldSets().flatMap((s) => examplesOf(s));
console.log(`examples ${examples.length} in ${(performance.now() - t0).toFixed(0)} ms`);
const groups = [...new Set(examples.map((e) => e.group))].sort();
const K = 6;
const fold = new Map(groups.map((g, i) => [g, i % K]));
const rows = new Map<string, number[]>();
const add = (set: string, k: number): void => {
  const row = rows.get(set) ?? [0, 0, 0, 0, 0];
  row[k]!++;
  rows.set(set, row);
};
const choice = (e: Example) => ({ vectors: e.vectors, right: e.right, weight: e.natural ? 1 : 0.5 });
const misses: string[] = [];
const verdicts: (Verdict & { fold: number })[] = [];
for (let k = 0; k < K; k++) {
  const w = fitChoices(
    examples.filter((e) => e.answerable && fold.get(e.group) !== k).map(choice),
    FEATURES.length,
    OPT,
  );
  for (const e of examples.filter((n) => fold.get(n.group) === k)) {
    verdicts.push(...verdictsOf(e, w).map((v) => ({ ...v, fold: k })));
    if (!e.answerable) continue;
    add(e.set, 0);
    if (e.extracted) add(e.set, 1);
    if (e.right.includes(true)) add(e.set, 2);
    const order = e.vectors.map((x, i) => ({ i, s: dot(w, x) })).sort((a, b) => b.s - a.s);
    if (e.right[order[0]?.i ?? -1]) add(e.set, 3);
    else if (e.right.includes(true)) {
      const r = order.findIndex((o) => e.right[o.i]);
      const f = (i: number): string => {
        const x = e.facts[order[i]!.i]!;
        return `${x.verb ?? ''}|${x.subject}|${x.quantity.text}|${x.period.from}-${x.period.to}|${x.facet}|${x.measure} ${order[i]!.s.toFixed(1)}`;
      };
      misses.push(`${e.id} ${e.question}\n     got ${f(0)}\n     right#${r} ${f(r)}`);
    } else misses.push(`${e.id} ${e.question}  NOT CANDIDATE (extracted ${e.extracted}) cands=${e.facts.length}`);
    if (order.slice(0, 3).some((o) => e.right[o.i])) add(e.set, 4);
  }
}
console.log('set: total extracted candidate first top3');
const total = [0, 0, 0, 0, 0];
for (const [s, row] of rows) {
  console.log(s, row.join(' '));
  for (const [i, v] of row.entries()) total[i]! += v;
}
console.log('all', total.join(' '));
// acceptance, cross-validated
const scored: { v: Verdict; p: number }[] = [];
for (let k = 0; k < K; k++) {
  const w = fitCases(
    verdicts.filter((v) => v.fold !== k),
    ACCEPTANCE_FEATURES.length,
    { ridge: 0.0005, rounds: 300, rate: 0.2 },
  );
  for (const v of verdicts.filter((x) => x.fold === k)) scored.push({ v, p: 1 / (1 + Math.exp(-dot(w, v.x))) });
}
for (const natural of [true, false])
  for (const t of [0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8]) {
    const own = scored.filter((s) => s.v.example.natural === natural);
    const n = (src: string, f: (s: { v: Verdict; p: number }) => boolean) =>
      own.filter((s) => s.v.source === src && f(s)).length;
    console.log(
      `natural=${natural} t=${t} right ${n('answered', (s) => s.v.yes && s.p >= t)} of ${n('answered', () => true)} wrong ${n('answered', (s) => !s.v.yes && s.p >= t)} | no-answer answered ${n('no-answer', (s) => s.p >= t)} of ${n('no-answer', () => true)} | removed answered ${n('removed', (s) => s.p >= t)} of ${n('removed', () => true)}`,
    );
  }
if (process.argv.includes('--misses')) console.log(misses.join('\n'));
if (process.argv.includes('--refused'))
  for (const s of scored.filter((x) => x.v.source !== 'removed' && x.v.example.natural).sort((a, b) => a.p - b.p)) {
    if (s.v.yes && s.p < 0.5)
      console.log(`REFUSED ${s.p.toFixed(2)} ${s.v.example.id} ${s.v.example.question}\n      ${show(s.v)}`);
    if (!s.v.yes && s.p > 0.5)
      console.log(
        `WRONG ${s.p.toFixed(2)} ${s.v.source} ${s.v.example.id} ${s.v.example.question}\n      ${show(s.v)}`,
      );
  }
const ranker = fitChoices(examples.filter((e) => e.answerable).map(choice), FEATURES.length, OPT);
const acceptance = fitCases(
  examples.flatMap((e) => verdictsOf(e, ranker)),
  ACCEPTANCE_FEATURES.length,
  { ridge: 0.0005, rounds: 300, rate: 0.2 },
);
const named = (names: readonly string[], w: Float64Array) =>
  Object.fromEntries(names.map((n, i) => [n, Number(w[i]!.toFixed(3))]));
const rw = Float64Array.from(ranker, (v) => Number(v.toFixed(3)));
void rw;
writeFileSync('config/fitted/ranker.json', `${JSON.stringify({ features: named(FEATURES, ranker) }, null, 1)}\n`);
writeFileSync(
  'config/fitted/refusal.json',
  `${JSON.stringify({ threshold: 0.55, features: named(ACCEPTANCE_FEATURES, acceptance) }, null, 1)}\n`,
);
if (process.argv.includes('--weights')) console.log(named(ACCEPTANCE_FEATURES, acceptance));
console.log(`${(performance.now() - t0).toFixed(0)} ms`);

/**
 * npm run fit:lists: fits rank and acceptance of lists and writes config/fitted/lists.json and list-refusal.json.
 *
 *   npm run fit:lists -- --dry       prints only
 *   npm run fit:lists -- --misses    with the questions whose right list is not first
 */
import { LIST_FEATURES } from '../../src/matching/lists/features.js';
import { LIST_ACCEPTANCE_FEATURES } from '../../src/matching/lists/rank.js';
import { type Net, scoreByNets } from '../../src/matching/net.js';
import { FOLDS, foldByGroup } from './folds.js';
import { goldSets } from './gold.js';
import { type ListExample, type ListVerdict, listExamplesOf, listVerdictsOf } from './lists.js';
import { dot, fitCases } from './logit.js';
import { fitNets } from './net.js';
import { openFolders } from './opened.js';
import { named, namedNets, writeFitted } from './write.js';

const RANK = { nets: 3, hidden: 12, ridge: 0.001, rounds: 150, rate: 0.01 };
const ACCEPT = { ridge: 0.004, rounds: 300, rate: 0.2 };
/** What a wrong list costs against a refused right one: it stands beside the sentence that tells it, and shows what it is. */
const COST = 1;
/** The same for a list that is said though the right one was taken out of the report: there are as many of them as questions. */
const COST_REMOVED = 0.1;

/** Share of what is expected from which a list holds all of it. */
const WHOLE = 0.9;

const flag = (name: string): boolean => process.argv.includes(`--${name}`);
const sets = goldSets();
await openFolders(sets.map(({ corpus }) => corpus));
const examples = sets.flatMap(listExamplesOf);
const folds = foldByGroup(examples.map((e) => e.group));
const rank = (of: readonly ListExample[]): readonly Net[] =>
  fitNets(
    of.filter((e) => e.answerable).map(({ vectors, right, weight }) => ({ vectors, right, weight })),
    LIST_FEATURES.length,
    RANK,
  );

const stages = new Map<string, number[]>();
const verdicts: { v: ListVerdict; fold: number }[] = [];
const misses: string[] = [];
const say = (e: ListExample, i: number | undefined): string =>
  i === undefined
    ? '–'
    : `${e.evidence[i]!.structure.kind} ${e.evidence[i]!.words.map((w) => w.slice(0, 12))
        .join(' | ')
        .slice(0, 150)}`;
for (let k = 0; k < FOLDS; k++) {
  const w = rank(examples.filter((e) => folds.get(e.group) !== k));
  for (const e of examples.filter((x) => folds.get(x.group) === k)) {
    verdicts.push(...listVerdictsOf(e, w).map((v) => ({ v, fold: k })));
    if (!e.answerable) continue;
    const order = e.vectors.map((x, i) => ({ i, s: scoreByNets(w, x) })).sort((a, b) => b.s - a.s);
    const row = stages.get(e.set) ?? [0, 0, 0, 0];
    stages.set(e.set, row);
    row[0]!++;
    if (e.held.some((h) => h > WHOLE)) row[1]!++;
    if (e.right.includes(true)) row[2]!++;
    if (e.right[order[0]?.i ?? -1]) row[3]!++;
    else
      misses.push(
        `${e.id} ${e.question}\n   first ${say(e, order[0]?.i)}\n   right ${say(e, order.find((o) => e.right[o.i])?.i)}`,
      );
  }
}
console.log('asked / held whole / among the candidates / first');
for (const [set, row] of stages) console.log(`  ${set}: ${row.join(' / ')}`);
console.log(`  all: ${[0, 1, 2, 3].map((k) => [...stages.values()].reduce((n, row) => n + row[k]!, 0)).join(' / ')}`);

const scored: { v: ListVerdict; p: number }[] = [];
const accept = (of: readonly ListVerdict[]): Float64Array => fitCases(of, LIST_ACCEPTANCE_FEATURES.length, ACCEPT);
for (let k = 0; k < FOLDS; k++) {
  const w = accept(verdicts.filter((c) => c.fold !== k).map((c) => c.v));
  for (const { v, fold } of verdicts) if (fold === k) scored.push({ v, p: 1 / (1 + Math.exp(-dot(w, v.x))) });
}
let threshold = 0.5;
let most = Number.NEGATIVE_INFINITY;
const validated: Record<string, string> = Object.fromEntries([...stages].map(([k, row]) => [k, row.join(' / ')]));
for (let t = 0.2; t <= 0.8; t += 0.02) {
  const n = (source: ListVerdict['source'], yes: boolean): number =>
    scored.filter((s) => s.v.source === source && s.v.yes === yes && s.p >= t).length;
  const wrong = n('answered', false) + n('no-answer', false);
  const value = n('answered', true) - COST * wrong - COST_REMOVED * n('removed', false);
  validated[`from ${t.toFixed(2)}`] =
    `right ${n('answered', true)}, wrong ${n('answered', false)}, without an answer ${n('no-answer', false)}, taken out ${n('removed', false)}`;
  if (value > most) {
    most = value;
    threshold = Number(t.toFixed(2));
  }
}
for (const t of ['0.30', '0.40', '0.50', '0.60']) console.log(`  from ${t}: ${validated[`from ${t}`]}`);
console.log(`threshold ${threshold}`);
if (flag('misses')) console.log(misses.join('\n'));
if (!flag('dry')) {
  const made = {
    command: 'npm run fit:lists',
    sets: sets.map((s) => s.name),
    validated: {
      ...Object.fromEntries([...stages].map(([k, row]) => [k, row.join(' / ')])),
      [`from ${threshold}`]: validated[`from ${threshold.toFixed(2)}`]!,
    },
  };
  const weights = rank(examples);
  writeFitted('lists.json', { made, nets: namedNets(LIST_FEATURES, weights) });
  writeFitted('list-refusal.json', {
    made,
    threshold,
    features: named(LIST_ACCEPTANCE_FEATURES, accept(verdicts.map((c) => c.v))),
  });
}

/**
 * npm run fit:turns: fits the acceptance of turns that lean on the one before and writes config/fitted/turns.json.
 *
 *   npm run fit:turns -- --dry        prints only
 *   npm run fit:turns -- --refused    with the right answers that are refused and the wrong ones that are said
 */
import { TURN_FEATURES } from '../../src/dialog/turn-acceptance.js';
import { FOLDS, foldByGroup } from './folds.js';
import { goldSets } from './gold.js';
import { dot, fitCases } from './logit.js';
import { openFolders } from './opened.js';
import { type TurnCase, turnCasesOf } from './turns.js';
import { named, writeFitted } from './write.js';

const ACCEPT = { ridge: 0.001, rounds: 600, rate: 0.1 };
/**
 * The probability from which an answer is told. Chosen on the cross-validated figures printed below (a wrong answer counts three times a refusal), held
 * here so that a fit moves weights alone.
 */
const THRESHOLD = 0.55;
const SHOWN = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

const flag = (name: string): boolean => process.argv.includes(`--${name}`);
const sets = goldSets().filter(({ turns }) => turns.some(({ dialog }) => dialog));
await openFolders(sets.map(({ corpus }) => corpus));
const cases: TurnCase[] = [];
for (const set of sets) cases.push(...(await turnCasesOf(set)));
const folds = foldByGroup(cases.map(({ group }) => group));
const weightsOf = (of: readonly TurnCase[]): Float64Array => fitCases(of, TURN_FEATURES.length, ACCEPT);

const scored: { readonly c: TurnCase; readonly p: number }[] = [];
for (let k = 0; k < FOLDS; k++) {
  const weights = weightsOf(cases.filter(({ group }) => folds.get(group) !== k));
  for (const c of cases) if (folds.get(c.group) === k) scored.push({ c, p: 1 / (1 + Math.exp(-dot(weights, c.x))) });
}

const said = (from: number): string => {
  const told = scored.filter(({ p }) => p >= from);
  const right = told.filter(({ c }) => c.yes).length;
  return `right ${right}, wrong ${told.length - right}`;
};
const validated = Object.fromEntries([0, ...SHOWN].map((from) => [`from ${from}`, said(from)]));
console.log(`${sets.length} sets, ${cases.length} turns`);
for (const [from, line] of Object.entries(validated)) console.log(`  ${from}: ${line}`);
if (flag('refused'))
  for (const { c, p } of scored)
    if (c.yes !== p >= THRESHOLD)
      console.log(
        `${c.yes ? 'refused' : 'said'} ${p.toFixed(2)} ${c.set} ${c.turn.id} ${c.turn.question} | ${c.headline.slice(0, 90)}`,
      );
if (!flag('dry'))
  writeFitted('turns.json', {
    made: {
      command: 'npm run fit:turns',
      sets: sets.map(({ name }) => name),
      validated: { 'all told': validated['from 0']!, [`from ${THRESHOLD}`]: validated[`from ${THRESHOLD}`]! },
    },
    threshold: THRESHOLD,
    features: named(TURN_FEATURES, weightsOf(cases)),
  });

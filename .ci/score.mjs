#!/usr/bin/env node
// Scores the bot against the gold sets beside the project and compares with .ci/floor.json; then the facts read by hand (facts-check).
//
//   node .ci/score.mjs            prints each set's score; exit code 1 where one is below its floor
//   node .ci/score.mjs --raise    writes better scores into the floor, which never falls
//
// Where the sets are not there the scoring is left out, and says so.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = join(root, '..', 'shared');
const floorFile = join(root, '.ci', 'floor.json');
/** The visible sets: in formal words, in people's own, and over many reports. Each has its own floor. */
const sets = [
  setOf('dev', null),
  setOf('sample', 'sample'),
  setOf('natural-city', 'natural-city'),
  ...['natural-1', 'natural-2', 'natural-3', 'natural-no', 'analysis'].map((name) => setOf(name, 'gov-reports')),
];

function setOf(name, corpus) {
  const file = join(shared, 'eval', `${name}.jsonl`);
  return { name, args: corpus === null ? [file] : [file, '--corpus', join(shared, 'corpora', corpus)] };
}

const scorer = join(shared, 'eval', 'score.mjs');
if (!existsSync(scorer)) {
  console.log('Scores: skipped, there is no ../shared/eval beside the project.');
  process.exit(0);
}

const floor = JSON.parse(readFileSync(floorFile, 'utf8'));
const raise = process.argv.includes('--raise');
const failures = [];
for (const { name, args } of sets) {
  const run = spawnSync(process.execPath, [scorer, ...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const line = run.stdout?.trim().split('\n').at(-1) ?? '';
  if (run.status !== 0 || !line.startsWith('{')) {
    failures.push(`${name}: the scorer gave no result (exit code ${run.status})\n${run.stderr ?? run.error ?? ''}`);
    continue;
  }
  const { pass, turns, wrongAnswers, falseDenials, citationsVerbatim, kinds } = JSON.parse(line);
  const known = floor[name];
  if (!known && !raise) failures.push(`${name}: has no floor; set it with --raise`);
  const least = known ?? { pass: 0, wrongAnswers: turns, falseDenials: turns };
  const [verbatim, cited] = citationsVerbatim.split('/').map(Number);
  console.log(
    `Score ${name}: ${pass} of ${turns} (floor ${least.pass}), ${wrongAnswers} wrong (at most ${least.wrongAnswers}), ${falseDenials} false denials (at most ${least.falseDenials}), citations verbatim ${citationsVerbatim}`,
  );
  for (const [kind, result] of Object.entries(kinds)) console.log(`  ${kind}: ${result}`);
  if (pass < least.pass) failures.push(`${name}: ${pass} passed, the floor is ${least.pass}\n${run.stderr}`);
  if (wrongAnswers > least.wrongAnswers)
    failures.push(`${name}: ${wrongAnswers} wrong answers, at most ${least.wrongAnswers} are allowed`);
  if (falseDenials > least.falseDenials)
    failures.push(`${name}: ${falseDenials} false denials, at most ${least.falseDenials} are allowed`);
  if (verbatim !== cited) failures.push(`${name}: ${cited - verbatim} citations are not verbatim`);
  floor[name] = {
    pass: Math.max(pass, least.pass),
    wrongAnswers: Math.min(wrongAnswers, least.wrongAnswers),
    falseDenials: Math.min(falseDenials, least.falseDenials),
  };
}

const facts = spawnSync(process.execPath, [join(root, 'dist/bench/facts-check.js')], { cwd: root, stdio: 'inherit' });
if (facts.status !== 0) failures.push('facts-check: more facts are misread than the floor allows (above)');

if (failures.length > 0) {
  console.error(`Scores: FAILED\n${failures.join('\n')}`);
  process.exit(1);
}
if (raise) writeFileSync(floorFile, `${JSON.stringify(floor, null, 2)}\n`);
console.log('Scores: at or above their floors.');

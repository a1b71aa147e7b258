/**
 * npm run stages -- GOLD.jsonl [--corpus DIR]: where questions for figures are lost on their way to an answer.
 *
 * Prints how many right figures are extracted from the reports, are among the candidates, are ranked first and are said, and lists
 * the questions lost at each stage.
 */
import { resolve } from 'node:path';
import { createAssistant } from '../src/assistant.js';
import { SEEDS_DIR } from '../src/lexicon/paths.js';
import { FEATURES } from '../src/matching/features.js';
import { readFitted, weigh } from '../src/matching/fitted.js';
import { type Example, examplesOf } from './fit/figures.js';
import { type GoldTurn, readGold } from './fit/gold.js';
import { openFolders } from './fit/opened.js';

const STAGES = ['asked', 'extracted', 'among the candidates', 'ranked first', 'said'] as const;
type Stage = (typeof STAGES)[number];

const [file, ...rest] = process.argv.slice(2);
const corpusAt = rest.indexOf('--corpus');
if (file === undefined || (corpusAt >= 0 && rest[corpusAt + 1] === undefined)) {
  console.error('usage: npm run stages -- GOLD.jsonl [--corpus DIR]');
  process.exit(2);
}
const corpus = corpusAt < 0 ? SEEDS_DIR : resolve(rest[corpusAt + 1]!);
const turns = readGold(file);
const numbers = turns.filter((t) => t.kind === 'number' && !t.dialog);
await openFolders([corpus]);
const examples = examplesOf({ name: file, corpus, turns: numbers, natural: true });
const { weights } = readFitted('ranker.json', FEATURES);
const assistant = await createAssistant({ corpus: [corpus] });

const reached = new Map<Stage, number>(STAGES.map((stage) => [stage, 0]));
const lost = new Map<Stage, string[]>();
for (const turn of numbers) {
  const own = examples.filter((e) => e.id === turn.id || e.id.startsWith(`${turn.id}#`));
  const stage = await stageOf(turn, own);
  const at = STAGES.indexOf(stage);
  for (const passed of STAGES.slice(0, at + 1)) reached.set(passed, reached.get(passed)! + 1);
  const next = STAGES[at + 1];
  if (next) lost.set(next, [...(lost.get(next) ?? []), `${turn.id} ${turn.question}`]);
}
for (const stage of STAGES) console.log(`${stage}: ${reached.get(stage)}`);
for (const [stage, questions] of lost)
  console.log(`\nlost before “${stage}”:\n${questions.map((q) => `  ${q}`).join('\n')}`);

/** The last stage that every figure a question asks for reaches. */
async function stageOf(turn: GoldTurn, own: readonly Example[]): Promise<Stage> {
  if (own.length === 0 || own.some((e) => !e.extracted)) return (await isSaid(turn)) ? 'said' : 'asked';
  if (await isSaid(turn)) return 'said';
  if (own.some((e) => !e.right.includes(true))) return 'extracted';
  return own.every(isFirst) ? 'ranked first' : 'among the candidates';
}

function isFirst({ vectors, right }: Example): boolean {
  const scores = vectors.map((x) => weigh(weights, x));
  return right[scores.indexOf(Math.max(...scores))] === true;
}

/** True where the headline of the answer holds each group that is expected. */
async function isSaid(turn: GoldTurn): Promise<boolean> {
  const answer = await assistant.ask(turn.id, turn.question);
  const headline = fold(answer.headline);
  return answer.kind !== 'refusal' && turn.expect.every((group) => group.some((text) => headline.includes(fold(text))));
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '');
}

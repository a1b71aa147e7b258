import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';
import { blankModel, decodeModel, MODEL_FILE, useReaderModel } from '../../src/question/reader/model.js';
import { readWith } from '../../src/question/reader/read.js';
import { makeQuestions } from './reader/expand.js';
import { loadFrames } from './reader/frames.js';
import { labelledQuestions } from './reader/labels.js';
import { line, markedQuestions, markedScore, parserContent, type Score, scoreOf, sum } from './reader/measure.js';
import { learnBase, learnNatural, pack } from './reader/train.js';
import { loadVocabulary } from './reader/vocabulary.js';

/** How many questions are made of the frames. */
const MADE = Number(process.env.READER_MADE ?? 40_000);
const SEED = 20_241;

const began = performance.now();
const say = (text: string): void =>
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`);

useReaderModel(blankModel());
const frames = loadFrames();
const made = makeQuestions(frames, loadVocabulary(), MADE, SEED);
const natural = labelledQuestions();
say(`${made.length} questions of ${frames.length} frames, ${natural.length} labelled ones`);
const base = learnBase(made, natural);
say(`learned from made questions: ${base.characters.table.size} + ${base.whole.table.size} features`);

/** A marked question with its missed content in ＜＞ and its frame that passes for content in 〔〕. */
function markedMisses(text: string, content: Uint8Array, probability: Float32Array): string {
  const shown = [...text].map((c, i) => {
    const yes = probability[i]! >= 0.3;
    if (content[i] === 1 && !yes) return `＜${c}＞`;
    return content[i] === 0 && yes ? `〔${c}〕` : c;
  });
  return `marked ${shown.join('').replace(/＞＜|〕〔/g, '')}`;
}

const scores: Score[] = [];
const marked = markedQuestions(natural);
const read: { content: Uint8Array; probability: Float32Array }[] = [];
const misses: string[] = [];
for (const set of [...new Set(natural.map((q) => q.set))]) {
  const bytes = pack(learnNatural(base, (q) => q.set !== set));
  const own = natural.filter((q) => q.set === set);
  const model = decodeModel(bytes);
  for (const { question, content } of marked)
    if (question.set === set) {
      const probability = readWith(model, question.text).content;
      read.push({ content, probability });
      misses.push(markedMisses(question.text, content, probability));
    }
  const score = scoreOf(bytes, own, (q, r) =>
    misses.push(
      `${q.id} ${q.text}\n     ${r.operation.value} ${r.operation.probability.toFixed(2)} (${r.operation.runnerUp}), wanted ${q.operations.join('|')}, parser ${q.frame.operation}`,
    ),
  );
  if (own[0]!.natural) scores.push(score);
  say(line(set, score));
}
say(line('natural, left out', sum(scores)));
for (const threshold of [0.1, 0.2, 0.3, 0.5, 0.7])
  say(`marked by hand, left out: content from ${threshold}: ${markedScore(read, threshold)}`);
const parsed = marked.map(({ question, content }) => ({ content, probability: parserContent(question) }));
say(`marked by hand, the parser: ${markedScore(parsed, 1)} of ${marked.length} questions`);
const nothing = scoreOf(
  pack(base),
  natural.filter((q) => q.natural),
);
say(line('of frames alone', nothing));

const bytes = pack(learnNatural(base, () => true));
writeFileSync(join(CONFIG_DIR, MODEL_FILE), bytes);
say(
  `config/${MODEL_FILE}: ${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`,
);
if (process.argv.includes('--misses')) console.log(misses.join('\n'));

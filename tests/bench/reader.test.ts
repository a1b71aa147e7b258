import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chanceOf, shuffled } from '../../bench/fit/reader/chance.js';
import { Maker, makeQuestions } from '../../bench/fit/reader/expand.js';
import { MARK } from '../../bench/fit/reader/fill.js';
import { loadFrames, parseFrames } from '../../bench/fit/reader/frames.js';
import { eachLabelled, SEEN, seenQuestions } from '../../bench/fit/reader/labels.js';
import { markedQuestions } from '../../bench/fit/reader/measure.js';
import { learnBase, learnNatural, pack } from '../../bench/fit/reader/train.js';
import { loadVocabulary } from '../../bench/fit/reader/vocabulary.js';
import { ConfigError } from '../../src/lexicon/config-error.js';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';
import { MODEL_FILE } from '../../src/question/reader/model.js';
import { READER_OPERATIONS } from '../../src/question/reader/types.js';

const frames = loadFrames();
const vocabulary = loadVocabulary();
const questions = seenQuestions();

function first<T>(count: number, of: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const one of of) if (taken.push(one) === count) break;
  return taken;
}

describe('the frames of questions', () => {
  it('each expand into a question whose every character is marked', () => {
    const maker = new Maker(vocabulary, chanceOf(3), frames);
    for (const frame of frames) {
      const { text, marks } = maker.make(frame);
      expect(marks.length, frame.source).toBe(text.length);
      expect(text, frame.source).not.toMatch(/[{}[\]|]/u);
      expect(text, frame.source).not.toContain('undefined');
    }
  });

  it.each(READER_OPERATIONS.map((o) => [o]))('are several for %s', (operation) => {
    expect(frames.filter((f) => f.operation === operation).length).toBeGreaterThanOrEqual(8);
  });

  it('stand once each', () => {
    const seen = new Set<string>();
    const twice = frames.filter((f) => {
      const key = `${f.operation} ${f.facet} ${f.source}`;
      return seen.has(key) || !seen.add(key);
    });
    expect(twice.map((f) => f.source)).toEqual([]);
  });

  it.each([
    ['@figure target\n{P}[f:目标', '第 2 行'],
    ['@figures target', '第 1 行'],
    ['{P}{Y}', '第 1 行'],
    ['# 说明\n@list open\n{PX}', '第 3 行'],
  ])('%j is refused with its line', (text, line) => {
    expect(() => parseFrames(text, 'x.txt')).toThrow(ConfigError);
    expect(() => parseFrames(text, 'x.txt')).toThrow(line);
  });
});

describe('made questions', () => {
  it('are the same for the same seed', () => {
    const make = (seed: number): string[] => makeQuestions(frames, vocabulary, 300, seed).map((m) => m.text);
    expect(make(5)).toEqual(make(5));
    expect(make(5)).not.toEqual(make(6));
  });

  it('hold content unless they carry over or chat', () => {
    const made = makeQuestions(frames, vocabulary, 2000, 9).filter((m) => m.operation === 'figure');
    const without = made.filter((m) => !m.marks.includes(MARK.content));
    expect(without.length / made.length).toBeLessThan(0.02);
  });
});

describe('labelled questions', () => {
  it('know places and times, and words that stand in the evidence', () => {
    const held = questions.filter((q) => q.held);
    expect(held.length).toBeGreaterThan(400);
    const some = held.filter((q) => q.seen.includes(SEEN.inEvidence) && q.seen.includes(SEEN.notInEvidence));
    expect(some.length / held.length).toBeGreaterThan(0.8);
  });

  it('are there for all that were marked by hand', () => {
    expect(markedQuestions(questions).length).toBeGreaterThan(100);
  });
});

describe('the model', () => {
  it('is under a megabyte', () => {
    expect(statSync(join(CONFIG_DIR, MODEL_FILE)).size).toBeLessThan(1_000_000);
  });

  it('comes out the same from the same questions', () => {
    const natural = first(60, eachLabelled());
    const train = (): Uint8Array =>
      pack(learnNatural(learnBase(makeQuestions(frames, vocabulary, 400, 2), natural), () => true));
    expect(Buffer.compare(train(), train())).toBe(0);
  }, 120_000);

  it('is trained in an order of chance that holds every question once', () => {
    expect([...shuffled(50, chanceOf(1))].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });
});

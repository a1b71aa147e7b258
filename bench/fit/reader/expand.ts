import type { ReaderFacet, ReaderOperation } from '../../../src/question/reader/types.js';
import { type Chance, chanceOf } from './chance.js';
import { FILLS, MARK, type Mark, type Stretch } from './fill.js';
import type { Cue, Part, QuestionFrame } from './frames.js';
import type { Vocabulary } from './vocabulary.js';

/** A question made from a frame, with what each UTF-16 unit of it is. */
export interface Made {
  readonly text: string;
  readonly marks: Uint8Array;
  readonly operation: ReaderOperation;
  readonly facet: ReaderFacet;
}

/** How many questions of each operation are made of a thousand. */
const SHARES: Readonly<Record<ReaderOperation, number>> = {
  figure: 270,
  time: 45,
  'from-to': 45,
  several: 80,
  list: 90,
  section: 22,
  text: 110,
  why: 25,
  who: 12,
  definition: 25,
  compare: 40,
  change: 30,
  rank: 35,
  table: 25,
  filter: 35,
  aggregate: 22,
  trend: 25,
  outcome: 35,
  mentions: 40,
  verify: 50,
  followup: 40,
  chat: 12,
  'turn-source': 10,
  'turn-why': 14,
  'turn-doubt': 10,
  'turn-which': 14,
  'turn-higher': 10,
  'turn-lower': 10,
  'turn-gap': 10,
  'turn-sum': 10,
  'turn-moved': 10,
  'turn-reached': 10,
  'turn-target': 14,
  'turn-actual': 10,
  'turn-speaker': 10,
};

/** How often a question is wrapped, wrapped twice, and has a filler between its words. */
const WRAPPED = 0.4;
const TWICE = 0.12;
const FILLED = 0.12;

const OF_CUE: Readonly<Record<Cue, Mark>> = {
  s: MARK.content,
  v: MARK.content,
  q: MARK.content,
  f: MARK.frame,
  m: MARK.frame,
  u: MARK.frame,
  o: MARK.frame,
  c: MARK.frame,
  n: MARK.frame,
  x: MARK.either,
  p: MARK.slot,
  y: MARK.slot,
};

/** Makes about `count` questions, the same each time for the same seed, frames and vocabulary. */
export function makeQuestions(frames: readonly QuestionFrame[], v: Vocabulary, count: number, seed: number): Made[] {
  const chance = chanceOf(seed);
  const maker = new Maker(v, chance, frames);
  const total = Object.values(SHARES).reduce((a, b) => a + b, 0);
  const out: Made[] = [];
  for (const [operation, share] of Object.entries(SHARES)) {
    const own = frames.filter((f) => f.operation === operation);
    const wanted = Math.round((count * share) / total);
    for (let i = 0; i < wanted && own.length > 0; i++) out.push(maker.make(own[i % own.length]!));
  }
  return out;
}

/** Makes questions from frames. */
export class Maker {
  private readonly wrappers: readonly QuestionFrame[];
  private readonly fillers: readonly QuestionFrame[];
  private readonly whole: readonly QuestionFrame[];

  constructor(
    private readonly v: Vocabulary,
    private readonly chance: Chance,
    frames: readonly QuestionFrame[],
  ) {
    this.wrappers = frames.filter((f) => f.operation === 'padding');
    this.fillers = frames.filter((f) => f.operation === 'filler');
    this.whole = frames.filter((f) => f.operation === 'figure' || f.operation === 'text');
  }

  /** One question of a frame, by chance wrapped. */
  make(frame: QuestionFrame): Made {
    const { chance } = this;
    let stretches = this.expand(frame.parts, MARK.frame, []);
    if (chance.often(FILLED)) stretches = this.withFiller(stretches);
    if (frame.operation !== 'chat' && chance.often(WRAPPED)) stretches = this.wrap(stretches);
    if (frame.operation !== 'chat' && chance.often(TWICE)) stretches = this.wrap(stretches);
    if (chance.often(0.35)) stretches = [...stretches, [chance.pick(['？', '?', '。', '？']), MARK.frame]];
    return {
      ...joined(stretches),
      operation: frame.operation as ReaderOperation,
      facet: frame.facet,
    };
  }

  wrap(inner: readonly Stretch[]): Stretch[] {
    return this.expand(this.chance.pick(this.wrappers).parts, MARK.frame, inner);
  }

  /** @param inner what stands for {Q}. */
  private expand(parts: readonly Part[], mark: Mark, inner: readonly Stretch[]): Stretch[] {
    return parts.flatMap((part) => this.expandPart(part, mark, inner));
  }

  private expandPart(part: Part, mark: Mark, inner: readonly Stretch[]): Stretch[] {
    switch (part.kind) {
      case 'text':
        return [[part.text, mark]];
      case 'cue':
        return this.expand(part.body, OF_CUE[part.letter], inner);
      case 'choice':
        return this.expand(this.chance.pick(part.of), mark, inner);
      case 'slot':
        return this.fill(part.name, mark, inner);
    }
  }

  private fill(name: string, mark: Mark, inner: readonly Stretch[]): Stretch[] {
    if (name === 'QL') return [...FILLS.S!(this.v, this.chance), ['呢', MARK.frame]];
    if (name === 'Q')
      return inner.length > 0 ? [...inner] : this.expand(this.chance.pick(this.whole).parts, MARK.frame, []);
    const filled = FILLS[name]!(this.v, this.chance);
    // A number asked about may be what the report says or not: 增长12.4%，是真的吗.
    return mark === MARK.either ? filled.map(([text]) => [text, MARK.either] as const) : filled;
  }

  /** Puts a filler where two stretches meet. */
  private withFiller(stretches: readonly Stretch[]): Stretch[] {
    const at = 1 + this.chance.below(Math.max(1, stretches.length - 1));
    const filler = this.expand(this.chance.pick(this.fillers).parts, MARK.frame, []);
    const pause: Stretch[] = this.chance.often(0.3) ? [[this.chance.pick(['，', '…', ' ']), MARK.frame]] : [];
    return [...stretches.slice(0, at), ...filler, ...pause, ...stretches.slice(at)];
  }
}

function joined(stretches: readonly Stretch[]): { text: string; marks: Uint8Array } {
  const text = stretches.map(([part]) => part).join('');
  const marks = new Uint8Array(text.length);
  let at = 0;
  for (const [part, mark] of stretches) {
    marks.fill(mark, at, at + part.length);
    at += part.length;
  }
  return { text, marks };
}

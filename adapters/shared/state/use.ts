import { type KeptTexts, SESSION_EXPIRY } from '../../../src/dialog/sessions.js';
import type { Log } from '../log.js';
import { type Codec, keep } from './kept.js';
import type { StateEngine } from './types.js';

/** Values of each kind that are kept at once; those longest untouched go first. */
const CAPACITY = { sqlite: 20_000, memory: 2000, postgres: 1_000_000 };
/** Milliseconds between two clearings. */
const SWEEP = 600_000;

const AS_IT_IS: Codec<string> = { encode: (text) => text, decode: (text) => text };

/** Conversations as the assistant has them kept. */
export function keptConversations(engine: StateEngine, log: Log): KeptTexts {
  return keep<string>(engine, 'conversation', SESSION_EXPIRY / 1000, telling(log), AS_IT_IS);
}

/** Tells the log what could not be read or kept: it counts as forgotten, and answering goes on. */
export function telling(log: Log): (error: unknown) => void {
  return (err) => log.warn({ reason: err instanceof Error ? err.message : String(err) }, 'not kept');
}

/** Clears away what is old, now and then; returns what ends that. */
export function sweepNowAndThen(engine: StateEngine, log: Log): () => void {
  const timer = setInterval(() => void engine.sweep(CAPACITY[engine.name]).catch(telling(log)), SWEEP);
  timer.unref();
  return () => clearInterval(timer);
}

import type { Place } from '../lexicon/types.js';
import type { Frame } from './types.js';

/** A question with the name of a place among its words: what is looked for is then to be told of it. */
export function withName(frame: Frame, { short }: Place): Frame {
  const start = frame.evidence.reduce((most, run) => Math.max(most, run.start + run.text.length), 0) + 1;
  const roles = [...short].map(() => 'content' as const);
  return { ...frame, evidence: [...frame.evidence, { text: short, roles, content: roles.map(() => 1), start }] };
}

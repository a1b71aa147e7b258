/**
 * What a press on a component asks for: `verb:id` or `verb:id:index`. The id names what is kept of an answer (adapters/shared/state);
 * the question itself never travels in it, so a forged one can at most name something that is not there.
 */
export const VERBS = {
  page: 'p',
  choice: 'c',
  suggestion: 's',
  source: 'q',
  chart: 'g',
  export: 'e',
  dispute: 'd',
} as const;

export type Verb = keyof typeof VERBS;

export interface Press {
  readonly verb: Verb;
  readonly id: string;
  /** A page, choice, suggestion or citation, counted from 0. Absent on select menus, whose value carries it. */
  readonly index?: number;
}

const PATTERN = /^([a-z]):([A-Za-z0-9_-]{1,32})(?::(\d{1,3}))?$/;

export function customId(verb: Verb, id: string, index?: number): string {
  return index === undefined ? `${VERBS[verb]}:${id}` : `${VERBS[verb]}:${id}:${index}`;
}

/** Reads a custom id; null where it is none of ours. */
export function readCustomId(text: string): Press | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const verb = (Object.keys(VERBS) as Verb[]).find((name) => VERBS[name] === match[1]);
  if (verb === undefined) return null;
  const index = match[3] === undefined ? undefined : Number(match[3]);
  return { verb, id: match[2]!, index };
}

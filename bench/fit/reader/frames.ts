import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkConfig, configLabel, parseConfigJson, readConfigText } from '../../../src/lexicon/config.js';
import { ConfigError } from '../../../src/lexicon/config-error.js';
import { CONFIG_DIR } from '../../../src/lexicon/paths.js';
import {
  READER_FACETS,
  READER_OPERATIONS,
  type ReaderFacet,
  type ReaderOperation,
} from '../../../src/question/reader/types.js';

/** A part of a frame. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** {P}, {I}: filled when the frame is expanded. */
  | { readonly kind: 'slot'; readonly name: string }
  /** [s:…]: what its words are, by a letter. */
  | { readonly kind: 'cue'; readonly letter: Cue; readonly body: readonly Part[] }
  /** (a|b|): one of several. */
  | { readonly kind: 'choice'; readonly of: readonly (readonly Part[])[] };

/** s subject, v act, q qualifier: content. f facet, m measure, u unit, o operation, c condition, n claim: frame. x: a second asking. p, y: place, year. */
const CUES = ['s', 'v', 'q', 'f', 'm', 'u', 'o', 'c', 'n', 'x', 'p', 'y'] as const;
export type Cue = (typeof CUES)[number];

/** Frames that are no question of their own: padding goes round one, a filler between its words. */
export const ADDITIONS = ['padding', 'filler'] as const;
export type Addition = (typeof ADDITIONS)[number];

/** A way of asking. */
export interface QuestionFrame {
  readonly operation: ReaderOperation | Addition;
  readonly facet: ReaderFacet;
  readonly parts: readonly Part[];
  readonly source: string;
}

/** The names that a frame may ask to be filled. */
export const SLOTS = [
  ...['P', 'P2', 'P3', 'PY', 'PA', 'PC', 'G', 'G2', 'U', 'Y', 'Y2', 'YB', 'YR', 'YF'],
  ...['I', 'I2', 'IL', 'ILU', 'LN', 'LU', 'GN', 'S', 'S2', 'T', 'K', 'W', 'W2', 'Z', 'Z2', 'Zn', 'Znp', 'Zt'],
  ...['CN', 'CN2', 'CNp', 'CNt', 'CU', 'CU2', 'CV', 'CV2', 'CVo', 'CVo2', 'V', 'V2', 'VP'],
  ...['N', 'N2', 'Nn', 'NC', 'D', 'C', 'Q', 'QL'],
  ...['PE', 'PE2', 'GE', 'IE', 'WE', 'PP', 'PP2', 'GP', 'IP', 'WP'],
] as const;
const KNOWN = new Set<string>(SLOTS);

const head = z.tuple([z.enum([...READER_OPERATIONS, ...ADDITIONS]), z.enum(READER_FACETS)]);

const FOLDER = 'language/frames';

/** All frames of config/language/frames. @throws ConfigError naming file and line of the first malformed one. */
export function loadFrames(): QuestionFrame[] {
  return readdirSync(join(CONFIG_DIR, FOLDER))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseFrames(readConfigText(CONFIG_DIR, `${FOLDER}/${name}`), `${FOLDER}/${name}`));
}

/** Reads frames: a line `@operation facet`, then a frame a line; `#` begins a remark. @throws ConfigError */
export function parseFrames(text: string, file: string): QuestionFrame[] {
  const out: QuestionFrame[] = [];
  let under: z.infer<typeof head> | undefined;
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const fail = (what: string): never => {
      throw new ConfigError(configLabel(file), `第 ${i + 1} 行`, `${what}：${line.slice(0, 40)}`);
    };
    if (line.startsWith('@')) {
      const read = head.safeParse(line.slice(1).split(' '));
      under = read.success ? read.data : fail('不认识的操作或口径');
      continue;
    }
    if (!under) return fail('句式之前要有 @操作 口径');
    const [operation, facet] = under;
    try {
      out.push({ operation, facet, parts: parseParts(line), source: line });
    } catch (error) {
      fail((error as Error).message);
    }
  }
  return out;
}

/** @throws RangeError saying what is wrong. */
export function parseParts(line: string): Part[] {
  const [parts, end] = sequence(line, 0, '');
  if (end < line.length) throw new RangeError(`多出的 ${line[end]}`);
  return parts;
}

/** Reads up to one of the characters of `until`. */
function sequence(line: string, from: number, until: string): [Part[], number] {
  const parts: Part[] = [];
  let text = '';
  let at = from;
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  while (at < line.length && !until.includes(line[at]!)) {
    const opened = OPENERS[line[at]!];
    if (opened) {
      flush();
      const [part, end] = opened(line, at);
      parts.push(part);
      at = end;
    } else if (')]}|'.includes(line[at]!)) throw new RangeError(`多出的 ${line[at]}`);
    else text += line[at++]!;
  }
  if (until !== '' && at >= line.length) throw new RangeError(`缺少 ${until}`);
  flush();
  return [parts, at];
}

const OPENERS: Readonly<Record<string, (line: string, at: number) => [Part, number]>> = {
  '{': (line, at) => {
    const end = line.indexOf('}', at);
    const name = line.slice(at + 1, end);
    if (end < 0 || !KNOWN.has(name)) throw new RangeError(`不认识的 {${name}}`);
    return [{ kind: 'slot', name }, end + 1];
  },
  '[': (line, at) => {
    const letter = CUES.find((c) => c === line[at + 1]);
    if (!letter || line[at + 2] !== ':') throw new RangeError(`不认识的 ${line.slice(at, at + 3)}`);
    const [body, end] = sequence(line, at + 3, ']');
    return [{ kind: 'cue', letter, body }, end + 1];
  },
  '(': (line, at) => {
    const of: Part[][] = [];
    let next = at;
    do {
      const [parts, end] = sequence(line, next + 1, '|)');
      of.push(parts);
      next = end;
    } while (line[next] === '|');
    return [{ kind: 'choice', of }, next + 1];
  },
};

const list = z.array(z.string().min(1)).min(3);

/** config/language/frames/fillers.json: words that stand in slots and are in no other vocabulary. */
export const fillersFile = z.strictObject({
  groups: list,
  kinds: list,
  terms: list,
  works: list,
  named: list,
  qualifiers: list,
  'terms-of-office': list,
  years: list,
  home: list,
  'english-places': list,
  'english-groups': list,
  'english-indicators': list,
  'english-terms': list,
  'pinyin-groups': list,
  'pinyin-indicators': list,
  'pinyin-terms': list,
});
export type Fillers = z.infer<typeof fillersFile>;

/** @throws ConfigError where the file is malformed. */
export function loadFillers(): Fillers {
  const file = `${FOLDER}/fillers.json`;
  return checkConfig(file, parseConfigJson(file, readConfigText(CONFIG_DIR, file)), fillersFile);
}

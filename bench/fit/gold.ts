import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT, SEEDS_DIR } from '../../src/lexicon/paths.js';
import { sharedFolder } from '../corpora.js';

/** Where an answer stands: a verbatim quote, or offsets into the file. */
export interface GoldEvidence {
  readonly seed?: string;
  readonly doc?: string;
  readonly quote?: string;
  readonly start?: number;
  readonly end?: number;
}

/** One turn of a gold set; see ../shared/eval/README.md for what the fields mean. */
export interface GoldTurn {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly expect: readonly (readonly string[])[];
  readonly forbid: readonly string[];
  readonly evidence: readonly GoldEvidence[];
  /** Questions of one conversation share it. */
  readonly session: string;
  readonly dialog: boolean;
}

/** A set of questions over one folder of reports. */
export interface GoldSet {
  readonly name: string;
  readonly corpus: string;
  readonly turns: readonly GoldTurn[];
  /** True for questions in people's own words. */
  readonly natural: boolean;
}

interface Line extends Omit<GoldTurn, 'session' | 'dialog'> {
  readonly turns?: readonly Omit<GoldTurn, 'session' | 'dialog'>[];
}

/** Reads a gold file. */
export function readGold(file: string): GoldTurn[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const item = JSON.parse(line) as Line;
    if (!item.turns) return [turnOf(item, item.id, item.id, false)];
    return item.turns.map((turn, n) => turnOf(turn, `${item.id}/${n + 1}`, item.id, true));
  });
}

function turnOf(turn: Omit<GoldTurn, 'session' | 'dialog'>, id: string, session: string, dialog: boolean): GoldTurn {
  const { kind = 'text', question, expect = [], forbid = [], evidence = [] } = turn;
  return { id, kind: expect.length === 0 ? 'unanswerable' : kind, question, expect, forbid, evidence, session, dialog };
}

const NATURAL = join(PACKAGE_ROOT, 'tests', 'golden', 'natural');
const FURTHER = join(PACKAGE_ROOT, 'bench', 'fit', 'sets');

/** All sets that are there: the project's own over the seeds always, those over other reports where the reports lie beside the project. */
export function goldSets(): GoldSet[] {
  const own = filesOf(NATURAL).map((file) => setOf(file, SEEDS_DIR, true));
  const reports = sharedFolder('corpora', 'gov-reports');
  const further = reports === undefined ? [] : filesOf(FURTHER).map((file) => setOf(file, reports, true));
  return [...own, ...further, ...sharedSets()];
}

/** Every set beside the project, also that over relations, which nothing is fitted to. */
export function visibleSets(): GoldSet[] {
  return setsBeside([...SHARED, ['analysis', 'gov-reports', true]]);
}

const SHARED: readonly (readonly [name: string, corpus: string | null, natural: boolean])[] = [
  ['dev', null, false],
  ['sample', 'sample', false],
  ['natural-city', 'natural-city', true],
  ['natural-1', 'gov-reports', true],
  ['natural-2', 'gov-reports', true],
  ['natural-3', 'gov-reports', true],
  ['natural-no', 'gov-reports', true],
];

const sharedSets = (): GoldSet[] => setsBeside(SHARED);

function setsBeside(sets: typeof SHARED): GoldSet[] {
  return sets.flatMap(([name, folder, natural]) => {
    const file = sharedFolder('eval', `${name}.jsonl`);
    const corpus = folder === null ? SEEDS_DIR : sharedFolder('corpora', folder);
    return file === undefined || corpus === undefined ? [] : [{ ...setOf(file, corpus, natural), name }];
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

function setOf(file: string, corpus: string, natural: boolean): GoldSet {
  return { name: file.replace(/^.*[\\/]|\.jsonl$/g, ''), corpus, turns: readGold(file), natural };
}

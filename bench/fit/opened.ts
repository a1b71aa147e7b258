import { heldPlaces } from '../../src/answer/context.js';
import type { Frame } from '../../src/frame/types.js';
import { type Lexicon, loadLexicon } from '../../src/lexicon/load.js';
import type { Place } from '../../src/lexicon/types.js';
import { withoutCourtesy } from '../../src/question/courtesy.js';
import { normalizeQuestion } from '../../src/question/normalize.js';
import { parseQuestion } from '../../src/question/parse.js';
import { openStore } from '../../src/retrieval/store.js';
import type { Store } from '../../src/retrieval/types.js';
import type { Span } from '../../src/text/types.js';
import type { GoldEvidence, GoldSet, GoldTurn } from './gold.js';

/** A folder of reports opened for the fit. */
export interface Opened {
  readonly store: Store;
  readonly lexicon: Lexicon;
  readonly read: (question: string) => Frame | undefined;
}

const opened = new Map<string, Opened>();

/** Opens folders, each once: what reads them later does not wait. */
export async function openFolders(folders: Iterable<string>): Promise<void> {
  for (const folder of new Set(folders)) if (!opened.has(folder)) opened.set(folder, await openFolder(folder));
}

/** A folder that `openFolders` has opened. */
export function open(folder: string): Opened {
  const known = opened.get(folder);
  if (!known) throw new Error(`${folder} has not been opened`);
  return known;
}

async function openFolder(folder: string): Promise<Opened> {
  const lexicon = loadLexicon();
  const store = await openStore({ folders: [folder], lexicon });
  const held = new Set(heldPlaces(store).map((h) => h.place.id));
  const known_ = (text: string): boolean => store.holds(text);
  return {
    store,
    lexicon,
    read(question) {
      const normalized = normalizeQuestion(question);
      if (!normalized.ok) return undefined;
      return parseQuestion(question, withoutCourtesy(normalized.text), { lexicon, held, known: known_ });
    },
  };
}

/** What every example of a fit says of its question. */
export interface Asked {
  readonly id: string;
  readonly set: string;
  /** The report that holds the answer: folds of the cross-validation part by it. */
  readonly group: string;
  readonly natural: boolean;
  readonly question: string;
}

/** A single question of a set as read. */
export interface ReadTurn {
  readonly turn: GoldTurn;
  readonly query: Frame;
  readonly place: Place | undefined;
  readonly asked: Asked;
}

/** The single questions of a set that are of some kinds, read; turns of conversations are left out. */
export function readTurns({ name, corpus, natural, turns }: GoldSet, kinds: readonly string[]): ReadTurn[] {
  const { read } = open(corpus);
  return turns.flatMap((turn) => {
    const query = turn.dialog || !kinds.includes(turn.kind) ? undefined : read(turn.question);
    if (!query) return [];
    const place = query.places[0]?.value;
    const { id, question, evidence } = turn;
    const group = evidence[0]?.seed ?? evidence[0]?.doc ?? place?.id ?? id;
    return [{ turn, query, place, asked: { id, set: name, group, natural, question } }];
  });
}

/** True for evidence in a file. */
export function isOf({ seed, doc }: GoldEvidence, file: string): boolean {
  return (seed ?? doc) === file;
}

/** True where evidence, by its offsets or any place of its quote, overlaps a stretch of its file. */
export function overlaps(store: Store, report: string, evidence: GoldEvidence, { start, end }: Span): boolean {
  const { quote, start: from, end: to } = evidence;
  if (from !== undefined && to !== undefined) return start < to && end > from;
  if (quote === undefined) return false;
  const source = store.source(report) ?? '';
  for (let at = source.indexOf(quote); at >= 0; at = source.indexOf(quote, at + 1))
    if (start < at + quote.length && end > at) return true;
  return false;
}

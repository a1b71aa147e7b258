import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Operation } from '../../../src/frame/types.js';
import { type Lexicon, loadLexicon } from '../../../src/lexicon/load.js';
import { PACKAGE_ROOT } from '../../../src/lexicon/paths.js';
import { thesaurus } from '../../../src/lexicon/thesaurus.js';
import { askingWords } from '../../../src/question/asking-words.js';
import { normalizeQuestion } from '../../../src/question/normalize.js';
import { parseQuestion } from '../../../src/question/parse.js';
import { askedPeriods } from '../../../src/question/periods.js';
import { askedPlaces } from '../../../src/question/places.js';
import { READER_OPERATIONS, type ReaderOperation } from '../../../src/question/reader/types.js';
import { ASKING, wordSigns } from '../../../src/question/reader/words.js';
import { scratchOf } from '../../../src/question/scratch.js';
import { matchUnit } from '../../../src/text/units.js';
import { sharedFolder } from '../../corpora.js';
import { type GoldSet, type GoldTurn, goldSets, readGold } from '../gold.js';

/** What the evidence says of a character of a question. */
export const SEEN = { nothing: 0, inEvidence: 1, notInEvidence: 2, slot: 3, pause: 4 } as const;

/** A natural question with what can be known of it without reading it. */
export interface Seen {
  readonly id: string;
  readonly set: string;
  readonly natural: boolean;
  readonly kind: string;
  readonly text: string;
  /** For each UTF-16 unit one of SEEN. */
  readonly seen: Uint8Array;
  /** True where the evidence is at hand. */
  readonly held: boolean;
}

/** Such a question with what it may ask for. */
export interface Labelled extends Seen {
  /** The operations that it may be; empty where its kind and its wording do not tell. */
  readonly operations: readonly ReaderOperation[];
  /** Those of them that a reader should say. */
  readonly taught: readonly ReaderOperation[];
  /** The parser's reading. */
  readonly frame: Frame;
}

interface Wordings {
  readonly [operation: string]: readonly string[];
}

const readWordings = (name: string): Wordings =>
  JSON.parse(readFileSync(join(PACKAGE_ROOT, 'bench', 'fit', 'reader', `${name}.json`), 'utf8')) as Wordings;

/** Words by which a question of kind text or unanswerable is of an operation. */
const wordings = readWordings('wordings');
/** Words by which a question for a number asks for a time or for the report itself. */
const timeWordings = readWordings('wordings-time');
/** Words by which a question for a number may as well be taken for another operation. */
const alsoWordings = readWordings('wordings-also');

const wordedAs = (text: string, by: Wordings): ReaderOperation[] =>
  Object.entries(by)
    .filter(([, words]) => words.some((w) => text.includes(w)))
    .map(([operation]) => operation as ReaderOperation);

/** All gold sets as labelled questions, those over many reports too where they are there. */
export const labelledQuestions = (): Labelled[] => [...eachLabelled()];

/** The same, one after another: each is read when it is asked for. */
export function* eachLabelled(): Generator<Labelled> {
  const known = knownPlaces();
  for (const { set, turn, question } of eachTurn(known)) yield labelled(set, turn, question, known);
}

/** The same questions, none of them read. */
export function seenQuestions(): Seen[] {
  return Array.from(eachTurn(knownPlaces()), ({ question }) => question);
}

/** The lexicon, and its places, all of which count as held. */
interface Known {
  readonly lexicon: Lexicon;
  readonly held: ReadonlySet<string>;
}

function knownPlaces(): Known {
  const lexicon = loadLexicon();
  return { lexicon, held: new Set(lexicon.gazetteer.places.map(({ id }) => id)) };
}

function* eachTurn(known: Known): Generator<{ set: GoldSet; turn: GoldTurn; question: Seen }> {
  for (const set of [...goldSets(), ...analysis()])
    for (const turn of set.turns) {
      const question = seenQuestion(set, turn, known);
      if (question) yield { set, turn, question };
    }
}

function analysis(): GoldSet[] {
  const file = sharedFolder('eval', 'analysis.jsonl');
  const corpus = sharedFolder('corpora', 'gov-reports');
  if (file === undefined || corpus === undefined) return [];
  return [{ name: 'analysis', corpus, turns: readGold(file), natural: true }];
}

function seenQuestion(set: GoldSet, turn: GoldTurn, { lexicon, held }: Known): Seen | undefined {
  const normalized = normalizeQuestion(turn.question);
  if (!normalized.ok) return undefined;
  const { text } = normalized;
  const evidence = evidenceText(set, turn);
  return {
    id: turn.id,
    set: set.name,
    natural: set.natural,
    kind: turn.kind,
    text,
    seen: seenIn(text, evidence, lexicon, held),
    held: evidence !== '',
  };
}

function labelled(set: GoldSet, turn: GoldTurn, question: Seen, known: Known): Labelled {
  const { text } = question;
  const frame = parseQuestion(turn.question, text, known);
  // Turns of formal conversations have no kind.
  const taught = !set.natural && turn.dialog && turn.kind === 'text' ? [] : operationsOf(turn, text, frame);
  return {
    ...question,
    operations: [...new Set([...taught, ...(turn.kind === 'number' ? alsoAllowed(text) : [])])],
    taught,
    frame,
  };
}

const sources = new Map<string, string>();

/** The passages that hold the answer, with what stands around them. */
function evidenceText(set: GoldSet, turn: GoldTurn): string {
  const parts = turn.evidence.map((e) => {
    const file = join(set.corpus, e.seed ?? e.doc ?? '');
    if (e.start === undefined || e.end === undefined) return e.quote ?? '';
    if (!sources.has(file)) sources.set(file, readFileSync(file, 'utf8'));
    return sources.get(file)!.slice(Math.max(0, e.start - AROUND), e.end + AROUND);
  });
  return parts.join('\n').normalize('NFKC').replace(/\s/g, '');
}

/** How much of the report around the evidence counts to it: the heading or the subject may stand before it. */
const AROUND = 20;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;
const PAUSE = /[\s\p{P}\p{S}]/u;
const LONGEST_WORD = 8;

function seenIn(text: string, evidence: string, lexicon: Lexicon, held: ReadonlySet<string>): Uint8Array {
  const seen = new Uint8Array(text.length).fill(evidence === '' ? SEEN.nothing : SEEN.notInEvidence);
  if (evidence !== '') markSeen(text, evidence, seen);
  const scratch = scratchOf(text);
  askedPlaces(scratch, lexicon, held);
  askedPeriods(scratch);
  for (let i = 0; i < text.length; i++)
    if (PAUSE.test(text[i]!)) seen[i] = SEEN.pause;
    else if (scratch.used[i]) seen[i] = SEEN.slot;
  // The unit behind an asking word is asked in, though it stands in the evidence too.
  for (const word of askingWords().amount)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const unit = matchUnit(text, at + word.length);
      if (unit) seen.fill(SEEN.notInEvidence, at, unit.end);
    }
  // Words of asking stand in reports too: that they do says nothing.
  for (const [i, sign] of wordSigns(text).entries())
    if (sign >> 4 === ASKING && seen[i] === SEEN.inEvidence) seen[i] = SEEN.nothing;
  return seen;
}

/** Marks pairs that stand in the evidence, and words that another of their group stands for there. */
function markSeen(text: string, evidence: string, seen: Uint8Array): void {
  const words = thesaurus();
  for (let from = 0; from < text.length; from++) {
    const pair = text.slice(from, from + 2);
    if ((HAN_PAIR.test(pair) || /^[A-Za-z]{2}$/.test(pair)) && evidence.includes(pair))
      seen.fill(SEEN.inEvidence, from, from + 2);
    for (let size = 2; size <= LONGEST_WORD && from + size <= text.length; size++) {
      const word = text.slice(from, from + size);
      if (!words.has(word)) continue;
      if (words.alternatives(word).some((w) => w.length > 1 && evidence.includes(w)))
        seen.fill(SEEN.inEvidence, from, from + size);
    }
  }
}

const alsoAllowed = (text: string): ReaderOperation[] => ['figure', ...wordedAs(text, alsoWordings)];

/** The operations of one figure, by what the parser's exact recogniser of askings finds. */
function figureOperations(turn: GoldTurn, text: string, frame: Frame): ReaderOperation[] {
  const timed = wordedAs(text, timeWordings);
  const asked = askedOperations(turn, frame);
  return [...new Set([...timed, ...(timed.length > 0 ? asked.filter((o) => o !== 'figure') : asked)])];
}

function askedOperations(turn: GoldTurn, frame: Frame): ReaderOperation[] {
  if (frame.form === 'from-to') return ['from-to'];
  if (frame.askings.some((a) => a.kind !== 'figure')) return frame.askings.length > 1 ? ['time', 'several'] : ['time'];
  if (frame.askings.length > 1) return ['several'];
  return turn.expect.length > 1 ? ['several', 'figure', 'from-to'] : ['figure'];
}

const MANY: readonly ReaderOperation[] = ['compare', 'change', 'rank', 'table', 'filter', 'aggregate'];

/** By the kind of a gold question; its own wording decides where the kind holds several. */
function operationsOf(turn: GoldTurn, text: string, frame: Frame): ReaderOperation[] {
  const later = turn.dialog && !turn.id.endsWith('/1');
  const own = ofKind(turn, text, frame);
  if (later && (frame.places.length === 0 || text.length <= SHORT)) return ['followup', ...TURN_OPERATIONS, ...own];
  return own;
}

/** What a later turn may ask of the answer before it; the gold does not tell which. */
const TURN_OPERATIONS = READER_OPERATIONS.filter((o) => o.startsWith('turn-'));

/** A later turn of a conversation that is no longer than this, in UTF-16 units, is a fragment. */
const SHORT = 10;

function ofKind(turn: GoldTurn, text: string, frame: Frame): ReaderOperation[] {
  const { kind } = turn;
  if (kind === 'number') return figureOperations(turn, text, frame);
  if (kind === 'compare') return [...MANY];
  if (kind === 'trend') return ['trend', 'rank', 'change'];
  if (kind === 'outcome') return ['outcome'];
  if (kind === 'mention') return ['mentions'];
  if (kind === 'list') return ['list', 'section'];
  const worded = wordedAs(text, wordings);
  if (kind === 'text') {
    const fitting = worded.filter((o) => o !== 'list');
    return fitting.length > 0 ? [fitting[0]!, ...(fitting[0] === 'definition' ? (['text'] as const) : [])] : ['text'];
  }
  if (kind === 'unanswerable' && frame.wantsNumber && worded.length === 0) return figureOperations(turn, text, frame);
  return [];
}

/** The parser's operation that stands for one of the reader's. */
export const COARSE: Readonly<Record<ReaderOperation, readonly Operation[]>> = {
  figure: ['figure'],
  time: ['figure', 'metadata'],
  'from-to': ['figure', 'list', 'compare', 'trend'],
  several: ['figure', 'list'],
  list: ['list'],
  section: ['targets', 'list', 'passage'],
  text: ['passage'],
  why: ['passage'],
  who: ['metadata'],
  definition: ['passage', 'list'],
  compare: ['compare'],
  change: ['compare'],
  rank: ['compare'],
  table: ['compare'],
  filter: ['compare'],
  aggregate: ['compare'],
  trend: ['trend', 'compare'],
  outcome: ['outcome'],
  mentions: ['mentions'],
  verify: ['passage', 'figure'],
  followup: [],
  chat: [],
  'turn-source': [],
  'turn-why': [],
  'turn-doubt': [],
  'turn-which': [],
  'turn-higher': [],
  'turn-lower': [],
  'turn-gap': [],
  'turn-sum': [],
  'turn-moved': [],
  'turn-reached': [],
  'turn-target': [],
  'turn-actual': [],
  'turn-speaker': [],
};

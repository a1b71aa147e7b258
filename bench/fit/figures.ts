import { heldPlaces, heldYears } from '../../src/answer/context.js';
import type { Fact } from '../../src/facts/types.js';
import type { AskedPeriod, Frame } from '../../src/frame/types.js';
import { type Lexicon, loadLexicon } from '../../src/lexicon/load.js';
import { anchor } from '../../src/matching/anchor.js';
import { figureAskOf } from '../../src/matching/ask.js';
import { candidatesFor } from '../../src/matching/candidates.js';
import { contradictionOf } from '../../src/matching/contradiction.js';
import { type Evidence, vectorsOf } from '../../src/matching/features.js';
import type { FigureAsk } from '../../src/matching/figure-ask.js';
import { normalizeQuestion } from '../../src/question/normalize.js';
import { parseQuestion } from '../../src/question/parse.js';
import { openStore } from '../../src/retrieval/store.js';
import type { Store } from '../../src/retrieval/types.js';
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
      return normalized.ok ? parseQuestion(question, normalized.text, { lexicon, held, known: known_ }) : undefined;
    },
  };
}

/** A question with its candidates, as the ranker is fitted on. */
export interface Example {
  readonly id: string;
  readonly set: string;
  /** The folder of reports it is asked of. */
  readonly corpus: string;
  /** The report that holds the answer: folds of the cross-validation part by it. */
  readonly group: string;
  readonly natural: boolean;
  readonly question: string;
  readonly ask: FigureAsk;
  readonly evidence: readonly Evidence[];
  readonly facts: readonly Fact[];
  readonly vectors: readonly Float64Array[];
  /** Which candidates say what is asked. */
  readonly right: readonly boolean[];
  /** True where a right figure is extracted at all. */
  readonly extracted: boolean;
  readonly answerable: boolean;
}

/** The figure questions of a set, single turns alone. */
export function examplesOf(set: GoldSet): Example[] {
  const { store, lexicon, read } = open(set.corpus);
  const out: Example[] = [];
  for (const turn of set.turns) {
    if (turn.dialog || (turn.kind !== 'number' && turn.kind !== 'unanswerable')) continue;
    const frame = read(turn.question);
    if (!frame || (turn.kind === 'unanswerable' && !frame.wantsNumber)) continue;
    const place = frame.places[0]?.value;
    const period = periodOf(store, frame);
    const figures = frame.askings.filter((a) => a.kind === 'figure');
    const several = figures.length > 1 && figures.length === turn.expect.length;
    const asked = several ? figures : [undefined];
    for (const [n, asking] of asked.entries()) {
      const ask = figureAskOf(frame, lexicon, place, period, asking);
      const expect = several ? [turn.expect[n]!] : turn.expect;
      const gathered = candidatesFor(store, lexicon, ask);
      const evidence = gathered.filter((e) => contradictionOf(ask, e) === undefined);
      const facts = evidence.map((e) => e.fact);
      out.push({
        id: several ? `${turn.id}#${n + 1}` : turn.id,
        set: set.name,
        corpus: set.corpus,
        group: turn.evidence[0]?.seed ?? turn.evidence[0]?.doc ?? place?.id ?? turn.id,
        natural: set.natural,
        question: turn.question,
        ask,
        evidence,
        facts,
        vectors: vectorsOf(ask, evidence),
        right: facts.map((fact) => turn.kind === 'number' && isRight(store, fact, { ...turn, expect })),
        extracted: turn.kind === 'number' && rightFacts(store, { ...turn, expect }).length > 0,
        answerable: turn.kind === 'number',
      });
    }
  }
  return out;
}

/** 今年 and 去年 are of the newest report of the place. */
function periodOf(store: Store, frame: Frame): AskedPeriod | undefined {
  const period = frame.periods[0]?.value;
  const place = frame.places[0]?.value;
  if (period?.kind !== 'relative' || !place) return period;
  const year = frame.reportYear ?? heldYears(store, place)[0];
  return year === undefined ? period : anchor(period, year);
}

/** Every fact of the reports of the evidence that says what a turn expects. */
export function rightFacts(store: Store, turn: GoldTurn): Fact[] {
  const seeds = new Set(turn.evidence.map((e) => e.seed ?? e.doc));
  return store.heads
    .filter((h) => seeds.has(h.seed))
    .flatMap((h) => store.facts(h.id))
    .filter((fact) => isRight(store, fact, turn));
}

/** True where a fact is one of those expected and stands in the evidence. */
export function isRight(store: Store, fact: Fact, turn: GoldTurn): boolean {
  const { view, seed } = store.report(fact.report);
  const [start, end] = [view.offsets[fact.span.start]!, view.offsets[fact.span.end - 1]! + 1];
  if (!turn.evidence.some((e) => overlaps(store, fact.report, seed, e, start, end))) return false;
  const core = fold(view.text.slice(fact.quantity.core.start, fact.quantity.core.end));
  const around = fold(view.text.slice(Math.max(0, fact.span.start - 4), fact.span.end + 8));
  return turn.expect.some((group) => group.some((text) => says(core, around, fold(text))));
}

function overlaps(store: Store, report: string, seed: string, e: GoldEvidence, start: number, end: number): boolean {
  if ((e.seed ?? e.doc) !== seed) return false;
  if (e.start !== undefined && e.end !== undefined) return start < e.end && end > e.start;
  if (e.quote === undefined) return true;
  const source = store.source(report) ?? '';
  for (let at = source.indexOf(e.quote); at >= 0; at = source.indexOf(e.quote, at + 1))
    if (start < at + e.quote.length && end > at) return true;
  return false;
}

/** True where the figure's own number is the one expected and the words around hold what is expected whole. */
function says(core: string, around: string, expected: string): boolean {
  const number = /\d+(?:\.\d+)?/.exec(expected)?.[0];
  const own: readonly string[] = core.match(/\d+(?:\.\d+)?/g) ?? [];
  if (number === undefined) return core.includes(expected) || expected.includes(core);
  return (
    own.includes(number) && (around.includes(expected) || around.includes(expected.replace(/[^\d.%万亿].*$/u, '')))
  );
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '');
}

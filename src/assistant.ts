import { heldPlaces } from './answer/context.js';
import type { Answer, Citation } from './answer/schema.js';
import type { Surroundings } from './answer/surroundings.js';
import { surroundingsOf } from './answer/surroundings.js';
import type { CorpusProblem } from './corpus/types.js';
import { createConversation } from './dialog/conversation.js';
import { createSessions } from './dialog/sessions.js';
import { loadLexicon } from './lexicon/load.js';
import { SEEDS_DIR } from './lexicon/paths.js';
import { reloadQuestionWords } from './question/words.js';
import { openStore } from './retrieval/store.js';
import type { StoreOptions } from './retrieval/types.js';
import type { ToolContext } from './tools/index.js';

export type { Surroundings } from './answer/surroundings.js';

/** The version of the core, shown by status and kept in snapshots. */
export const VERSION = '0.1.0';

/** What an assistant holds, in counts. */
export interface AssistantStats {
  /** Changes whenever the corpus, or what is read out of it, changes. */
  readonly version: string;
  readonly reports: number;
  readonly places: number;
  readonly years: readonly [number, number] | null;
  readonly facts: number;
  readonly passages: number;
  readonly corpus: readonly string[];
  /** True where a snapshot was used. */
  readonly snapshot: boolean;
  readonly loadMs: number;
  /** What went wrong while the corpus was read (a damaged snapshot, a file that could not be read), one line each. */
  readonly warnings?: readonly string[];
}

/** What is held, for autocomplete and menus. */
export interface Held {
  /** Places with reports: name, short name, years held, newest first. */
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly short: string;
    readonly years: readonly number[];
  }[];
  /** Canonical names of indicators with at least one figure. */
  readonly indicators: readonly string[];
}

/** The front door: one corpus, many conversations. `session` is any string; turns of one session lean on one another. */
export interface Assistant {
  /** Never throws for what a user typed. Plain questions and commands (“/targets 常德 2022”, “目标 常德 2022”) alike. */
  ask(session: string, text: string): Promise<Answer>;
  /** The last answer of a session, for paging, sources, charts and exports. */
  last(session: string): Answer | undefined;
  forget(session: string): void;
  held(): Held;
  stats(): AssistantStats;
  surroundings(citation: Pick<Citation, 'document' | 'start' | 'end'>): Surroundings | undefined;
  /** What the tools for programs and the source pages read. */
  readonly context: Pick<ToolContext, 'store' | 'lexicon'>;
  /** How the last answer of a session came about, one line each: the reading, the candidates, why. For `:trace`. */
  explain?(session: string): readonly string[];
}

export interface AssistantOptions extends Omit<StoreOptions, 'folders'> {
  /** Folders of reports; the seeds when empty. */
  readonly corpus?: readonly string[];
}

/** An empty corpus, or a folder that is not there: nothing can be answered. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}

/**
 * Loads the lexicon and a corpus, from its snapshot where that is fresh, and opens the front door to it.
 * Throws ConfigError for a malformed config file and CorpusError where no report can be read.
 */
export function createAssistant(options: AssistantOptions = {}): Assistant {
  const { corpus, ...storeOptions } = options;
  const folders = corpus && corpus.length > 0 ? corpus : [SEEDS_DIR];
  const lexicon = loadLexicon();
  reloadQuestionWords();
  const store = openStore({ ...storeOptions, folders, lexicon });
  if (store.heads.length === 0) {
    const reasons = store.problems.slice(0, 3).map(sayProblem);
    throw new CorpusError(
      reasons.length > 0 ? reasons.join('；') : `${folders.join('、')}：没有找到报告（支持 .txt 和 .md）`,
    );
  }
  const sessions = createSessions();
  const conversation = createConversation(store, lexicon);
  return {
    async ask(session, text) {
      const started = performance.now();
      const answer = conversation.turn(sessions.get(session), text);
      return { ...answer, elapsedMs: Number((performance.now() - started).toFixed(3)) };
    },
    last: (session) => sessions.peek(session)?.answer,
    forget: (session) => sessions.forget(session),
    held: () => ({
      places: heldPlaces(store).map(({ place, years }) => ({
        id: place.id,
        name: place.name,
        short: place.short,
        years,
      })),
      indicators: store.indicators().flatMap((id) => lexicon.indicators.get(id)?.name ?? []),
    }),
    stats() {
      const { digest, reports, places, years, facts, passages, folders: read, snapshot, loadMs } = store.stats;
      const unread = store.problems.filter((problem) => problem.severity === 'error').map(sayProblem);
      const warnings = [...store.warnings, ...unread];
      return { version: digest, reports, places, years, facts, passages, corpus: read, snapshot, loadMs, warnings };
    },
    surroundings: (citation) => surroundingsOf(store, citation),
    context: { store, lexicon },
    explain: (session) => sessions.peek(session)?.trace() ?? [],
  };
}

function sayProblem({ seed, message }: CorpusProblem): string {
  return `${seed}：${message}`;
}

import { heldPlaces } from './answer/context.js';
import type { Answer, Citation } from './answer/schema.js';
import type { Surroundings } from './answer/surroundings.js';
import { surroundingsOf } from './answer/surroundings.js';
import type { CorpusProblem } from './corpus/types.js';
import { createConversation } from './dialog/conversation.js';
import { createSessionCodec } from './dialog/session-codec.js';
import { createSessions, type KeptTexts } from './dialog/sessions.js';
import { traceOf } from './dialog/trace.js';
import { type Lexicon, loadLexicon } from './lexicon/load.js';
import { SEEDS_DIR } from './lexicon/paths.js';
import { reloadQuestionWords } from './question/words.js';
import { attempt } from './retrieval/at-hand.js';
import { openStore } from './retrieval/store.js';
import type { Store, StoreOptions } from './retrieval/types.js';
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
    /** The short name in pinyin, small letters without blanks. */
    readonly pinyin?: string;
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
  last(session: string): Promise<Answer | undefined>;
  forget(session: string): Promise<void>;
  held(): Held;
  stats(): AssistantStats;
  surroundings(citation: Pick<Citation, 'document' | 'start' | 'end'>): Promise<Surroundings | undefined>;
  /** What the tools for programs and the source pages read. */
  readonly context: Pick<ToolContext, 'store' | 'lexicon'>;
  /** How the last answer of a session came about, one line each: the reading, the candidates, why. For `:trace`. */
  explain?(session: string): Promise<readonly string[]>;
}

export interface AssistantOptions extends Omit<StoreOptions, 'folders'> {
  /** Folders of reports; the seeds when empty. */
  readonly corpus?: readonly string[];
  /** The address of a PostgreSQL database that `npm run publish` has filled; it is read instead of folders. */
  readonly database?: string | undefined;
  /** Where conversations are kept; in memory unless given. Those whose ids begin with `once:` always are. */
  readonly conversations?: KeptTexts | undefined;
}

/** An empty corpus, or a folder that is not there: nothing can be answered. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}

/**
 * Loads the lexicon and a corpus, brought up to its folders, and opens the front door to it.
 * Rejects with ConfigError for a malformed config file, CorpusError where no report can be read, StoreError for a database that cannot be used.
 */
export async function createAssistant(options: AssistantOptions = {}): Promise<Assistant> {
  const { corpus, conversations, database, ...storeOptions } = options;
  const folders = corpus && corpus.length > 0 ? corpus : [SEEDS_DIR];
  const lexicon = loadLexicon();
  reloadQuestionWords();
  const store =
    database === undefined
      ? await openStore({ ...storeOptions, folders, lexicon })
      : await (await import('./retrieval/database.js')).openDatabase(database, { ...storeOptions, lexicon });
  if (store.heads.length === 0) {
    const reasons = store.problems.slice(0, 3).map(sayProblem);
    throw new CorpusError(
      reasons.length > 0 ? reasons.join('；') : `${folders.join('、')}：没有找到报告（支持 .txt 和 .md）`,
    );
  }
  return assistantOver(store, lexicon, conversations);
}

/** The front door to a store that is open already. */
export function assistantOver(store: Store, lexicon: Lexicon, conversations?: KeptTexts): Assistant {
  const sessions = createSessions({ codec: createSessionCodec(lexicon), kept: conversations });
  const conversation = createConversation(store, lexicon);
  let held: Held | undefined;
  return {
    async ask(session, text) {
      const started = performance.now();
      const answer = await sessions.turn(session, (state) =>
        attempt(store, () => {
          // A turn that has to wait for the store is run again, from the conversation as it was.
          const draft = { ...state };
          const said = conversation.turn(draft, text);
          Object.assign(state, draft);
          return said;
        }),
      );
      return { ...answer, elapsedMs: Number((performance.now() - started).toFixed(3)) };
    },
    last: async (session) => (await sessions.peek(session))?.answer,
    forget: (session) => sessions.forget(session),
    held() {
      held ??= {
        places: heldPlaces(store).map(({ place: { id, name, short, pinyin }, years }) => ({
          id,
          name,
          short,
          pinyin,
          years,
        })),
        indicators: store.indicators().flatMap((id) => lexicon.indicators.get(id)?.name ?? []),
      };
      return held;
    },
    stats() {
      const { digest, reports, places, years, facts, passages, folders: read, snapshot, loadMs } = store.stats;
      const unread = store.problems.filter((problem) => problem.severity === 'error').map(sayProblem);
      const warnings = [...store.warnings, ...unread];
      return { version: digest, reports, places, years, facts, passages, corpus: read, snapshot, loadMs, warnings };
    },
    surroundings: (citation) => attempt(store, () => surroundingsOf(store, citation)),
    context: { store, lexicon },
    async explain(session) {
      const { traced, remembered, answer } = (await sessions.peek(session)) ?? {};
      if (typeof traced === 'string') return [`旁白：${traced}`];
      const frame = traced ?? remembered?.query;
      return frame === undefined ? [] : attempt(store, () => traceOf(store, lexicon, frame, answer));
    },
  };
}

function sayProblem({ seed, message }: CorpusProblem): string {
  return `${seed}：${message}`;
}

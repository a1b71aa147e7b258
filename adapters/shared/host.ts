import type { Assistant, AssistantStats } from '../../src/assistant.js';

export type ReloadResult =
  | { readonly ok: true; readonly stats: AssistantStats }
  | { readonly ok: false; readonly message: string };

export interface Status {
  readonly version: string;
  readonly stats: AssistantStats;
  /** Resident memory in bytes. */
  readonly memory: number;
  /** Seconds since the program started. */
  readonly uptime: number;
  /** When the assistant in use was loaded. */
  readonly loaded: Date;
}

export interface Host {
  /** The version of the program. */
  readonly version: string;
  /** The assistant in use. Ask for it anew for every question: a reload puts another one in its place. */
  assistant(): Assistant;
  /** Loads corpus and config anew and swaps them in whole; where that fails, the old ones stay. Calls at the same time share one load. */
  reload(): Promise<ReloadResult>;
  status(): Status;
}

/**
 * Holds the assistant that all adapters ask. Rejects where the first load fails.
 *
 * @param prepare done before each reload: what takes long and need not hold up the questions that come meanwhile.
 */
export async function createHost(
  version: string,
  load: () => Assistant | Promise<Assistant>,
  prepare: () => Promise<void> = async () => undefined,
): Promise<Host> {
  let assistant = await load();
  let loaded = new Date();
  let reloading: Promise<ReloadResult> | undefined;

  async function reload(): Promise<ReloadResult> {
    try {
      await prepare();
      const fresh = await load();
      assistant = fresh;
      loaded = new Date();
      return { ok: true, stats: fresh.stats() };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    version,
    assistant: () => assistant,
    reload: () => {
      reloading ??= reload().finally(() => {
        reloading = undefined;
      });
      return reloading;
    },
    status: () => ({
      version,
      stats: assistant.stats(),
      memory: process.memoryUsage.rss(),
      uptime: process.uptime(),
      loaded,
    }),
  };
}

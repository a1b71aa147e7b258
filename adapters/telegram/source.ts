/** Kinds of updates that are asked for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query'];

/** Takes updates: resolves when they are safe in the queue. Those that are not for the bot are passed over. */
export type Accept = (updates: readonly unknown[]) => Promise<void>;

/** Where updates come from: polling or a webhook. */
export interface Source {
  /** What keeps it from receiving just now, or null. */
  problem(): string | null;
  /** Takes no more updates. */
  stop(): Promise<void>;
}

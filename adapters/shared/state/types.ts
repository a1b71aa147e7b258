/** What is kept under a short id. */
export type Kind = 'conversation' | 'button' | 'placed';

/** A value to be kept, or with no value to be forgotten. */
export interface Write {
  readonly kind: Kind;
  readonly id: string;
  /** JSON; absent to forget what is kept under the id. */
  readonly value?: string;
  /** When it is forgotten, in milliseconds since 1970. */
  readonly expires: number;
}

/** What is kept, with when it is forgotten. */
export interface Kept {
  readonly value: string;
  readonly expires: number;
}

export type Platform = 'telegram' | 'discord';

/** An update as it was delivered. */
export interface Delivery {
  /** The platform's own number or id: under it a delivery is known when it comes again. */
  readonly number: string;
  /** Deliveries of one chat are handled one after another, in the order in which they were put. */
  readonly chat: string;
  /** JSON. */
  readonly body: string;
  /** Where several processes share the work by something of their own (a Discord shard); by the chat unless given. */
  readonly lane?: number;
}

/** A delivery that waits to be handled. */
export interface Waiting {
  readonly id: number;
  readonly lane: number;
  readonly chat: string;
  readonly body: string;
}

/** A lock that one process holds at a time. It falls free by itself when the process dies. */
export interface Hold {
  /** True once it is held no longer: the database went away, or it was released. */
  readonly lost: boolean;
  release(): Promise<void>;
}

/** A dispute as it is kept: JSON, with when it was made (ISO, to the minute). */
export interface DisputeRow {
  readonly at: string;
  readonly body: string;
}

/** Points by key in a window of time. */
export interface Counter {
  /** Takes one point of `key`: how many were taken in its window, this one included. */
  take(key: string): Promise<number>;
}

/**
 * Keeps what must outlive a process, or be shared by several: what is kept under ids, deliveries, disputes, limits, locks.
 * Every operation may be run again after a connection broke in its middle. Rejects with `StateError` alone.
 */
export interface StateEngine {
  readonly name: 'sqlite' | 'postgres' | 'memory';
  /** Into how many lanes the chats of a platform are dealt: what processes share the work by. */
  readonly lanes: number;
  /** Milliseconds that a lane stays free after its holder vanished before another takes it: a holder that lives takes it again. */
  readonly grace: number;

  read(kind: Kind, id: string): Promise<Kept | undefined>;
  /** Keeps and forgets, and marks a delivery as done, all of it or nothing. */
  commit(writes: readonly Write[], done?: number): Promise<void>;

  /** Keeps deliveries until they are done. Those that were put before are left out. Safe once it resolves; how many were new. */
  put(platform: Platform, deliveries: readonly Delivery[]): Promise<number>;
  /** Deliveries of these lanes that are not done, in order, without those in hand. */
  waiting(platform: Platform, lanes: readonly number[], inHand: readonly number[], limit: number): Promise<Waiting[]>;
  /** Calls back when a delivery was put, by whatever process; returns what ends that. */
  onPut(platform: Platform, wake: () => void): () => void;

  /** Takes the lock of this name if it is free. */
  hold(name: string): Promise<Hold | undefined>;
  /** Takes a lane if it is free: `wait` where its last holder did not let go of it and `patient` is not set. */
  holdLane(platform: Platform, lane: number, member: string, patient: boolean): Promise<Hold | 'wait' | undefined>;
  /** Says that this process works on the platform: how many such processes there are, this one included. */
  beat(platform: Platform, member: string): Promise<number>;
  /** Says that it does so no longer. */
  leave(platform: Platform, member: string): Promise<void>;

  /** A counter of so many seconds' windows. */
  counter(name: string, seconds: number): Counter;

  addDispute(row: DisputeRow, most: number): Promise<boolean>;
  /** The newest first. */
  disputes(limit: number): Promise<{ readonly total: number; readonly newest: readonly DisputeRow[] }>;

  /** Forgets what has expired, what is beyond `capacity` of a kind, and deliveries done longer than a day ago. */
  sweep(capacity: number): Promise<void>;
  /** What is wrong just now, in one line without secrets, or null. */
  problem(): Promise<string | null>;
  close(): Promise<void>;
}

/** The version of the tables. Raised with every change to them, with a step from the one before. */
export const SCHEMA_VERSION = 1;

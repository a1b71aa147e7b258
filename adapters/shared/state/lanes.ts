import { createHash } from 'node:crypto';
import type { Delivery } from './types.js';

/** The lane of a delivery: its own where it names one, else by its chat, the same in every process. */
export function laneOf({ lane, chat }: Delivery, lanes: number): number {
  return lane ?? createHash('sha256').update(chat).digest().readUInt32BE(0) % lanes;
}

import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Rate } from '../shared/limiter.js';

/** Longest address of a request, in characters: a question of 500 Chinese characters is 4,500. */
export const MAX_URL = 8_000;
/** Largest body of a request, in bytes. */
export const MAX_BODY = 64_000;
/** Connections at once; further ones are refused by the system. */
export const MAX_CONNECTIONS = 1_000;
/** Milliseconds. */
export interface Timeouts {
  /** For the head of a request, and for the whole of it: a client that trickles is cut off. */
  readonly head: number;
  readonly request: number;
  /** How often the two are looked after. */
  readonly check: number;
}

export const TIMEOUTS: Timeouts = { head: 8_000, request: 20_000, check: 1_000 };
/** Milliseconds for which an idle connection is kept. */
export const KEEP_ALIVE = 5_000;

export interface Taken {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Whole seconds until the count begins anew. */
  readonly reset: number;
}

/** Counts requests by address: so many in so many seconds. IPv6 addresses count by their /64, which one customer holds. */
export function createAddressLimit({ count, seconds }: Rate): (address: string) => Promise<Taken> {
  const limiter = new RateLimiterMemory({ points: count, duration: seconds });
  const read = ({ remainingPoints, msBeforeNext }: RateLimiterRes, allowed: boolean): Taken => ({
    allowed,
    remaining: Math.max(0, remainingPoints),
    reset: Math.ceil(msBeforeNext / 1000),
  });
  return async (address) => {
    try {
      return read(await limiter.consume(networkOf(address)), true);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return read(refused, false);
      throw refused;
    }
  };
}

/** An address without what its owner may choose: an IPv6 address is cut to its first 64 bits, a mapped IPv4 one is itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const behind = tail.split(':').filter(Boolean);
    while (groups.length + behind.length < 8) groups.push('0');
    groups.push(...behind);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { Counter } from './types.js';

/** Counts by a limiter of rate-limiter-flexible that never refuses: what is too much is its caller's to say. */
export function createCounter(limiter: RateLimiterAbstract, fault: (error: unknown) => Error): Counter {
  return {
    async take(key) {
      try {
        return (await limiter.consume(key)).consumedPoints;
      } catch (error) {
        if (error instanceof RateLimiterRes) return error.consumedPoints;
        throw fault(error);
      }
    },
  };
}

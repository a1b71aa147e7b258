import { StateError } from './faults.js';

/**
 * The outcome of `work` if it comes within so many milliseconds; else a StateError. The work goes on, and what becomes of it is not
 * told. For whoever must answer within seconds, whether or not what is kept can be reached.
 */
export async function soon<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StateError('what is kept takes too long to answer', true)), milliseconds);
  });
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

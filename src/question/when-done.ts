import { patterns } from './patterns/index.js';

/** True for a question when something is done, and not when it was written of: 地铁2号线哪年底全线通车. */
export function asksWhenDone(text: string): boolean {
  return patterns().telling.whenDone.in(text);
}

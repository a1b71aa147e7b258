import type { Lexicon } from '../lexicon/load.js';
import type { Session } from './sessions.js';

/** Turns conversations into text and back. */
export interface SessionCodec {
  encode(session: Session): string;
  /** Undefined for a text that this version of the program did not write: the conversation begins anew. */
  decode(text: string): Session | undefined;
}

/** Raised whenever a kept conversation of before would be misread: with every change of what a Frame or an Answer holds. */
export const SESSION_FORMAT = 7;

const PLACE = '$place';
const INDICATOR = '$indicator';

/**
 * Conversations as JSON. Places and indicators are written by their ids and come back as the lexicon's own, so that a kept
 * conversation is small and follows a change of config.
 */
export function createSessionCodec({ gazetteer, indicators }: Lexicon): SessionCodec {
  /**
   * Data with places and indicators replaced by their ids; what holds none is left as it is. Walked beforehand: a function that
   * JSON.stringify calls for every value takes ten times as long.
   */
  function named(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const { id } = value as { readonly id?: unknown };
    if (typeof id === 'string') {
      if (gazetteer.get(id) === value) return { [PLACE]: id };
      if (indicators.get(id) === value) return { [INDICATOR]: id };
    }
    const held = value as Readonly<Record<string, unknown>>;
    let copy: Record<string, unknown> | undefined;
    for (const key of Object.keys(held)) {
      const own = named(held[key]);
      if (own === held[key]) continue;
      copy ??= (Array.isArray(held) ? [...held] : { ...held }) as Record<string, unknown>;
      copy[key] = own;
    }
    return copy ?? value;
  }

  function find(this: unknown, _key: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (PLACE in value) return known(gazetteer.get(String(value[PLACE])));
    return INDICATOR in value ? known(indicators.get(String(value[INDICATOR]))) : value;
  }

  return {
    encode({ traced, answered, ...session }) {
      // What was remembered last is mostly what was answered last, and turns ask whether it is.
      const same = answered !== undefined && answered === session.remembered;
      return JSON.stringify(named({ format: SESSION_FORMAT, same, ...session, ...(same ? {} : { answered }) }));
    },
    decode(text) {
      try {
        const { format, same, ...session } = JSON.parse(text, find) as Session & { format: unknown; same: boolean };
        if (format !== SESSION_FORMAT) return undefined;
        return same && session.remembered !== undefined ? { ...session, answered: session.remembered } : session;
      } catch {
        return undefined;
      }
    },
  };
}

/** A place or an indicator that config no longer has makes the whole conversation one of another time. */
function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('no longer in the lexicon');
  return found;
}

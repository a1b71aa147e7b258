import type { Answer } from '../../src/answer/schema.js';

/** An answer as it is sent. The text holds nothing of the files that its quotes were cut from, so that these need not stay in memory. */
export interface Prepared {
  readonly json: string;
  readonly kind: Answer['kind'];
  readonly refusal?: Answer['refusal'] | undefined;
  readonly confidence?: number | undefined;
}

export interface Answers {
  /**
   * The answer to a question under a version of the corpus: made once, also where several ask at the same time.
   * `again` is called where it was made before. Faults and notices are made anew each time.
   */
  get(key: string, version: string, make: () => Promise<Answer>, again: (kept: Prepared) => void): Promise<Prepared>;
}

/** More answers than this are not kept, however short they are. */
const MOST = 20_000;

/** Keeps the answers that were asked for last, up to so many characters in all; 0 keeps none. */
export function createAnswers(characters: number): Answers {
  const kept = new Map<string, Promise<Prepared>>();
  const sizes = new Map<string, number>();
  let total = 0;
  let current = '';

  function forget(key: string): void {
    kept.delete(key);
    total -= sizes.get(key) ?? 0;
    sizes.delete(key);
  }

  function begin(version: string): void {
    if (version === current) return;
    current = version;
    kept.clear();
    sizes.clear();
    total = 0;
  }

  async function prepare(key: string, version: string, make: () => Promise<Answer>): Promise<Prepared> {
    try {
      const answer = await make();
      const { kind, refusal, confidence } = answer;
      const json = JSON.stringify(answer);
      if (kind === 'notice') forget(key);
      else if (version === current && kept.has(key)) {
        sizes.set(key, json.length);
        total += json.length;
      }
      for (const oldest of kept.keys()) {
        if (total <= characters && kept.size <= MOST) break;
        forget(oldest);
      }
      return { json, kind, refusal, confidence };
    } catch (error) {
      forget(key);
      throw error;
    }
  }

  return {
    async get(key, version, make, again) {
      begin(version);
      const known = kept.get(key);
      const made = known ?? prepare(key, version, make);
      if (characters > 0) {
        // The one asked for last is the newest.
        kept.delete(key);
        kept.set(key, made);
      }
      const prepared = await made;
      if (known !== undefined) again(prepared);
      return prepared;
    },
  };
}

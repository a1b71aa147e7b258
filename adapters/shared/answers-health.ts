import type { Host } from './host.js';

/** Faults in a row after which answering counts as broken. */
const IN_A_ROW = 3;
/** Milliseconds between two questions of its own. */
const ASK_EVERY = 30_000;
const SESSION = 'once:health';

export interface AnswersHealth {
  /** A question was answered, or could not be. */
  seen(answered: boolean): void;
  /** What is wrong with answering, or null. Asks a question of its own at most every half minute. */
  problem(): Promise<string | null>;
}

/** Watches whether questions can be answered at all: by those that come, and by one of its own where none come. */
export function createAnswersHealth(host: Host, now: () => number = Date.now): AnswersHealth {
  let faults = 0;
  let asked = Number.NEGATIVE_INFINITY;
  let own: string | null = null;

  async function ask(): Promise<string | null> {
    const assistant = host.assistant();
    const [place] = assistant.held().places;
    try {
      await assistant.ask(SESSION, place === undefined ? '收录' : `${place.short}${place.years[0] ?? ''}年GDP目标`);
      return null;
    } catch {
      return 'answers: a question that can be answered fails';
    } finally {
      await assistant.forget(SESSION);
    }
  }

  return {
    seen(answered) {
      faults = answered ? 0 : faults + 1;
    },
    async problem() {
      if (now() - asked >= ASK_EVERY || own !== null) {
        asked = now();
        own = await ask();
      }
      if (own !== null) return own;
      return faults >= IN_A_ROW ? `answers: the last ${faults} questions failed` : null;
    },
  };
}

import { type Assistant, createAssistant } from '../src/assistant.js';
import { loadLexicon } from '../src/lexicon/load.js';
import { publish } from '../src/retrieval/publish.js';
import { openPostgres } from '../src/store/postgres.js';
import { startPostgres } from '../tests/support/postgres.js';
import { type GoldSet, visibleSets } from './fit/gold.js';
import type { Table } from './table.js';

/** Is every visible question answered alike, byte for byte, whichever engine keeps the reports? */
export const title = 'Answers by engine';
export const note =
  'Every turn of the visible gold sets, asked over SQLite, over PostgreSQL (a server of its own, filled by the publisher) and over memory: how many of the answers are byte for byte that of SQLite, but for `elapsedMs`. BENCH_EVERY=7 asks every seventh conversation alone.';
export const columns = ['set', 'turns', 'SQLite', 'PostgreSQL', 'memory'];

/** The sets over one folder of reports: they are asked in one process. */
interface Asked {
  readonly corpus: string;
  readonly sets: readonly string[];
}

export function subjects(): readonly Asked[] {
  const sets = visibleSets();
  const corpora = [...new Set(sets.map(({ corpus }) => corpus))];
  return corpora.map((corpus) => ({
    corpus,
    sets: sets.filter((set) => set.corpus === corpus).map(({ name }) => name),
  }));
}

export async function measure({ corpus, sets: names }: Asked, cacheDir: string): Promise<Table['rows']> {
  const sets = visibleSets()
    .filter(({ name }) => names.includes(name))
    .map((set) => ({ ...set, turns: drawn(set.turns, Number(process.env.BENCH_EVERY ?? 1)) }));
  const expected = await answersOf(await createAssistant({ corpus: [corpus], cacheDir }), sets);
  const server = await startPostgres();
  try {
    const database = await server.database('answers');
    const target = await openPostgres(database, { write: true });
    await publish({ folders: [corpus] }, loadLexicon(), target);
    await target.close();
    const others = {
      PostgreSQL: await answersOf(await createAssistant({ database, cacheDir }), sets),
      memory: await answersOf(await createAssistant({ corpus: [corpus], cacheDir: null }), sets),
    };
    return sets.map(({ name, turns }, i) => {
      const same = Object.entries(others).map(([engine, answers]) => {
        const differing = turns.filter((_, n) => answers[i]![n] !== expected[i]![n]);
        for (const { id, question } of differing)
          process.stderr.write(`${engine} differs: ${name} ${id} ${question}\n`);
        return String(turns.length - differing.length);
      });
      return [name, String(turns.length), String(turns.length), ...same];
    });
  } finally {
    await server.remove();
  }
}

/** Every `every`-th conversation, whole. */
function drawn(turns: GoldSet['turns'], every: number): GoldSet['turns'] {
  const sessions = [...new Set(turns.map(({ session }) => session))];
  const kept = new Set(sessions.filter((_, i) => i % every === 0));
  return turns.filter(({ session }) => kept.has(session));
}

/** The answers to each set's turns, as text without the time that they took. */
async function answersOf(assistant: Assistant, sets: readonly GoldSet[]): Promise<string[][]> {
  const answers: string[][] = [];
  for (const { name, turns } of sets) {
    const own: string[] = [];
    for (const { question, session } of turns) {
      const { elapsedMs: _elapsedMs, ...answer } = await assistant.ask(`once:${name}/${session}`, question);
      own.push(JSON.stringify(answer));
    }
    answers.push(own);
  }
  return answers;
}

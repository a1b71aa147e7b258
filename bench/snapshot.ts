/**
 * npm run snapshot -- FILE: how every visible question is read and answered, one line each, into a file outside of the tree.
 * npm run snapshot -- --diff BEFORE AFTER: what moved between two such files.
 *
 * A change that is meant for one kind of question shows here what else it moved. Questions: the gold sets beside the project, the
 * project's own natural ones and those of bench/fit/sets.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Assistant, createAssistant } from '../src/assistant.js';
import { goldSets } from './fit/gold.js';

/** One question with what was made of it. */
export interface Shot {
  readonly set: string;
  readonly id: string;
  readonly question: string;
  /** The reading, as people see it. */
  readonly reading: string;
  readonly kind: string;
  readonly refusal?: string;
  readonly headline: string;
}

const SHOWN = ['reading', 'kind', 'refusal', 'headline'] as const;

/** What moved between two snapshots, as lines: the question, then each part that is another. Questions of one alone are named. */
export function differences(before: readonly Shot[], after: readonly Shot[]): string[] {
  const keyOf = ({ set, id, question }: Shot): string => `${set} ${id} ${question}`;
  const now = new Map(after.map((shot) => [keyOf(shot), shot]));
  const then = new Set(before.map(keyOf));
  const moved = before.flatMap((old) => {
    const shot = now.get(keyOf(old));
    if (!shot) return [`${keyOf(old)}\n  gone`];
    const parts = SHOWN.filter((part) => old[part] !== shot[part]);
    return parts.length === 0
      ? []
      : [[keyOf(old), ...parts.map((p) => `  ${p}: ${old[p] ?? '–'}\n     now: ${shot[p] ?? '–'}`)].join('\n')];
  });
  const added = after.filter((shot) => !then.has(keyOf(shot)));
  return [...moved, ...added.map((shot) => `${keyOf(shot)}\n  new`)];
}

async function shots(): Promise<Shot[]> {
  const out: Shot[] = [];
  const assistants = new Map<string, Assistant>();
  for (const { name, corpus, turns } of goldSets()) {
    const assistant = assistants.get(corpus) ?? (await createAssistant({ corpus: [corpus] }));
    assistants.set(corpus, assistant);
    for (const { id, question, session } of turns) {
      const { kind, refusal, headline, understood } = await assistant.ask(`${name}/${session}`, question);
      out.push({ set: name, id, question, reading: understood.line, kind, ...(refusal ? { refusal } : {}), headline });
    }
  }
  return out;
}

function readShots(file: string): Shot[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Shot);
}

async function main([first, before, after]: readonly string[]): Promise<number> {
  if (first === '--diff' && before !== undefined && after !== undefined) {
    const lines = differences(readShots(before), readShots(after));
    console.log([...lines, `${lines.length} questions moved`].join('\n'));
    return 0;
  }
  if (first === undefined || first.startsWith('--')) {
    console.error('usage: npm run snapshot -- FILE | npm run snapshot -- --diff BEFORE AFTER');
    return 2;
  }
  const taken = await shots();
  writeFileSync(first, `${taken.map((shot) => JSON.stringify(shot)).join('\n')}\n`);
  console.log(`${taken.length} questions`);
  return 0;
}

if (process.argv[1]?.endsWith('snapshot.js')) process.exitCode = await main(process.argv.slice(2));

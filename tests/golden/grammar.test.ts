import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../support/seed-assistant.js';
import { COMMANDS, namesOf, parseCommand, toQuestion } from '../../src/commands/index.js';
import { type Answer, answerKinds } from '../../src/answer/schema.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';

const text = readFileSync(join(PACKAGE_ROOT, 'docs', 'GRAMMAR.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const examples = rows
  .filter(([, , kind]) => (answerKinds as readonly string[]).includes(kind ?? ''))
  .map(([form, example, kind, says]) => ({
    form: form!,
    turns: [...example!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
    kind: kind!,
    says: says!,
  }));
const equivalents = rows.filter((cells) => cells.length === 2 && cells[0]?.startsWith('`/'));

const assistant = await loadSeeds();

describe('docs/GRAMMAR.md', () => {
  const names = namesOf(loadLexicon());

  it.each(examples)('$form: $turns', async ({ form, turns, kind, says }) => {
    const session = `${form} ${turns.join()}`;
    let answer!: Answer;
    for (const turn of turns) answer = await assistant.ask(session, turn);
    expect({ kind: answer.kind, headline: answer.headline }).toMatchObject({ kind, headline: expect.stringContaining(says) });
  });

  it.each(equivalents)('%s is %s', async (command, question) => {
    const parsed = parseCommand(command!.replaceAll('`', ''), names);
    expect(parsed.kind === 'command' && toQuestion(parsed)).toBe(question);
    const { elapsedMs: _, ...byCommand } = (await assistant.ask('command', command!.replaceAll('`', '')));
    const { elapsedMs: __, ...byQuestion } = (await assistant.ask('question', question!));
    expect(byCommand).toEqual(byQuestion);
  });

  it('names every command', () => {
    for (const command of COMMANDS) expect(text).toContain(`/${command.name}`);
  });

  it('shows an answer of every kind', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(answerKinds));
  });
});

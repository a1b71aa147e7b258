import { expect, test } from 'vitest';
import { createAnswers } from '../../adapters/serve/answers.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();
const QUESTION = '2022年常德GDP目标';

/** Asks through a cache of so many characters: how often each question was answered anew, and how often told that it was not. */
function asking(characters: number) {
  const answers = createAnswers(characters);
  const made: string[] = [];
  const again: string[] = [];
  const ask = async (question: string, version = '1') =>
    JSON.parse(
      (
        await answers.get(
          question,
          version,
          async () => {
            made.push(question);
            return assistant.ask('cache', question);
          },
          ({ kind }) => void again.push(kind),
        )
      ).json,
    );
  return { ask, made, again };
}

test('a question is answered once, as it always is, and counted each time', async () => {
  const { ask, made, again } = asking(1_000_000);
  const [first, second] = [await ask(QUESTION), await ask(QUESTION)];
  expect(second).toEqual(first);
  expect(first).toEqual(
    JSON.parse(JSON.stringify({ ...(await assistant.ask('cache', QUESTION)), elapsedMs: first.elapsedMs })),
  );
  expect([made.length, again]).toEqual([1, ['figure']]);
});

test('asked by many at the same time it is answered once', async () => {
  const { ask, made } = asking(1_000_000);
  await Promise.all(Array.from({ length: 20 }, () => ask(QUESTION)));
  expect(made).toHaveLength(1);
});

test('another version of the corpus, a notice, no room: answered anew', async () => {
  const { ask, made } = asking(1_000_000);
  await ask(QUESTION, '1');
  await ask(QUESTION, '2');
  for (let i = 0; i < 2; i += 1) await ask('你好', '2');
  expect(made).toEqual([QUESTION, QUESTION, '你好', '你好']);
  const off = asking(0);
  for (let i = 0; i < 2; i += 1) await off.ask(QUESTION);
  expect(off.made).toHaveLength(2);
});

test('what was not asked for longest goes first', async () => {
  const size = JSON.stringify(await assistant.ask('cache', QUESTION)).length;
  const { ask, made } = asking(size * 2.5);
  const [a, b, c] = [QUESTION, '2022年常德固投目标', '2022年怀化GDP目标'];
  for (const question of [a, b, a, c, a, b]) await ask(question);
  expect(made).toEqual([a, b, c, b]);
});

test('a fault is not kept', async () => {
  const answers = createAnswers(1_000_000);
  let calls = 0;
  const failing = () => {
    calls += 1;
    return Promise.reject(new Error('no'));
  };
  for (let i = 0; i < 2; i += 1) await expect(answers.get('q', '1', failing, () => undefined)).rejects.toThrow('no');
  expect(calls).toBe(2);
});

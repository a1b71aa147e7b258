import { expect, test } from 'vitest';
import { createAnswersHealth } from '../../../adapters/shared/answers-health.js';
import { createHost } from '../../../adapters/shared/host.js';
import { createFakeAssistant } from '../../support/fake-assistant.js';

test('three faults in a row make it ill, one answer makes it well; its own question is asked every half minute', async () => {
  let now = 0;
  let broken = false;
  const fake = createFakeAssistant();
  const host = await createHost('test', () => ({
    ...fake,
    ask: (session: string, text: string) => {
      if (broken) throw new Error('broken');
      return fake.ask(session, text);
    },
  }));
  const health = createAnswersHealth(host, () => now);
  expect(await health.problem()).toBeNull();
  for (let i = 0; i < 2; i += 1) health.seen(false);
  expect(await health.problem()).toBeNull();
  health.seen(false);
  expect(await health.problem()).toBe('answers: the last 3 questions failed');
  health.seen(true);
  expect(await health.problem()).toBeNull();
  broken = true;
  expect(await health.problem()).toBeNull();
  now = 31_000;
  expect(await health.problem()).toBe('answers: a question that can be answered fails');
  broken = false;
  expect(await health.problem()).toBeNull();
  expect(fake.asked.every(({ session }) => session === 'once:health')).toBe(true);
});

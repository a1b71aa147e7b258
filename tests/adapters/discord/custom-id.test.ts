import { expect, test } from 'vitest';
import { customId, readCustomId, VERBS, type Verb } from '../../../adapters/discord/custom-id.js';
import { LIMITS } from '../../../adapters/discord/limits.js';

test.each(Object.keys(VERBS) as Verb[])('an id of %s is short and read back', (verb) => {
  const id = customId(verb, 'AbC_-123', 999);
  expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
  expect(readCustomId(id)).toEqual({ verb, id: 'AbC_-123', index: 999 });
  expect(readCustomId(customId(verb, 'AbC_-123'))).toEqual({ verb, id: 'AbC_-123', index: undefined });
});

test.each([
  '',
  'p',
  'p:',
  'z:AbC_-123:0',
  'p:AbC_-123:',
  'p:AbC_-123:1:2',
  'p:AbC_-123:-1',
  'p:A b:1',
  'p:AbC:9999',
  'x'.repeat(100),
])('a forged id %j is none', (id) => {
  expect(readCustomId(id)).toBeNull();
});

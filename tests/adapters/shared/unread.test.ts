import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createUnread } from '../../../adapters/shared/unread.js';
import { createKit } from '../../support/kit.js';
import { loadSeeds } from '../../support/seed-assistant.js';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'gov-report-bot-')), 'deep', 'unread.jsonl');
const question = { platform: 'telegram', session: 's', admin: true, language: 'zh' } as const;

test('what administrators see: the words that nothing was made of, by count, with which no', async () => {
  const file = newFile();
  const kit = await createKit(loadSeeds, { UNREAD_FILE: file });
  const ask = (text: string) => kit.service.answer({ ...question, text });
  expect((await ask('/unread')).headline).toContain('还没有');
  for (const text of ['常德2022年猪肉价格', '怀化的猪肉价格', '张三的电话13800138000是多少', '2022年常德GDP目标'])
    await ask(text);
  await vi.waitUntil(() => existsSync(file) && readFileSync(file, 'utf8').trim().split('\n').length >= 3);
  const told = (await ask('/admin unread')).text.split('\n');
  expect(told[0]).toContain('3 次');
  expect(told[1]).toMatch(/^1\. 猪肉价格：2次（.+）$/);
  const kept = readFileSync(file, 'utf8');
  expect(kept).not.toMatch(/13800138000|GDP|telegram|常德/);
});

test('nothing is kept unless it is set', async () => {
  const kit = await createKit(loadSeeds, {});
  await kit.service.answer({ ...question, text: '常德2022年猪肉价格' });
  expect((await kit.service.answer({ ...question, text: '/unread' })).headline).toContain('UNREAD_FILE');
  expect(existsSync('unread.jsonl')).toBe(false);
});

test('a file that others wrote into, or that is full, does no harm', async () => {
  const file = newFile();
  const unread = createUnread(file);
  const reading = (await (await loadSeeds()).ask('shape', '2022年常德GDP目标')).understood;
  const no = { refusal: 'not-understood' as const, understood: { ...reading, unused: ['词'] } };
  await unread.record(no);
  writeFileSync(file, `${readFileSync(file, 'utf8')}rubbish\n{"a":1}\n`);
  expect(await unread.list(5)).toEqual({
    total: 1,
    most: [{ words: ['词'], count: 1, refusals: { 'not-understood': 1 } }],
  });
  writeFileSync(file, 'x'.repeat(20_000_001));
  await unread.record(no);
  expect(readFileSync(file).length).toBe(20_000_001);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLocalCommand } from '../../../adapters/repl/local-commands.js';
import { openSource } from '../../../adapters/repl/open-source.js';
import { loadSeeds } from '../../support/seed-assistant.js';

const assistant = await loadSeeds();
const answer = await assistant.ask('open', '2022年常德GDP目标');
const [citation] = answer.citations;

test('without pages: the line of the file, where an editor finds it, cut round the figure', async () => {
  const printed = await openSource(answer, 1, { assistant, publicUrl: undefined, browse: () => true });
  const [, path, line, column] = /^(.+):(\d+):(\d+)\n/.exec(printed)!;
  const rows = readFileSync(path!, 'utf8').split('\n');
  expect(rows[Number(line) - 1]!.slice(Number(column) - 1)).toContain(citation!.quote.split('\n')[0]);
  expect(printed.split('\n')[1]).toContain('7%以上');
  expect(printed.length).toBeLessThan(600);
});

test('with pages: the page is opened, or its address printed where there is nothing to open it with', async () => {
  const opened: string[] = [];
  const publicUrl = 'https://reports.example/base/';
  const browse = (address: string) => opened.push(address) > 0;
  const [{ start, end }] = citation!.marks as [{ start: number; end: number }];
  const figures = `${citation!.start + start}-${citation!.start + end}`;
  const address = `https://reports.example/base/r/changde-2022?at=${citation!.start}-${citation!.end}&figure=${figures}#at`;
  expect(await openSource(answer, 1, { assistant, publicUrl, browse })).toBe(`已打开 ${address}`);
  expect(opened).toEqual([address]);
  expect(await openSource(answer, 1, { assistant, publicUrl, browse: () => false })).toBe(address);
});

test.each([
  [answer, 2, '上一个回答只有 1 条出处。'],
  [answer, 0, '上一个回答只有 1 条出处。'],
  [undefined, 1, '上一个回答没有引用原文。'],
] as const)('what is not there', async (of, number, said) => {
  expect(await openSource(of, number, { assistant, publicUrl: undefined, browse: () => true })).toBe(said);
});

test.each([
  [':open', { name: ':open', number: undefined }],
  ['：open 2', { name: ':open', number: 2 }],
  [':open ２', { name: ':open', number: 2 }],
  [':open2', { name: ':open', number: 2 }],
  [':q', { name: ':quit', number: undefined }],
  ['退出', { name: ':quit', number: undefined }],
  ['exit', { name: ':quit', number: undefined }],
  ['QUIT', { name: ':quit', number: undefined }],
  ['：nope', undefined],
  ['常德', null],
  ['退出机制怎么说', null],
] as const)('%s', (line, wanted) => {
  expect(readLocalCommand(line)).toEqual(wanted);
});

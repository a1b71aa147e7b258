import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyFile, openHistory } from '../../../adapters/repl/history.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the history', () => {
  it('is kept across starts, newest first', () => {
    const file = join(folder, 'new', 'deeper', 'history');
    const first = openHistory(file);
    expect(first.lines).toEqual([]);
    first.add('2022年常德GDP目标');
    first.add('那怀化呢？');
    expect(openHistory(file).lines).toEqual(['那怀化呢？', '2022年常德GDP目标']);
  });

  it('leaves out blank lines, very long ones and what damage left behind', () => {
    const file = join(folder, 'damaged');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('好\n\u0000\u0001坏\n\n'), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('也好')]),
    );
    const history = openHistory(file);
    expect(history.lines).toEqual(['也好', '好']);
    history.add('x'.repeat(501));
    history.add('   ');
    history.add('\u001b[31m');
    expect(openHistory(file).lines).toEqual(['也好', '好']);
  });

  it('is bounded in the file and in memory', () => {
    const file = join(folder, 'long');
    writeFileSync(file, Array.from({ length: 2_500 }, (_, i) => `问题${i}\n`).join(''));
    const { lines } = openHistory(file);
    expect(lines).toHaveLength(1_000);
    expect(lines[0]).toBe('问题2499');
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1_000);
  });

  it('is empty, and takes lines without a fault, where it can be neither read nor written', () => {
    const file = join(folder, 'a-folder');
    mkdirSync(file);
    const history = openHistory(file);
    expect(history.lines).toEqual([]);
    expect(() => history.add('2022年常德GDP目标')).not.toThrow();
  });

  it('stands in the state folder of the user', () => {
    expect(historyFile({ XDG_STATE_HOME: '/state' })).toBe('/state/gov-report-bot/history');
    expect(historyFile({})).toMatch(/\.local\/state\/gov-report-bot\/history$/);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHosted, runProgram } from '../../cli/program.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'repl-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const piped = (lines: readonly string[]) => ({
  input: lines.join('\n'),
  cwd: folder,
  env: { XDG_STATE_HOME: folder },
});

/** Pipes lines into the REPL, run in an empty folder. */
const pipe = (...lines: string[]) => runHosted('adapters/repl/main', [], piped(lines));

describe('lines piped into the REPL', () => {
  it('are one conversation, answered without prompt, colour or history', async () => {
    const { code, stdout, stderr } = await runProgram(
      'adapters/repl/main',
      [],
      piped(['2022年邵阳固投目标', '', '那娄底呢？']),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('增长10%');
    expect(stdout).toContain('娄底市2022年固定资产投资目标：增长8.5%');
    expect(stdout).not.toContain('问>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's codes begin with one.
    expect(stdout).not.toMatch(/\u001b/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('may be commands of the terminal', async () => {
    const commands = [':trace', ':corpus', ':help', ':nonsense', ':quit', '2022年怀化GDP目标'];
    const { code, stdout } = await pipe(':trace', '2022年邵阳固投目标', ...commands);
    expect(code).toBe(0);
    expect(stdout).not.toContain('怀化市2022年');
    const [before, reply, trace, ...after] = stdout.split('\n\n');
    expect(before).toContain('还没有可以说明的回答');
    expect(reply).toContain('增长10%');
    expect(trace).toContain('邵阳');
    expect(after.join()).toMatch(/\d+ 份报告，\d+ 个地区/);
    for (const part of [':quit', '没有这个命令']) expect(after.join()).toContain(part);
  });

  it('forget what was said before at :new', async () => {
    const { stdout } = await pipe('2022年邵阳固投目标', ':new', '那娄底呢？');
    expect(stdout).not.toContain('娄底市2022年固定资产投资');
  });

  it('that are a number pick a suggestion', async () => {
    const { stdout } = await pipe('2022年邵阳固投目标', '99', '1');
    const [first, none, second] = stdout.split('\n\n');
    expect(none).toMatch(/^只有 \d 项可选。$/);
    const [, year, place] = /还可以问：(\d{4})年(\p{Script=Han}{2})/u.exec(first!)!;
    expect(second).toContain(`${place}市${year}年`);
  });

  it('can export: a file in the current folder, and where it is', async () => {
    const { stdout } = await pipe('怀化2022年主要预期目标有哪些', '/export csv');
    const [name] = readdirSync(folder);
    expect(stdout).toContain(`已写入 ${join(folder, name!)}`);
    expect(readFileSync(join(folder, name!), 'utf8')).toMatch(/^\ufeff.*\r?\n/);
    rmSync(join(folder, name!));
  });

  it('can ask for a chart in block characters', async () => {
    const { stdout } = await pipe('2022年邵阳、怀化固定资产投资目标对比', '图表');
    expect(stdout).toMatch(/[█▇▆▅▄▃▂▁▉▊▋▌▍▎▏━─┃│]/);
  });
});

describe('the REPL', () => {
  it('refuses options that it does not know, and words', async () => {
    for (const args of [['--colour'], ['2022年常德GDP目标']]) {
      const { code, stdout, stderr } = await runHosted('adapters/repl/main', args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('用法');
    }
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHosted, runProgram } from './program.js';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'facts-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const facts = (...args: string[]) => runHosted('adapters/repl/facts', args);
const audit = (...args: string[]) => runHosted('adapters/repl/audit', args);

describe('facts', () => {
  test('a line for each figure, with the clause to check it against', async () => {
    const { code, stdout, stderr } = await runProgram('adapters/repl/facts', ['changde-2022']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^2022年常德市政府工作报告（.+\.txt）：\d+ 个数字\n\n编号 │ 主体 │/);
    const line = stdout.split('\n').find((one) => one.includes('│ 地区生产总值 │ 常德 │ 2022 │ 目标 │'));
    expect(line).toContain('│ 增速 │ 7%以上 │ 主要目标 │ 地区生产总值增长7%以上');
  });

  test('CSV has as many cells in every line, none of them a formula', async () => {
    const { code, stdout } = await facts('changde-2022', '--csv');
    expect(code).toBe(0);
    const lines = stdout.trim().split('\r\n');
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,"]*)(?=,|$)/g) ?? [];
      expect(cells, line).toHaveLength(10);
      for (const cell of cells) expect(cell).not.toMatch(/^"?[=+\-@]/);
    }
  });

  test('a report that is not there, and near ones', async () => {
    const { code, stdout, stderr } = await facts('changde-1999');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^没有编号为 changde-1999 的报告。相近的有：.*changde-2022/);
  });

  test.each([[[]], [['changde-2022', 'x']], [['changde-2022', '--no']]])('%j is told with the usage', async (args) => {
    const { code, stdout, stderr } = await facts(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('用法：npm run --silent facts');
  });

  test('a folder that is not there', async () => {
    const { code, stderr } = await facts('changde-2022', '--corpus', join(dir, 'none'));
    expect(code).toBe(1);
    expect(stderr).toContain(join(dir, 'none'));
  });
});

describe('audit', () => {
  test('counts what was found, and lists no sentence where none is asked for', async () => {
    const { code, stdout, stderr } = await runProgram('adapters/repl/audit', ['--worst', '0']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('→');
    // Kinds of sentences, the least sure first.
    const sure = [...stdout.matchAll(/^ {2}\S+：\d+ 个，把握 ([\d.]+)%/gm)].map((match) => Number(match[1]));
    expect(sure.length).toBeGreaterThanOrEqual(5);
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
    const bound = Number(/有主体 \d+（([\d.]+)%）/.exec(stdout)?.[1]);
    expect(bound).toBeGreaterThanOrEqual(95);
  });

  test('a folder without a report', async () => {
    writeFileSync(join(dir, 'empty.txt'), '');
    const { stdout } = await audit('--corpus', dir);
    expect(stdout).toContain('数量 0（另有 0 个只作限定），数字事实 0\n有主体 0（—）');
  });

  test.each(['-1', '1.5', '', 'x'])('--worst %j is refused', async (worst) => {
    const { code, stderr } = await audit(`--worst=${worst}`);
    expect(code).toBe(2);
    expect(stderr).toContain('条数不对');
  });
});

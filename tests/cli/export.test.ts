import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runProgram } from './program.js';

const QUESTION = '2022年各市GDP目标对比';

describe('gov-report-bot export', () => {
  it('writes the table of an answer with its sources', async () => {
    const { code, stdout } = await runProgram('adapters/cli/main', ['export', QUESTION]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\ufeff.*引文.*\r\n/);
    expect(stdout).toContain('娄底市');
  });

  it('writes a workbook', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'export-')), 'table.xlsx');
    const { code } = await runProgram('adapters/cli/main', ['export', '--format', 'xlsx', '--out', file, QUESTION]);
    expect(code).toBe(0);
    expect(strFromU8(unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml']!)).toContain('娄底市');
  });

  it('writes every figure with --all', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'export-')), 'facts.csv');
    const { code } = await runProgram('adapters/cli/main', ['export', '--all', '--to', file]);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8').split('\n').length).toBeGreaterThan(1_000);
  });

  it.each([[['export']], [['export', '--format', 'exe', QUESTION]], [['serve', '--port', '1']]])(
    '%j is told how it is typed',
    async (args) => {
      const { code, stderr } = await runProgram('adapters/cli/main', args);
      expect([code, stderr.includes('用法')]).toEqual([2, true]);
    },
  );

  it.each(['serve', 'telegram', 'discord', 'bots'])('%s --help says where its settings come from', async (name) => {
    const { code, stdout } = await runProgram('adapters/cli/main', [name, '--help']);
    expect([code, stdout.includes('.env.example')]).toEqual([0, true]);
  });
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docx, REPORT_LINES, REPORT_TEXT } from '../corpus/import/fixtures.js';
import { runHosted, runProgram } from './program.js';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'corpus-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const reports = (...args: string[]) => runHosted('adapters/repl/reports', args);
const importFiles = (...args: string[]) => runHosted('adapters/import/main', args);

describe('reports', () => {
  test('lists the documents of the seeds', async () => {
    const { code, stdout, stderr } = await runProgram('adapters/repl/reports', []);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/changde-2022\s+常德市\s+2022\s+报告\s+2021-12-29\s+周振宇\s+2022年常德市政府工作报告/);
    expect(stdout).toContain('共 14 份（报告 5，摘要 2，工作安排 1，新闻 6）');
  });

  test('one JSON object a line', async () => {
    const { stdout } = await reports('--json');
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids).toContain('huaihua-2022');
    expect(ids).toHaveLength(14);
  });

  test('an unreadable file is named and the exit code is 1; an unknown option is 2', async () => {
    const folder = mkdtempSync(join(dir, 'r-'));
    writeFileSync(join(folder, 'good.txt'), REPORT_TEXT);
    writeFileSync(join(folder, 'bad.txt'), Buffer.from([0xff, 0xfe, 0xfd]));
    const { code, stdout, stderr } = await reports('--corpus', folder);
    expect(code).toBe(1);
    expect(stdout).toContain('huaihua-2019');
    expect(stderr).toBe('错误：bad.txt：第 1 行不是 UTF-8 编码；请用 npm run import 转换后再放入\n');
    expect((await reports('--nothing')).code).toBe(2);
  });
});

describe('import', () => {
  test('takes what can be read, says why of the rest, and a second run changes nothing', async () => {
    const from = mkdtempSync(join(dir, 'from-'));
    const to = join(dir, 'to');
    writeFileSync(join(from, '怀化.docx'), docx(REPORT_LINES));
    writeFileSync(join(from, 'bad.pdf'), 'x');
    const first = await runProgram('adapters/import/main', [from, '--to', to]);
    expect(first.code).toBe(1);
    expect(first.stderr).toBe('');
    expect(first.stdout).toContain('bad.pdf  不是 PDF 文件，或已损坏');
    expect(first.stdout).toContain('怀化.docx → 怀化.md');
    expect(first.stdout).toContain('共 2 个文件');
    expect(readdirSync(to)).toEqual(['怀化.md']);
    expect((await importFiles(join(from, '怀化.docx'), '--to', to)).stdout).toContain('未变 1，拒绝 0');
    expect((await reports('--corpus', to)).stdout).toContain('huaihua-2019');
  });

  test('without files or a target it says how it is used', async () => {
    expect((await importFiles('--to', dir)).code).toBe(2);
    expect((await importFiles('a.txt')).stderr).toContain('没有用 --to 给出目标文件夹');
  });
});

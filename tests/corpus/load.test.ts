import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFiles, MAX_FILE_BYTES, readText } from '../../src/corpus/files.js';
import { loadCorpus } from '../../src/corpus/load.js';
import { loadLexicon } from '../../src/lexicon/load.js';

const lexicon = loadLexicon();
const REPORT = `2019年怀化市政府工作报告
——2019年1月8日在怀化市第五届人民代表大会第四次会议上
市长 张三
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2018年工作回顾
过去一年，全市地区生产总值增长8%。
二、2019年工作安排
今年经济社会发展的主要预期目标是：地区生产总值增长8%左右。
各位代表，让我们共同努力！
`;

let dir: string;
const put = (name: string, content: string | Buffer): void => {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), content);
};
const problemsOf = (): string[] =>
  loadCorpus([dir], lexicon).problems.map((p) => `${p.severity} ${p.seed}：${p.message}`);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'corpus-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('files are found at any depth, under names with odd characters', () => {
  put('深/层/文 件 夹/报告 (1)#%.txt', REPORT);
  put('b.md', REPORT.replaceAll('怀化', '邵阳'));
  put('.hidden.md', REPORT);
  put('README.md', 'x');
  put('picture.png', 'x');
  const { reports, problems } = loadCorpus([dir], lexicon);
  expect(problems).toEqual([]);
  expect(reports.map((r) => [r.id, r.seed])).toEqual([
    ['shaoyang-2019', 'b.md'],
    ['huaihua-2019', '深/层/文 件 夹/报告 (1)#%.txt'],
  ]);
});

test('what cannot be read is named with the place in it and how to mend it, and the rest goes on', () => {
  put('good.txt', REPORT);
  put('gbk.txt', Buffer.from([0xb9, 0xa4, 0xd7, 0xf7, 0x0a, 0xb1, 0xa8, 0xb8, 0xe6]));
  put('late.txt', Buffer.concat([Buffer.from('第一行\n第二行\n'), Buffer.from([0xff, 0xfe])]));
  put('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]));
  put('empty.txt', ' \n\n');
  put('zero.txt', Buffer.alloc(64));
  put('huge.txt', '');
  truncateSync(join(dir, 'huge.txt'), MAX_FILE_BYTES + 1);
  symlinkSync(join(dir, 'gone.txt'), join(dir, 'dangling.txt'));
  expect(problemsOf()).toEqual([
    'error dangling.txt：文件不存在，或在读取时被移走了；请检查路径',
    'error empty.txt：文件是空的；请放入报告正文，或删去这个文件',
    'error gbk.txt：第 1 行不是 UTF-8 编码；请用 npm run import 转换后再放入',
    'error huge.txt：文件有 32 MB，超过上限 32 MB；请拆开后再放入',
    'error late.txt：第 3 行不是 UTF-8 编码；请用 npm run import 转换后再放入',
    'error picture.txt：第 1 行不是文本文件；请用 npm run import 转换后再放入',
    'error zero.txt：不是文本文件（含有零字节）；请放入文本，或用 npm run import 转换',
  ]);
  expect(loadCorpus([dir], lexicon).reports.map((r) => r.id)).toEqual(['huaihua-2019']);
});

test('a folder named like a file is read, and said', () => {
  put('2019.txt/怀化.txt', REPORT);
  expect(problemsOf()).toEqual(['warning 2019.txt：这是文件夹，却以 .txt 结尾；已按文件夹读取，如不是有意，请改名']);
  expect(loadCorpus([dir], lexicon).reports).toHaveLength(1);
});

test('symbolic links in a circle end', () => {
  put('a/report.txt', REPORT);
  symlinkSync(dir, join(dir, 'a', 'loop'));
  symlinkSync(join(dir, 'y'), join(dir, 'x'));
  symlinkSync(join(dir, 'x'), join(dir, 'y'));
  const { reports, problems } = loadCorpus([dir], lexicon);
  expect(reports).toHaveLength(1);
  expect(problems.map((p) => p.message)).toEqual(Array(2).fill('文件是绕圈的符号链接；请删去链接'));
});

test('folders that are missing, empty, or files are named', () => {
  put('only.png', 'x');
  put('file.txt', REPORT);
  const empty = join(dir, 'empty');
  mkdirSync(empty);
  const { problems } = loadCorpus([join(dir, 'none'), empty, join(dir, 'file.txt')], lexicon);
  expect(problems.map((p) => p.message)).toEqual([
    '文件夹不存在，或在读取时被移走了；请检查路径',
    '没有找到报告：文件夹里没有 .txt、.md 文件',
    '这是文件，不是文件夹；请给出存放报告的文件夹',
  ]);
});

test.skipIf(process.getuid?.() === 0)('a file without permission is named', () => {
  put('closed.txt', REPORT);
  chmodSync(join(dir, 'closed.txt'), 0);
  expect(problemsOf()).toEqual(['error closed.txt：文件没有读取权限；请修改权限']);
});

test('a file that vanishes after it was listed is a problem of its own', () => {
  put('a.txt', REPORT);
  const [file] = listFiles(dir).files;
  rmSync(join(dir, 'a.txt'));
  expect(readText(file!)).toEqual({
    problem: { seed: 'a.txt', severity: 'error', message: '文件不存在，或在读取时被移走了；请检查路径' },
  });
});

test('formats that need importing are counted', () => {
  put('a.txt', REPORT);
  put('b.docx', 'x');
  put('c.pdf', 'x');
  expect(problemsOf()).toEqual([
    `warning ${dir}：有 2 个 docx、pdf、html、csv、zip 等文件没有读；请先用 npm run import 转成文本`,
  ]);
});

describe('several documents', () => {
  test('the same text under two names answers once', () => {
    put('a.txt', REPORT);
    put('b/copy.md', `---\ntitle: 怀化市政府工作报告\n---\n\n${REPORT.replace('市长 张三', '**市长**　张三')}`);
    const { reports } = loadCorpus([dir], lexicon);
    expect(reports.map((r) => [r.id, r.duplicateOf])).toEqual([
      ['huaihua-2019', undefined],
      ['huaihua-2019-2', 'huaihua-2019'],
    ]);
    expect(reports[1]?.oddities).toContain('与 a.txt 的正文相同，只用后者回答');
  });

  test('several folders are read, each with its own paths', () => {
    put('one/r.txt', REPORT);
    put('two/r.txt', REPORT.replaceAll('怀化', '娄底'));
    const { reports } = loadCorpus([join(dir, 'one'), join(dir, 'two')], lexicon);
    expect(reports.map((r) => [r.id, r.seed])).toEqual([
      ['huaihua-2019', 'r.txt'],
      ['loudi-2019', 'r.txt'],
    ]);
  });

  test('a path that contradicts the text is overruled and said', () => {
    put('长沙市/2020.md', REPORT);
    const [report] = loadCorpus([dir], lexicon).reports;
    expect(report).toMatchObject({ id: 'huaihua-2019', year: 2019, place: { name: '怀化市' } });
    expect(report?.oddities).toContain('文件名年份 2020 与正文（2019）不符');
    expect(report?.oddities).toContain('路径中的地名“长沙市”与正文（怀化市）不符');
  });
});

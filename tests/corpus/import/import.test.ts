import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesOf, importFile } from '../../../src/corpus/import/import.js';
import { loadCorpus } from '../../../src/corpus/load.js';
import { loadLexicon } from '../../../src/lexicon/load.js';
import { docx, html, pdf, REPORT_LINES, REPORT_TEXT, zip } from './fixtures.js';

const lexicon = loadLexicon();
let dir: string;
let to: string;
const put = (name: string, content: string | Buffer): string => {
  const path = join(dir, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const take = (name: string, content: string | Buffer) => importFile(put(name, content), to, lexicon);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'import-'));
  to = join(dir, 'out');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('every format becomes the same report', () => {
  test.each<[string, string | Buffer]>([
    ['a.txt', REPORT_TEXT],
    ['a.txt', `\uFEFF${REPORT_TEXT.replaceAll('\n', '\r\n')}`],
    ['a.txt', iconv.encode(REPORT_TEXT, 'GBK')],
    ['a.txt', iconv.encode(REPORT_TEXT, 'GB18030')],
    ['a.txt', iconv.encode(REPORT_TEXT, 'UTF-16LE', { addBOM: true })],
    ['a.md', `---\ntitle: 怀化市政府工作报告\nsource: https://example.org/x\n---\n\n${REPORT_TEXT}`],
    ['a.html', html('utf-8')],
    ['a.htm', iconv.encode(html('gb2312'), 'GBK')],
    ['a.docx', docx(REPORT_LINES)],
    ['a.pdf', pdf(REPORT_LINES)],
  ])('%s', async (name, content) => {
    const result = await take(name, content);
    expect(result).toMatchObject({ output: 'a.md' });
    expect(['taken', 'doubtful']).toContain(result.status);
    const { reports, problems } = loadCorpus([to], lexicon);
    expect(problems).toEqual([]);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      id: 'huaihua-2019',
      kind: 'report',
      speaker: '张三',
      delivered: '2019-01-08',
      place: { name: '怀化市' },
    });
    expect(reports[0]?.view.text).toContain('城镇调查失业率控制在5.5%以内。');
    expect(reports[0]?.view.text).not.toMatch(/首页|版权所有|不要/);
    expect(reports[0]?.sections.map((s) => s.role)).toEqual(['front', 'review', 'tasks']);
  });
});

test('the front matter names source, hash, title, place and year', async () => {
  await take(
    '怀化 2019.docx',
    docx(REPORT_LINES, [
      ['指标', '目标'],
      ['地区生产总值', '8%'],
    ]),
  );
  const text = readFileSync(join(to, '怀化 2019.md'), 'utf8');
  expect(text).toMatch(
    /^---\ntitle: 2019年怀化市政府工作报告\nsource: 怀化 2019\.docx\nsha256: [0-9a-f]{64}\nplace: 怀化市\nyear: 2019\n---\n\n政府工作报告\n/,
  );
  expect(text).toContain('地区生产总值 | 8%');
});

test('running again changes nothing; a changed file of the same name does not overwrite the first', async () => {
  await take('a.txt', REPORT_TEXT);
  const before = statSync(join(to, 'a.md')).mtimeMs;
  expect(await take('a.txt', REPORT_TEXT)).toMatchObject({ status: 'unchanged', output: 'a.md' });
  expect(statSync(join(to, 'a.md')).mtimeMs).toBe(before);
  const changed = REPORT_TEXT.replace('增长8%左右', '增长7%左右');
  const second = await take('a.txt', changed);
  expect(second.output).toMatch(/^a-[0-9a-f]{8}\.md$/);
  expect(await take('a.txt', changed)).toMatchObject({ status: 'unchanged', output: second.output });
  expect(readdirSync(to)).toHaveLength(2);
});

describe('what cannot be read is refused with a reason', () => {
  test.each<[string, string | Buffer, string]>([
    ['empty.txt', '', '文件是空的'],
    ['empty.html', ' \n', '文件是空的'],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0, 0, 0, 0xff]), '不是文本文件'],
    ['noise.txt', Buffer.from(Array.from({ length: 600 }, (_, i) => 128 + ((i * 37) % 127))), '认不出文字编码'],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'), '旧版 Word'],
    ['x.png', 'x', '图片'],
    ['bad.docx', 'not a zip', '文件已损坏，或不是 docx'],
    ['other.docx', zip([{ name: 'a.txt', content: Buffer.from('x') }]), '不是 Word 文档'],
    ['bad.pdf', 'not a pdf', '不是 PDF 文件'],
    ['broken.pdf', '%PDF-1.4\n1 0 obj\n<<', 'PDF'],
    ['scan.pdf', pdf([]), '没有文字层，是扫描件或图片'],
    ['page.html', '<html><body><script>load()</script></body></html>', '网页里没有正文'],
  ])('%s', async (name, content, reason) => {
    const result = await take(name, content);
    expect(result.status).toBe('refused');
    expect(result.message).toContain(reason);
  });

  test('a zip bomb, whether its directory tells or lies', async () => {
    const bomb = Buffer.alloc(140 * 1024 * 1024);
    const name = 'word/document.xml';
    expect((await take('bomb.docx', zip([{ name, content: bomb }]))).message).toContain('疑为压缩炸弹');
    expect((await take('liar.docx', zip([{ name, content: bomb, claimed: 100 }]))).message).toContain('疑为压缩炸弹');
  });

  test('a file over its limit is not read', async () => {
    const path = put('huge.txt', '');
    truncateSync(path, 200 * 1024 * 1024);
    expect((await importFile(path, to, lexicon)).message).toBe('文件有 200 MB，超过上限 32 MB');
  });

  test('missing files, links in a circle, and a target that is a file', async () => {
    symlinkSync(join(dir, 'b.txt'), join(dir, 'a.txt'));
    symlinkSync(join(dir, 'a.txt'), join(dir, 'b.txt'));
    expect((await importFile(join(dir, 'none.txt'), to, lexicon)).message).toBe('文件不存在');
    expect((await importFile(join(dir, 'a.txt'), to, lexicon)).message).toBe('是绕圈的符号链接');
    writeFileSync(to, 'x');
    expect((await take('c.txt', REPORT_TEXT)).status).toBe('refused');
  });

  test('nothing half-written stays behind', async () => {
    mkdirSync(join(to, 'a.md'), { recursive: true });
    expect((await take('a.txt', REPORT_TEXT)).status).toBe('refused');
    expect(readdirSync(to)).toEqual(['a.md']);
  });
});

test('a text that is no report is taken with doubt', async () => {
  const news = `某地举办活动\n${'活动现场气氛热烈，群众踊跃参加。'.repeat(30)}`;
  const result = await take('news.txt', news);
  expect(result.status).toBe('doubtful');
  expect(result.message).toContain('不像政府工作报告');
});

test('a folder stands for the files in it that can be imported', () => {
  const files = ['x/a.txt', 'x/y/b.pdf', 'x/c.png', 'x/.hidden.txt', 'x/old.doc'].map((name) => put(name, 'x'));
  expect(filesOf([join(dir, 'x'), files[0]!])).toEqual([files[0], files[4], files[1]]);
});

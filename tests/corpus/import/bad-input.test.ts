import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filesOf, type Imported, importAll } from '../../../src/corpus/import/import.js';
import { readDocuments } from '../../../src/corpus/read.js';
import { extractFacts } from '../../../src/facts/extract.js';
import { lexicon, line } from '../../facts/small-report.js';
import { docx, pdf, REPORT_LINES, REPORT_TEXT, zip } from './fixtures.js';

/** A folder of files, imported one after the other as the command does. */
async function importedFrom(
  files: Readonly<Record<string, Buffer | string>>,
): Promise<Record<string, Imported & { text: string }>> {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const to = join(folder, '.to');
  const results: Record<string, Imported & { text: string }> = {};
  for (const file of filesOf([folder])) {
    for (const result of await importAll(file, to, lexicon)) {
      const text = result.output === undefined ? '' : readFileSync(join(to, result.output), 'utf8');
      results[file.slice(folder.length + 1)] = { ...result, text };
    }
  }
  return results;
}

/** A PDF that asks for a password: its keys are those of nobody. */
function locked(open: Buffer): Buffer {
  const key = 'ab'.repeat(32);
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
  return Buffer.from(open.toString('latin1').replace('trailer\n<<', `trailer\n<< ${encrypt}`), 'latin1');
}

/** A zip file whose entries say that they are locked. */
function lockedZip(): Buffer {
  const bytes = zip([{ name: 'a.txt', content: Buffer.from(REPORT_TEXT) }]);
  const entry = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt16LE(1, entry + 8);
  return bytes;
}

const lockedOdt = (): Buffer =>
  zip([
    { name: 'META-INF/manifest.xml', content: Buffer.from('<manifest:encryption-data/>') },
    { name: 'content.xml', content: Buffer.from([1, 2, 3]) },
  ]);
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const whole = docx(REPORT_LINES);

test('each bad file has a line of its own that says what is wrong, and the rest goes on', async () => {
  const results = await importedFrom({
    'good.txt': REPORT_TEXT,
    'locked.pdf': locked(pdf(REPORT_LINES)),
    'locked.docx': ole,
    'locked.odt': lockedOdt(),
    'locked.zip': lockedZip(),
    'cut.pdf': pdf(REPORT_LINES).subarray(0, 300),
    'cut.docx': whole.subarray(0, whole.length / 2),
    'cut.zip': zip([{ name: 'a.txt', content: Buffer.from(REPORT_TEXT) }]).subarray(0, 200),
    'bomb.docx': zip([{ name: 'word/document.xml', content: Buffer.alloc(140 * 1024 * 1024) }]),
    'pictures.pdf': pdf([]),
  });
  const said = Object.fromEntries(
    Object.entries(results).map(([name, { status, message }]) => [name, `${status} ${message}`]),
  );
  expect(said).toEqual({
    'good.txt': expect.stringMatching(/^doubtful 2019年怀化市政府工作报告/),
    'locked.pdf': 'refused PDF 有密码；请去掉密码后再导入',
    'locked.docx': expect.stringMatching(/^refused 文件有密码/),
    'locked.odt': 'refused 文件有密码；请去掉密码后再导入',
    'locked.zip': 'refused 压缩包有密码；请去掉密码后再导入',
    'cut.pdf': 'refused PDF 已损坏，无法读取',
    'cut.docx': expect.stringMatching(/^refused 文件已损坏/),
    'cut.zip': expect.stringMatching(/^refused 文件已损坏/),
    'bomb.docx': expect.stringContaining('疑为压缩炸弹'),
    'pictures.pdf': expect.stringMatching(/^refused PDF 共 1 页，其中 1 页没有文字层，是扫描件或图片/),
  });
});

test.each(['docx', 'pdf', 'html', 'csv', 'zip', 'rtf', 'odt', 'png'])('a .%s of 200 MB is not read', async (ending) => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, `huge.${ending}`);
  writeFileSync(path, '');
  truncateSync(path, 200 * 1024 * 1024);
  const [result] = await importAll(path, join(folder, 'to'), lexicon);
  expect(result).toMatchObject({ status: 'refused', message: expect.stringContaining('文件有 200 MB，超过上限') });
});

test('a PDF of 300 pages is read whole', { timeout: 120_000 }, async () => {
  const { 'long.pdf': result } = await importedFrom({ 'long.pdf': pdf([...REPORT_LINES], 300) });
  expect(result!.status).not.toBe('refused');
  expect(result!.text.match(/固定资产投资增长10%/g)).toHaveLength(300);
});

describe('tables', () => {
  const factsIn = (text: string): string[] =>
    readDocuments('a.md', text, lexicon).flatMap((report) => extractFacts(report, lexicon).map(line));

  test('one of 10,000 rows in a Word file is read, each row with its head', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [`第${i + 1}类指标`, `${i + 1}.5`]);
    const { 'rows.docx': result } = await importedFrom({
      'rows.docx': docx(REPORT_LINES, [['指标', '2018年完成（亿元）'], ...rows]),
    });
    expect(result!.text).toContain('| 第10000类指标 | 10000.5 |');
  });

  test('two years side by side keep their years and facets', async () => {
    const head = ['指标', '2019年目标', '2018年完成'];
    const rows = [head, ['社会消费品零售总额', '10%左右', '9.2%'], ['城镇新增就业（万人）', '4以上', '4.2']];
    const { 'two.docx': result } = await importedFrom({ 'two.docx': docx(REPORT_LINES, rows) });
    const facts = factsIn(result!.text);
    expect(facts).toContain('社会消费品零售总额 2019 target growth ~10%');
    expect(facts).toContain('社会消费品零售总额 2018 outcome growth 9.2%');
    expect(facts).toContain('城镇新增就业 2019 target count >=4万人');
    expect(facts).toContain('城镇新增就业 2018 outcome count 4.2万人');
  });
});

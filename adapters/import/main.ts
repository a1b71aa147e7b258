import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { filesOf, type Imported, importAll } from '../../src/corpus/import/import.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { packageVersion, readOptions } from '../cli/options.js';
import { EXIT, runProgram, UsageError } from '../cli/program.js';
import { typed } from '../cli/typed.js';
import { cleanText } from '../shared/clean.js';

const USAGE = `用法：${typed('import')} 文件或文件夹… --to 文件夹

把 txt（UTF-8、GBK、GB18030）、md、html、docx、odt、rtf、pdf，以及 csv、jsonl、zip 里的报告转成带文件头的 UTF-8 文本，供 --corpus 使用。
扫描件和照片要另装识别模型（docs/ADDING-REPORTS.md）；只放图片的文件夹算一份报告。
读不了的文件会说明原因，不影响其余的；已经导入过的不会再写。
  --to DIR       放到这个文件夹（没有时新建）
  -h, --help     显示本说明
  -v, --version  显示版本

有文件被拒绝时，退出码为 1。`;

const STATUS: Readonly<Record<Imported['status'], string>> = {
  taken: '收录',
  doubtful: '存疑',
  unchanged: '未变',
  refused: '拒绝',
};
const BAR_WIDTH = 24;
/** Back to the start of the line, and the line emptied. */
const CLEAR = '\r\u001b[K';

await runProgram(async (argv) => {
  const { values, positionals } = readOptions(argv, { usage: USAGE, options: { to: { type: 'string' } }, words: true });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  if (positionals.length === 0) throw new UsageError('没有给出文件', USAGE);
  if (!values.to) throw new UsageError('没有用 --to 给出目标文件夹', USAGE);
  const to = resolve(values.to);
  if (isFile(to)) throw new UsageError(`--to 给出的是文件，不是文件夹：${values.to}`, USAGE);
  const lexicon = loadLexicon();
  const files = filesOf(positionals);
  const results: Imported[] = [];
  for (const [done, file] of files.entries()) {
    bar(done, files.length, basename(file));
    results.push(...(await importAll(file, to, lexicon)));
  }
  bar(files.length, files.length, '');
  for (const result of results) print(line(result));
  print(summary(results));
  return results.some((result) => result.status === 'refused') ? EXIT.failed : EXIT.done;
});

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

function line({ status, source, output, message }: Imported): string {
  return cleanText(`${STATUS[status]}  ${source}${output ? ` → ${output}` : ''}  ${message}`);
}

function summary(results: readonly Imported[]): string {
  const counts = (Object.keys(STATUS) as Imported['status'][]).map(
    (status) => `${STATUS[status]} ${results.filter((result) => result.status === status).length}`,
  );
  return `共 ${results.length} 个文件：${counts.join('，')}`;
}

/** The bar of progress, on a terminal only; gone when all is done. */
function bar(done: number, total: number, name: string): void {
  if (!process.stderr.isTTY) return;
  const filled = total === 0 ? BAR_WIDTH : Math.floor((done / total) * BAR_WIDTH);
  const drawn = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total} ${cleanText(name).slice(0, 20)}`;
  process.stderr.write(done === total ? CLEAR : `${CLEAR}${drawn}`);
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

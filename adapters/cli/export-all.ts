import { closeSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { packageVersion, readOptions } from './options.js';
import { EXIT, runProgram, UsageError } from './program.js';
import { typed } from './typed.js';

const USAGE = `用法：${typed('export')} --all [--corpus 文件夹]… --to facts.csv

把报告里读出的全部数字写成一张表，每个数字一行，附原文的分句；各列的意思见 docs/DATA.md。
  --all          全部数字
  --corpus DIR   报告所在的文件夹（可重复；默认为 seeds/）
  --to FILE      写到这个文件：.csv、.xlsx 或 .ndjson
  -h, --help     显示本说明
  -v, --version  显示版本`;

type Cell = string | number | null;
interface Figures {
  readonly columns: readonly string[];
  rows(): Iterable<readonly Cell[]>;
}

/** More rows make a workbook that programs open slowly or not at all. */
const MOST_IN_WORKBOOK = 300_000;

const FORMATS: Readonly<Record<string, (path: string, figures: Figures) => Promise<number>>> = {
  '.csv': async (path, figures) => {
    const { csvCell } = await import('../../src/exports/csv.js');
    return lines(path, figures, '\ufeff', (cells) => `${cells.map(csvCell).join(',')}\r\n`, true);
  },
  '.ndjson': async (path, figures) =>
    lines(
      path,
      figures,
      '',
      (cells) => `${JSON.stringify(Object.fromEntries(figures.columns.map((name, i) => [name, cells[i]])))}\n`,
      false,
    ),
  '.xlsx': async (path, figures) => {
    const { workbook } = await import('../../src/exports/xlsx.js');
    const rows = [...figures.rows()];
    if (rows.length > MOST_IN_WORKBOOK)
      throw new Error(`有 ${rows.length} 行，表格程序打不开这么大的工作簿；请改用 .csv`);
    writeFileSync(path, workbook([figures.columns, ...rows], ['每个数字一行；各列的意思见 docs/DATA.md。']));
    return rows.length;
  },
};

await runProgram(async (argv) => {
  const options = { to: { type: 'string' }, all: { type: 'boolean' } } as const;
  const { values } = readOptions(argv, { usage: USAGE, options, words: false });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  const write = FORMATS[extname(values.to ?? '').toLowerCase()];
  if (!values.all) throw new UsageError('没有用 --all 说明要导出全部数字', USAGE);
  if (!values.to || !write) throw new UsageError('没有用 --to 给出 .csv、.xlsx 或 .ndjson 文件', USAGE);
  const folders = values.corpus ? values.corpus.map((folder) => resolve(folder)) : [SEEDS_DIR];
  const [{ loadLexicon }, { openStore }, { readFigures }] = await Promise.all([
    import('../../src/lexicon/load.js'),
    import('../../src/retrieval/store.js'),
    import('../../src/store/figures.js'),
  ]);
  const lexicon = loadLexicon();
  const store = await openStore({ folders, lexicon });
  for (const { seed, message } of store.problems) process.stderr.write(`提示：${seed}：${message}\n`);
  store.close();
  const { file } = store;
  if (file === undefined) throw new Error('缓存目录不能写，无法导出；可用 CACHE_DIR 另设');
  const path = resolve(values.to);
  // Whole or not at all: whoever reads the old file meanwhile is not disturbed.
  const neighbour = `${path}.${process.pid}.tmp`;
  try {
    const count = await write(neighbour, readFigures(file));
    renameSync(neighbour, path);
    return print(`${path}：${count} 个数字`);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
});

function lines(
  path: string,
  figures: Figures,
  start: string,
  line: (cells: readonly Cell[]) => string,
  head: boolean,
): number {
  const file = openSync(path, 'w');
  try {
    let text = start + (head ? line(figures.columns) : '');
    let count = 0;
    for (const cells of figures.rows()) {
      text += line(cells);
      count += 1;
      if (text.length > 1_000_000) {
        writeSync(file, text);
        text = '';
      }
    }
    writeSync(file, text);
    return count;
  } finally {
    closeSync(file);
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

import { resolve } from 'node:path';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { cleanText } from '../shared/clean.js';
import { packageVersion, readOptions } from './options.js';
import { EXIT, runProgram, UsageError } from './program.js';

const USAGE = `用法：npm run publish -- [--corpus 文件夹]… --to postgres://用户@主机/库名
      npm run publish -- [--corpus 文件夹]… --to 文件.db

把报告和数字写入 PostgreSQL（机器人用 DATABASE_URL 读它），或写成一个 SQLite 文件（供分析，见 docs/DATA.md）。
只写新的和改过的文件；写完才整体切换到新版本，中断后再运行会接着写。密码可以放在环境变量 PGPASSWORD 里。
  --corpus DIR   报告所在的文件夹（可重复；默认为 seeds/）
  --to URL|FILE  写到哪里
  -h, --help     显示本说明
  -v, --version  显示版本`;

/** Back to the start of the line, and the line emptied. */
const CLEAR = '\r\u001b[K';
/** Lines of progress where there is no terminal, at most one in so many ms. */
const LINE_MS = 10_000;

await runProgram(async (argv) => {
  const { values } = readOptions(argv, { usage: USAGE, options: { to: { type: 'string' } }, words: false });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  if (!values.to) throw new UsageError('没有用 --to 给出写到哪里', USAGE);
  const folders = values.corpus ? values.corpus.map((folder) => resolve(folder)) : [SEEDS_DIR];
  const [{ loadLexicon }, { publish }] = await Promise.all([
    import('../../src/lexicon/load.js'),
    import('../../src/retrieval/publish.js'),
  ]);
  const started = performance.now();
  const store = await openTarget(values.to);
  try {
    const { rebuilt, unchanged, problems } = await publish(
      { folders, onProgress: progress(started) },
      loadLexicon(),
      store,
    );
    if (process.stderr.isTTY) process.stderr.write(CLEAR);
    for (const { seed, message } of problems) process.stderr.write(`${cleanText(`提示：${seed}：${message}`)}\n`);
    const version = await store.version();
    const seconds = (performance.now() - started) / 1000;
    if (unchanged) return print(`没有变化，仍是第 ${version?.number} 版`);
    return print(
      `已切换到第 ${version?.number} 版：共 ${version?.files} 个文件，新读 ${rebuilt} 个，用时 ${seconds.toFixed(1)} 秒，每秒 ${(rebuilt / seconds).toFixed(1)} 个文件`,
    );
  } finally {
    await store.close();
  }
});

/** The store to write to: PostgreSQL by its address, else a file. */
async function openTarget(to: string) {
  if (/^postgres(?:ql)?:\/\//.test(to)) {
    const { openPostgres } = await import('../../src/store/postgres.js');
    return openPostgres(to, { write: true });
  }
  const { openSqlite } = await import('../../src/store/sqlite.js');
  return openSqlite(resolve(to));
}

/** Shows files done and in all, and the rate. */
function progress(started: number): (done: number, total: number) => void {
  let shown = 0;
  return (done, total) => {
    const now = performance.now();
    const line = `读取并写入 ${done}/${total}，每秒 ${(done / ((now - started) / 1000)).toFixed(1)} 个文件`;
    if (process.stderr.isTTY) process.stderr.write(`${CLEAR}${line}`);
    else if (now - shown > LINE_MS) {
      process.stderr.write(`${line}\n`);
      shown = now;
    }
  };
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

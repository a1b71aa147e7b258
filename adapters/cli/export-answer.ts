import { writeFileSync } from 'node:fs';
import { EXPORT_FORMATS, type ExportFormat, exportAnswer, fileBytes } from '../../src/exports/index.js';
import { loadAssistant } from './load.js';
import { packageVersion, readOptions } from './options.js';
import { EXIT, runProgram, UsageError } from './program.js';

const USAGE = `用法：gov-report-bot export [--format csv|xlsx|json|md] [--out 文件] "问题"
      gov-report-bot export --all --to 文件    报告里读出的全部数字（选项见 export --all --help）

把一个回答的表格（没有表格时为数字、条目或出处）连同引文和位置输出成文件；不给 --out 时写到标准输出。
  --format F   csv（默认）、xlsx、json 或 md
  --out FILE   写到这个文件（xlsx 不能写到终端）
  --corpus DIR 从这个文件夹读报告（可重复；默认为自带的报告）
  -h, --help     显示本说明
  -v, --version  显示版本`;

const FORMATS: readonly string[] = EXPORT_FORMATS;
const OPTIONS = { format: { type: 'string' }, out: { type: 'string' } } as const;

await runProgram(async (argv) => {
  const { values, positionals } = readOptions(argv, { usage: USAGE, options: OPTIONS, words: true });
  if (values.help) return print(`${USAGE}\n`);
  if (values.version) return print(`${packageVersion()}\n`);
  const { format = 'csv', out } = values;
  if (!FORMATS.includes(format)) throw new UsageError(`没有这种格式：${format}`, USAGE);
  if (positionals.length === 0) throw new UsageError('没有问题', USAGE);
  if (format === 'xlsx' && out === undefined && process.stdout.isTTY)
    throw new UsageError('xlsx 要用 --out 写到文件', USAGE);
  const assistant = await loadAssistant(values.corpus);
  const answer = await assistant.ask('export', positionals.join(' '));
  if (answer.kind === 'refusal' || answer.kind === 'clarification') {
    process.stderr.write(`${answer.text}\n`);
    return EXIT.failed;
  }
  const bytes = fileBytes(exportAnswer(answer, format as ExportFormat));
  if (out === undefined) return print(bytes);
  writeFileSync(out, bytes);
  return EXIT.done;
});

function print(text: string | Buffer): number {
  process.stdout.write(text);
  return EXIT.done;
}

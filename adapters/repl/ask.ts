import type { Assistant } from '../../src/assistant.js';
import { readLines } from '../cli/lines.js';
import { loadAssistant } from '../cli/load.js';
import { packageVersion, readOptions } from '../cli/options.js';
import { EXIT, errorLine, runProgram, UsageError } from '../cli/program.js';
import { typed } from '../cli/typed.js';
import { writeAttachment } from './attachment.js';
import { renderAnswer } from './render.js';
import { styleFor } from './style.js';

const USAGE = `用法：${typed('ask')} [选项] "问题"
      ${typed('ask')} --jsonl [选项] < questions.jsonl > answers.jsonl

  --json          输出一个 JSON 格式的回答
  --jsonl         从标准输入逐行读取 {"id","session","question"}，逐行输出 {"id","session","question","answer"}
  --corpus DIR    改用该文件夹里的报告（可重复；默认为 seeds/）
  --trace         在标准错误输出里说明如何理解、有哪些候选、为何这样回答
  -h, --help      显示本说明
  -v, --version   显示版本

例如：${typed('ask')} "2022年常德GDP目标"`;

const OPTIONS = { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, trace: { type: 'boolean' } } as const;
const SESSION = 'ask';

await runProgram(async (argv) => {
  const { values, positionals } = readOptions(argv, { usage: USAGE, options: OPTIONS, words: true });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  if (values.json && values.jsonl) throw new UsageError('--json 与 --jsonl 不能同时使用', USAGE);
  if (values.jsonl && positionals.length > 0) throw new UsageError('--jsonl 从标准输入读取问题，不带问题参数', USAGE);
  if (!values.jsonl && positionals.length === 0) throw new UsageError('没有问题', USAGE);
  const assistant = await loadAssistant(values.corpus);
  if (values.jsonl) return answerLines(assistant, values.trace ?? false);
  const answer = await assistant.ask(SESSION, positionals.join(' '));
  if (values.json) print(JSON.stringify(answer));
  else {
    const style = styleFor(process.stdout, process.env);
    print(await renderAnswer(answer, { style, width: process.stdout.columns ?? 80 }));
    if (answer.attachment) print(await writeAttachment(answer.attachment, process.cwd()));
  }
  if (values.trace) await trace(assistant, SESSION);
  return EXIT.done;
});

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

async function trace(assistant: Assistant, session: string): Promise<void> {
  for (const line of (await assistant.explain?.(session)) ?? []) process.stderr.write(`${line}\n`);
}

/** Answers questions line by line, in order; a line that is no question gets an `error`, and the run goes on. */
async function answerLines(assistant: Assistant, traced: boolean): Promise<number> {
  let number = 0;
  for await (const line of readLines(process.stdin)) {
    number += 1;
    const reply = await answerLine(assistant, line, number);
    if (!process.stdout.write(`${JSON.stringify(reply)}\n`))
      await new Promise((done) => process.stdout.once('drain', done));
    if (traced && reply.session !== null) await trace(assistant, reply.session);
  }
  return EXIT.done;
}

interface ReplyLine {
  readonly id: string | number | null;
  readonly session: string | null;
  readonly question: string | null;
  readonly answer?: unknown;
  readonly error?: string;
}

async function answerLine(assistant: Assistant, line: string, number: number): Promise<ReplyLine> {
  let asked: Partial<Record<'id' | 'session' | 'question', unknown>> = {};
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) asked = value;
    else return { id: null, session: null, question: null, error: `第 ${number} 行不是 JSON 对象` };
  } catch (error) {
    return { id: null, session: null, question: null, error: `第 ${number} 行不是合法的 JSON：${errorLine(error)}` };
  }
  const id = typeof asked.id === 'string' || typeof asked.id === 'number' ? asked.id : null;
  const session = typeof asked.session === 'string' ? asked.session : null;
  const question = typeof asked.question === 'string' ? asked.question : null;
  if (id === null || session === null || question === null)
    return { id, session, question, error: `第 ${number} 行须有 id、session 和 question，都是字符串` };
  try {
    return { id, session, question, answer: await assistant.ask(session, question) };
  } catch (error) {
    return { id, session, question, error: `第 ${number} 行未能回答：${errorLine(error)}` };
  }
}

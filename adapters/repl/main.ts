import { readLines } from '../cli/lines.js';
import { loadAssistant } from '../cli/load.js';
import { packageVersion, readOptions } from '../cli/options.js';
import { EXIT, runProgram } from '../cli/program.js';
import { typed } from '../cli/typed.js';
import { type Conversation, startConversation } from './conversation.js';
import { historyFile, openHistory } from './history.js';
import { browseWith } from './open-source.js';
import { pinyinSpelling } from './spelling.js';
import { styleFor } from './style.js';
import { runTerminal } from './terminal.js';

const USAGE = `用法：${typed('repl', 'npm start --')} [选项]

  --corpus DIR    改用该文件夹里的报告（可重复；默认为 seeds/）
  -h, --help      显示本说明
  -v, --version   显示版本

从管道读入时每行一个问题，不显示提示符，也不着色。`;

await runProgram(async (argv) => {
  const { values } = readOptions(argv, { usage: USAGE, options: {}, words: false });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  const assistant = await loadAssistant(values.corpus);
  const { stdin: input, stdout: output } = process;
  const conversation = startConversation({
    assistant,
    style: styleFor(output, process.env),
    width: () => output.columns ?? 80,
    folder: process.cwd(),
    publicUrl: process.env.PUBLIC_URL || undefined,
    browse: input.isTTY ? browseWith(process.env) : () => false,
  });
  if (!input.isTTY || !output.isTTY) return answerPiped(conversation);
  const { reports, places } = assistant.stats();
  print(`政府工作报告问答：${reports} 份报告，${places} 个地区。直接提问，/help 看命令，Tab 补全，:quit 退出。\n`);
  const history = openHistory(historyFile(process.env));
  const size = () => ({ rows: output.rows, columns: output.columns });
  await runTerminal({ input, output, size, conversation, assistant, history, spelling: pinyinSpelling });
  return EXIT.done;
});

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

/** Answers lines from a pipe or file until it ends or says :quit. */
async function answerPiped(conversation: Conversation): Promise<number> {
  for await (const text of readLines(process.stdin)) {
    if (text.trim() === '') continue;
    const { print: reply, over } = await conversation.line(text);
    if (reply !== '') print(`${reply}\n`);
    if (over) break;
  }
  return EXIT.done;
}

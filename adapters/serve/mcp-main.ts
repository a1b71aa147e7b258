import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { loadAssistant } from '../cli/load.js';
import { packageVersion, readOptions } from '../cli/options.js';
import { EXIT, errorLine, runProgram } from '../cli/program.js';
import { typed } from '../cli/typed.js';
import { askAfter } from '../shared/ask-after.js';
import { publicAddress, sourcePath } from '../shared/links.js';
import { createMcpServer } from './mcp.js';

const USAGE = `用法：${typed('mcp')} [--corpus 文件夹]

在标准输入输出上作 MCP 服务器（stdio），供助手程序接入：ask 和六个查询工具。
  --corpus DIR 从这个文件夹读报告（可重复；默认为自带的报告）
  -h, --help     显示本说明
  -v, --version  显示版本

设了 PUBLIC_URL 时，每条引文带网页链接。`;

await runProgram(async (argv) => {
  const { values } = readOptions(argv, { usage: USAGE, options: {}, words: false });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  const assistant = await loadAssistant(values.corpus);
  const { PUBLIC_URL } = process.env;
  const server = createMcpServer({
    version: packageVersion(),
    context: () => ({
      ...assistant.context,
      ...(PUBLIC_URL
        ? { link: (report, start, end, figures) => publicAddress(PUBLIC_URL, sourcePath(report, start, end, figures)) }
        : {}),
    }),
    ask: (question, after) => askAfter(assistant, after, question),
    // Standard output belongs to the protocol.
    failed: (error) => void process.stderr.write(`错误：${errorLine(error)}\n`),
  });
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(new StdioServerTransport());
  await closed;
  return EXIT.done;
});

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

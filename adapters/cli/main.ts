#!/usr/bin/env node
import { EXIT } from './program.js';

/** The subcommands, each a program of its own that reads the rest of the command line. In the order in which help lists them. */
const PROGRAMS: Readonly<Record<string, readonly [what: string, load: () => Promise<unknown>]>> = {
  ask: ['问一句话', () => import('../repl/ask.js')],
  repl: ['在终端里对话', () => import('../repl/main.js')],
  reports: ['列出认出的报告', () => import('../repl/reports.js')],
  facts: ['列出一份报告里的数字', () => import('../repl/facts.js')],
  import: ['把网页、Word、PDF 存成报告', () => import('../import/main.js')],
  audit: ['检查数字读得如何', () => import('../repl/audit.js')],
  export: ['把回答的表格，或全部数字，存成文件', () => import('./export.js')],
  telegram: ['Telegram 机器人', () => import('../telegram/main.js')],
  discord: ['Discord 机器人', () => import('../discord/main.js')],
  bots: ['设置里开了的都启动', () => import('../main.js')],
  serve: ['网页、HTTP 接口和 MCP', () => import('../serve/main.js')],
  mcp: ['MCP（标准输入输出）', () => import('../serve/mcp-main.js')],
  doctor: ['检查安装', () => import('./doctor.js')],
};

/** Programs that run until they are stopped, and take settings instead of options. */
const SERVICES: ReadonlySet<string> = new Set(['telegram', 'discord', 'bots', 'serve']);

/** The tools for programs, named apart so that help need not load them. */
const TOOLS: Readonly<Record<string, string>> = {
  list_reports: '收录的报告，带章节',
  find_facts: '查数字',
  find_sentences: '查句子',
  read: '读原文',
  define: '查名词',
  compare: '对比',
};

const [, , command, ...rest] = process.argv;
const name = command?.replaceAll('-', '_') ?? '';

if (command !== undefined && SERVICES.has(command) && rest.length > 0) {
  const asked = rest.every((option) => option === '--help' || option === '-h');
  const about = `用法：gov-report-bot ${command}\n\n${PROGRAMS[command]![0]}。没有选项：设置来自环境变量或当前文件夹的 .env，见 .env.example 和 docs/DEPLOY.md。\n`;
  (asked ? process.stdout : process.stderr).write(about);
  process.exitCode = asked ? EXIT.done : EXIT.usage;
} else if (command !== undefined && Object.hasOwn(PROGRAMS, command)) {
  process.argv.splice(2, 1);
  await PROGRAMS[command]![1]();
} else if (Object.hasOwn(TOOLS, name)) {
  const { runToolProgram } = await import('./tool.js');
  await runToolProgram(name, rest);
} else if (command === '--version' || command === '-v') {
  const { packageVersion } = await import('./options.js');
  process.stdout.write(`${packageVersion()}\n`);
} else if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
  process.stdout.write(usage());
} else {
  process.stderr.write(`没有这个命令：${command}\n\n${usage()}`);
  process.exitCode = EXIT.usage;
}

function usage(): string {
  const programs = Object.entries(PROGRAMS).map(([one, [what]]) => `  ${one.padEnd(16)}${what}`);
  const tools = Object.entries(TOOLS).map(([one, what]) => `  ${one.padEnd(16)}${what}`);
  return `用法：gov-report-bot 命令 [选项]

${programs.join('\n')}

给程序用的查询（--json 输出一个 JSON）：
${tools.join('\n')}

例如：gov-report-bot ask "2022年常德GDP目标"
每个命令的选项：gov-report-bot 命令 --help
`;
}

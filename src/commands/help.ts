import { COMMANDS } from './table.js';
import type { Argument, Command, CommandError } from './types.js';

/** The languages that help is written in. */
export type HelpLanguage = 'zh' | 'en';

const TEXTS = {
  zh: {
    intro: '直接用一句话提问，也可以用命令。每个数字都附原文和出处；报告没有写的，会说没有。',
    questions: '提问示例',
    commands: '命令（斜杠可省略，中英文都可以）',
    usage: '用法',
    example: '例如',
    aliases: '也可写作',
    unknown: (word: string) => `没有“/${word}”这个命令。`,
    near: (name: string) => `是不是想用 /${name}？`,
    all: '发送 /help 查看全部命令，或直接用一句话提问。',
    missing: (argument: Argument) => `缺少${argument.zh}。`,
    surplus: (word: string) => `看不懂“${word}”。`,
  },
  en: {
    intro:
      'Ask in plain Chinese, or use a command. Every figure comes with its quote and source; what the reports do not say is not answered.',
    questions: 'Questions',
    commands: 'Commands (the slash may be left out; Chinese and Latin names are equal)',
    usage: 'Usage',
    example: 'Example',
    aliases: 'Also',
    unknown: (word: string) => `There is no command “/${word}”. `,
    near: (name: string) => `Did you mean /${name}? `,
    all: 'Send /help for all commands, or ask in plain Chinese.',
    missing: (argument: Argument) => `Missing: ${argument.name}. `,
    surplus: (word: string) => `“${word}” is not understood. `,
  },
} as const;

/** Questions shown in help, of the kinds that are asked most. */
const EXAMPLES = [
  '2022年怀化GDP目标',
  '2022年常德、怀化、邵阳谁的GDP目标最高',
  '张家界历年GDP目标',
  '哪些报告提到“营商环境”',
];

/** How a command is typed: /targets [地区] [年份] [指标]. Optional arguments stand in brackets. */
export function usage(command: Command, language: HelpLanguage = 'zh'): string {
  const names = command.arguments.map((argument) => {
    const name = language === 'zh' ? argument.zh : argument.name;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [`/${command.name}`, ...names].join(' ');
}

/** One command's example with its slash, or '' where it takes no arguments. */
function exampleOf(command: Command): string {
  return command.example ? `/${command.name} ${command.example}` : '';
}

/** Help over all commands, or over one. `admin` adds the administrators' commands. Plain text, one command a line. */
export function helpText(language: HelpLanguage = 'zh', options: { command?: Command; admin?: boolean } = {}): string {
  const texts = TEXTS[language];
  if (options.command) return commandHelp(options.command, language);
  const lines = [texts.intro, '', texts.questions, ...EXAMPLES.map((question) => `  ${question}`), '', texts.commands];
  for (const command of COMMANDS) {
    if (command.admin && !options.admin) continue;
    const alias = language === 'zh' ? `（${command.aliases[0]}）` : '';
    lines.push(`  /${command.name}${alias}  ${command.description[language]}`);
  }
  return lines.join('\n');
}

function commandHelp(command: Command, language: HelpLanguage): string {
  const texts = TEXTS[language];
  const lines = [command.description[language], `${texts.usage}: ${usage(command, language)}`];
  for (const argument of command.arguments)
    lines.push(`  ${language === 'zh' ? argument.zh : argument.name}  ${argument.description[language]}`);
  const example = exampleOf(command);
  if (example) lines.push(`${texts.example}: ${example}`);
  lines.push(`${texts.aliases}: ${command.aliases.join('、')}`);
  return lines.join('\n');
}

/** What is wrong with a command, how it is typed, and an example: one or two lines. */
export function commandErrorText(error: CommandError, language: HelpLanguage = 'zh'): string {
  const texts = TEXTS[language];
  if (error.problem === 'unknown') {
    const near = nearest(error.word);
    return `${texts.unknown(error.word.slice(0, 40))}${near ? texts.near(near.name) : ''}${texts.all}`;
  }
  const what = error.problem === 'missing' ? texts.missing(error.argument) : texts.surplus(error.word.slice(0, 40));
  const example = exampleOf(error.command);
  return `${what}${texts.usage}: ${usage(error.command, language)}${example ? `\n${texts.example}: ${example}` : ''}`;
}

/** The command whose name differs by no more than a slip or two of the fingers. */
function nearest(word: string): Command | undefined {
  const typed = word.toLowerCase().slice(0, 20);
  const ranked = COMMANDS.filter((command) => !command.admin)
    .map((command) => ({ command, distance: editDistance(typed, command.name) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.min(2, typed.length - 2) ? best.command : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

import { runTool, type Tool, ToolError, tools } from '../../src/tools/index.js';
import { cleanText } from '../shared/clean.js';
import { jsonSchema, toolArguments } from '../shared/tool-arguments.js';
import { loadAssistant } from './load.js';
import { EXIT, runProgram, UsageError } from './program.js';

/** Runs one of the tools for programs: its options are made from its schema. */
export function runToolProgram(name: string, argv: readonly string[]): Promise<void> {
  const tool = tools.find((one) => one.name === name)!;
  return runProgram(() => main(tool, argv));
}

async function main(tool: Tool, argv: readonly string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) return print(usageOf(tool));
  const { json, corpus, pairs } = readArguments(tool, argv);
  const assistant = await loadAssistant(corpus);
  try {
    const result = await runTool(assistant.context, tool.name, toolArguments(tool, pairs));
    if (json) return print(JSON.stringify(result));
    for (const row of result.rows) print(cleanText(lineOf(row)));
    const { total, rows, next, unread, notes } = result;
    print(`${rows.length} / ${total} 行${next === null ? '' : `，后面的用 --page ${next}`}`);
    if (unread.length > 0) print(`没有用上：${unread.join('、')}`);
    for (const note of notes) print(`注：${note}`);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    throw new UsageError(
      [error.message, ...error.problems.map((p) => `  ${p.path}：${p.message}`)].join('\n'),
      usageOf(tool),
    );
  }
}

interface Arguments {
  readonly json: boolean;
  readonly corpus: string[] | undefined;
  readonly pairs: (readonly [string, string])[];
}

/** `--name value` and `--name=value`; what has no name is the tool's first argument that must be given. */
function readArguments(tool: Tool, argv: readonly string[]): Arguments {
  const pairs: (readonly [string, string])[] = [];
  const corpus: string[] = [];
  let json = false;
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--json') {
      json = true;
      continue;
    }
    if (!argument.startsWith('--')) {
      pairs.push([mainArgument(tool), argument]);
      continue;
    }
    const [name = '', ...inline] = argument.slice(2).split('=');
    const value = inline.length > 0 ? inline.join('=') : rest.shift();
    if (value === undefined) throw new UsageError(`选项没有值：--${name}`, usageOf(tool));
    if (name === 'corpus') corpus.push(value);
    else pairs.push([name, value]);
  }
  return { json, corpus: corpus.length > 0 ? corpus : undefined, pairs };
}

/** What a bare word is: the term to define, the report to read, the indicator, or words to look for. */
function mainArgument(tool: Tool): string {
  const { properties = {} } = jsonSchema(tool);
  for (const name of ['term', 'report', 'place', 'indicator']) {
    if (Object.hasOwn(properties, name) && !(name === 'report' && Object.hasOwn(properties, 'words'))) return name;
  }
  return 'words.any';
}

interface Described {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
}

function usageOf(tool: Tool): string {
  const { properties = {} } = jsonSchema(tool) as { properties?: Record<string, Described> };
  const lines = Object.entries(properties).flatMap(([name, inner]) =>
    inner.properties === undefined
      ? [optionLine(name, inner)]
      : Object.entries(inner.properties).map(([key, part]) => optionLine(`${name}.${key}`, part)),
  );
  return `用法：gov-report-bot ${tool.name} [选项] [--json] [--corpus 文件夹]

${tool.description}

${lines.join('\n')}
  --json              输出一个 JSON
  --corpus DIR        从这个文件夹读报告（可重复；默认为自带的报告）`;
}

function optionLine(name: string, { description = '', enum: choices }: Described): string {
  const what = [choices?.join(' | '), description].filter(Boolean).join('；');
  return `  --${name.replaceAll('_', '-').padEnd(18)}${what}`;
}

/** A row as one line: the texts in it, the quote at the end. */
function lineOf(row: unknown): string {
  const { quote, text, values, place, title, sections, ...rest } = row as Record<string, unknown>;
  const inner = Array.isArray(values) ? values.map(lineOf).join(' | ') : '';
  const where = typeof place === 'object' && place !== null ? (place as { name: string }).name : place;
  const said = typeof quote === 'object' && quote !== null ? `「${oneLine((quote as { text: string }).text)}」` : '';
  const told = [
    'id',
    'report',
    'report_year',
    'period',
    'year',
    'subject',
    'facet',
    'verdict',
    'listed',
    'date',
    'speaker',
  ]
    .filter((name) => rest[name] !== undefined && rest[name] !== null)
    .map((name) => String(rest[name]));
  const count = Array.isArray(sections) ? `${sections.length} 章节` : undefined;
  return [where, title, ...told, text && oneLine(String(text)), count, inner, said].filter(Boolean).join(' · ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

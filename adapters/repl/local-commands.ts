/** Commands of the terminal itself; all others are the grammar's (src/commands). */
export const LOCAL_COMMANDS = [
  { name: ':trace', does: '上一个回答是怎么来的：理解、候选、取舍' },
  { name: ':corpus', does: '正在使用的语料' },
  { name: ':new', does: '开始新的对话，不再承接上文' },
  { name: ':help', does: '这些命令' },
  { name: ':quit', does: '退出（也可输入 exit、退出，或按 Ctrl-D）' },
] as const;

export type LocalCommand = (typeof LOCAL_COMMANDS)[number]['name'];

/** What people type to leave, without a colon. */
const LEAVING: ReadonlySet<string> = new Set(['exit', 'quit', '退出']);

/** The command of the terminal that a line is: ":trace", "：quit", ":q"; null where it is none, undefined where it is unknown. */
export function readLocalCommand(line: string): LocalCommand | null | undefined {
  if (LEAVING.has(line.trim().toLowerCase())) return ':quit';
  const word = /^[:：]\s*([a-z]+)\s*$/iu.exec(line.trim())?.[1]?.toLowerCase();
  if (word === undefined) return null;
  const name = { q: ':quit', exit: ':quit', h: ':help' }[word] ?? `:${word}`;
  return LOCAL_COMMANDS.find((command) => command.name === name)?.name;
}

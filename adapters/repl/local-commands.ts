/** Commands of the terminal itself; all others are the grammar's (src/commands). */
export const LOCAL_COMMANDS = [
  { name: ':trace', does: '上一个回答是怎么来的：理解、候选、取舍' },
  { name: ':open', does: '打开上一个回答的原文网页（:open 2 为第二条）；没有网页时给出文件的行' },
  { name: ':corpus', does: '正在使用的语料' },
  { name: ':new', does: '开始新的对话，不再承接上文' },
  { name: ':help', does: '这些命令' },
  { name: ':quit', does: '退出（也可输入 exit、退出，或按 Ctrl-D）' },
] as const;

/** A command with the number that may follow it. */
export interface LocalCommand {
  readonly name: (typeof LOCAL_COMMANDS)[number]['name'];
  readonly number: number | undefined;
}

/** What people type to leave, without a colon. */
const LEAVING: ReadonlySet<string> = new Set(['exit', 'quit', '退出']);

/** The command of the terminal that a line is: ":trace", "：quit", ":q", ":open 2"; null where it is none, undefined where it is unknown. */
export function readLocalCommand(line: string): LocalCommand | null | undefined {
  if (LEAVING.has(line.trim().toLowerCase())) return { name: ':quit', number: undefined };
  const [, letters, digits] = /^[:：]\s*([a-z]+)(?:\s*(\d{1,3}))?\s*$/iu.exec(line.normalize('NFKC').trim()) ?? [];
  const word = letters?.toLowerCase();
  if (word === undefined) return null;
  const name = { q: ':quit', exit: ':quit', h: ':help' }[word] ?? `:${word}`;
  const found = LOCAL_COMMANDS.find((command) => command.name === name);
  return found && { name: found.name, number: digits === undefined ? undefined : Number(digits) };
}

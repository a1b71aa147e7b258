import { StoreError } from './errors.js';

/** What a code of PostgreSQL or of the connection means for whoever runs the bot, and whether it may pass by itself. */
const MEANINGS: readonly (readonly [pattern: RegExp, says: string, passing: boolean])[] = [
  [/^(?:28P01|28000|PASSWORD)$/, '拒绝了用户名或密码；请改正 DATABASE_URL', false],
  [/^3D000$/, '没有这个数据库；请先建立，或改正 DATABASE_URL 中的名称', false],
  [/^(?:3F000|42P01)$/, '里还没有报告；请先运行 npm run publish', false],
  [/^42501$/, '不允许这个用户读写；只读的机器人需要 corpus 模式的 USAGE 和 SELECT 权限，publish 还要能建表', false],
  [/^25006$/, '不接受写入；DATABASE_URL 指的是只读的副本吗', true],
  [/^(?:53100|53200)$/, '磁盘或内存已满；请腾出空间', true],
  [/^53300$/, '的连接数已满；请调高 max_connections，或少开几个进程', true],
  [/^(?:57P0[1-4]|08\w{3}|ECONNRESET|EPIPE|ETIMEDOUT)$/, '正在重启，或断开了连接；稍后会再试', true],
  [/^57014$/, '太久没有回应；请看它的负载', true],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/, '没有应答；它在运行吗，地址对吗', true],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, '的主机名无法解析；地址对吗', true],
];

/** Errors of the client that come without a code. */
const UNCODED: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/terminated|Connection ended|closed the connection|not queryable/i, 'ECONNRESET'],
  [/timeout exceeded|Query read timeout|timeout expired/i, '57014'],
  [/SASL|password must be a string/i, 'PASSWORD'],
];

/** A fault of PostgreSQL in one line. `where` is its address without user and password. */
export function postgresFault(where: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const known = MEANINGS.find(([pattern]) => pattern.test(code));
  const message = String((error as { readonly message?: unknown }).message ?? error).split('\n')[0];
  return new StoreError(`PostgreSQL（${where}）${known?.[1] ?? `出错：${code} ${message}`}`, {
    passing: known?.[2] ?? false,
    cause: error,
  });
}

/** What a code of SQLite means, and whether it may pass by itself. */
const OF_FILES: readonly (readonly [pattern: RegExp, says: string, passing: boolean])[] = [
  [/NOTADB/, '不是 SQLite 文件；请换一个文件', false],
  [/CORRUPT/, '已损坏；请删去它再重新启动，报告会重新读入', false],
  [/READONLY|PERM/, '不能写；请给程序写这个文件和所在文件夹的权限', true],
  [/FULL/, '写不下了，磁盘已满；请腾出空间', true],
  [/BUSY|LOCKED/, '被另一个程序锁住；请关掉那个程序', true],
  [/IOERR/, '无法读写；请检查磁盘', true],
  [/CANTOPEN|Unable to open/, '打不开；请检查文件夹是否存在、能不能写', false],
];

/** A fault of a SQLite file in one line. */
export function sqliteFault(path: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const told = `${String(code ?? '')} ${String(message ?? '')}`;
  const known = /SQLITE_|Unable to open/.test(told) ? OF_FILES.find(([pattern]) => pattern.test(told)) : undefined;
  return known ? new StoreError(`${path} ${known[1]}`, { passing: known[2], cause: error }) : error;
}

/** The address of a database as it may be shown: host, port, name. */
export function whereOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || '5432'}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

function codeOf(error: unknown): string {
  const { code, message, errors } = error as { code?: unknown; message?: unknown; errors?: readonly unknown[] };
  // Several addresses of one host fail together.
  if (code === undefined && errors?.[0] !== undefined) return codeOf(errors[0]);
  return typeof code === 'string' ? code : (UNCODED.find(([pattern]) => pattern.test(String(message)))?.[1] ?? '');
}

import { SCHEMA_VERSION } from './types.js';

/** What is kept cannot be reached or read. The message is one line that says what to do and holds no secret. */
export class StateError extends Error {
  override readonly name = 'StateError';
  constructor(
    message: string,
    /** True where waiting may help: the database is away, the disk is full. */
    readonly passing: boolean,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** What a code of SQLite means for whoever runs the bot, and whether it may pass. */
const SQLITE: readonly (readonly [pattern: RegExp, says: string, passing: boolean])[] = [
  [/NOTADB/, 'is no SQLite file — name another file, or move this one away and a new one is begun', false],
  [/CORRUPT/, 'is damaged — stop the bot and restore it from a copy, or move it away and a new one is begun', false],
  [/READONLY|EACCES|EPERM|EROFS/, 'cannot be written — give the bot the right to write the file and its folder', true],
  [/FULL/, 'cannot grow: the disk is full — make room', true],
  [/BUSY|LOCKED/, 'is locked by another program — stop that program', true],
  [/IOERR/, 'cannot be read or written — look at the disk', true],
  [/CANTOPEN|Unable to open/, 'cannot be opened — is there such a folder, and may the bot write in it?', false],
];

/** A fault of the file, said in one line. */
export function sqliteFault(file: string, error: unknown): StateError {
  if (error instanceof StateError) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const told = `${String(code ?? '')} ${String(message ?? error)}`;
  const known = SQLITE.find(([pattern]) => pattern.test(told));
  const says = known?.[1] ?? `fails: ${told.trim().split('\n')[0]}`;
  return new StateError(`STATE_FILE ${file} ${says}`, known?.[2] ?? false, error);
}

/** What a code of PostgreSQL or of the connection means. */
const POSTGRES: readonly (readonly [pattern: RegExp, says: string, passing: boolean])[] = [
  [/^(?:28P01|28000)$/, 'refuses the user or the password — set them right in DATABASE_URL', false],
  [/^3D000$/, 'has no such database — create it, or name another in DATABASE_URL', false],
  [/^42501$/, 'does not allow it — give the user the right to create and write tables in the schema bot_state', false],
  [/^(?:25006)$/, 'takes no writes — is DATABASE_URL a standby?', true],
  [/^(?:53100|53200)$/, 'is out of disk or memory — make room', true],
  [/^53300$/, 'takes no more connections — raise max_connections, or run fewer processes', true],
  [/^(?:57P0[1-4]|08\w{3})$/, 'is restarting or broke the connection — it is tried again', true],
  [/^57014$/, 'takes too long to answer — look at its load', true],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/, 'does not answer — is it running, and is the address right?', true],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, 'has an unknown host name — is the address right?', true],
  [/^(?:ECONNRESET|EPIPE|ETIMEDOUT)$/, 'broke the connection — it is tried again', true],
  [/^(?:SCRAM|PASSWORD)$/, 'wants a password that DATABASE_URL does not give', false],
];

/** Errors of the client that come without a code. */
const UNCODED: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/terminated|Connection ended|closed the connection|not queryable/i, 'ECONNRESET'],
  [/timeout exceeded|Query read timeout|timeout expired/i, '57014'],
  [/SASL|password must be a string/i, 'PASSWORD'],
];

/** A fault of the database, said in one line; the address is named without user and password. */
export function postgresFault(where: string, error: unknown): StateError {
  if (error instanceof StateError) return error;
  const code = codeOf(error);
  const known = POSTGRES.find(([pattern]) => pattern.test(code));
  const message = String((error as { message?: unknown }).message ?? error).split('\n')[0];
  const says = known?.[1] ?? `fails: ${code} ${message}`;
  return new StateError(`PostgreSQL at ${where} ${says}`, known?.[2] ?? false, error);
}

function codeOf(error: unknown): string {
  const { code, message, errors } = error as { code?: unknown; message?: unknown; errors?: readonly unknown[] };
  // Several addresses of one host fail together.
  if (code === undefined && errors?.[0] !== undefined) return codeOf(errors[0]);
  return typeof code === 'string' ? code : (UNCODED.find(([pattern]) => pattern.test(String(message)))?.[1] ?? '');
}

/** What is wrong with the version of the tables, or undefined. An older one is brought up to date and is not wrong. */
export function versionFault(what: string, version: number): StateError | undefined {
  if (Number.isInteger(version) && version <= SCHEMA_VERSION) return undefined;
  return new StateError(
    `${what} was written by a newer version of this program (tables ${version}, this one knows ${SCHEMA_VERSION}) — update the program`,
    false,
  );
}

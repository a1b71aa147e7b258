import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { z } from 'zod';

/** How to come by a setting, shown beside what is wrong with it. */
const HOW: Record<string, string> = {
  TELEGRAM_BOT_TOKEN: 'in Telegram, send /newbot (or /token) to @BotFather and copy the token it answers with',
  DISCORD_TOKEN: 'on https://discord.com/developers/applications, choose the application, then Bot → Reset Token',
  TELEGRAM_API_ROOT: 'leave it out for https://api.telegram.org, or give the address of your own Bot API server',
  DISCORD_API_ROOT: 'leave it out for https://discord.com/api, or give the address of your REST proxy',
  ADMIN_IDS: 'numeric user ids separated by commas: Telegram shows yours by @userinfobot, Discord by Copy User ID',
  TELEGRAM_WEBHOOK_SECRET: 'make one with: openssl rand -hex 32',
  SERVE_PORT: 'the port for pages, API and MCP, such as 8080',
  DATABASE_URL: 'leave it out to keep everything in the file STATE_FILE',
  TELEGRAM_WEBHOOK_URL: 'the public https address that leads to this service; leave it out to poll',
};

const flag = z
  .enum(['0', '1', 'true', 'false', 'yes', 'no'], { error: 'must be 1 or 0' })
  .transform((value) => value === '1' || value === 'true' || value === 'yes');

const integer = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `must be a whole number from ${low} to ${high}`);

const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** “20/60”: so many in so many seconds. */
const rate = z
  .string()
  .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/, 'must be a count and seconds, such as 20/60')
  .transform((value) => {
    const [count, seconds] = value.split('/').map(Number);
    return { count: count!, seconds: seconds! };
  });

const host = z.string().min(1).max(253).default('127.0.0.1');

/** Every environment variable that is read, once. Values are texts; empty ones count as absent. */
const environmentSchema = z
  .object({
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d{3,20}:[A-Za-z0-9_-]{20,100}$/, 'must look like 123456789:AA…')
      .optional(),
    TELEGRAM_API_ROOT: address.default('https://api.telegram.org'),
    /** Public address of the webhook; absent means polling. */
    TELEGRAM_WEBHOOK_URL: address.optional(),
    /** Where the webhook server listens; a reverse proxy in front of it holds the certificate. */
    TELEGRAM_WEBHOOK_PORT: integer(0, 65_535).default(8443),
    TELEGRAM_WEBHOOK_HOST: z.string().min(1).default('127.0.0.1'),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,256}$/, 'must be 16 to 256 of A-Z a-z 0-9 _ -')
      .optional(),
    /** Tables as rich messages where the server takes them; off for readers whose clients do not show those. */
    TELEGRAM_RICH: flag.default(true),
    /** Messages a second over all chats. The public Bot API allows about 30. */
    TELEGRAM_SENDS_PER_SECOND: integer(1, 10_000).default(30),
    DISCORD_TOKEN: z
      .string()
      .regex(/^[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{3,}\.[A-Za-z0-9_-]{10,}$/, 'must be three parts joined by dots')
      .optional(),
    DISCORD_API_ROOT: address.default('https://discord.com/api'),
    /** Processes that share the shards, each of its own; further ones wait until one of them dies. */
    DISCORD_PROCESSES: integer(1, 1000).default(1),
    /** auto: as many as the gateway recommends; 0: no sharding. */
    DISCORD_SHARDS: z.union([z.literal('auto'), integer(0, 1000)], { error: 'must be auto or a number' }).default(0),
    /** For hosts whose IPv6 leads nowhere. */
    IPV4_ONLY: flag.default(false),
    ADMIN_IDS: z
      .string()
      .transform((value) => value.split(/[,，\s]+/).filter((id) => id !== ''))
      .pipe(z.array(z.string().regex(/^\d{1,20}$/, 'must be numbers separated by commas')))
      .default([]),
    /** Folders of reports, joined as in PATH. Empty: the reports that come with the program. */
    CORPUS: z
      .string()
      .transform((value) => value.split(delimiter).filter((folder) => folder !== ''))
      .default([]),
    CACHE_DIR: z.string().min(1).optional(),
    /** Where words that nothing was made of are counted; absent means not at all. */
    UNREAD_FILE: z.string().min(1).optional(),
    /** Where conversations, buttons, updates, limits and disputes are kept: a SQLite file, or PostgreSQL where DATABASE_URL is set. */
    STATE_FILE: z.string().min(1).default('state.sqlite'),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(?:ql)?$/,
        error: 'must be an address such as postgres://user:password@host:5432/name',
      })
      .optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    LOG_TEXT: flag.default(false),
    HEALTH_PORT: integer(0, 65_535).optional(),
    HEALTH_HOST: host,
    /** Where pages, API and MCP are served; absent means not at all. */
    SERVE_PORT: integer(0, 65_535).optional(),
    SERVE_HOST: host,
    /** Where people reach the server (https://reports.example.org): the bots link to it, and MCP and API give it in links. */
    PUBLIC_URL: address.optional(),
    /** Other hosts whose pages may use the API, or *. */
    CORS_ORIGINS: z
      .string()
      .transform((value) => value.split(/[,\s]+/).filter((origin) => origin !== ''))
      .pipe(
        z.array(z.string().regex(/^(?:\*|https?:\/\/[^/\s]+)$/, 'must be * or origins such as https://example.org')),
      )
      .default([]),
    /** Megabytes of answers that the server keeps for when they are asked for again. */
    KEEP_ANSWERS_MB: integer(0, 10_000).default(16),
    LIMIT_PER_ADDRESS: rate.default({ count: 120, seconds: 60 }),
    /** The last address of X-Forwarded-For is the client's: only behind a proxy that sets it. */
    TRUST_PROXY: flag.default(false),
    LIMIT_PER_USER: rate.default({ count: 20, seconds: 60 }),
    LIMIT_PER_CHAT: rate.default({ count: 60, seconds: 60 }),
  })
  .superRefine((env, context) => {
    if (env.TELEGRAM_WEBHOOK_URL !== undefined && env.TELEGRAM_WEBHOOK_SECRET === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['TELEGRAM_WEBHOOK_SECRET'],
        message: 'is needed with TELEGRAM_WEBHOOK_URL',
      });
    }
  });

/** The settings of the bots. Tokens are in here: never log the object; see `secretsOf`. */
export type Settings = Readonly<z.infer<typeof environmentSchema>>;

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A platform whose token can be asked for. */
export type TokenName = 'TELEGRAM_BOT_TOKEN' | 'DISCORD_TOKEN';

/** What must be set for a platform to run. */
export type SettingName = TokenName | 'SERVE_PORT';

/**
 * Reads the settings from an environment. `needed` tokens must be there.
 * Each problem is one line that names the variable, what is wrong and how to get it right; values are not repeated.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  needed: readonly SettingName[] = [],
): SettingsResult {
  const given = withoutEmpty(environment);
  const read = environmentSchema.safeParse(given);
  const problems = read.success
    ? []
    : read.error.issues.map((issue) => problem(String(issue.path[0] ?? 'environment'), issue.message));
  for (const name of needed) {
    if (given[name] === undefined) problems.push(problem(name, 'is not set'));
  }
  return problems.length === 0 && read.success ? { ok: true, settings: read.data } : { ok: false, problems };
}

/** Values without blanks at their ends; empty ones count as not set. */
export function withoutEmpty(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const text = value?.trim() ?? '';
      return text === '' ? [] : [[name, text]];
    }),
  );
}

function problem(name: string, what: string): string {
  const how = HOW[name];
  return how === undefined ? `${name} ${what}` : `${name} ${what} — ${how}`;
}

/** Adds what a `.env` file in the working directory sets; variables that are already set win. */
export function loadEnvironmentFile(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

/** Everything that must never be printed, for `createRedactor`. */
export function secretsOf(settings: Settings): string[] {
  const { TELEGRAM_BOT_TOKEN, DISCORD_TOKEN, TELEGRAM_WEBHOOK_SECRET, DATABASE_URL } = settings;
  return [TELEGRAM_BOT_TOKEN, DISCORD_TOKEN, TELEGRAM_WEBHOOK_SECRET, ...secretsOfAddress(DATABASE_URL)].filter(
    (secret) => secret !== undefined,
  );
}

/** An address of a database as a whole, and its password as written and as meant. One of a few letters would mask half of every line. */
function secretsOfAddress(address: string | undefined): string[] {
  if (address === undefined) return [];
  const { password } = new URL(address);
  return [address, ...[password, decoded(password)].filter(({ length }) => length >= 4)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

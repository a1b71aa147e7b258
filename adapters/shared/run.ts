import { createAnswersHealth } from './answers-health.js';
import { createDisputes, type Disputes } from './disputes.js';
import { startHealth } from './health.js';
import { createHost, type Host } from './host.js';
import { createLimiter, type Limiter } from './limiter.js';
import { loadCore, prepareSnapshot } from './load.js';
import { createLog, type Log } from './log.js';
import { createMetrics, type Metrics } from './metrics.js';
import { createRedactor } from './redact.js';
import { createService, type Service } from './service.js';
import {
  loadEnvironmentFile,
  readSettings,
  type SettingName,
  type Settings,
  secretsOf,
  withoutEmpty,
} from './settings.js';
import { createShutdown, stopOnSignals } from './shutdown.js';
import { openState } from './state/open.js';
import type { StateEngine } from './state/types.js';
import { keptConversations, sweepNowAndThen } from './state/use.js';
import { createUnread } from './unread.js';

/** What every adapter is given. */
export interface Kit {
  readonly settings: Settings;
  readonly log: Log;
  readonly host: Host;
  readonly service: Service;
  readonly limiter: Limiter;
  readonly metrics: Metrics;
  readonly disputes: Disputes;
  readonly state: StateEngine;
}

/** An adapter that runs. */
export interface Running {
  /** What keeps it from working just now (for /healthz), or null. */
  problem(): string | null;
  /** Questions waiting or in hand. */
  queued?(): number;
  /** Takes no more work, finishes what is in hand, closes its connections. */
  stop(): Promise<void>;
}

/** One platform. */
export interface Adapter {
  readonly name: Platform;
  /** What must be set for it to run. */
  readonly setting: SettingName;
  /** Resolves once it receives. Rejects where it can never work: a refused token, a command that is not allowed. */
  start(kit: Kit): Promise<Running>;
}

export type Platform = 'telegram' | 'discord' | 'serve';

/** Milliseconds for an orderly end; service managers wait longer than this before they kill. */
const DEADLINE = 9_500;

export interface RunOptions {
  readonly adapters: readonly Adapter[];
  /** all: every adapter's setting is needed; any: those whose setting is there are started, at least one. */
  readonly need: 'all' | 'any';
  /** Settings that hold where the environment has none. */
  readonly defaults?: Readonly<Partial<Record<SettingName, string>>>;
}

const USAGE = `机器人和网页由环境变量或 .env 设置，没有命令行选项；各项设置见 .env.example 和 docs/DEPLOY.md。
  -h, --help     显示本说明
`;

/** Whether the command line asks for no start: help (exit code 0), or an option, of which there is none (2). */
function onlyTold(argv: readonly string[]): boolean {
  if (argv.length === 0) return false;
  const [first] = argv;
  if (first === '-h' || first === '--help') process.stdout.write(USAGE);
  else {
    process.stderr.write(`没有这个选项：${first}\n${USAGE}`);
    process.exitCode = 2;
  }
  return true;
}

/**
 * Starts the bots and keeps them until a signal. Problems with the settings are printed, one a line, and the exit code is 1; an option on the
 * command line is refused with 2.
 */
export async function run({ adapters, need, defaults = {} }: RunOptions): Promise<void> {
  if (onlyTold(process.argv.slice(2))) return;
  loadEnvironmentFile();
  const environment = { ...defaults, ...withoutEmpty(process.env) };
  const set = adapters.filter(({ setting }) => environment[setting] !== undefined);
  const wanted = need === 'all' || set.length === 0 ? adapters : set;
  const read = readSettings(
    environment,
    wanted.map(({ setting }) => setting),
  );
  if (!read.ok) {
    for (const line of read.problems) console.error(line);
    process.exitCode = 1;
    return;
  }
  const { settings } = read;
  const redact = createRedactor(secretsOf(settings));
  const log = createLog({ level: settings.LOG_LEVEL, redact });
  const shutdown = createShutdown({ log, deadline: DEADLINE });
  stopOnSignals(shutdown, log);
  try {
    await startAll();
  } catch (err) {
    log.fatal({ err }, 'could not start');
    console.error(redact(err instanceof Error ? err.message : String(err)));
    await shutdown.stop('could not start', 1);
  }

  async function startAll(): Promise<void> {
    // Pages keep nothing of anybody.
    const alone = wanted.every(({ name }) => name === 'serve') && settings.DATABASE_URL === undefined;
    const state = await openState(alone ? { STATE_FILE: ':memory:' } : settings, (reason) =>
      log.warn({ reason }, 'waiting'),
    );
    const core = await loadCore();
    const conversations = keptConversations(state, log);
    const host = await createHost(core.version, () => core.load(settings, conversations), prepareSnapshot);
    const running: Running[] = [];
    const metrics = createMetrics(
      [
        { name: 'govreport_reports', help: 'Reports held.', read: () => host.assistant().stats().reports },
        { name: 'govreport_facts', help: 'Figures in the index.', read: () => host.assistant().stats().facts },
        { name: 'govreport_passages', help: 'Passages in the index.', read: () => host.assistant().stats().passages },
        { name: 'process_resident_memory_bytes', help: 'Resident memory.', read: () => process.memoryUsage.rss() },
        { name: 'process_uptime_seconds', help: 'Seconds since the start.', read: () => process.uptime() },
        {
          name: 'govreport_queue_depth',
          help: 'Questions waiting or in hand.',
          read: () => running.reduce((sum, one) => sum + (one.queued?.() ?? 0), 0),
        },
      ],
      {
        platforms: wanted.map(({ name }) => name),
        info: () => ({ version: host.version, corpus: host.assistant().stats().version }),
      },
    );
    const disputes = createDisputes(state);
    const limiter = createLimiter(state, 'ask', settings.LIMIT_PER_USER, settings.LIMIT_PER_CHAT);
    const answers = createAnswersHealth(host);
    const service = createService({
      host,
      disputes,
      unread: createUnread(settings.UNREAD_FILE),
      metrics,
      log,
      redact,
      logText: settings.LOG_TEXT,
      answered: answers.seen,
    });
    // SIGHUP: as a service manager asks for a reload.
    process.on('SIGHUP', async () => {
      log.info('reloading');
      const result = await host.reload();
      metrics.reload(result.ok);
      if (result.ok) log.info({ reports: result.stats.reports, corpus: result.stats.version }, 'reloaded');
      else log.error({ reason: redact(result.message) }, 'reload failed; what was loaded before stays');
    });

    const kit: Kit = { settings, log, host, service, limiter, metrics, disputes, state };
    const { stats } = host.status();
    log.info({ reports: stats.reports, facts: stats.facts, ms: stats.loadMs }, 'reports loaded');

    const problems = new Map(wanted.map(({ name }) => [name, (): string | null => `${name}: not connected yet`]));
    if (settings.HEALTH_PORT !== undefined) {
      const health = await startHealth(
        settings.HEALTH_PORT,
        metrics,
        async () =>
          [
            ...[...problems.values()].map((problem) => problem()),
            await state.problem(),
            await answers.problem(),
          ].flatMap((one) => one ?? []),
        settings.HEALTH_HOST,
      );
      log.info({ host: settings.HEALTH_HOST, port: health.port }, 'health and metrics');
      shutdown.step('health', () => health.close());
    }
    const stopSweeping = sweepNowAndThen(state, log);
    shutdown.last('state', async () => {
      stopSweeping();
      await state.close();
    });
    await Promise.all(
      wanted.map(async (adapter) => {
        const started = await adapter.start(kit);
        running.push(started);
        problems.set(adapter.name, started.problem);
        shutdown.step(adapter.name, () => started.stop());
        log.info({ platform: adapter.name }, 'receiving');
      }),
    );
  }
}

import { createDisputes } from '../../adapters/shared/disputes.js';
import { createHost } from '../../adapters/shared/host.js';
import { createLimiter } from '../../adapters/shared/limiter.js';
import { createLog } from '../../adapters/shared/log.js';
import { createMetrics } from '../../adapters/shared/metrics.js';
import { createRedactor } from '../../adapters/shared/redact.js';
import type { Kit } from '../../adapters/shared/run.js';
import { createService } from '../../adapters/shared/service.js';
import { readSettings, secretsOf } from '../../adapters/shared/settings.js';
import { openState } from '../../adapters/shared/state/open.js';
import type { StateEngine } from '../../adapters/shared/state/types.js';
import { createUnread } from '../../adapters/shared/unread.js';
import type { Assistant } from '../../src/assistant.js';

export interface TestKit extends Kit {
  /** Every line of the log. */
  readonly lines: string[];
}

/** What an adapter is given, with an assistant of the test's and its log kept. State is in memory; other unset settings are the defaults. */
export async function createKit(
  load: () => Assistant | Promise<Assistant>,
  environment: Record<string, string>,
  given?: StateEngine,
): Promise<TestKit> {
  const read = readSettings({ STATE_FILE: ':memory:', ...environment });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const { settings } = read;
  const lines: string[] = [];
  const redact = createRedactor(secretsOf(settings));
  const log = createLog({ level: 'debug', redact, write: (line) => void lines.push(line) });
  const host = await createHost('0.0.0-test', load);
  const metrics = createMetrics();
  const state = given ?? (await openState(settings));
  const disputes = createDisputes(state);
  const limiter = createLimiter(state, 'ask', settings.LIMIT_PER_USER, settings.LIMIT_PER_CHAT);
  const service = createService({
    host,
    disputes,
    unread: createUnread(settings.UNREAD_FILE),
    metrics,
    log,
    redact,
    logText: settings.LOG_TEXT,
  });
  return { settings, log, host, service, limiter, metrics, disputes, state, lines };
}

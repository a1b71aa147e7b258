import { createLimiter, type Verdict } from '../shared/limiter.js';
import type { Kit, Running } from '../shared/run.js';
import { StateError } from '../shared/state/faults.js';
import { type Inbox, openInbox } from '../shared/state/inbox.js';
import { keep } from '../shared/state/kept.js';
import { lead } from '../shared/state/lead.js';
import type { Delivery } from '../shared/state/types.js';
import { telling } from '../shared/state/use.js';
import { TEXTS } from '../shared/texts.js';
import type { Bot, Placed, Shown } from './context.js';
import { answerInline, refuseInline } from './inline.js';
import { setMenu } from './menu.js';
import { answerMessage } from './messages.js';
import { createPace } from './pace.js';
import { idOf, startPolling } from './poll.js';
import { answerPress, tellPresser } from './presses.js';
import { type Incoming, type Me, readUpdate } from './receive.js';
import { sendText } from './send.js';
import type { Accept, Source } from './source.js';
import { ApiRefused, ApiUnreachable, createTransport, type Transport } from './transport.js';
import { startWebhook } from './webhook.js';

/** Updates handled at once; those that wait for the pace of their chat are not counted. */
const CONCURRENCY = 8;
/** Seconds for which the buttons of an answer work after they were last used, and for which an edited question edits its answer. */
const SHOWN_SECONDS = 48 * 3600;
const PLACED_SECONDS = 48 * 3600;
/** Presses and inline queries cost little and come in quick succession. */
const LIGHT = { count: 60, seconds: 60 };

/** The Telegram adapter. */
/** Starts the bot: says who it is, sets its menu, and receives by polling or by webhook as the settings say. */
export async function startTelegram(kit: Kit): Promise<Running & { readonly webhookPort?: number }> {
  const { settings } = kit;
  const log = kit.log.child({ platform: 'telegram' });
  const transport = createTransport({
    token: settings.TELEGRAM_BOT_TOKEN ?? '',
    apiRoot: settings.TELEGRAM_API_ROOT,
    ipv4Only: settings.IPV4_ONLY,
    log,
    onRetry: () => kit.metrics.retry('telegram'),
  });
  const me = await whoAmI(transport);
  await setMenu(transport).catch((err) => {
    // The bot answers without a menu too; a menu that the platform would refuse is a fault of the program.
    if (!(err instanceof ApiRefused) && !(err instanceof ApiUnreachable)) throw err;
    log.error({ err }, 'the command menu could not be set');
  });
  const { state } = kit;
  const failed = telling(log);
  const bot: Bot = {
    kit: { ...kit, log },
    me,
    transport,
    // What the platform allows is for all processes together.
    pace: createPace(() => settings.TELEGRAM_SENDS_PER_SECOND / inbox.members),
    shown: keep<Shown>(state, 'button', SHOWN_SECONDS, failed),
    placed: keep<Placed>(state, 'placed', PLACED_SECONDS, failed),
    rich: settings.TELEGRAM_RICH,
  };
  const inbox = openInbox({
    engine: state,
    platform: 'telegram',
    log,
    ready: (body) => bot.pace.ready(targetOf(JSON.parse(body) as Incoming)),
    handle: createHandler(bot),
    concurrency: CONCURRENCY,
  });
  const accept: Accept = async (updates) => {
    await inbox.put(updates.flatMap((update) => deliveryOf(update, me) ?? []));
  };
  const source = await openSource(bot, accept);
  return {
    ...('port' in source ? { webhookPort: source.port as number } : {}),
    problem: () => source.problem() ?? inboxProblem(inbox),
    queued: () => inbox.size,
    async stop() {
      bot.pace.lift();
      await source.stop();
      await inbox.stop();
      transport.close();
    },
  };
}

function inboxProblem(inbox: Inbox): string | null {
  const problem = inbox.problem();
  return problem === null ? null : `telegram: nothing is answered: ${problem}`;
}

/** An update as it is kept: reduced to what the bot needs. Undefined where it is not for the bot, or has no number to be known by. */
function deliveryOf(update: unknown, me: Me): Delivery | undefined {
  const number = idOf(update);
  const incoming = readUpdate(update, me);
  if (number === undefined || incoming === undefined) return undefined;
  return { number: String(number), chat: chatOf(incoming), body: JSON.stringify(incoming) };
}

async function openSource(bot: Bot, accept: Accept): Promise<Source> {
  const { kit, transport } = bot;
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = kit.settings;
  if (url !== undefined && secret !== undefined) {
    const { TELEGRAM_WEBHOOK_HOST: host, TELEGRAM_WEBHOOK_PORT: port } = kit.settings;
    return startWebhook({ transport, accept, url, secret, host, port });
  }
  // Telegram hands updates to one poller at a time: of several processes one polls for all.
  let polling: Source | undefined;
  const led = lead(kit.state, ['telegram-poll'], kit.log, async () => {
    // A webhook that was set before would keep polls from working.
    await transport.call('deleteWebhook', {}, { attempts: Number.POSITIVE_INFINITY });
    polling = startPolling({ transport, log: kit.log, accept });
    return async () => {
      await polling?.stop();
      polling = undefined;
    };
  });
  await led.first;
  return { problem: () => polling?.problem() ?? null, stop: () => led.stop() };
}

/** Asks the platform who the token belongs to, until it is reached. A refused token is told in words that say what to do. */
async function whoAmI(transport: Transport): Promise<Me> {
  try {
    return await transport.call<Me>('getMe', {}, { attempts: Number.POSITIVE_INFINITY });
  } catch (error) {
    if (error instanceof ApiRefused && (error.code === 401 || error.code === 404)) {
      throw new Error(
        `TELEGRAM_BOT_TOKEN is refused by Telegram (${error.code}) — ask @BotFather for the current one with /token`,
      );
    }
    throw error;
  }
}

/** Handles what came in, as far as the limits allow. What fails is logged, never more. */
function createHandler(bot: Bot): (body: string) => Promise<void> {
  const { limiter, log, metrics, state } = bot.kit;
  const light = createLimiter(state, 'light', LIGHT, { count: LIGHT.count * 5, seconds: LIGHT.seconds });

  return async (body) => {
    const incoming = JSON.parse(body) as Incoming;
    const { take } = incoming.kind === 'message' ? limiter : light;
    const verdict = await take(`telegram:${incoming.user}`, `telegram:${chatOf(incoming)}`);
    if (verdict === 'silent' && incoming.kind === 'message') return;
    try {
      await handle(bot, incoming, verdict);
    } catch (err) {
      if (err instanceof StateError) throw err;
      if (err instanceof ApiRefused && err.code === 403) return log.info({ err }, 'the person blocked the bot');
      metrics.error('telegram', err instanceof ApiRefused || err instanceof ApiUnreachable ? 'send' : 'handle');
      log.error({ err }, 'an update could not be handled');
    }
  };
}

async function handle(bot: Bot, incoming: Incoming, verdict: Verdict): Promise<unknown> {
  switch (incoming.kind) {
    case 'message':
      if (verdict === 'notice') return sendText(bot, incoming.target, TEXTS.tooMany, incoming.message);
      return answerMessage(bot, incoming);
    case 'press':
      if (verdict === 'go') return answerPress(bot, incoming);
      return tellPresser(bot, incoming.query, verdict === 'notice' ? TEXTS.tooMany : undefined);
    case 'inline':
      return verdict === 'go' ? answerInline(bot, incoming) : refuseInline(bot, incoming.query);
  }
}

/** The chat that an answer goes to. */
function targetOf(incoming: Incoming): number {
  const at = incoming.kind === 'message' ? incoming : incoming.kind === 'press' ? incoming.at : undefined;
  return at?.target.chat ?? incoming.user;
}

/** Whose order is kept: a chat's, or that of one person's inline queries. */
function chatOf(incoming: Incoming): string {
  return incoming.kind === 'inline' ? `inline:${incoming.user}` : `chat:${targetOf(incoming)}`;
}

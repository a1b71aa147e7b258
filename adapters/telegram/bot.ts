import { remember } from '../shared/bounded.js';
import { createLimiter, type Verdict } from '../shared/limiter.js';
import { createQueue } from '../shared/queue.js';
import type { Adapter, Kit, Running } from '../shared/run.js';
import { createStore } from '../shared/store.js';
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
import type { Source } from './source.js';
import { ApiRefused, ApiUnreachable, createTransport, type Transport } from './transport.js';
import { startWebhook } from './webhook.js';

/** Chats that are served at once; the others wait their turn. */
const CONCURRENCY = 256;
/** Updates waiting beyond which a webhook asks the server to come again. */
const BUSY = 10_000;
/** Update numbers that are known as taken. */
const SEEN = 20_000;
/** Answers whose buttons work, and for how many seconds after they were last used. */
const SHOWN = { capacity: 2000, seconds: 6 * 3600 };
/** Presses and inline queries cost little and come in quick succession. */
const LIGHT = { count: 60, seconds: 60 };

/** The Telegram adapter. */
export const telegram: Adapter = { name: 'telegram', setting: 'TELEGRAM_BOT_TOKEN', start: startTelegram };

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
  const bot: Bot = {
    kit: { ...kit, log },
    me,
    transport,
    pace: createPace(settings.TELEGRAM_SENDS_PER_SECOND),
    shown: createStore<Shown>(SHOWN.capacity, SHOWN.seconds),
    placed: new Map<string, Placed>(),
    rich: settings.TELEGRAM_RICH,
  };
  const queue = createQueue(CONCURRENCY);
  const dispatch = createDispatch(bot, queue.push);
  const accept = takeOnce((update) => {
    const incoming = readUpdate(update, me);
    if (incoming !== undefined) dispatch(incoming);
  });

  const source = await openSource(bot, accept, () => queue.size > BUSY);
  return {
    ...('port' in source ? { webhookPort: source.port as number } : {}),
    problem: source.problem,
    queued: () => queue.size,
    async stop() {
      bot.pace.lift();
      await source.stop();
      await queue.idle();
      transport.close();
    },
  };
}

async function openSource(bot: Bot, accept: (update: unknown) => void, busy: () => boolean): Promise<Source> {
  const { kit, transport } = bot;
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = kit.settings;
  if (url !== undefined && secret !== undefined) {
    const { TELEGRAM_WEBHOOK_HOST: host, TELEGRAM_WEBHOOK_PORT: port } = kit.settings;
    return startWebhook({ transport, accept, url, secret, host, port, busy });
  }
  // A webhook that was set before would keep polls from working.
  await transport.call('deleteWebhook', {}, { attempts: Number.POSITIVE_INFINITY });
  return startPolling({ transport, log: kit.log, accept });
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

/** Passes each update on once, however often it is delivered; one without a number cannot be told apart and is left out. */
function takeOnce(handle: (update: unknown) => void): (update: unknown) => void {
  const seen = new Map<number, true>();
  return (update) => {
    const id = idOf(update);
    if (id === undefined || seen.has(id)) return;
    remember(seen, id, true, SEEN);
    handle(update);
  };
}

/** Puts what came in into the queue of its chat, as far as the limits allow. A handler that fails is logged, never more. */
function createDispatch(bot: Bot, push: <T>(key: string, task: () => Promise<T>) => Promise<T>) {
  const { limiter, log, metrics } = bot.kit;
  const light = createLimiter(LIGHT, { count: LIGHT.count * 5, seconds: LIGHT.seconds });

  return (incoming: Incoming): void => {
    const key = incoming.kind === 'inline' ? `inline:${incoming.user}` : `chat:${chatOf(incoming)}`;
    const from = (incoming.kind === 'message' ? limiter : light).take(`telegram:${incoming.user}`, `telegram:${key}`);
    if (from === 'silent' && incoming.kind === 'message') return;
    push(key, () => handle(bot, incoming, from)).catch((err) => {
      if (err instanceof ApiRefused && err.code === 403) return log.info({ err }, 'the person blocked the bot');
      metrics.error('telegram', err instanceof ApiRefused || err instanceof ApiUnreachable ? 'send' : 'handle');
      log.error({ err }, 'an update could not be handled');
    });
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

function chatOf(incoming: Exclude<Incoming, { kind: 'inline' }>): number {
  if (incoming.kind === 'message') return incoming.target.chat;
  return incoming.at?.target.chat ?? incoming.user;
}

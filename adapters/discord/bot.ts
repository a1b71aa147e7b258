import {
  ChannelType,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  Options,
  Partials,
  type RepliableInteraction,
  Status,
} from 'discord.js';
import { COMMANDS } from '../../src/commands/index.js';
import { createQueue } from '../shared/queue.js';
import type { Adapter, Kit, Running } from '../shared/run.js';
import type { Settings } from '../shared/settings.js';
import { createStore } from '../shared/store.js';
import { TEXTS } from '../shared/texts.js';
import { createAutocomplete } from './autocomplete.js';
import { commandBodies } from './command-bodies.js';
import { connect } from './connect.js';
import type { Desk } from './desk.js';
import { isGone } from './faults.js';
import { handleAutocomplete, handleCommand } from './interactions.js';
import { handleEdit, handleMessage } from './messages.js';
import { handlePress } from './presses.js';
import { registerCommands } from './register.js';
import type { Shown } from './replies.js';
import { createRequests, type Requests } from './requests.js';
import { createSeen } from './seen.js';

/** Channels that are answered at the same time. */
const CONCURRENCY = 64;

/** Answers whose buttons work, and for how many seconds since they were last pressed. */
const SHOWN = 2000;
const SHOWN_SECONDS = 3600;

/** Events remembered, so that one delivered again after a reconnect is answered once. */
const SEEN = 5000;

/** The Discord bot. */
export const discord: Adapter = {
  name: 'discord',
  setting: 'DISCORD_TOKEN',
  start: startDiscord,
};

/** Connects, brings the registered commands up to date, and answers until stopped. Rejects where the token is refused. */
export async function startDiscord(kit: Kit): Promise<Running> {
  const { settings, log, metrics } = kit;
  const requests = createRequests();
  const client = createClient(settings, requests);
  const desk: Desk = {
    kit,
    queue: createQueue(CONCURRENCY),
    requests,
    unasked: 0,
    store: createStore<Shown>(SHOWN, SHOWN_SECONDS),
    autocomplete: await createAutocomplete(),
    placed: new Map(),
  };
  const inHand = new Set<Promise<void>>();
  const seen = createSeen(SEEN);
  let stopping = false;

  /** Runs a handler to its end, whatever it meets. */
  function take(id: string, handle: () => Promise<void>): void {
    if (stopping || !seen.first(id)) return;
    const work = handle()
      .catch((err: unknown) => {
        if (isGone(err)) return log.info({ err }, 'a reply came too late or is not allowed');
        metrics.error('discord', 'send');
        log.error({ err }, 'an event could not be handled');
      })
      .finally(() => inHand.delete(work));
    inHand.add(work);
  }

  client.on(Events.Raw, nameDirectMessage);
  client.on(Events.InteractionCreate, (interaction) =>
    take(interaction.id, () => answerInteraction(interaction, desk)),
  );
  client.on(Events.MessageCreate, (message: Message) => take(message.id, () => handleMessage(message, desk)));
  client.on(Events.MessageUpdate, (_before, message) =>
    take(`${message.id}:${message.editedTimestamp}`, () => handleEdit(message, desk)),
  );
  client.on(Events.Error, (err) => log.error({ err }, 'discord client'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord client'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.warn({ code, shard }, 'gateway closed'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'gateway reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'gateway resumed'));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'gateway connection failed'));
  client.rest.on('rateLimited', ({ route: limited, timeToReset }) => {
    metrics.retry('discord');
    log.info({ route: limited, ms: timeToReset }, 'waiting for the rate limit');
  });

  await connect(client, settings.DISCORD_TOKEN!, log);
  await register(client, kit);

  return {
    queued: () => inHand.size,
    problem: () => (client.ws.status === Status.Ready ? null : `discord: gateway ${Status[client.ws.status]}`),
    async stop() {
      stopping = true;
      await Promise.allSettled(inHand);
      await client.destroy();
    },
  };
}

/** Events of messages. */
const NAMED: ReadonlySet<string> = new Set(['MESSAGE_CREATE', 'MESSAGE_UPDATE']);

/**
 * discord.js drops a message from a channel that it does not know unless the message says the channel's type, which it may
 * leave out. Bots are in no channel without a server but direct messages.
 */
function nameDirectMessage({ t, d }: { t?: string; d?: { guild_id?: string; channel_type?: number } }): void {
  if (t === undefined || !NAMED.has(t)) return;
  if (d !== undefined && d.guild_id === undefined) d.channel_type ??= ChannelType.DM;
}

function createClient(settings: Settings, requests: Requests): Client {
  return new Client({
    // None of these is privileged: direct messages and mentions carry their words without one.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // No message is kept: without Partials.Message nothing would be told of an edited one.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: settings.DISCORD_API_ROOT, makeRequest: requests.make },
    ...shardOptions(settings),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      ThreadMemberManager: 0,
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 1000, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: 300, lifetime: 600 },
      users: { interval: 3600, filter: () => (user) => user.id !== user.client.user.id },
      guildMembers: { interval: 3600, filter: () => (member) => member.id !== member.client.user.id },
    },
  });
}

/** Under a ShardingManager discord.js takes its shards from there; without one this process holds all of them. */
function shardOptions({ DISCORD_SHARDS }: Settings): { shards?: 'auto' | number[] } {
  if (DISCORD_SHARDS === 0 || process.env.SHARDING_MANAGER !== undefined) return {};
  return { shards: DISCORD_SHARDS === 'auto' ? 'auto' : Array.from({ length: DISCORD_SHARDS }, (_, shard) => shard) };
}

/** Only the first shard registers: the commands are the application's, not a shard's. What is refused is logged by name; the rest works. */
async function register(client: Client<boolean>, { log, metrics }: Kit): Promise<void> {
  if (client.shard && !client.shard.ids.includes(0)) return;
  const application = client.application?.id;
  if (application === undefined) return;
  try {
    const result = await registerCommands(client.rest, application, commandBodies(COMMANDS));
    const { refused, unchanged, ...done } = result;
    log.info({ ...done, unchanged: unchanged.length }, 'commands registered');
    for (const { name, reason } of refused) log.error({ command: name, reason }, 'a command was refused');
  } catch (err) {
    metrics.error('discord', 'register');
    log.error({ err }, 'commands could not be registered');
  }
}

/** Answers an interaction; where that fails, says so in one line, so that nobody waits for a reply that will not come. */
async function answerInteraction(interaction: Interaction, desk: Desk): Promise<void> {
  try {
    await route(interaction, desk);
  } catch (error) {
    if (interaction.isRepliable() && !isGone(error)) await apologise(interaction).catch(() => undefined);
    throw error;
  }
}

async function apologise(interaction: RepliableInteraction): Promise<void> {
  if (interaction.deferred && !interaction.replied) await interaction.editReply({ content: TEXTS.failed });
  else if (interaction.replied) await interaction.followUp({ content: TEXTS.failed, flags: MessageFlags.Ephemeral });
  else await interaction.reply({ content: TEXTS.failed, flags: MessageFlags.Ephemeral });
}

function route(interaction: Interaction, desk: Desk): Promise<void> {
  if (interaction.isAutocomplete()) return handleAutocomplete(interaction, desk);
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    return handleCommand(interaction, desk);
  }
  if (interaction.isButton() || interaction.isStringSelectMenu()) return handlePress(interaction, desk);
  return Promise.resolve();
}

import {
  ChannelType,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  Options,
  Partials,
  type RepliableInteraction,
  Status,
} from 'discord.js';
import { COMMANDS } from '../../src/commands/index.js';
import { createQueue } from '../shared/queue.js';
import type { Kit, Running } from '../shared/run.js';
import type { Settings } from '../shared/settings.js';
import { keep } from '../shared/state/kept.js';
import { lead } from '../shared/state/lead.js';
import { telling } from '../shared/state/use.js';
import { TEXTS } from '../shared/texts.js';
import { createAutocomplete } from './autocomplete.js';
import { commandBodies } from './command-bodies.js';
import { connect } from './connect.js';
import type { Desk, Placed } from './desk.js';
import { takeEvents } from './events.js';
import { isGone } from './faults.js';
import { handleAutocomplete, handleCommand } from './interactions.js';
import { handleEdit, handleMessage } from './messages.js';
import { handlePress } from './presses.js';
import { registerCommands } from './register.js';
import type { Shown } from './replies.js';
import { createRequests, type Requests } from './requests.js';

/** Channels that are answered at the same time. */
const CONCURRENCY = 64;

/** Seconds for which the buttons of an answer work after they were last pressed, and for which an edited question edits its answer. */
const SHOWN_SECONDS = 48 * 3600;
const PLACED_SECONDS = 48 * 3600;

/** The Discord bot. */
/**
 * Connects, brings the registered commands up to date, and answers until stopped. Of several processes each takes a share of the
 * shards, and further ones wait. Rejects where the token is refused.
 */
export async function startDiscord(kit: Kit): Promise<Running> {
  const { settings, log } = kit;
  const manager = process.env.SHARDING_MANAGER !== undefined;
  const parts = manager
    ? [`discord-shard-${process.env.SHARDS ?? '0'}`]
    : Array.from({ length: settings.DISCORD_PROCESSES }, (_, part) => `discord-part-${part}`);
  let session: Session | undefined;
  const led = lead(kit.state, parts, log, async (part) => {
    session = await openSession(kit, manager ? Number(process.env.SHARDS ?? 0) : part);
    return async () => {
      await session?.close();
      session = undefined;
    };
  });
  await led.first;
  return {
    queued: () => session?.queued() ?? 0,
    problem: () => session?.problem() ?? null,
    stop: () => led.stop(),
  };
}

/** One connection to Discord, from its login to its end. */
interface Session {
  queued(): number;
  problem(): string | null;
  close(): Promise<void>;
}

async function openSession(kit: Kit, part: number): Promise<Session> {
  const { settings, log, metrics, state } = kit;
  const requests = createRequests();
  const client = createClient(settings, requests, part);
  const desk: Desk = {
    kit,
    queue: createQueue(CONCURRENCY),
    requests,
    unasked: 0,
    store: keep<Shown>(state, 'button', SHOWN_SECONDS, telling(log)),
    autocomplete: await createAutocomplete(),
    placed: keep<Placed>(state, 'placed', PLACED_SECONDS, telling(log)),
  };

  client.on(Events.Raw, nameDirectMessage);
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

  const events = takeEvents(client, kit, part, {
    interaction: (interaction) => answerInteraction(interaction, desk),
    message: (message) => handleMessage(message, desk),
    edit: (message) => handleEdit(message, desk),
  });
  try {
    await connect(client, settings.DISCORD_TOKEN!, log);
  } catch (error) {
    await events.stop();
    throw error;
  }
  await register(client, kit);

  return {
    queued: () => events.size,
    problem: () => (client.ws.status === Status.Ready ? null : `discord: gateway ${Status[client.ws.status]}`),
    async close() {
      await events.stop();
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

function createClient(settings: Settings, requests: Requests, part: number): Client {
  return new Client({
    // None of these is privileged: direct messages and mentions carry their words without one.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // No message is kept: without Partials.Message nothing would be told of an edited one.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: settings.DISCORD_API_ROOT, makeRequest: requests.make },
    ...shardOptions(settings, part),
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

/**
 * Under a ShardingManager discord.js takes its shards from there. Without one this process holds all of them, or of several
 * processes every so many-th, counted from its part.
 */
function shardOptions(
  { DISCORD_SHARDS, DISCORD_PROCESSES }: Settings,
  part: number,
): { shards?: 'auto' | number[]; shardCount?: number } {
  if (process.env.SHARDING_MANAGER !== undefined) return {};
  if (DISCORD_PROCESSES > 1) {
    const total = DISCORD_SHARDS === 'auto' ? DISCORD_PROCESSES : Math.max(DISCORD_SHARDS, DISCORD_PROCESSES);
    const own = Array.from({ length: total }, (_, shard) => shard).filter(
      (shard) => shard % DISCORD_PROCESSES === part,
    );
    return { shards: own, shardCount: total };
  }
  if (DISCORD_SHARDS === 0) return {};
  return { shards: DISCORD_SHARDS === 'auto' ? 'auto' : Array.from({ length: DISCORD_SHARDS }, (_, shard) => shard) };
}

/** Only the first shard registers: the commands are the application's, not a shard's. What is refused is logged by name; the rest works. */
async function register(client: Client<boolean>, { log, metrics }: Kit): Promise<void> {
  const own = client.shard?.ids ?? client.options.shards;
  if (Array.isArray(own) && !own.includes(0)) return;
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

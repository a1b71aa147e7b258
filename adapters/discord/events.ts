import { type Client, Events, type Interaction, type Message } from 'discord.js';
import { remember } from '../shared/bounded.js';
import type { Kit } from '../shared/run.js';
import { StateError } from '../shared/state/faults.js';
import { type Inbox, openInbox } from '../shared/state/inbox.js';
import { soon } from '../shared/state/soon.js';
import { isGone } from './faults.js';

/** Events known as taken. */
const KNOWN = 5000;
/** Packets kept for the event that discord.js makes of them. */
const PACKETS = 1000;
/** Milliseconds for which an event is kept before it is answered all the same: Discord waits three seconds. */
const PATIENCE = 700;
const CONCURRENCY = 1000;

/** A packet of the gateway, as far as it is looked at. */
interface Packet {
  readonly t: string;
  readonly d: { readonly id?: string; readonly edited_timestamp?: string | null };
}

/** What is done about events. */
export interface Handlers {
  interaction(interaction: Interaction): Promise<void>;
  message(message: Message): Promise<void>;
  edit(message: Message): Promise<void>;
}

export interface EventInbox {
  readonly size: number;
  stop(): Promise<void>;
}

/** Interactions that another process began with and died: their first response may have been made. */
export const takenOver = new WeakSet<object>();

const TYPES: ReadonlySet<string> = new Set(['INTERACTION_CREATE', 'MESSAGE_CREATE', 'MESSAGE_UPDATE']);

/**
 * Takes the events of a client: each is kept before it is answered, answered once however often Discord tells it, and answered by
 * the next process where this one dies. Where nothing can be kept, or too slowly, it is answered all the same.
 *
 * @param lane the shards' lane: of what is kept, another process takes only what its own client could have been told
 */
export function takeEvents(client: Client, kit: Kit, lane: number, handlers: Handlers): EventInbox {
  const { log, metrics, state } = kit;
  const packets = new Map<string, Packet>();
  const known = new Map<string, Promise<void>>();
  const inHand = new Set<Promise<void>>();
  let stopping = false;
  let open = () => {};
  /** Nothing can be made of a packet before the client knows who it is. */
  const ready = new Promise<void>((resolve) => {
    open = resolve;
    client.once(Events.ClientReady, () => resolve());
  });
  /** The event that is made anew from what was kept. */
  let revived: string | undefined;

  /** Runs a handler to its end, whatever it meets. */
  function run(handle: () => Promise<void>): Promise<void> {
    const work = handle()
      .catch((err: unknown) => {
        if (isGone(err)) return log.info({ err }, 'a reply came too late or is not allowed');
        metrics.error('discord', 'send');
        log.error({ err }, 'an event could not be handled');
      })
      .finally(() => inHand.delete(work));
    inHand.add(work);
    return work;
  }

  function take(number: string, handle: () => Promise<void>): void {
    if (stopping || known.has(number)) return;
    const again = revived === number;
    const work = run(async () => {
      if (again || (await isNew(number))) await handle();
    });
    remember(known, number, work, KNOWN);
  }

  /** Keeps an event; false where it was kept before, and so is another's to answer. */
  async function isNew(number: string): Promise<boolean> {
    const body = JSON.stringify({ number, packet: packets.get(number) });
    packets.delete(number);
    return soon(inbox.put([{ number, chat: number, lane, body }]), PATIENCE).then(
      (fresh) => fresh > 0,
      () => true,
    );
  }

  /** What was kept is done when it has been answered: by this process, or now, where the one that kept it died. */
  async function settle(body: string): Promise<void> {
    const { number, packet } = JSON.parse(body) as { number: string; packet?: Packet };
    await ready;
    if (stopping && !known.has(number)) throw new StateError('left to the next process', true);
    if (!known.has(number) && packet !== undefined) revive(number, packet);
    await known.get(number);
  }

  function revive(number: string, packet: Packet): void {
    revived = number;
    try {
      actionOf(client, packet.t)?.handle(packet.d);
    } finally {
      revived = undefined;
    }
  }

  client.on(Events.Raw, (packet: Packet) => {
    if (TYPES.has(packet.t)) remember(packets, numberOf(packet), packet, PACKETS);
  });
  client.on(Events.InteractionCreate, (interaction) => {
    // What is typed into an option is answered at once or not at all.
    if (revived === interaction.id) takenOver.add(interaction);
    if (interaction.isAutocomplete()) void run(() => handlers.interaction(interaction));
    else take(interaction.id, () => handlers.interaction(interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    if (mayConcern(message)) take(message.id, () => handlers.message(message));
  });
  client.on(Events.MessageUpdate, (_before, message) => {
    if (mayConcern(message)) take(`${message.id}:${message.editedTimestamp ?? ''}`, () => handlers.edit(message));
  });

  const inbox: Inbox = openInbox({
    engine: state,
    platform: 'discord',
    log,
    handle: settle,
    concurrency: CONCURRENCY,
    lanes: [lane],
    // Order within a channel is kept behind the first response, which must come within three seconds.
    atomic: false,
  });

  return {
    get size() {
      return inHand.size;
    },
    async stop() {
      stopping = true;
      open();
      await Promise.allSettled(inHand);
      await inbox.stop();
    },
  };
}

/** Messages that nobody wrote to the bot are neither kept nor looked at further. */
function mayConcern(message: Message): boolean {
  if (message.author.bot) return false;
  return message.guildId === null || message.mentions.users.has(message.client.user.id);
}

function numberOf({ t, d }: Packet): string {
  const edited = t === 'MESSAGE_UPDATE' ? `:${d.edited_timestamp ? Date.parse(d.edited_timestamp) : ''}` : '';
  return `${d.id ?? ''}${edited}`;
}

/** The part of discord.js that makes an event of a packet. It is no public part; without it what was kept is passed over. */
function actionOf(client: Client, type: string): { handle(data: unknown): unknown } | undefined {
  const { actions } = client as unknown as { actions?: Record<string, { handle(data: unknown): unknown }> };
  if (type === 'INTERACTION_CREATE') return actions?.InteractionCreate;
  return type === 'MESSAGE_CREATE' ? actions?.MessageCreate : undefined;
}

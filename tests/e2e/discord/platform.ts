import type { AddressInfo } from 'node:net';
import { createGateway, type Gateway } from './gateway.js';
import { ALICE, APPLICATION, BOT_USER, CHANNEL, GUILD, snowflake } from './ids.js';
import { createRest, type Exchange, type Rest, type Seen, wire } from './rest.js';

/** Who does something, where, and in which language the client is. */
export interface By {
  readonly user?: string;
  readonly channel?: string;
  /** server: in a guild; dm: with the bot; group: between people, the app installed by one of them. */
  readonly where?: 'server' | 'dm' | 'group';
  readonly locale?: string;
}

export interface Platform {
  readonly root: string;
  readonly rest: Rest;
  readonly gateway: Gateway;
  slash(name: string, options?: Record<string, string | number>, by?: By): Exchange;
  complete(command: string, focused: string, options: Record<string, string>, by?: By): Exchange;
  press(message: Seen, customId: string, by?: By): Exchange;
  choose(message: Seen, customId: string, value: string, by?: By): Exchange;
  /** Uses the message context command on a text that somebody wrote. */
  check(text: string, by?: By, name?: string): Exchange;
  /** Writes a message; with `mention` it begins with a mention of the bot. Returns its id. */
  say(content: string, by?: By & { mention?: boolean; replyTo?: Seen; bot?: boolean }): string;
  /** Changes the words of a message; with `ago` the change is so many milliseconds old, and null is no change by a person. */
  edit(id: string, content: string, by?: By & { mention?: boolean; ago?: number | null }): void;
  close(): Promise<void>;
}

/** A loopback Discord: REST and gateway on one port. */
export async function startPlatform(options: { heartbeat?: number } = {}): Promise<Platform> {
  const rest = createRest();
  const gateway = createGateway(rest.server, options.heartbeat ?? 41_250);
  await new Promise<void>((resolve) => rest.server.listen(0, '127.0.0.1', resolve));
  const { port } = rest.server.address() as AddressInfo;
  rest.setGateway(`ws://127.0.0.1:${port}`);

  function interact(by: By, payload: object, pressed?: Seen): Exchange {
    const id = snowflake();
    const token = `token-${id}`;
    const exchange: Exchange = { id, token, began: performance.now(), followups: [], expired: false, pressed };
    rest.exchanges.set(token, exchange);
    gateway.dispatch('INTERACTION_CREATE', { id, token, ...context(by), ...payload });
    return exchange;
  }

  function component(message: Seen, data: object, by: By): Exchange {
    return interact(by, { type: 3, data, message: wire(message) }, message);
  }

  return {
    root: `http://127.0.0.1:${port}/api`,
    rest,
    gateway,
    slash(name, given = {}, by = {}) {
      const options = Object.entries(given).map(([option, value]) => ({
        name: option,
        type: typeof value === 'number' ? 4 : 3,
        value,
      }));
      return interact(by, { type: 2, data: { id: snowflake(), name, type: 1, options } });
    },
    complete(command, focused, given, by = {}) {
      const options = Object.entries(given).map(([name, value]) => ({
        name,
        type: 3,
        value,
        ...(name === focused ? { focused: true } : {}),
      }));
      return interact(by, { type: 4, data: { id: snowflake(), name: command, type: 1, options } });
    },
    press: (message, customId, by = {}) => component(message, { component_type: 2, custom_id: customId }, by),
    choose: (message, customId, value, by = {}) =>
      component(message, { component_type: 3, custom_id: customId, values: [value] }, by),
    check(text, by = {}, name = '核对数字') {
      const target = { ...userMessage(text, by), id: snowflake() };
      const data = {
        id: snowflake(),
        name,
        type: 3,
        target_id: target.id,
        resolved: { messages: { [target.id]: target } },
      };
      return interact(by, { type: 2, data });
    },
    say(content, by = {}) {
      const id = snowflake();
      const mentioned = by.mention === true || by.replyTo !== undefined;
      gateway.dispatch('MESSAGE_CREATE', {
        ...userMessage(by.mention ? `<@${BOT_USER}> ${content}` : content, by),
        id,
        mentions: mentioned ? [person(BOT_USER, true)] : [],
        ...(by.replyTo
          ? { type: 19, referenced_message: wire(by.replyTo), message_reference: { message_id: by.replyTo.id } }
          : {}),
      });
      return id;
    },
    edit(id, content, by = {}) {
      gateway.dispatch('MESSAGE_UPDATE', {
        ...userMessage(by.mention ? `<@${BOT_USER}> ${content}` : content, by),
        id,
        mentions: by.mention ? [person(BOT_USER, true)] : [],
        edited_timestamp: by.ago === null ? null : new Date(Date.now() - (by.ago ?? 0)).toISOString(),
      });
    },
    async close() {
      gateway.close();
      rest.server.closeAllConnections();
      await new Promise((resolve) => rest.server.close(resolve));
    },
  };
}

function person(id: string, bot = false): object {
  return { id, username: `u${id.slice(-2)}`, discriminator: '0', global_name: null, avatar: null, bot };
}

function context({ user = ALICE, channel = CHANNEL, where = 'server', locale = 'zh-CN' }: By): object {
  const base = {
    version: 1,
    application_id: APPLICATION,
    channel_id: channel,
    app_permissions: '274877975552',
    locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
  if (where === 'server') {
    return {
      ...base,
      guild_id: GUILD,
      guild_locale: 'zh-CN',
      context: 0,
      authorizing_integration_owners: { 0: GUILD },
      channel: { id: channel, type: 0, guild_id: GUILD, name: '提问', permissions: '274877975552' },
      member: {
        user: person(user),
        roles: [],
        permissions: '274877975552',
        joined_at: new Date(0).toISOString(),
        deaf: false,
        mute: false,
        flags: 0,
      },
    };
  }
  return {
    ...base,
    context: where === 'dm' ? 1 : 2,
    authorizing_integration_owners: { 1: user },
    channel: { id: channel, type: where === 'dm' ? 1 : 3, recipients: [] },
    user: person(user),
  };
}

function userMessage(
  content: string,
  { user = ALICE, channel = CHANNEL, where = 'server', ...rest }: By & { bot?: boolean },
): object {
  return {
    type: 0,
    channel_id: channel,
    ...(where === 'server'
      ? {
          guild_id: GUILD,
          member: { roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 },
        }
      : {}),
    content,
    author: person(user, rest.bot === true),
    attachments: [],
    embeds: [],
    components: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    flags: 0,
  };
}

/** So long something is looked for every two milliseconds; what takes longer is not hurried by looking at it. */
const SOON_MS = 200;

/** Waits until `find` gives something, looking every few milliseconds. */
export async function until<T>(find: () => T | undefined | null | false, what: string, ms = 120_000): Promise<T> {
  const began = performance.now();
  for (;;) {
    const found = find();
    if (found) return found;
    const waited = performance.now() - began;
    if (waited > ms) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, waited < SOON_MS ? 2 : 20));
  }
}

/** What the person in front of an interaction sees at the end: the message that answers it. */
export function reply(exchange: Exchange): Promise<Seen> {
  return until(() => {
    const last = exchange.followups.at(-1);
    if (last) return last;
    const first = exchange.first?.type;
    return (first === 4 || first === 5 || first === 7) && exchange.original && !exchange.original.deleted
      ? exchange.original
      : undefined;
  }, 'a reply');
}

export function isEphemeral(message: Seen): boolean {
  return (message.flags & 64) !== 0;
}

/** All that a message says, embeds and labels included. */
export function textOf(message: Seen): string {
  const embeds = (message.embeds ?? []).flatMap((embed) => [embed.title, embed.description, embed.footer?.text]);
  return [message.content, ...embeds].filter((part) => part).join('\n');
}

interface Control {
  readonly id: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly options?: readonly { label: string; value: string }[];
}

/** Buttons and menus of a message. */
export function controls(message: Seen): Control[] {
  return (message.components ?? []).flatMap((row) =>
    row.components.map((part) => ({
      id: part.custom_id ?? '',
      label: 'label' in part ? (part.label ?? '') : 'placeholder' in part ? (part.placeholder ?? '') : '',
      disabled: part.disabled ?? false,
      ...('options' in part ? { options: part.options } : {}),
    })),
  );
}

/** The id of the control whose label begins so. */
export function control(message: Seen, label: string): string {
  const found = controls(message).find((part) => part.label.startsWith(label));
  if (!found)
    throw new Error(
      `no control “${label}” among ${controls(message)
        .map((part) => part.label)
        .join(', ')}`,
    );
  return found.id;
}

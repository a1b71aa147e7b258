import { z } from 'zod';
import { findCommand } from '../../src/commands/index.js';
import { type Heard, type Response, respondTo } from '../shared/respond.js';

/** Who the bot is, from getMe. */
export interface Me {
  readonly id: number;
  readonly username: string;
}

export interface Target {
  readonly chat: number;
  /** The topic of a forum, where the chat has them. */
  readonly thread?: number;
}

/** An update that asks for something, reduced to what the bot needs. */
export type Incoming =
  | {
      readonly kind: 'message';
      readonly edited: boolean;
      readonly target: Target;
      readonly message: number;
      readonly user: number;
      readonly language: 'zh' | 'en';
      /** The question, without the mention of the bot. */
      readonly text: string;
      /** True where somebody else's words were passed on. */
      readonly forwarded: boolean;
      readonly response: Exclude<Response, 'silent'>;
    }
  | {
      readonly kind: 'press';
      readonly query: string;
      readonly user: number;
      readonly data: string;
      /** The message under which the button stands; absent where it is too old or was sent inline. */
      readonly at?: { readonly target: Target; readonly message: number };
      readonly language: 'zh' | 'en';
    }
  | { readonly kind: 'inline'; readonly query: string; readonly user: number; readonly text: string };

/** The command that checks a text. */
export const CHECK = 'check';

/** Groups show an administrator who posts as the group by this bot account. */
const ANONYMOUS_ADMIN = 1_087_968_824;

const id = z.number().int();
const userSchema = z.object({ id, is_bot: z.boolean().optional(), language_code: z.string().optional() });
const entitySchema = z.object({
  type: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  user: z.object({ id }).optional().catch(undefined),
});
const chatSchema = z.object({ id, type: z.string() });
const messageSchema = z.object({
  message_id: id,
  chat: chatSchema,
  from: userSchema.optional(),
  via_bot: z.object({ id }).optional().catch(undefined),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entitySchema).optional().catch(undefined),
  caption_entities: z.array(entitySchema).optional().catch(undefined),
  reply_to_message: z
    .object({
      from: z.object({ id }).optional(),
      text: z.string().optional().catch(undefined),
      caption: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  /** The part of that message which the person picked out. */
  quote: z.object({ text: z.string() }).optional().catch(undefined),
  forward_origin: z.object({}).optional().catch(undefined),
  is_topic_message: z.boolean().optional().catch(undefined),
  message_thread_id: id.optional().catch(undefined),
});
const updateSchema = z.object({
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  inline_query: z.unknown().optional(),
});
const pressSchema = z.object({
  id: z.string().min(1),
  from: userSchema,
  data: z.string().catch(''),
  message: messageSchema.optional().catch(undefined),
});
const inlineSchema = z.object({ id: z.string().min(1), from: userSchema, query: z.string() });

/** What a person sends; other messages are the chat's own (somebody joined, a message was pinned). */
const CONTENT = [
  'text',
  'photo',
  'sticker',
  'voice',
  'audio',
  'video',
  'video_note',
  'animation',
  'document',
  'location',
];

/** Reads an update, of whatever shape. Undefined where it is not for the bot or cannot be read. */
export function readUpdate(update: unknown, me: Me): Incoming | undefined {
  const { data } = updateSchema.safeParse(update);
  if (data === undefined) return undefined;
  if (data.message !== undefined) return readMessage(data.message, false, me);
  if (data.edited_message !== undefined) return readMessage(data.edited_message, true, me);
  if (data.callback_query !== undefined) return readPress(data.callback_query);
  return readInline(data.inline_query);
}

function readMessage(raw: unknown, edited: boolean, me: Me): Incoming | undefined {
  const message = messageSchema.safeParse(raw).data;
  if (message?.from === undefined) return undefined;
  const body = message.text ?? message.caption ?? '';
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? [];
  const mentions = entities.filter((entity) => isMentionOf(me, entity, body));
  const others = entities.filter(({ type }) => type === 'mention' || type === 'text_mention');
  const own = cutOut(body, others);
  const text = withQuoted(own, mentions.length > 0, quotedText(message, me));
  const response = respondTo({
    chat: chatKind(message.chat.type),
    fromBot: (message.from.is_bot === true && message.from.id !== ANONYMOUS_ADMIN) || message.via_bot?.id === me.id,
    text: text !== '' || mentions.length > 0,
    ...commandIn(body, me),
    mentionsMe: mentions.length > 0,
    repliesToMe: message.reply_to_message?.from?.id === me.id,
  });
  if (response === 'silent' || (response === 'hint' && (edited || !holdsContent(raw)))) return undefined;
  return {
    kind: 'message',
    edited,
    target: targetOf(message),
    message: message.message_id,
    user: message.from.id,
    language: languageOf(message.from),
    text,
    forwarded: message.forward_origin !== undefined,
    response,
  };
}

/**
 * What is asked together with what the message answers to: the bot mentioned alone under somebody's words is asked about those
 * words, and 核对 alone checks them.
 */
function withQuoted(own: string, mentioned: boolean, quoted: string): string {
  if (quoted === '') return own;
  if (own === '') return mentioned ? quoted : own;
  const command = findCommand(/^[/／]?([^\s@/／]{1,40})(?:@\w{1,64})?$/u.exec(own)?.[1] ?? '');
  return command?.name === CHECK ? `/${CHECK} ${quoted}` : own;
}

/** Somebody else's words that a message answers to: the part that was picked out, else all of them. Without the bot's name. */
function quotedText({ reply_to_message: quoted, quote }: z.infer<typeof messageSchema>, me: Me): string {
  if (quoted === undefined || quoted.from?.id === me.id) return '';
  const name = `@${me.username}`.toLowerCase();
  const words = (quote?.text ?? quoted.text ?? quoted.caption ?? '').split(/(\s+)/);
  return words
    .filter((word) => word.toLowerCase() !== name)
    .join('')
    .trim();
}

function readPress(raw: unknown): Incoming | undefined {
  const press = pressSchema.safeParse(raw).data;
  if (press === undefined) return undefined;
  return {
    kind: 'press',
    query: press.id,
    user: press.from.id,
    data: press.data,
    language: languageOf(press.from),
    ...(press.message === undefined
      ? {}
      : { at: { target: targetOf(press.message), message: press.message.message_id } }),
  };
}

function readInline(raw: unknown): Incoming | undefined {
  const inline = inlineSchema.safeParse(raw).data;
  return inline && { kind: 'inline', query: inline.id, user: inline.from.id, text: inline.query };
}

function targetOf(message: z.infer<typeof messageSchema>): Target {
  const thread = message.is_topic_message ? message.message_thread_id : undefined;
  return { chat: message.chat.id, ...(thread === undefined ? {} : { thread }) };
}

function chatKind(type: string): Heard['chat'] {
  if (type === 'private') return 'direct';
  return type === 'channel' ? 'broadcast' : 'group';
}

/** /name or /name@bot at the very beginning. */
function commandIn(text: string, me: Me): Pick<Heard, 'command' | 'addressed'> {
  const found = /^[/／]([^\s@/／]{1,40})(?:@(\w{1,64}))?(?=\s|$)/u.exec(text);
  if (found === null) return { command: 'none', addressed: 'nobody' };
  const [, name = '', bot] = found;
  return {
    command: findCommand(name) === undefined ? 'unknown' : 'known',
    addressed: bot === undefined ? 'nobody' : sameName(bot, me.username) ? 'me' : 'other',
  };
}

type Entity = z.infer<typeof entitySchema>;

function isMentionOf(me: Me, { type, offset, length, user }: Entity, text: string): boolean {
  if (type === 'text_mention') return user?.id === me.id;
  return type === 'mention' && sameName(text.slice(offset + 1, offset + length), me.username);
}

function cutOut(text: string, mentions: readonly Entity[]): string {
  const parts = mentions.toSorted((a, b) => b.offset - a.offset);
  return parts
    .reduce((rest, { offset, length }) => `${rest.slice(0, offset)} ${rest.slice(offset + length)}`, text)
    .trim();
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function languageOf({ language_code }: z.infer<typeof userSchema>): 'zh' | 'en' {
  return language_code?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function holdsContent(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && CONTENT.some((field) => field in raw);
}

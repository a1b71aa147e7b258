import { z } from 'zod';

/**
 * The limits of the Bot API, each once. Source: https://core.telegram.org/bots/api, section as noted.
 * The tests hold every outgoing request against these schemas; commands are held against them before they are sent.
 */
export const LIMITS = {
  /** sendMessage: “1-4096 characters after entities parsing”. */
  text: 4096,
  /** sendPhoto, sendDocument: “0-1024 characters after entities parsing”. */
  caption: 1024,
  /** Rich message limits: characters, blocks, columns of a table. */
  rich: 32_768,
  richBlocks: 500,
  richColumns: 20,
  /** InlineKeyboardButton: “1-64 bytes”. */
  callbackData: 64,
  /** answerCallbackQuery: “0-200 characters”. */
  callbackText: 200,
  /** Inline keyboards are refused beyond 100 buttons, and 8 in a row. */
  buttons: 100,
  buttonsInRow: 8,
  /** BotCommand. */
  commands: 100,
  commandDescription: 256,
  /** InlineQuery: “up to 256 characters”. */
  inlineQuery: 256,
  /** answerInlineQuery: “No more than 50 results per query”. */
  inlineResults: 50,
  /** InlineQueryResult: “1-64 bytes”. */
  resultId: 64,
  /** Deep linking: “up to 64 of A-Z, a-z, 0-9, _ and -”. */
  startParameter: 64,
  /** Sending files: 10 MB for photos, 50 MB for other files. */
  photoBytes: 10_000_000,
  documentBytes: 50_000_000,
  /** FAQ, broadcasting: messages a second in one chat; a minute in one group. The total is a setting. */
  sendsPerSecondInChat: 1,
  sendsPerMinuteInGroup: 20,
} as const;

/** Length of an HTML text after entity parsing, in UTF-16 units. */
export function parsedLength(html: string): number {
  return html.replace(/<[^<>]*>/g, '').replace(/&(?:lt|gt|amp|quot|#\d+);/g, '.').length;
}

/** Blocks of a rich message: paragraphs, items, rows, quotes, collapsible parts. */
export function countBlocks(html: string): number {
  return html.match(/<(?:p|h[1-6]|li|tr|blockquote|details|table|ol|ul)\b/g)?.length ?? 0;
}

function countCells(row: string): number {
  return row.match(/<t[hd]\b/g)?.length ?? 0;
}

const bytes = (limit: number) =>
  z.string().refine((text) => text !== '' && Buffer.byteLength(text) <= limit, `1-${limit} bytes`);
const html = (limit: number) =>
  z
    .string()
    .refine((text) => !/\p{Surrogate}/u.test(text), 'well-formed UTF-16')
    .refine((text) => parsedLength(text) <= limit && parsedLength(text.trim()) > 0, `1-${limit} characters`);

export const commandSchema = z.strictObject({
  command: z.string().regex(/^[a-z0-9_]{1,32}$/, 'must be 1 to 32 of a-z 0-9 _'),
  description: z.string().min(1).max(LIMITS.commandDescription),
});

export const commandsSchema = z.array(commandSchema).max(LIMITS.commands);

const buttonSchema = z
  .strictObject({
    text: z.string().min(1),
    callback_data: bytes(LIMITS.callbackData).optional(),
    url: z.url().optional(),
    switch_inline_query_current_chat: z.string().max(LIMITS.inlineQuery).optional(),
  })
  .refine((button) => Object.keys(button).length === 2, 'exactly one optional field');

export const keyboardSchema = z.strictObject({
  inline_keyboard: z
    .array(z.array(buttonSchema).min(1).max(LIMITS.buttonsInRow))
    .refine((rows) => rows.flat().length <= LIMITS.buttons, `at most ${LIMITS.buttons} buttons`),
});

const chatId = z.number().int();
const messageId = z.number().int().positive();
const replyParameters = z.strictObject({ message_id: messageId, allow_sending_without_reply: z.boolean().optional() });
const linkPreview = z.strictObject({ is_disabled: z.literal(true) });

/** InputRichMessage, in its HTML form. */
export const richMessageSchema = z.strictObject({
  html: html(LIMITS.rich)
    .refine((text) => countBlocks(text) <= LIMITS.richBlocks, `at most ${LIMITS.richBlocks} blocks`)
    .refine(
      (text) => (text.match(/<tr>.*?<\/tr>/gs) ?? []).every((row) => countCells(row) <= LIMITS.richColumns),
      `at most ${LIMITS.richColumns} columns`,
    ),
  skip_entity_detection: z.boolean().optional(),
});

const target = {
  chat_id: chatId,
  message_thread_id: z.number().int().optional(),
  reply_parameters: replyParameters.optional(),
  reply_markup: keyboardSchema.optional(),
};

const text = {
  text: html(LIMITS.text),
  parse_mode: z.literal('HTML').optional(),
  link_preview_options: linkPreview,
};

export const sendMessageSchema = z.strictObject({ ...target, ...text });
export const sendRichMessageSchema = z.strictObject({ ...target, rich_message: richMessageSchema });
export const editMessageTextSchema = z.union([
  z.strictObject({ chat_id: chatId, message_id: messageId, reply_markup: keyboardSchema.optional(), ...text }),
  z.strictObject({
    chat_id: chatId,
    message_id: messageId,
    reply_markup: keyboardSchema.optional(),
    rich_message: richMessageSchema,
  }),
]);

/** The fields of a request with a file; the file itself is checked by its size. */
const file = { ...target, caption: html(LIMITS.caption).optional(), parse_mode: z.literal('HTML').optional() };
export const sendPhotoSchema = z.strictObject({
  ...file,
  photo: z.instanceof(Buffer).refine(within(LIMITS.photoBytes)),
});
export const sendDocumentSchema = z.strictObject({
  ...file,
  document: z.instanceof(Buffer).refine(within(LIMITS.documentBytes)),
});

function within(limit: number): (body: Buffer) => boolean {
  return (body) => body.length > 0 && body.length <= limit;
}

export const answerCallbackQuerySchema = z.strictObject({
  callback_query_id: z.string().min(1),
  text: z.string().max(LIMITS.callbackText).optional(),
  show_alert: z.boolean().optional(),
});

const inlineResultSchema = z.strictObject({
  type: z.literal('article'),
  id: bytes(LIMITS.resultId),
  title: z.string().min(1),
  description: z.string().optional(),
  input_message_content: z.strictObject({
    message_text: html(LIMITS.text),
    parse_mode: z.literal('HTML'),
    link_preview_options: linkPreview,
  }),
});

export const answerInlineQuerySchema = z.strictObject({
  inline_query_id: z.string().min(1),
  results: z
    .array(inlineResultSchema)
    .max(LIMITS.inlineResults)
    .refine((results) => new Set(results.map(({ id }) => id)).size === results.length, 'ids differ'),
  cache_time: z.number().int().nonnegative().optional(),
  is_personal: z.boolean().optional(),
  button: z
    .strictObject({
      text: z.string().min(1),
      start_parameter: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    })
    .optional(),
});

export const setMyCommandsSchema = z.strictObject({
  commands: commandsSchema,
  language_code: z.string().length(2).optional(),
});

export const setWebhookSchema = z.strictObject({
  url: z.url(),
  secret_token: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/),
  allowed_updates: z.array(z.string()),
});

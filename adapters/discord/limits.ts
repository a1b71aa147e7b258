import { z } from 'zod';

/**
 * Discord's limits, each said once, as schemas of the JSON that goes over the wire.
 * Sources (developer documentation): [message] /resources/message, [embed] /resources/message#embed-object-embed-limits,
 * [component] /components/reference, [command] /interactions/application-commands, [response] /interactions/receiving-and-responding,
 * [upload] /reference#uploading-files. Lengths are counted in UTF-16 units, which is never less than what Discord counts.
 */
export const LIMITS = {
  /** [message] content of a message. */
  content: 2000,
  /** [message] embeds in one message. */
  embeds: 10,
  /** [embed] all texts of all embeds of one message together. */
  embedTotal: 6000,
  /** [embed] */
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  /** [component] rows in a message, buttons in a row. */
  rows: 5,
  rowButtons: 5,
  /** [component] */
  customId: 100,
  buttonLabel: 80,
  selectOptions: 25,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
  selectPlaceholder: 150,
  /** [command] chat commands of one application. */
  commands: 100,
  /** [command] context commands of one kind. */
  contextCommands: 15,
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandChoices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** [command] names, descriptions and values of one command together. */
  commandTotal: 8000,
  /** [response] choices of an autocomplete answer. */
  autocompleteChoices: 25,
  /** [response] milliseconds until the first response to an interaction must have arrived. */
  firstResponseMs: 3000,
  /** [response] milliseconds for which an interaction's token serves for edits and follow-ups. */
  tokenMs: 15 * 60_000,
  /** [upload] bytes of one attachment without a boost, and attachments in one message. */
  attachmentBytes: 10 * 1024 * 1024,
  attachments: 10,
  /** [response] autocomplete input and string options carry at most this much. */
  stringOption: 6000,
} as const;

/** Text that is not blank, of at most `max` UTF-16 units. */
export const filled = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim().length > 0, 'must not be blank');

const buttonSchema = z
  .strictObject({
    type: z.literal(2),
    style: z.number().int().min(1).max(6),
    label: filled(LIMITS.buttonLabel).optional(),
    emoji: z.strictObject({ name: z.string().min(1), id: z.string().optional() }).optional(),
    custom_id: z.string().min(1).max(LIMITS.customId).optional(),
    url: z.url().max(512).optional(),
    disabled: z.boolean().optional(),
  })
  .refine((button) => button.label !== undefined || button.emoji !== undefined, 'a button needs a label or an emoji')
  .refine(
    (button) => (button.style === 5 ? button.url !== undefined : button.custom_id !== undefined),
    'a button needs its target',
  );

const selectSchema = z
  .strictObject({
    type: z.literal(3),
    custom_id: z.string().min(1).max(LIMITS.customId),
    placeholder: z.string().max(LIMITS.selectPlaceholder).optional(),
    min_values: z.number().int().min(0).max(25).optional(),
    max_values: z.number().int().min(1).max(25).optional(),
    disabled: z.boolean().optional(),
    options: z
      .array(
        z.strictObject({
          label: filled(LIMITS.optionLabel),
          value: z.string().min(1).max(LIMITS.optionValue),
          description: filled(LIMITS.optionDescription).optional(),
          default: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(LIMITS.selectOptions),
  })
  .refine(
    ({ options }) => new Set(options.map((option) => option.value)).size === options.length,
    'option values must differ',
  );

const rowSchema = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(buttonSchema).min(1).max(LIMITS.rowButtons), z.array(selectSchema).length(1)]),
});

export const embedSchema = z.strictObject({
  title: z.string().max(LIMITS.embedTitle).optional(),
  description: z.string().max(LIMITS.embedDescription).optional(),
  color: z.number().int().min(0).max(0xffffff).optional(),
  fields: z
    .array(
      z.strictObject({
        name: filled(LIMITS.embedFieldName),
        value: filled(LIMITS.embedFieldValue),
        inline: z.boolean().optional(),
      }),
    )
    .max(LIMITS.embedFields)
    .optional(),
  footer: z.strictObject({ text: filled(LIMITS.embedFooter) }).optional(),
  image: z.strictObject({ url: z.string().regex(/^attachment:\/\/[\w.-]+$/) }).optional(),
});

type Embed = z.infer<typeof embedSchema>;

/** The characters of an embed that count towards LIMITS.embedTotal. */
export function embedSize(embed: Embed): number {
  const fields = (embed.fields ?? []).reduce((sum, field) => sum + field.name.length + field.value.length, 0);
  return (embed.title?.length ?? 0) + (embed.description?.length ?? 0) + (embed.footer?.text.length ?? 0) + fields;
}

const attachmentSchema = z.object({ id: z.union([z.string(), z.number()]), filename: z.string().max(260).optional() });

/** The body of a message that is sent or edited. */
export const messageSchema = z
  .object({
    content: z.string().max(LIMITS.content).nullish(),
    embeds: z
      .array(embedSchema)
      .max(LIMITS.embeds)
      .refine(
        (embeds) => embeds.reduce((sum, embed) => sum + embedSize(embed), 0) <= LIMITS.embedTotal,
        'embeds too long together',
      )
      .nullish(),
    components: z.array(rowSchema).max(LIMITS.rows).nullish(),
    attachments: z.array(attachmentSchema).max(LIMITS.attachments).nullish(),
    allowed_mentions: z.object({ parse: z.array(z.string()).max(0), replied_user: z.boolean().optional() }),
    flags: z.number().int().optional(),
  })
  .superRefine((message, context) => {
    const ids = (message.components ?? []).flatMap((row) => row.components.map((part) => part.custom_id));
    const known = ids.filter((id) => id !== undefined);
    if (new Set(known).size !== known.length) context.addIssue({ code: 'custom', message: 'custom ids must differ' });
  });

/** The answer to an interaction: POST /interactions/:id/:token/callback. */
export const callbackSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal(4), data: messageSchema }),
  z.object({ type: z.literal(5), data: z.object({ flags: z.number().int().optional() }).optional() }),
  z.object({ type: z.literal(6) }),
  z.object({ type: z.literal(7), data: messageSchema }),
  z.object({
    type: z.literal(8),
    data: z.object({
      choices: z
        .array(
          z.object({ name: filled(LIMITS.choiceName), value: z.union([filled(LIMITS.choiceValue), z.number().int()]) }),
        )
        .max(LIMITS.autocompleteChoices),
    }),
  }),
]);

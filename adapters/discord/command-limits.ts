import { z } from 'zod';
import { filled, LIMITS } from './limits.js';

const chatName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), 'must be in lower case');
const locale = z.enum(['zh-CN', 'zh-TW', 'en-US', 'en-GB']);
const describe = filled(LIMITS.commandDescription);

const commandOptionSchema = z
  .object({
    type: z.union([z.literal(3), z.literal(4)]),
    name: chatName,
    name_localizations: z.partialRecord(locale, chatName).nullish(),
    description: describe,
    description_localizations: z.partialRecord(locale, describe).nullish(),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    max_length: z.number().int().min(1).max(LIMITS.stringOption).optional(),
    choices: z
      .array(
        z.object({
          name: filled(LIMITS.choiceName),
          name_localizations: z.partialRecord(locale, filled(LIMITS.choiceName)).nullish(),
          value: filled(LIMITS.choiceValue),
        }),
      )
      .max(LIMITS.commandChoices)
      .optional(),
  })
  .refine((option) => !(option.autocomplete && option.choices?.length), 'autocomplete and choices exclude each other');

const shared = {
  integration_types: z.array(z.union([z.literal(0), z.literal(1)])).min(1),
  contexts: z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])).min(1),
  default_member_permissions: z.string().nullish(),
};

const chatCommandSchema = z
  .object({
    type: z.literal(1),
    name: chatName,
    name_localizations: z.partialRecord(locale, chatName).nullish(),
    description: describe,
    description_localizations: z.partialRecord(locale, describe).nullish(),
    options: z.array(commandOptionSchema).max(LIMITS.commandOptions).optional(),
    ...shared,
  })
  .superRefine((command, context) => {
    const options = command.options ?? [];
    if (new Set(options.map((option) => option.name)).size !== options.length) {
      context.addIssue({ code: 'custom', message: 'option names must differ' });
    }
    if (options.some((option, index) => option.required && !(options[index - 1]?.required ?? true))) {
      context.addIssue({ code: 'custom', message: 'required options come first' });
    }
    const size = commandSize(command);
    if (size > LIMITS.commandTotal) {
      context.addIssue({ code: 'custom', message: `${size} characters in all, ${LIMITS.commandTotal} allowed` });
    }
  });

const contextCommandSchema = z.object({
  type: z.literal(3),
  name: filled(LIMITS.commandName),
  name_localizations: z.partialRecord(locale, filled(LIMITS.commandName)).nullish(),
  ...shared,
});

/** A command as it is registered: POST or PATCH /applications/:id/commands. */
export const commandSchema = z.discriminatedUnion('type', [chatCommandSchema, contextCommandSchema]);
export type CommandBody = z.infer<typeof commandSchema>;
export type ChatCommandBody = z.infer<typeof chatCommandSchema>;

const longest = (text: string, localized: Partial<Record<string, string>> | null | undefined): number =>
  Math.max(text.length, ...Object.values(localized ?? {}).map((other) => other?.length ?? 0));

/** Characters of a command that count towards LIMITS.commandTotal; of several languages the longest counts. */
function commandSize(command: {
  name: string;
  name_localizations?: Partial<Record<string, string>> | null;
  description: string;
  description_localizations?: Partial<Record<string, string>> | null;
  options?: z.infer<typeof commandOptionSchema>[];
}): number {
  const options = (command.options ?? []).reduce((sum, option) => {
    const choices = (option.choices ?? []).reduce(
      (total, choice) => total + longest(choice.name, choice.name_localizations) + choice.value.length,
      0,
    );
    return (
      sum +
      longest(option.name, option.name_localizations) +
      longest(option.description, option.description_localizations) +
      choices
    );
  }, 0);
  return (
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations) +
    options
  );
}

import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType, DiscordAPIError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { type CommandBody, commandSchema } from './command-limits.js';
import { LIMITS } from './limits.js';

/** What came of registering: names of commands by what was done, and those refused with Discord's reason. */
export interface Registration {
  readonly unchanged: readonly string[];
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

const registeredSchema = z.looseObject({ id: z.string(), name: z.string(), type: z.number().default(1) });
type Registered = z.infer<typeof registeredSchema>;

/** Parts commands into those within Discord's limits and those that it would refuse, each with the reason. */
export function checkCommands(bodies: readonly CommandBody[]): {
  sound: CommandBody[];
  refused: { name: string; reason: string }[];
} {
  const sound: CommandBody[] = [];
  const refused: { name: string; reason: string }[] = [];
  const taken = new Set<string>();
  for (const body of bodies) {
    const read = commandSchema.safeParse(body);
    const names = [body.name, ...Object.entries(body.name_localizations ?? {}).map((entry) => entry.join(' '))];
    const clash = names.map((name) => `${body.type} ${name}`).find((name) => taken.has(name));
    if (!read.success) refused.push({ name: body.name, reason: z.prettifyError(read.error) });
    else if (clash !== undefined) refused.push({ name: body.name, reason: `the name is taken: ${clash.slice(2)}` });
    else if (sound.filter((other) => other.type === body.type).length >= MOST[body.type]) {
      refused.push({ name: body.name, reason: `more than ${MOST[body.type]} commands of this kind` });
    } else {
      sound.push(body);
      for (const name of names) taken.add(`${body.type} ${name}`);
    }
  }
  return { sound, refused };
}

const MOST = { 1: LIMITS.commands, 3: LIMITS.contextCommands } as const;

/**
 * Brings the application's global commands to `bodies`: reads what is registered and sends only what differs, each command by itself,
 * so that a refused one is known by name and does not keep the others back. Rejects where the list cannot be read.
 */
export async function registerCommands(
  rest: REST,
  application: string,
  bodies: readonly CommandBody[],
): Promise<Registration> {
  const { sound, refused } = checkCommands(bodies);
  const unchanged: string[] = [];
  const created: string[] = [];
  const changed: string[] = [];
  const removed: string[] = [];
  const listed = await rest.get(Routes.applicationCommands(application), {
    query: new URLSearchParams({ with_localizations: 'true' }),
  });
  const registered = z.array(registeredSchema).parse(listed);

  async function attempt(name: string, done: string[], send: () => Promise<unknown>): Promise<void> {
    try {
      await send();
      done.push(name);
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      refused.push({ name, reason: `${error.code}: ${error.message}` });
    }
  }

  for (const body of sound) {
    const held = registered.find((command) => same(command, body));
    if (held === undefined) {
      await attempt(body.name, created, () => rest.post(Routes.applicationCommands(application), { body }));
    } else if (isDeepStrictEqual(canonical(held), canonical(body))) {
      unchanged.push(body.name);
    } else {
      await attempt(body.name, changed, () => rest.patch(Routes.applicationCommand(application, held.id), { body }));
    }
  }
  for (const held of registered) {
    // Entry points of activities (type 4) are Discord's own and may not be removed.
    if (held.type > ApplicationCommandType.Message || bodies.some((body) => same(held, body))) continue;
    await attempt(held.name, removed, () => rest.delete(Routes.applicationCommand(application, held.id)));
  }
  return { unchanged, created, changed, removed, refused };
}

function same(registered: Registered, body: CommandBody): boolean {
  return registered.name === body.name && registered.type === body.type;
}

/** The fields of a command that are ours, without those that Discord adds, and without what it leaves out or fills with a default. */
const OURS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'integration_types',
  'contexts',
  'default_member_permissions',
] as const;

function canonical(command: object): unknown {
  const given = command as Record<string, unknown>;
  return strip(Object.fromEntries(OURS.map((key) => [key, given[key]])));
}

function strip(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((part) => typeof part === 'number') ? [...value].sort() : value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined && part !== false && part !== '')
    .filter(([, part]) => !(Array.isArray(part) && part.length === 0))
    .map(([key, part]) => [key, strip(part)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, Events, Routes } from 'discord.js';
import type { Log } from '../shared/log.js';

/** Seconds between tries to reach Discord at the start: the first, and the longest. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 60;

/** Resolves when the gateway is ready. Waits where Discord cannot be reached; rejects where the token or the intents are refused. */
export async function connect(client: Client, token: string, log: Log): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await reach(client, token, log);
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    throw error;
  }
  await ready;
}

/** Asks for the gateway until there is an answer. */
async function reach(client: Client, token: string, log: Log): Promise<void> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      await client.rest.setToken(token).get(Routes.gatewayBot());
      return;
    } catch (err) {
      if (err instanceof DiscordAPIError && err.status === 401) {
        throw new Error('DISCORD_TOKEN is refused by Discord: make a new one under Bot → Reset Token', { cause: err });
      }
      log.warn({ err, seconds: wait }, 'Discord cannot be reached; trying again');
      await sleep(wait * 1000);
    }
  }
}

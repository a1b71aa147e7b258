import { startDiscord } from '../../../adapters/discord/bot.js';
import type { Running } from '../../../adapters/shared/run.js';
import type { Assistant } from '../../../src/assistant.js';
import { createKit, type TestKit } from '../../support/kit.js';
import { ADMIN, TOKEN } from './ids.js';
import type { Platform } from './platform.js';

export interface Bot {
  readonly kit: TestKit;
  readonly running: Running;
}

/** The bot as `npm run discord` starts it, against a loopback platform. */
export async function startBot(
  platform: Platform,
  load: () => Assistant | Promise<Assistant>,
  environment: Record<string, string> = {},
): Promise<Bot> {
  const kit = await createKit(load, {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_ROOT: platform.root,
    ADMIN_IDS: ADMIN,
    LIMIT_PER_USER: '1000/60',
    LIMIT_PER_CHAT: '10000/60',
    ...environment,
  });
  return { kit, running: await startDiscord(kit) };
}

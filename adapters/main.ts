import { type Adapter, run } from './shared/run.js';

/** The platforms, each loaded only where its token is set: a chat library costs half a second. */
const adapters: Adapter[] = [
  {
    name: 'telegram',
    token: 'TELEGRAM_BOT_TOKEN',
    start: async (kit) => (await import('./telegram/bot.js')).telegram.start(kit),
  },
  {
    name: 'discord',
    token: 'DISCORD_TOKEN',
    start: async (kit) => (await import('./discord/bot.js')).discord.start(kit),
  },
];

await run({ adapters, need: 'any' });

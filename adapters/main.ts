import { type Adapter, run } from './shared/run.js';

/** The platforms, each loaded only where it is asked for: a chat library costs half a second. */
const adapters: Adapter[] = [
  {
    name: 'telegram',
    setting: 'TELEGRAM_BOT_TOKEN',
    start: async (kit) => (await import('./telegram/bot.js')).telegram.start(kit),
  },
  {
    name: 'discord',
    setting: 'DISCORD_TOKEN',
    start: async (kit) => (await import('./discord/bot.js')).discord.start(kit),
  },
  {
    name: 'serve',
    setting: 'SERVE_PORT',
    start: async (kit) => (await import('./serve/serve.js')).serve.start(kit),
  },
];

await run({ adapters, need: 'any' });

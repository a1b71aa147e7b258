import type { Adapter } from './shared/run.js';

/**
 * The platforms, each loaded only when it is started: a chat library costs half a second, and a wrong setting or `--help` is
 * answered without one.
 */
export const telegram: Adapter = {
  name: 'telegram',
  setting: 'TELEGRAM_BOT_TOKEN',
  start: async (kit) => (await import('./telegram/bot.js')).startTelegram(kit),
};

export const discord: Adapter = {
  name: 'discord',
  setting: 'DISCORD_TOKEN',
  start: async (kit) => (await import('./discord/bot.js')).startDiscord(kit),
};

export const serve: Adapter = {
  name: 'serve',
  setting: 'SERVE_PORT',
  start: async (kit) => (await import('./serve/serve.js')).startServing(kit),
};

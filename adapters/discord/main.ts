import { fileURLToPath } from 'node:url';
import { run } from '../shared/run.js';
import { loadEnvironmentFile, readSettings } from '../shared/settings.js';
import { discord } from './bot.js';
import { followManager, manageShards } from './sharding.js';

const isShard = process.env.SHARDING_MANAGER !== undefined;
loadEnvironmentFile();
const read = readSettings(process.env, ['DISCORD_TOKEN']);

if (isShard) {
  followManager();
  // One port serves one process: the first shard's.
  if (process.env.SHARDS !== '0') delete process.env.HEALTH_PORT;
}
if (read.ok && read.settings.DISCORD_SHARDS !== 0 && !isShard) {
  await manageShards(fileURLToPath(import.meta.url), read.settings);
} else {
  await run({ adapters: [discord], need: 'all' });
}

import { fileURLToPath } from 'node:url';
import { discord } from '../platforms.js';
import { run } from '../shared/run.js';
import { loadEnvironmentFile, readSettings } from '../shared/settings.js';

const isShard = process.env.SHARDING_MANAGER !== undefined;
loadEnvironmentFile();
const read = readSettings(process.env, ['DISCORD_TOKEN']);

if (isShard) {
  (await import('./sharding.js')).followManager();
  // One port serves one process: the first shard's.
  if (process.env.SHARDS !== '0') delete process.env.HEALTH_PORT;
}
if (read.ok && read.settings.DISCORD_SHARDS !== 0 && !isShard) {
  const { manageShards } = await import('./sharding.js');
  await manageShards(fileURLToPath(import.meta.url), read.settings);
} else {
  await run({ adapters: [discord], need: 'all' });
}

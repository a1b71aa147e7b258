import { once } from 'node:events';
import { REST, Routes, ShardingManager } from 'discord.js';
import { z } from 'zod';
import { createLog } from '../shared/log.js';
import { createRedactor } from '../shared/redact.js';
import { type Settings, secretsOf } from '../shared/settings.js';
import { createShutdown, stopOnSignals } from '../shared/shutdown.js';

/** Milliseconds for the shards to finish what they have in hand. */
const DEADLINE = 9_800;

const gatewaySchema = z.object({ shards: z.number().int().positive() });

/**
 * Starts one process a shard and keeps them running until a signal. A channel belongs to one shard, so a person's session
 * stays in one process. A shard is stopped by letting go of it: it finishes what it has in hand (see `followManager`).
 *
 * @param program the file that each shard runs.
 */
export async function manageShards(program: string, settings: Settings): Promise<void> {
  const redact = createRedactor(secretsOf(settings));
  const log = createLog({ level: settings.LOG_LEVEL, redact });
  const shutdown = createShutdown({ log, deadline: DEADLINE });
  stopOnSignals(shutdown, log);
  // A shard that cannot start at all (a refused token) is not tried again and again.
  const manager = new ShardingManager(program, { token: settings.DISCORD_TOKEN, respawn: false });
  manager.on('shardCreate', (shard) => {
    shard.on('death', () => log.warn({ shard: shard.id }, 'shard ended'));
    shard.on('ready', () => log.info({ shard: shard.id }, 'shard ready'));
    shard.on('error', (err) => log.error({ err, shard: shard.id }, 'shard'));
  });
  shutdown.step('shards', async () => {
    manager.respawn = false;
    await Promise.all(
      [...manager.shards.values()].map(async ({ process: child }) => {
        if (child === null || !('exitCode' in child) || child.exitCode !== null) return;
        const ended = once(child, 'exit');
        if (child.connected) child.disconnect();
        await ended;
      }),
    );
  });
  try {
    await manager.spawn({ amount: await countShards(settings) });
    manager.respawn = true;
  } catch (err) {
    log.error({ err }, 'shards could not be started');
    await shutdown.stop('could not start', 1);
  }
}

/** In a shard's process: ends in good order when the manager lets go of it or dies, so that no orphan goes on answering. */
export function followManager(): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopping = true;
    });
  }
  process.once('disconnect', () => {
    if (!stopping) process.kill(process.pid, 'SIGTERM');
  });
}

async function countShards({ DISCORD_SHARDS, DISCORD_API_ROOT, DISCORD_TOKEN }: Settings): Promise<number> {
  if (DISCORD_SHARDS !== 'auto') return DISCORD_SHARDS;
  const rest = new REST({ api: DISCORD_API_ROOT }).setToken(DISCORD_TOKEN!);
  return gatewaySchema.parse(await rest.get(Routes.gatewayBot())).shards;
}

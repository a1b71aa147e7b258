import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PASSWORD, type Server, workerPostgres } from '../../support/postgres.js';
import { TOKEN } from '../telegram/chat.js';
import { type BotApi, startBotApi } from '../telegram/server.js';
import { throughOutages } from './outage.js';

// Programs are started and killed several times: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let server: Server;
let api: BotApi;

beforeAll(async () => {
  [server, api] = await Promise.all([workerPostgres(), startBotApi(TOKEN)]);
});
afterAll(async () => {
  await api.close();
});

describe('two processes at one database', () => {
  test('answer everything once and in order, though one is killed and the database restarts', async () => {
    const outage = await throughOutages(api, server, await server.database('outage'), { questions: 300, chats: 60 });
    console.log(`two processes: ${JSON.stringify({ ...outage, output: undefined })}`);
    expect(outage.score).toMatchObject({ asked: 300, answered: 300, lost: 0, disordered: 0, forgotten: 0 });
    // What the killed process had sent and not yet marked as done: at most what it handles at once.
    expect(outage.score.twice).toBeLessThanOrEqual(8);
    expect(outage.takeover).toBeLessThan(10);
    expect(outage.output).not.toContain(PASSWORD);
    expect(api.violations).toEqual([]);
  });
});

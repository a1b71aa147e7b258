import { parseArgs } from 'node:util';
import { throughOutages } from '../tests/e2e/fleet/outage.js';
import { TOKEN } from '../tests/e2e/telegram/chat.js';
import { startBotApi } from '../tests/e2e/telegram/server.js';
import { startPostgres } from '../tests/support/postgres.js';
import { machine } from './machine.js';

/**
 * Two bots at one PostgreSQL, one of them killed in the middle of its work, the database stopped and started once: is every update
 * answered, once, in order? Bot API, database and bots on loopback, each in a process of its own.
 */
const { values } = parseArgs({
  options: { questions: { type: 'string', default: '10000' }, chats: { type: 'string', default: '500' } },
});
const [questions, chats] = [Number(values.questions), Number(values.chats)];

const [server, api] = await Promise.all([startPostgres(), startBotApi(TOKEN)]);
try {
  const database = await server.database('fleet');
  const { score, seconds, takeover } = await throughOutages(api, server, database, {
    questions,
    chats,
    patience: 900_000,
  });
  console.log(machine());
  console.log(`${score.asked} updates from ${chats} chats: ${score.answered} answered in ${seconds.toFixed(1)} s`);
  console.log(
    `lost: ${score.lost}; chats out of order: ${score.disordered}; follow-ups without their turn before: ${score.forgotten}`,
  );
  console.log(`sent again, since the process died between sending and marking: ${score.twice}`);
  console.log(
    `another polled ${takeover.toFixed(2)} s after the death of the one that did; refused by the platform: ${api.violations.length}`,
  );
} finally {
  await Promise.all([server.remove(), api.close()]);
}

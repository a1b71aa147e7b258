import type { Report } from '../../src/corpus/types.js';
import { doubtOf, kindOfSentence } from '../../src/facts/doubts.js';
import { type Extraction, extract } from '../../src/facts/extract.js';
import type { Fact } from '../../src/facts/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { packageVersion, readOptions } from '../cli/options.js';
import { EXIT, runProgram, UsageError } from '../cli/program.js';
import { typed } from '../cli/typed.js';
import { cleanText } from '../shared/clean.js';
import { loadReports } from './load-reports.js';

const USAGE = `用法：${typed('audit')} [--corpus 文件夹] [--worst 条数]

检查数字的提取：找到多少数量，多少有主体、指标、时段、性质；按句式列出读法有多大把握（最没有把握的在前），并列出最可疑的句子。
  --corpus DIR 从这个文件夹读报告（可多次给出；不给时读自带的报告）
  --worst N    列出多少个最可疑的句子（默认 20）
  --help       显示本说明
  --version    显示版本`;

interface Tally {
  quantities: number;
  qualifying: number;
  bound: number;
  indicator: number;
  period: number;
  facet: number;
  headline: number;
  headlineIndicator: number;
}

/** How sure the reading of one kind of sentence is. */
interface KindTally {
  facts: number;
  doubt: number;
  readonly signs: Map<string, number>;
}

function countKinds(kinds: Map<string, KindTally>, { facts }: Extraction, report: Report): void {
  for (const fact of facts) {
    const name = kindOfSentence(fact, report);
    const tally = kinds.get(name) ?? { facts: 0, doubt: 0, signs: new Map<string, number>() };
    kinds.set(name, tally);
    const { doubt, signs } = doubtOf(fact, report);
    tally.facts += 1;
    tally.doubt += doubt;
    for (const sign of signs) tally.signs.set(sign, (tally.signs.get(sign) ?? 0) + 1);
  }
}

/** A line for each kind of sentence, the least sure first, with its commonest doubt. */
function rankedKinds(kinds: ReadonlyMap<string, KindTally>): string[] {
  return [...kinds]
    .sort(([, a], [, b]) => b.doubt / b.facts - a.doubt / a.facts)
    .map(([name, { facts, doubt, signs }]) => {
      const [most] = [...signs].sort((a, b) => b[1] - a[1]);
      const why = most === undefined ? '' : `，最多的疑点：${most[0]} ${most[1]}`;
      return `  ${name}：${facts} 个，把握 ${(100 * (1 - doubt / facts)).toFixed(1)}%${why}`;
    });
}

interface Suspect {
  readonly score: number;
  readonly seed: string;
  readonly text: string;
  readonly found: string;
}

/** A subject that a person would not take for one. */
function isDoubtful(subject: string): boolean {
  return subject.length < 2 || subject.length > 40 || /^[^一-龥A-Za-z“《（(]/.test(subject) || /[，。；]/.test(subject);
}

function count(tally: Tally, extraction: Extraction, report: Report): void {
  const { facts } = extraction;
  const spans = new Set(facts.filter((fact) => !isDoubtful(fact.subject)).map((fact) => fact.span.start));
  const all = new Set(facts.map((fact) => fact.span.start));
  tally.quantities += all.size + extraction.unbound.length;
  tally.qualifying += extraction.qualifying;
  tally.bound += spans.size;
  tally.indicator += facts.filter((fact) => fact.indicator !== undefined).length;
  tally.period += report.year === null ? 0 : facts.length;
  tally.facet += facts.filter((fact) => report.sections[fact.section]!.role !== 'other').length;
  const headline = facts.filter((fact) => fact.headline);
  tally.headline += headline.length;
  tally.headlineIndicator += headline.filter((fact) => fact.indicator !== undefined).length;
}

/** The sentences with figures that nothing was bound to, or whose subjects are doubtful. */
function suspects({ facts, unbound }: Extraction, report: Report): Suspect[] {
  const sentences = new Map<number, { end: number; score: number; facts: Fact[] }>();
  for (const fact of facts) {
    const entry = sentences.get(fact.sentence.start) ?? { end: fact.sentence.end, score: 0, facts: [] };
    entry.facts.push(fact);
    entry.score += 2 * doubtOf(fact, report).doubt;
    sentences.set(fact.sentence.start, entry);
  }
  const { text } = report.view;
  for (const span of unbound) {
    const start = Math.max(text.lastIndexOf('。', span.start), text.lastIndexOf('\n', span.start)) + 1;
    const entry = sentences.get(start) ?? { end: span.end + 20, score: 0, facts: [] };
    entry.score += 3;
    sentences.set(start, entry);
  }
  return [...sentences].map(([start, { end, score, facts: found }]) => ({
    score: score / Math.sqrt(1 + found.length),
    seed: report.seed,
    text: text.slice(start, end),
    found: found.map((fact) => `${fact.subject}=${fact.quantity.text}`).join(' | '),
  }));
}

async function main(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, { usage: USAGE, options: { worst: { type: 'string' } }, words: false });
  if (values.help) return print(USAGE);
  if (values.version) return print(packageVersion());
  const worst = Number(values.worst ?? 20);
  if (!/^\d+$/.test(values.worst ?? '20')) throw new UsageError(`条数不对：${values.worst}`, USAGE);
  const lexicon = loadLexicon();
  const { reports, code } = loadReports(values.corpus, lexicon);
  const tally: Tally = {
    quantities: 0,
    qualifying: 0,
    bound: 0,
    indicator: 0,
    period: 0,
    facet: 0,
    headline: 0,
    headlineIndicator: 0,
  };
  let facts = 0;
  let characters = 0;
  let milliseconds = 0;
  const kinds = new Map<string, KindTally>();
  let suspicious: Suspect[] = [];
  for (const report of reports) {
    if (report.duplicateOf !== undefined) continue;
    const started = performance.now();
    const extraction = extract(report, lexicon);
    milliseconds += performance.now() - started;
    characters += report.view.text.length;
    facts += extraction.facts.length;
    count(tally, extraction, report);
    countKinds(kinds, extraction, report);
    suspicious = [...suspicious, ...suspects(extraction, report)].sort((a, b) => b.score - a.score).slice(0, worst);
  }
  const of = (part: number, whole: number): string =>
    `${part}（${whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`}）`;
  print(
    [
      `报告 ${reports.length} 份，${characters} 字，${Math.round(milliseconds)} 毫秒（每秒 ${(characters / 1000 / Math.max(1, milliseconds)).toFixed(2)} 百万字）`,
      `数量 ${tally.quantities}（另有 ${tally.qualifying} 个只作限定），数字事实 ${facts}`,
      `有主体 ${of(tally.bound, tally.quantities)}`,
      `是已知指标 ${of(tally.indicator, facts)}`,
      `有时段 ${of(tally.period, facts)}`,
      `章节性质明确 ${of(tally.facet, facts)}`,
      `主要预期目标 ${tally.headline}，其中已知指标 ${of(tally.headlineIndicator, tally.headline)}`,
      '各种句式的把握（最没有把握的在前）：',
      ...rankedKinds(kinds),
    ].join('\n'),
  );
  for (const suspect of suspicious)
    if (suspect.score > 0)
      print(
        cleanText(`\n[${suspect.score.toFixed(1)}] ${suspect.seed}\n  ${suspect.text.trim()}\n  → ${suspect.found}`),
      );
  return code;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}

await runProgram(main);

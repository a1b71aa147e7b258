import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Assistant, createAssistant } from '../src/assistant.js';
import { parseNumeral } from '../src/text/numerals.js';

/** One figure that a reader of the reports wrote down. */
interface TableRow {
  readonly place: string;
  readonly year: number;
  readonly indicator: string;
  readonly facet: string;
  readonly figure: string;
}

type Result = 'right' | 'refused' | 'wrong';

const USAGE = `usage: npm run table-check -- TABLE.tsv --corpus FOLDER [--list]
  asks for each row of the table (place, year, indicator, facet, figure) and prints how many were right, refused, wrong
  --list  prints each row that was not right`;

/** Full-width forms, blanks, the several dashes of ranges and rates in words (百分之十一点八) have one spelling. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(
      /百分之([一二三四五六七八九十])[至到]([一二三四五六七八九十])(?![一二三四五六七八九十点])/gu,
      '百分之$1至百分之$2',
    )
    .replace(/百分之([零〇一二三四五六七八九十百点]+)/gu, (all, numeral) => {
      const value = parseNumeral(numeral);
      return value === null ? all : `${value}%`;
    })
    .replace(/\s|(?<=\d),(?=\d)/gu, '')
    .replace(/[—–－~～至到]/gu, '-');
}

/** The rows of the table. @throws where it has not the columns that are read. */
export function readTable(text: string): TableRow[] {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const columns = head.split('\t');
  const at = (name: string): number => {
    const index = columns.indexOf(name);
    if (index < 0) throw new Error(`the table has no column ${name}`);
    return index;
  };
  const [place, year, indicator, facet, figure] = ['place', 'year', 'indicator', 'facet', 'figure'].map(at);
  return lines.map((line) => {
    const cells = line.split('\t');
    return {
      place: cells[place!]!,
      year: Number(cells[year!]),
      indicator: cells[indicator!]!,
      facet: cells[facet!]!,
      figure: cells[figure!]!,
    };
  });
}

/** The question for a row: a figure of the year before stands in the report of the year. */
export function questionOf({ place, year, indicator, facet }: TableRow): string {
  return facet === '目标' ? `${place}${year}年${indicator}目标是多少` : `${place}${year - 1}年${indicator}实际增长多少`;
}

/** Whether an answer gives the row's figure; a row in words is right where they are quoted or nothing is claimed. */
export function judge(figure: string, answer: { kind: string; headline: string; text: string }): Result {
  const refused = ['refusal', 'clarification', 'notice'].includes(answer.kind);
  // What a reader added in brackets is no part of the figure: （无数字）, (预计).
  const plainly = folded(figure).replace(/\([^)]*\)/gu, '');
  // 无增长率(恢复到上年95%以上): where there is no rate, what stands for it is right.
  const instead = refused ? undefined : /^无[^\d]*\(([^)]*\d[^)]*)\)$/u.exec(folded(figure))?.[1];
  const written = instead ?? plainly;
  const number = /\d[\d.]*(?:%)?(?:-\d[\d.]*%?)?/u.exec(written)?.[0];
  if (number === undefined) return refused || folded(answer.text).includes(written) ? 'right' : 'wrong';
  if (refused) return 'refused';
  const plain = number.replace(/%/gu, '');
  const headline = folded(answer.headline).replace(/%/gu, '');
  const found = headline
    .split(plain)
    .slice(0, -1)
    .some((before, i) => {
      const after = headline
        .split(plain)
        .slice(i + 1)
        .join(plain);
      return !/[\d.]$/u.test(before) && !/^[\d]|^\.\d/u.test(after);
    });
  return found ? 'right' : 'wrong';
}

async function check(assistant: Assistant, rows: readonly TableRow[], list: boolean): Promise<void> {
  const counts: Record<Result, number> = { right: 0, refused: 0, wrong: 0 };
  for (const [i, row] of rows.entries()) {
    const question = questionOf(row);
    const answer = await assistant.ask(`row-${i}`, question);
    await assistant.forget(`row-${i}`);
    const result = judge(row.figure, answer);
    counts[result]++;
    if (list && result !== 'right') console.log(`${result}\t${question}\t${row.figure}\t${answer.headline}`);
  }
  const share = (n: number): string => `${((100 * n) / rows.length).toFixed(2)} %`;
  const { right, refused, wrong } = counts;
  console.log(
    `rows ${rows.length}  right ${right} (${share(right)})  refused ${refused}  wrong ${wrong} (${share(wrong)})`,
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { corpus: { type: 'string' }, list: { type: 'boolean' } },
  });
  const [table] = positionals;
  if (table === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const assistant = await createAssistant(values.corpus === undefined ? {} : { corpus: [values.corpus] });
  await check(assistant, readTable(readFileSync(table, 'utf8')), values.list ?? false);
}

if (process.argv[1]?.endsWith('table-check.js')) await main();

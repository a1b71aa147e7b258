import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { createAssistant } from '../src/assistant.js';
import { importAll } from '../src/corpus/import/import.js';
import { readDocuments } from '../src/corpus/read.js';
import type { Report } from '../src/corpus/types.js';
import { extractFacts } from '../src/facts/extract.js';
import type { Fact } from '../src/facts/types.js';
import { type Lexicon, loadLexicon } from '../src/lexicon/load.js';

const USAGE = `usage: npm run formats -- REPORT.md… [--keep DIR]
  makes a file of each format from each report, with the tools that people use (a browser's print, pandoc, LibreOffice, where they are
  installed; Word's numbering, csv and zip by itself), imports it, and asks ten questions of the Markdown and of the import, and some of a
  table that is put behind the report and alone tells of its indicators.
  Prints a table of files by result; exit code 1 where one answer differs.
  --keep DIR  keeps the files that were made`;

const QUESTIONS = 10;
/** Rows of the table that is put behind a report; each is asked for its outcome and its target. */
const TABLE_ROWS = 4;
/** The units of what a table tells: amounts, which two indicators seldom share. */
const TABLE_UNITS = /^(?:亿元|万人|万吨|个|公里|户)$/;
/** The browser that prints, where it is installed. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A file made from a report; undefined where the tool for it is not installed. */
type Maker = (report: Source, folder: string) => string | undefined;

interface Source {
  readonly file: string;
  /** The text without its front matter. */
  readonly body: string;
  readonly title: string;
  readonly place: string;
}

const MAKERS: Readonly<Record<string, Maker>> = {
  'html（网页）': (source, folder) => written(folder, 'a.html', pageOf(source)),
  'pdf（浏览器打印）': (source, folder) => printed(folder, pageOf(source)),
  'pdf（浏览器打印，有表线）': (source, folder) => printed(folder, pageOf(source, RULED)),
  'docx（Word 编号）': (source, folder) => writtenBytes(folder, 'b.docx', wordOf(source)),
  'docx（pandoc）': (source, folder) => byPandoc(source, folder, 'c.docx'),
  'odt（pandoc）': (source, folder) => byPandoc(source, folder, 'd.odt'),
  'odt（LibreOffice）': (source, folder) => byOffice(source, folder, 'odt'),
  'rtf（LibreOffice）': (source, folder) => byOffice(source, folder, 'rtf'),
  'doc（LibreOffice）': (source, folder) => byOffice(source, folder, 'doc'),
  'pdf（LibreOffice）': (source, folder) => byOffice(source, folder, 'pdf'),
  'txt（GB18030）': (source, folder) => gbText(source, folder),
  'csv（一行一份）': (source, folder) => written(folder, 'e.csv', csvOf(source)),
  'zip（内含网页）': (source, folder) =>
    writtenBytes(folder, 'f.zip', Buffer.from(zipSync({ [`${source.title}.html`]: strToU8(pageOf(source)) }))),
};

function written(folder: string, name: string, text: string): string {
  return writtenBytes(folder, name, Buffer.from(text));
}

function writtenBytes(folder: string, name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The text of a report as a web page: headings as headings, paragraphs as paragraphs, tables as tables. */
function pageOf({ body, title }: Source, style = ''): string {
  const blocks = body.split(/\n+/).map((line) => line.trim());
  let table: string[] = [];
  const out: string[] = [];
  const close = (): void => {
    if (table.length > 0) out.push(`<table>${table.join('')}</table>`);
    table = [];
  };
  for (const line of blocks.filter(Boolean)) {
    if (/^\|[\s:|-]+\|$/.test(line)) continue;
    if (line.startsWith('|')) {
      const cells = line.slice(1, -1).split('|');
      table.push(`<tr>${cells.map((cell) => `<td>${escaped(cell.trim())}</td>`).join('')}</tr>`);
      continue;
    }
    close();
    const heading = /^(#{1,4})\s+(.*)$/.exec(line);
    const level = heading?.[1]?.length;
    out.push(heading === null ? `<p>${escaped(line)}</p>` : `<h${level}>${escaped(heading[2]!)}</h${level}>`);
  }
  close();
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>body{font-family:sans-serif;font-size:12pt}${style}</style></head><body><article><h1>${escaped(title)}</h1>${out.join('\n')}</article></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\*\*/g, '');
}

/** How a table with ruling lines is printed. */
const RULED = 'table{border-collapse:collapse}td{border:1px solid;padding:4px}';

function printed(folder: string, html: string): string | undefined {
  if (!existsSync(CHROMIUM)) return undefined;
  const page = written(folder, 'print.html', html);
  const path = join(folder, 'print.pdf');
  run(CHROMIUM, ['--headless', '--no-sandbox', '--disable-gpu', `--print-to-pdf=${path}`, `file://${page}`]);
  return path;
}

/** Headings with numbers of their own (一、…) in Word are numbered by Word, and their text has none. */
function wordOf({ body, title }: Source): Buffer {
  const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const paragraph = (text: string, level?: number): string =>
    `<w:p>${level === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  let next = 1;
  const paragraphs = body
    .split(/\n+/)
    .map((line) => line.replace(/^#{1,4}\s+/, '').trim())
    .filter(Boolean)
    .map((line) => {
      const numbered = /^([一二三四五六七八九十])、(.{2,40})$/.exec(line);
      if (numbered === null || '一二三四五六七八九十'.indexOf(numbered[1]!) + 1 !== next) return paragraph(line);
      next++;
      return paragraph(numbered[2]!, 0);
    });
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>';
  return Buffer.from(
    zipSync({
      'word/document.xml': strToU8(
        `<w:document ${ns}><w:body>${paragraph(title)}${paragraphs.join('')}</w:body></w:document>`,
      ),
      'word/numbering.xml': strToU8(
        `<w:numbering ${ns}><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      ),
    }),
  );
}

function byPandoc(source: Source, folder: string, name: string): string | undefined {
  if (!has('pandoc')) return undefined;
  const page = written(folder, 'pandoc.html', pageOf(source));
  const path = join(folder, name);
  run('pandoc', ['-f', 'html', page, '-o', path]);
  return path;
}

/** From a Word file, as people save it under another format. */
function byOffice(source: Source, folder: string, format: string): string | undefined {
  if (!has('soffice')) return undefined;
  const word = byPandoc(source, folder, 'office.docx') ?? written(folder, 'office.html', pageOf(source));
  run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/office`,
    '--convert-to',
    format,
    '--outdir',
    folder,
    word,
  ]);
  return join(folder, `office.${format}`);
}

function gbText(source: Source, folder: string): string | undefined {
  if (!has('iconv')) return undefined;
  const text = written(folder, 'utf8.txt', `${source.title}\n\n${source.body}`);
  return writtenBytes(
    folder,
    'g.txt',
    execFileSync('iconv', ['-c', '-f', 'utf-8', '-t', 'gb18030', text], { maxBuffer: 1 << 26 }),
  );
}

function csvOf({ title, body }: Source): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return `标题,正文\n${quoted(title)},${quoted(body)}\n`;
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: 'ignore', timeout: 180_000 });
}

function has(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Ten questions that the report answers: its main targets first, then what its review says of the year before. */
function questionsFor(report: Report, lexicon: Lexicon): string[] {
  const place = report.place!.name;
  const facts = extractFacts(report, lexicon).filter(
    (fact) => fact.indicator !== undefined && fact.place === report.place!.id,
  );
  const asked = (fact: Fact): string =>
    `${place}${fact.period.to}年${lexicon.indicators.get(fact.indicator!)!.name}${fact.facet === 'target' ? '目标' : ''}是多少`;
  const ofYear = facts.filter(({ period }) => period.from === period.to && period.part === undefined);
  const targets = ofYear.filter(({ headline, facet }) => headline && facet === 'target').slice(0, QUESTIONS - 4);
  const outcomes = ofYear.filter(({ facet, period }) => facet === 'outcome' && period.to === report.year! - 1);
  return [...new Set([...targets, ...outcomes].map(asked))].slice(0, QUESTIONS);
}

/** A table of indicators that the report does not tell of, and the questions that it answers. */
function tableFor(
  report: Report,
  lexicon: Lexicon,
): { readonly lines: readonly string[]; readonly questions: readonly string[] } {
  const place = report.place!.name;
  const year = report.year!;
  const told = new Set(extractFacts(report, lexicon).map(({ indicator }) => indicator));
  const rows = lexicon.indicators.list
    .filter(({ id, units }) => !told.has(id) && TABLE_UNITS.test(units[0] ?? ''))
    .slice(0, TABLE_ROWS);
  const lines = [
    `${year}年主要指标`,
    `| 序号 | 指标 | ${year - 1}年完成 | ${year}年目标 |`,
    '|---|---|---|---|',
    ...rows.map(
      ({ name, units }, i) => `| ${i + 1} | ${name}（${units[0]}） | ${120 + 7 * i}.5 | ${130 + 9 * i}以上 |`,
    ),
  ];
  return {
    lines,
    questions: rows.flatMap(({ name }) => [`${place}${year - 1}年${name}是多少`, `${place}${year}年${name}目标是多少`]),
  };
}

/** What is said to each question over a folder: headline and figures. */
async function answersOver(folder: string, questions: readonly string[]): Promise<string[]> {
  const assistant = await createAssistant({ corpus: [folder], cacheDir: null });
  const said: string[] = [];
  for (const question of questions) {
    const { headline } = await assistant.ask(question, question);
    said.push(headline.replace(/\s/g, ''));
  }
  return said;
}

/** How one file of a report's fared. */
export interface FormatResult {
  readonly title: string;
  readonly format: string;
  /** What the import said where it took nothing; undefined where it took the file. */
  readonly refused?: string;
  readonly alike: number;
  readonly asked: number;
  /** Each question that was answered otherwise, with both headlines. */
  readonly others: readonly (readonly [question: string, expected: string, said: string])[];
}

/** The formats that a browser prints. */
export const PRINTED = ['pdf（浏览器打印）', 'pdf（浏览器打印，有表线）'] as const;
/** The formats that are made without a tool of another project. */
export const WITHOUT_TOOLS = ['html（网页）', 'docx（Word 编号）', 'csv（一行一份）', 'zip（内含网页）'] as const;

/**
 * Makes a file of each format from a report, imports it, and sets its answers beside those from the Markdown.
 * A format whose tool is not installed is undefined.
 * @param at an empty folder for the files
 */
export async function compareFormats(
  file: string,
  lexicon: Lexicon,
  at: string,
  formats: readonly string[] = Object.keys(MAKERS),
): Promise<ReadonlyMap<string, FormatResult | undefined>> {
  const bare = sourceOf(file, lexicon);
  const { title } = bare;
  const plain = join(at, 'plain');
  mkdirSync(plain, { recursive: true });
  const markdown = (body: string): string => `---\ntitle: ${title}\n---\n\n${body}\n`;
  const [report] = readDocuments('report.md', markdown(bare.body), lexicon);
  const table = tableFor(report!, lexicon);
  const source = { ...bare, body: `${bare.body}\n\n${table.lines.join('\n')}` };
  writeFileSync(join(plain, 'report.md'), markdown(source.body));
  const questions = [...questionsFor(report!, lexicon), ...table.questions];
  const expected = await answersOver(plain, questions);
  const results = new Map<string, FormatResult | undefined>();
  for (const format of formats) {
    const folder = join(at, format);
    mkdirSync(folder, { recursive: true });
    const made = MAKERS[format]!(source, folder);
    if (made === undefined) {
      results.set(format, undefined);
      continue;
    }
    const [result] = await importAll(made, join(folder, 'to'), lexicon);
    const taken = result?.output !== undefined;
    const said = taken ? await answersOver(join(folder, 'to'), questions) : [];
    const others = questions.flatMap((question, k) =>
      said[k] === expected[k] ? [] : [[question, expected[k]!, said[k] ?? ''] as const],
    );
    const refused = taken ? {} : { refused: result?.message ?? '' };
    const asked = questions.length;
    results.set(format, { title, format, ...refused, alike: asked - others.length, asked, others });
  }
  return results;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
  if (positionals.length === 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const lexicon = loadLexicon();
  const base = values.keep ?? mkdtempSync(join(tmpdir(), 'formats-'));
  let [files, same, asked] = [0, 0, 0];
  for (const [i, file] of positionals.entries()) {
    const results = await compareFormats(file, lexicon, join(base, String(i)));
    for (const [format, result] of results) {
      if (result === undefined) {
        console.log(`${basename(file)}\t${format}\t工具没有安装`);
        continue;
      }
      files++;
      same += result.alike;
      asked += result.asked;
      console.log(`${result.title}\t${format}\t${result.refused ?? '收录'}\t${result.alike}/${result.asked}`);
      for (const other of result.others) console.log(`\t${other.join('\t')}`);
    }
  }
  console.log(`files ${files}  answers as from the Markdown ${same} of ${asked}`);
  if (same < asked) process.exitCode = 1;
  if (values.keep === undefined) rmSync(base, { recursive: true, force: true });
}

function sourceOf(file: string, lexicon: Lexicon): Source {
  const text = readFileSync(file, 'utf8');
  const seed = join(basename(dirname(file)), basename(file));
  const [report] = readDocuments(seed, text, lexicon);
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '').trim();
  const place = report!.place!.name;
  return { file, body, place, title: `${report!.year}年${place}政府工作报告` };
}

if (process.argv[1]?.endsWith('formats.js')) await main();

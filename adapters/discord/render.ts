import type { APIEmbed } from 'discord.js';
import { sayHeads } from '../../src/answer/heads.js';
import type { Answer, AnswerKind, Citation } from '../../src/answer/schema.js';
import type { Surroundings } from '../../src/assistant.js';
import { answerBlocks, type Block, type Mark } from '../shared/blocks.js';
import { paginate } from '../shared/pages.js';
import { LIMITS } from './limits.js';
import { blockQuote, escapeMarkdown, truncate } from './markdown.js';
import { renderTable } from './table.js';

/** Characters of a page: what a phone shows in about two screens. Far within the limit of an embed's description. */
const PAGE_CHARACTERS = 1200;

/** Characters of a quote and of what stands on either side of it in 看原文: escaped, which may double them, they fit an embed. */
const MOST_QUOTED = 1200;
const AROUND = 200;

/** The bar at the side of an embed: blue for what the reports say, grey where they do not, amber for a question back. */
const COLORS: Partial<Record<AnswerKind, number>> = { refusal: 0x8a8f98, clarification: 0xd9932f, notice: 0x5b7083 };
const ANSWER_COLOR = 0x2d6cb5;

/** The pages of an answer, each as one embed; there is always one. The headline stands on all of them. */
export function renderPages(answer: Answer, publicUrl?: string): APIEmbed[] {
  const title = escapeMarkdown(answer.headline.replace(/\s+/g, ' ').trim());
  const fits = title.length <= LIMITS.embedTitle;
  const blocks = answerBlocks(answer, publicUrl).filter((block) => !fits || block.kind !== 'headline');
  const bodies = paginate(
    blocks.map((block) => withoutTitles(block, answer)),
    PAGE_CHARACTERS,
    measure,
  ).map((page) => page.map(renderBlock).join('\n'));
  if (bodies.length === 0) bodies.push('');
  return bodies.map((body, page) => ({
    title: fits ? title : escapeMarkdown(truncate(answer.headline.trim(), LIMITS.embedTitle / 3)),
    description: body === '' ? undefined : body,
    color: COLORS[answer.kind] ?? ANSWER_COLOR,
    footer: bodies.length > 1 ? { text: `第 ${page + 1} / ${bodies.length} 页` } : undefined,
  }));
}

/** A citation's quote, its figure bold, between what stands before and after it in the report (看原文). */
export function renderSurroundings(around: Surroundings, citation: Citation): APIEmbed {
  const { quote, marks = [] } = citation;
  const heads = sayHeads(citation);
  const shown = truncate(quote, MOST_QUOTED);
  const inside = marks.filter(({ end }) => end <= shown.length);
  const before = flatten(around.before).slice(-AROUND);
  const after = flatten(around.after).slice(0, AROUND);
  const source = truncate(`《${around.title}》${around.section.join(' › ')} · ${around.seed}`, AROUND);
  const lines = [
    ...(before === '' ? [] : [escapeMarkdown(`…${before}`)]),
    blockQuote(flatten(withMarks(shown, inside.length > 0 ? inside : [{ start: 0, end: shown.length }]))),
    ...(after === '' ? [] : [escapeMarkdown(`${after}…`)]),
    ...(heads === '' ? [] : [`-# （${escapeMarkdown(heads)}）`]),
    `-# ${escapeMarkdown(source)}`,
  ];
  return {
    title: escapeMarkdown(truncate(around.title, LIMITS.embedTitle / 3)),
    description: lines.join('\n'),
    color: ANSWER_COLOR,
  };
}

function flatten(text: string): string {
  return text.replace(/\s*\n\s*/g, '');
}

/** Leaves out a table's column of report titles (not its first): the quotes below say them, and a phone has no room for them. */
function withoutTitles(block: Block, { citations }: Answer): Block {
  if (block.kind !== 'table') return block;
  const titles = new Set(['', ...citations.map(({ document }) => document.title)]);
  const keep = block.table.columns.map(
    (_, index) =>
      index === 0 || !block.table.rows.every(({ cells }) => titles.has((cells[index] ?? '').replace(/[《》]/g, ''))),
  );
  const columns = block.table.columns.filter((_, index) => keep[index]);
  const rows = block.table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => keep[index]) }));
  return { ...block, table: { ...block.table, columns, rows } };
}

function measure(block: Block): number {
  return renderBlock(block).length + 1;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'headline':
      return `**${escapeMarkdown(block.text)}**`;
    case 'reading':
      return `-# 理解为：${escapeMarkdown(block.text)}`;
    case 'note':
      return `-# 注：${escapeMarkdown(block.text)}`;
    case 'text':
      return escapeMarkdown(block.text);
    case 'items':
      return block.items.map((item, index) => `${block.first + index}. ${escapeMarkdown(oneLine(item))}`).join('\n');
    case 'table':
      return renderTable(block.table);
    case 'quote': {
      const number = block.number === undefined ? '' : `${block.number}. `;
      const quote = blockQuote(
        withMarks(block.text, block.marks)
          .replace(/\s*\n\s*/g, '\n')
          .trim(),
      );
      const source = escapeMarkdown(block.source);
      const heads = block.heads === undefined ? '' : `\n-# （${escapeMarkdown(block.heads)}）`;
      return `${quote}${heads}\n-# ${number}${block.link === undefined ? source : `[${source}](<${block.link}>)`}`;
    }
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text with its marked parts bold. Marks that overlap an earlier one are left out. */
function withMarks(text: string, marks: readonly Mark[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    out += `${escapeMarkdown(text.slice(at, start))}**${escapeMarkdown(text.slice(start, end))}**`;
    at = end;
  }
  return out + escapeMarkdown(text.slice(at));
}

import type { Answer, AnswerTable, Citation } from '../../src/answer/schema.js';

/** A stretch of text to be marked, as offsets into the text it stands with. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A part of a reply, before a platform gives it its form. Texts are plain: each platform escapes them. */
export type Block =
  | { readonly kind: 'headline'; readonly text: string }
  /** 理解为：… */
  | { readonly kind: 'reading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Numbered items, `first` being the number of the first. */
  | { readonly kind: 'items'; readonly items: readonly string[]; readonly first: number }
  | { readonly kind: 'table'; readonly table: AnswerTable }
  /** A quotation and where it stands; `number` where there are several. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly marks: readonly Mark[];
      readonly source: string;
      readonly number?: number;
    }
  | { readonly kind: 'note'; readonly text: string };

/** The parts of an answer in the order in which a person reads them: what is said, how it was read, the figures, the evidence, the notes. */
export function answerBlocks(answer: Answer): Block[] {
  const { headline, understood, table, items, notes = [], citations } = answer;
  const blocks: Block[] = [{ kind: 'headline', text: headline }];
  if (understood.line !== '' && answer.kind !== 'notice') blocks.push({ kind: 'reading', text: understood.line });
  if (citations.length === 0) {
    const rest = textBeyond(answer);
    if (rest !== '') blocks.push({ kind: 'text', text: rest });
  }
  if (table !== undefined) blocks.push({ kind: 'table', table });
  else if (items !== undefined && items.length > 0) blocks.push({ kind: 'items', items, first: 1 });
  else if (answer.figures.length > 1) blocks.push({ kind: 'text', text: figureLines(answer) });
  for (const text of notes) blocks.push({ kind: 'note', text });
  for (const [index, citation] of citations.entries()) blocks.push(quoteBlock(citation, index, citations.length));
  return blocks;
}

/** ——《2022年常德市政府工作报告》三、… › （一）… · 004_….txt */
export function sourceLine(citation: Pick<Citation, 'document' | 'section' | 'seed'>): string {
  const file = citation.seed.slice(citation.seed.lastIndexOf('/') + 1);
  return `《${citation.document.title}》${citation.section.join(' › ')} · ${file}`;
}

function quoteBlock(citation: Citation, index: number, total: number): Block {
  return {
    kind: 'quote',
    text: citation.quote,
    marks: citation.marks ?? [],
    source: sourceLine(citation),
    ...(total > 1 ? { number: index + 1 } : {}),
  };
}

function figureLines({ figures, citations }: Answer): string {
  return figures
    .map((figure) => {
      const number = citations.length > 1 ? ` [${figure.citation + 1}]` : '';
      return `• ${figure.place} ${figure.period} ${figure.indicator}：${figure.text}${number}`;
    })
    .join('\n');
}

/** What an answer's plain text says beyond its headline, reading and notes: help, greetings, the nearest that is held. */
function textBeyond({ headline, text, understood, notes = [], choices = [], suggestions }: Answer): string {
  const shown = new Set([headline, ...notes]);
  const offered = new Set([...suggestions, ...choices.flatMap(({ label, question }) => [label, question])]);
  return text
    .split('\n')
    .filter((line) => !shown.has(line.trim()))
    .filter((line) => understood.line === '' || !line.includes(understood.line))
    .filter((line) => !offered.has(line.replace(/^[\s\d.、·•-]+/, '').trim()))
    .join('\n')
    .trim();
}

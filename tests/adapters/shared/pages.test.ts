import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerBlocks, type Block } from '../../../adapters/shared/blocks.js';
import { cleanText } from '../../../adapters/shared/clean.js';
import { paginate } from '../../../adapters/shared/pages.js';
import { anyCharacter } from '../../support/any-text.js';
import { createFakeAssistant } from '../../support/fake-assistant.js';

function lengthOf(block: Block): number {
  if (block.kind === 'items') return block.items.reduce((sum, item) => sum + item.length + 6, 0);
  if (block.kind === 'table') {
    const cells = [block.table.columns, ...block.table.rows.map((row) => row.cells)].flat();
    return cells.reduce((sum, cell) => sum + cell.length + 3, 0);
  }
  return block.text.length + (block.kind === 'quote' ? block.source.length : 0);
}

const wordsOf = (blocks: readonly Block[]) =>
  blocks
    .map((block) => {
      if (block.kind === 'items') return block.items.join('');
      return block.kind === 'table' ? block.table.rows.map((row) => row.cells.join('')).join('') : block.text;
    })
    .join('');

describe('paginate', () => {
  test('keeps every page within the limit, loses nothing, and cuts no character in two', () => {
    const text = fc
      .string({ unit: anyCharacter, minLength: 1, maxLength: 400 })
      .map((raw) => `字${raw.replace(/\s/g, '')}尾`);
    const block: fc.Arbitrary<Block> = fc.oneof(
      text.map((body): Block => ({ kind: 'text', text: body })),
      fc.array(text, { minLength: 1, maxLength: 8 }).map((items): Block => ({ kind: 'items', items, first: 1 })),
      text.map((body): Block => ({ kind: 'quote', text: body, marks: [{ start: 0, end: 1 }], source: '《报告》' })),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const pages = paginate(blocks, 120, lengthOf);
        for (const page of pages) {
          expect(page.reduce((sum, part) => sum + lengthOf(part), 0)).toBeLessThanOrEqual(120);
        }
        const words = wordsOf(pages.flat()).replace(/(?:^|(?<=尾))\d+\. /g, '');
        expect(words.length).toBeGreaterThanOrEqual(wordsOf(blocks).length);
        expect(words).not.toMatch(/\p{Surrogate}(?=尾)|(?<=字)\p{Surrogate}$/u);
      }),
      { numRuns: 200 },
    );
  });

  test('cuts at line ends, then at sentence ends', () => {
    const lines: Block = { kind: 'text', text: `${'甲'.repeat(40)}\n${'乙'.repeat(45)}` };
    expect(paginate([lines], 60, lengthOf).map(wordsOf)).toEqual(['甲'.repeat(40), '乙'.repeat(45)]);
    const sentences: Block = { kind: 'text', text: `${'甲'.repeat(40)}。${'乙'.repeat(45)}。` };
    expect(paginate([sentences], 60, lengthOf).map(wordsOf)).toEqual([`${'甲'.repeat(40)}。`, `${'乙'.repeat(45)}。`]);
  });

  test('keeps the marks of a quote that is cut', () => {
    const quote: Block = { kind: 'quote', text: '一二三四，五六七八', marks: [{ start: 3, end: 7 }], source: '' };
    const marked = paginate([quote], 6, lengthOf)
      .flat()
      .map((block) =>
        block.kind === 'quote' ? block.marks.map(({ start, end }) => block.text.slice(start, end)) : [],
      );
    expect(marked).toEqual([['四，'], ['五六']]);
  });

  test('repeats the columns of a table and cuts it between rows', () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({ cells: [`地区${index}`, '7%以上'], figures: [] }));
    const table: Block = { kind: 'table', table: { title: '', columns: ['地区', '目标'], rows }, lines: [] };
    const pages = paginate([table], 50, lengthOf).flat();
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.kind === 'table' && page.table.columns).toEqual(['地区', '目标']);
    expect(wordsOf(pages)).toBe(wordsOf([table]));
  });

  test('numbers the items of later pages on', () => {
    const items: Block = { kind: 'items', items: ['甲', '乙', '丙', '丁'].map((item) => item.repeat(10)), first: 1 };
    const firsts = paginate([items], 40, lengthOf).flat();
    expect(firsts.map((block) => block.kind === 'items' && block.first)).toEqual([1, 3]);
  });
});

describe('answerBlocks', () => {
  const ask = async (text: string) => answerBlocks(await createFakeAssistant().ask('s', text)).map(({ kind }) => kind);

  test.each([
    ['2022年常德GDP目标', ['headline', 'reading', 'quote']],
    ['2022年常德、怀化谁的GDP目标最高', ['headline', 'reading', 'table', 'note', 'quote', 'quote']],
    ['常德2022年民生实事', ['headline', 'reading', 'items', 'quote']],
    ['/start', ['headline', 'text']],
    ['GDP目标', ['headline', 'reading']],
    ['你好', ['headline']],
  ])('%s: %j', async (question, kinds) => {
    expect(await ask(question)).toEqual(kinds);
  });
});

test('cleanText takes out controls, direction marks and halves of pairs, and keeps the rest', () => {
  expect(cleanText('常\u0000德\u202e\tGDP\n目标\ud83d👨‍👩‍👧\ufeff')).toBe('常德 GDP\n目标\ufffd👨‍👩‍👧');
});

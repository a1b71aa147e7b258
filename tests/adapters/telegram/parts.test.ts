import { describe, expect, test } from 'vitest';
import { readStartParameter, startParameter } from '../../../adapters/telegram/deep-link.js';
import { readPress } from '../../../adapters/telegram/keyboard.js';
import { LIMITS, parsedLength } from '../../../adapters/telegram/limits.js';
import { menuOf } from '../../../adapters/telegram/menu.js';
import { createPace } from '../../../adapters/telegram/pace.js';
import { escapeHtml, renderAnswer, renderSurroundings } from '../../../adapters/telegram/render.js';
import { fixedWidthTable } from '../../../adapters/telegram/table.js';
import type { Citation } from '../../../src/answer/schema.js';
import { COMMANDS } from '../../../src/commands/index.js';
import { HTML_TAGS, markupProblem, RICH_TAGS } from '../../e2e/telegram/markup.js';
import { createFakeAssistant } from '../../support/fake-assistant.js';

describe('fixedWidthTable', () => {
  const table = (cells: string[][]) => ({
    title: '',
    columns: ['地区', '目标'],
    rows: cells.map((row) => ({ cells: row, figures: [] })),
  });

  test('fills wide and narrow characters up separately, so that columns stand straight in any font', () => {
    expect(
      fixedWidthTable(
        table([
          ['常德市', '7%以上'],
          ['湘西州', '6.5%'],
          ['A', '8%'],
        ]),
      ),
    ).toBe('地区　   目标\n常德市   7%以上\n湘西州   6.5%\nA　　　  8%');
  });

  test('refuses what is too wide for a phone, and keeps line breaks out of cells', () => {
    expect(fixedWidthTable(table([['常德市', '长'.repeat(30)]]))).toBeUndefined();
    expect(fixedWidthTable(table([['常\n德', '7%']]))).toBe('地区   目标\n常 德  7%');
  });

  test('a table that is too wide is shown row by row', async () => {
    const answer = await createFakeAssistant().ask('s', '2022年常德、怀化谁的GDP目标最高');
    const wide = {
      ...answer,
      table: { ...answer.table!, rows: [{ cells: ['1', '怀化市', '很'.repeat(40)], figures: [0] }] },
    };
    expect(renderAnswer(wide, 'html')[0]).toMatch(/▪ <b>1<\/b>\n {2}地区：怀化市\n {2}目标：很/);
  });
});

const [citation] = (await createFakeAssistant().ask('s', '2022年常德GDP目标')).citations as [Citation];

describe('sources as links', () => {
  test.each(['html', 'rich'] as const)('%s: where PUBLIC_URL is set, the source leads to its page', async (form) => {
    const answer = await createFakeAssistant().ask('s', '2022年常德GDP目标');
    const { document, start, end, marks } = answer.citations[0]!;
    const figures = marks!.map((mark) => `${start + mark.start}-${start + mark.end}`).join(',');
    const page = renderAnswer(answer, form, 'https://reports.example/x/')[0]!;
    expect(page).toContain(
      `<a href="https://reports.example/x/r/${encodeURIComponent(document.id)}?at=${start}-${end}&amp;figure=${figures}#at">`,
    );
    expect(markupProblem(page, form === 'html' ? HTML_TAGS : RICH_TAGS)).toBeUndefined();
    expect(renderAnswer(answer, form)[0]).not.toContain('<a ');
  });
});

describe('markup', () => {
  test('is escaped, and nobody is called', () => {
    expect(escapeHtml('<b>&"@everyone</b> a@b')).toBe('&lt;b&gt;&amp;"@\u200beveryone&lt;/b&gt; a@\u200bb');
  });

  test('is not counted', () => {
    expect(parsedLength('<b>a &lt; b</b><blockquote expandable>c</blockquote>')).toBe(6);
  });

  test('surroundings of any length stay within the limit', () => {
    const long = '长'.repeat(20_000);
    const at = { title: 't', section: ['s'], seed: 'f.txt', before: long, quote: long, after: long };
    expect(parsedLength(renderSurroundings(at, citation, 1, 1))).toBeLessThanOrEqual(LIMITS.text);
  });

  test('surroundings show the quote in bold and its figure underlined, also where the text was cleaned', () => {
    const at = { title: 't', section: [], seed: 'f.txt', before: '前', after: '后' };
    const show = (quote: string, cited: string, start: number, end: number) =>
      renderSurroundings({ ...at, quote }, { ...citation, quote: cited, marks: [{ start, end }] }, 1, 1);
    expect(show('收入增长8%，支出增长8%', '收入增长8%，支出增长8%', 11, 13)).toContain(
      '……前<b>收入增长8%，支出增长<u>8%</u></b>后……',
    );
    expect(show('投资增长8%以上。', '投资 增长 8% 以上。', 6, 11)).toContain('<b>投资增长<u>8%以上</u>。</b>');
  });
});

describe('deep links', () => {
  test('carry a question and bring it back', () => {
    const parameter = startParameter('2022年常德GDP目标')!;
    expect(parameter).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(readStartParameter(`/start ${parameter}`)).toBe('2022年常德GDP目标');
    expect(readStartParameter(`/start@report_bot ${parameter}`)).toBe('2022年常德GDP目标');
  });

  test.each(['/start', '/start !!', '/start a b', 'start me'])('%s', (text) => {
    expect(readStartParameter(text)).toBe(text === '/start !!' ? '/start' : text);
  });

  test('do not carry commands, controls or what is too long', () => {
    expect(startParameter('长'.repeat(17))).toBeUndefined();
    expect(startParameter('')).toBeUndefined();
    expect(readStartParameter(`/start ${Buffer.from('/reload').toString('base64url')}`)).toBe('/start');
    expect(readStartParameter(`/start ${Buffer.from('a\u0000b').toString('base64url')}`)).toBe('/start');
  });
});

describe('the menu', () => {
  test('is made from the command table in both languages, without the administrators’ commands', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = menuOf(COMMANDS, language).map(({ command }) => command);
      expect(names).toContain('targets');
      expect(names).not.toContain('reload');
    }
  });

  test.each([
    ['a name', { name: 'Über' }],
    ['a description that is too long', { description: { zh: '长'.repeat(257), en: 'x' } }],
    ['an empty description', { description: { zh: '', en: 'x' } }],
  ])('names the command of which %s would be refused', (_what, wrong) => {
    const command = { ...COMMANDS[0]!, ...wrong };
    expect(() => menuOf([command], 'zh')).toThrow(command.name);
  });
});

describe('readPress', () => {
  test.each([
    '',
    'p',
    'p:short:0',
    'p:AAAAAAAA:',
    'p:AAAAAAAA:00000',
    'z:AAAAAAAA:0',
    'p:AAAAAAAA:0\n',
    'p:AAAA!AAA:0',
  ])('%j is not of this program', (data) => {
    expect(readPress(data)).toBeUndefined();
  });

  test('reads what keyboards write', () => {
    expect(readPress('q:AbC-_012:17')).toEqual({ action: 'q', id: 'AbC-_012', number: 17 });
  });
});

describe('createPace', () => {
  /** How many turns are granted at once. */
  async function granted(pace: ReturnType<typeof createPace>, chat: number, tries: number): Promise<number> {
    let count = 0;
    for (let turn = 0; turn < tries; turn += 1) {
      void pace.turn(chat).then(() => {
        count += 1;
      });
    }
    await new Promise((resolve) => setImmediate(resolve));
    pace.lift();
    return count;
  }

  test('allows a short burst in a chat, a longer one in a group, and a second’s worth over all', async () => {
    expect(
      await granted(
        createPace(
          () => 1000,
          () => 0,
        ),
        1,
        50,
      ),
    ).toBe(5);
    expect(
      await granted(
        createPace(
          () => 1000,
          () => 0,
        ),
        -1,
        50,
      ),
    ).toBe(20);
    expect(
      await granted(
        createPace(
          () => 3,
          () => 0,
        ),
        1,
        50,
      ),
    ).toBe(3);
  });

  test('lets everything through once it is lifted', async () => {
    const pace = createPace(
      () => 1,
      () => 0,
    );
    const turns = Array.from({ length: 20 }, () => pace.turn(1));
    pace.lift();
    await Promise.all(turns);
  });
});

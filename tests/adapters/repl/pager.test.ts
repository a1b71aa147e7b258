import { expect, test } from 'vitest';
import { screensOf } from '../../../adapters/repl/pager.js';

const lines = (count: number) => Array.from({ length: count }, (_, line) => String(line)).join('\n');

test.each<[string, string, { rows: number; columns: number }, number[]]>([
  ['fits', lines(9), { rows: 10, columns: 80 }, [9]],
  ['one line more', lines(10), { rows: 10, columns: 80 }, [9, 1]],
  ['three screens', lines(25), { rows: 11, columns: 80 }, [10, 10, 5]],
  ['no size told', lines(99), { rows: 0, columns: 80 }, [99]],
  ['too low to page in', lines(99), { rows: 4, columns: 80 }, [99]],
  [
    'wide characters that the terminal breaks',
    '常'.repeat(60).concat(`\n${lines(8)}`),
    { rows: 10, columns: 40 },
    [7, 2],
  ],
  ['codes take no room', `\u001b[1m${'a'.repeat(40)}\u001b[22m\n${lines(8)}`, { rows: 10, columns: 40 }, [9]],
  ['one line larger than the screen', 'a'.repeat(2000), { rows: 10, columns: 40 }, [1]],
])('%s', (_what, text, size, wanted) => {
  const screens = screensOf(text, size);
  expect(screens.map((screen) => screen.split('\n').length)).toEqual(wanted);
  expect(screens.join('\n')).toBe(text);
});

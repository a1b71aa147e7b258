import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { ToolError, tools } from '../../src/tools/index.js';
import { call, seeds } from './seeds.js';

/** Every quote in a result, however deep. */
function quotesIn(value: unknown): { text: string; file: string; start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'file' in value && 'start' in value && 'text' in value ? [value as never] : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}

const CALLS: readonly (readonly [string, object])[] = [
  ['list_reports', { group: '湖南' }],
  ['find_facts', { indicator: 'GDP', report_year: 2022 }],
  ['find_facts', { words: { all: ['老旧小区'] }, limit: 50 }],
  ['find_facts', { measure: 'date' }],
  ['find_sentences', { words: { any: ['营商环境', '低空'] }, limit: 100 }],
  ['read', { report: 'changde-2022', limit: 100 }],
  ['read', { report: 'changsha-two-zones' }],
  ['define', { term: '三高四新' }],
  ['compare', { indicator: '固投', by: 'target-outcome' }],
];

test.each(CALLS)('%s %o: every quote stands in its file, and the result is as its schema says', async (name, args) => {
  const result = await call(name, args);
  expect(result.rows.length).toBeGreaterThan(0);
  const { output } = tools.find((tool) => tool.name === name)!;
  expect(output.parse(result)).toEqual(result);
  for (const { text, file, start, end } of quotesIn(result.rows))
    expect(readFileSync(join(SEEDS_DIR, file), 'utf8').slice(start, end)).toBe(text);
});

describe('find_facts', () => {
  test('a table of one indicator over all places in one call', async () => {
    const { rows } = await call('find_facts', { indicator: 'GDP', report_year: 2022, facet: 'target' });
    const exact = rows.filter((row) => row.match === 'exact').map((row) => [row.place, row.text]);
    expect(exact).toEqual([
      ['邵阳市', '8%'],
      ['娄底市', '7.5%以上'],
      ['常德市', '7%以上'],
      ['怀化市', '8%以上'],
    ]);
  });

  test.each<[string, object, string[]]>([
    ['a value condition', { value: { op: '>', n: 7.4 } }, ['邵阳市', '娄底市', '怀化市']],
    ['a place', { places: ['常德'] }, ['常德市']],
    ['a group', { group: '湖南', limit: 100 }, ['邵阳市', '娄底市', '常德市', '怀化市']],
    ['another unit', { unit: '亿元' }, []],
  ])('narrowed by %s', async (_what, more, places) => {
    const { rows } = await call('find_facts', { indicator: 'GDP', report_year: 2022, facet: 'target', ...more });
    expect(rows.filter((row) => row.match === 'exact').map((row) => row.place)).toEqual(places);
  });

  test('an order by value', async () => {
    const { rows } = await call('find_facts', {
      indicator: 'GDP',
      report_year: 2022,
      facet: 'target',
      order: '-value',
    });
    const values = rows.map((row) => row.low ?? row.high);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  test('a place that is not known narrows to nothing and is named; it is never answered by another', async () => {
    const result = await call('find_facts', { indicator: 'GDP', places: ['东京', '长沙'] });
    expect(result.rows).toEqual([]);
    expect(result.unread).toEqual(['东京']);
  });

  test('a known place without the report is named', async () => {
    const result = await call('find_facts', { indicator: 'GDP', places: ['常德', '南京'], report_year: 2022 });
    expect(result.searched.not_held).toEqual(['南京市2022年']);
    expect(new Set(result.rows.map((row) => row.place))).toEqual(new Set(['常德市']));
  });

  test('pages go through all rows once, without a session', async () => {
    const args = { words: { all: ['老旧小区'] }, limit: 9 };
    const ids: string[] = [];
    let page: string | null = null;
    let total = 0;
    do {
      const result = await call('find_facts', page === null ? args : { ...args, page });
      ids.push(...result.rows.map((row) => row.id));
      total = result.total;
      page = result.next;
    } while (page !== null);
    expect(ids.length).toBe(total);
    expect(new Set(ids).size).toBe(total);
    const first = await call('find_facts', args);
    await expect(call('find_facts', { words: { all: ['公路'] }, limit: 9, page: first.next })).rejects.toThrow(
      ToolError,
    );
  });
});

describe('find_sentences', () => {
  test('counts every report searched, zeros too', async () => {
    const result = await call('find_sentences', { words: { any: ['低空'] }, level: 'prefecture', year: 2022 });
    expect(result.counts.length).toBe(result.searched.count);
    expect(result.with + result.without).toBe(result.searched.count);
    expect(result.counts.some(({ sentences }: { sentences: number }) => sentences === 0)).toBe(true);
    expect(result.rows.every(({ text }: { text: string }) => text.includes('低空'))).toBe(true);
  });

  test('words that must not occur', async () => {
    const all = await call('find_sentences', { words: { any: ['低空'] }, per_report: 50, limit: 100 });
    const some = await call('find_sentences', { words: { any: ['低空'], not: ['空域'] }, per_report: 50, limit: 100 });
    expect(some.total).toBeLessThan(all.total);
    expect(some.rows.some(({ text }: { text: string }) => text.includes('空域'))).toBe(false);
  });

  test('whole words only', async () => {
    const loose = await call('find_sentences', { words: { any: ['合作'] }, per_report: 50 });
    const whole = await call('find_sentences', { words: { any: ['合作'] }, whole_word: true, per_report: 50 });
    expect(whole.total).toBeLessThan(loose.total);
    expect(whole.total).toBeGreaterThan(0);
  });

  test('no word at all is refused', () =>
    expect(call('find_sentences', { words: { not: ['低空'] } })).rejects.toMatchObject({ code: 'bad-arguments' }));
});

describe('read', () => {
  test('around a quote', async () => {
    const { rows } = await call('find_facts', {
      indicator: 'GDP',
      places: ['常德'],
      report_year: 2022,
      facet: 'target',
    });
    const { start, end, report } = rows[0].quote;
    const around = await call('read', { report, start, end, before: 100, after: 50 });
    const text = around.rows.map((row) => row.text).join('');
    expect(text).toContain('地区生产总值增长7%以上');
    expect(around.rows[0].quote.start).toBeLessThan(start);
  });

  test('the whole of a report: nothing of its text is left out', async () => {
    const report = seeds.store.report('loudi-2022');
    const { rows } = await call('read', { report: 'loudi-2022', limit: 100 });
    const squeezed = (text: string): string => text.replace(/\s/g, '');
    let next = (await call('read', { report: 'loudi-2022', limit: 100 })).next;
    const texts = rows.map((row) => row.text);
    while (next !== null) {
      const more = await call('read', { report: 'loudi-2022', limit: 100, page: next });
      texts.push(...more.rows.map((row) => row.text));
      next = more.next;
    }
    expect(squeezed(texts.join(''))).toBe(squeezed(report.view.text));
  });

  test.each([
    { report: 'changde-2022', section: 99 },
    { report: 'changde-2022', start: 10, end: 5 },
    { report: 'changde-2022', start: 90_000_000, end: 90_000_010 },
    { report: 'changde-1999' },
    { report: '../../etc/passwd' },
    { report: '__proto__' },
  ])('%o is refused', (args) => expect(call('read', args)).rejects.toBeInstanceOf(ToolError));
});

describe('define', () => {
  test('a term that is taken apart, and one that is only named', async () => {
    const apart = await call('define', { term: '四个中心' });
    const named = await call('define', { term: '三高四新', report: 'changde-2021' });
    expect(apart.rows.every((row) => typeof row.listed === 'boolean')).toBe(true);
    expect(named.rows.map((row) => row.listed)).toEqual([false]);
    expect((await call('define', { term: '量子霸权' })).rows).toEqual([]);
  });
});

describe('compare', () => {
  test('by place: the highest first, the change against it, and which no the others are', async () => {
    const result = await call('compare', { indicator: 'GDP', period: '2022', facet: 'target', by: 'place' });
    expect(result.rows.map((row) => row.values[0].text)).toEqual(['8%', '8%以上', '7.5%以上', '7%以上']);
    expect(result.rows.at(-1).change).toEqual({ value: -1, unit: '个百分点', nominal: true });
    expect(result.missing).toEqual({ not_held: [], word_absent: ['张家界市'], no_figure: [] });
  });

  test('target against outcome, with a verdict', async () => {
    const { rows } = await call('compare', {
      indicator: '固投',
      places: ['常德'],
      by: 'target-outcome',
      period: '2021',
    });
    expect(rows).toHaveLength(1);
    expect(rows[0].values.map((value: { facet: string; text: string }) => [value.facet, value.text])).toEqual([
      ['target', '10以上'],
      ['estimate', '10%'],
    ]);
    expect(rows[0].verdict).toBe('met');
    expect(rows[0].values[0].repaired).toContain('原文缺');
  });

  test('a condition', async () => {
    const { rows } = await call('compare', {
      indicator: 'GDP',
      period: '2022',
      facet: 'target',
      by: 'place',
      condition: { op: '<', n: 8 },
    });
    expect(rows.map((row) => row.place)).toEqual(['娄底市', '常德市']);
  });

  test('the word of a missing place', async () => {
    const { missing } = await call('compare', { words: { all: ['脑机接口'] }, by: 'place', places: ['常德', '南京'] });
    expect(missing).toEqual({ not_held: ['南京市'], word_absent: ['常德市'], no_figure: [] });
  });
});

test.each<[string, unknown, string]>([
  ['find_facts', { indicatr: 'GDP' }, 'indicatr'],
  ['find_facts', { report_year: '2022' }, 'report_year'],
  ['find_facts', { limit: 1000 }, 'limit'],
  ['find_facts', [], ''],
  ['list_reports', { place: '' }, 'place'],
  ['compare', { by: 'place' }, 'indicator'],
  ['compare', { by: 'colour', indicator: 'GDP' }, 'by'],
])('%s %o is refused, and the path is named', async (name, args, path) => {
  const error = await call(name, args).catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(ToolError);
  expect(JSON.stringify((error as ToolError).problems) + (error as ToolError).message).toContain(path);
});

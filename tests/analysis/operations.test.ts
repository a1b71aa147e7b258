import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '../../src/analysis/aggregate.js';
import { changeOf, changesAlong } from '../../src/analysis/derive.js';
import { filter, standingOf } from '../../src/analysis/filter.js';
import { order, top } from '../../src/analysis/order.js';
import type { Row, Valued } from '../../src/analysis/row.js';
import { longest, streaks } from '../../src/analysis/streak.js';
import { turnsOf } from '../../src/analysis/turn.js';
import type { BoundOp, Condition } from '../../src/frame/analysis.js';
import type { Verdict } from '../../src/matching/compare.js';
import type { Bound } from '../../src/text/types.js';
import { row } from './rows.js';

const above = (value: number, op: BoundOp = '>'): Condition => ({ kind: 'number', op, value, unit: '%' });

describe('a value against a condition', () => {
  const six = row('a', 6);
  const sixUp = row('b', 6, { bound: '>=' });
  const sixAbout = row('c', 6, { bound: '~' });
  const range = row('d', 6, { high: 7, bound: 'range' });
  it.each([
    ['6 is not above 6', six, above(6), 'fail'],
    ['6以上 may be 6', sixUp, above(6), 'fail'],
    ['6.5左右 is above 6', row('e', 6.5, { bound: '~' }), above(6), 'pass'],
    ['6—7 is above 6 by one end alone', range, above(6), 'near'],
    ['6左右 is 6 or more', sixAbout, above(6, '>='), 'pass'],
    ['5.5 is below 6', row('f', 5.5), above(6, '<'), 'pass'],
    ['6—7 lies between 6 and 7', range, { kind: 'between', low: 6, high: 7, unit: '%' }, 'pass'],
    ['written 6左右', sixAbout, { kind: 'written', bound: '~', value: 6, unit: '%' }, 'pass'],
    ['6以上 is not written 6左右', sixUp, { kind: 'written', bound: '~', value: 6, unit: '%' }, 'near'],
    ['not 6', row('g', 5), { kind: 'not-written', value: 6, unit: '%' }, 'pass'],
    ['a range', range, { kind: 'form', form: 'range' }, 'pass'],
    ['two digits', row('h', 10), { kind: 'form', form: 'two-digit' }, 'pass'],
    ['another unit says nothing', row('i', 500, { unit: '亿元' }), above(6), 'none'],
    [
      'weights in 斤 and 吨',
      row('k', 700, { unit: '万吨' }),
      { kind: 'number', op: '>=', value: 130, unit: '亿斤' },
      'pass',
    ],
    ['上百万 of 万人', row('j', 110, { unit: '万人' }), { kind: 'number', op: '>=', value: 100, unit: '万' }, 'pass'],
  ] as const)('%s', (_, own, condition, standing) => {
    expect(standingOf(own, condition as Condition)).toBe(standing);
  });
});

describe('an aim against what came of it', () => {
  const reached = (aim: Valued, low: number, verdict: Verdict): Row => ({
    ...row('a', low),
    target: aim.value,
    verdict,
  });
  const about = row('a', 6, { bound: '~' });
  it.each([
    // Within the tolerance of 左右 it is met, and not by the number that is written.
    ['5.8 for 6左右', reached(about, 5.8, '达到'), false, 'near'],
    ['5.8 for 6左右', reached(about, 5.8, '达到'), true, 'pass'],
    ['6.2 for 6左右', reached(about, 6.2, '达到'), false, 'fail'],
    ['5 for 6左右', reached(about, 5, '未达到'), false, 'pass'],
    ['6 for 6', reached(row('a', 6), 6, '达到'), false, 'fail'],
  ] as const)('%s', (_, own, met, standing) => {
    expect(standingOf(own, { kind: 'verdict', met })).toBe(standing);
  });

  it('holds the number of an aim against the aim', () => {
    const own = reached(row('a', 7), 6, '未达到');
    expect(standingOf(own, { ...above(6.5), aim: true })).toBe('pass');
    expect(standingOf(own, above(6.5))).toBe('fail');
  });

  it.each([
    ['6.2 for 6左右 is more', reached(about, 6.2, '达到'), 'pass'],
    ['6 for 6左右 is not', reached(about, 6, '达到'), 'fail'],
    ['6 for 6 is not', reached(row('a', 6), 6, '达到'), 'fail'],
    ['7 for 6 is', reached(row('a', 6), 7, '超过'), 'pass'],
  ] as const)('%s', (_, own, standing) => {
    expect(standingOf(own, { kind: 'verdict', met: true, beyond: true })).toBe(standing);
  });
});

const bounds: readonly Bound[] = ['=', '>=', '<=', '~'];
const rows = fc
  .array(fc.record({ low: fc.integer({ min: -20, max: 200 }), bound: fc.constantFrom(...bounds) }), { maxLength: 30 })
  .map((all) => all.map(({ low, bound }, i) => row(`p${i}`, low / 10, { bound })));
const limit = fc.integer({ min: -20, max: 200 }).map((n) => n / 10);

describe('operations over any rows', () => {
  it('parts them: every row is in exactly one part, and what > keeps <= drops', () => {
    fc.assert(
      fc.property(rows, limit, (all, value) => {
        const kept = filter(all, [above(value)]);
        const parts = [kept.kept, kept.near, kept.dropped, kept.silent].flat();
        expect(parts.map((r) => r.place.id).sort()).toEqual(all.map((r) => r.place.id).sort());
        expect(filter(all, [above(value, '<=')]).kept).toEqual(kept.dropped);
      }),
    );
  });

  it('orders them wholly and stably', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const ranked = order(all, 'highest');
        expect(ranked).toHaveLength(all.length);
        for (const [i, { row: own, rank }] of ranked.entries()) {
          const before = ranked[i - 1];
          if (!before) continue;
          const [a, b] = [before.row.value.quantity.low!, own.value.quantity.low!];
          expect(a).toBeGreaterThanOrEqual(b);
          expect(rank === before.rank).toBe(a === b);
          if (a === b) expect(all.indexOf(before.row)).toBeLessThan(all.indexOf(own));
        }
      }),
    );
  });

  it('keeps all that tie with the last of the top', () => {
    const ranked = order([row('a', 8), row('b', 7), row('c', 7), row('d', 6)], 'highest');
    expect(top(ranked, 2).map((r) => r.row.place.id)).toEqual(['a', 'b', 'c']);
  });

  it('computes what a recomputation gives', () => {
    fc.assert(
      fc.property(
        rows.filter((all) => all.length > 0),
        (all) => {
          const numbers = all.map((r) => r.value.quantity.low!);
          const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
          expect(aggregate('mean', all)!.value).toBeCloseTo(mean, 1);
          expect(aggregate('spread', all)!.value).toBeCloseTo(Math.max(...numbers) - Math.min(...numbers), 6);
          expect(aggregate('mean', all)!.used).toBe(all.length);
        },
      ),
    );
  });

  it('nests: two filters at once are one after the other', () => {
    fc.assert(
      fc.property(rows, limit, limit, (all, a, b) => {
        const [first, second] = [above(a, '>='), above(b, '<')];
        expect(filter(all, [first, second]).kept).toEqual(filter(filter(all, [first]).kept, [second]).kept);
      }),
    );
  });
});

describe('sums and changes', () => {
  it('sums amounts of one unit and no rates', () => {
    const jobs = [row('a', 85, { unit: '万人' }), row('b', 110, { unit: '万人', bound: '>=' })];
    expect(aggregate('sum', jobs)).toMatchObject({ value: 195, unit: '万人', arithmetic: '85 + 110', nominal: true });
    expect(aggregate('sum', [row('a', 6), row('b', 7)])).toBeUndefined();
  });

  it.each([
    ['=', '=', '='],
    ['=', '>=', '>='],
    ['>=', '=', '<='],
    ['=', '<=', '<='],
    ['~', '=', '~'],
    // 突破2万亿元 beside 超过1.4万亿元
    ['>=', '>=', 'open'],
    ['<=', '>=', '>='],
  ] as const)('how far a rise from a figure %s to one %s is known: %s', (a, b, size) => {
    const reached = (low: number, bound: Bound) =>
      ({ ...row('x', low, { unit: '亿元', bound }).value, facet: 'outcome' }) as const;
    expect(changeOf(reached(10, a), reached(20, b))?.size).toBe(size);
    // The bound of an aim is the aim.
    expect(changeOf(row('x', 6, { bound: a }).value, row('x', 7, { bound: b }).value)?.size).toBe('=');
  });

  it('what fell to less than a mark fell by more', () => {
    const reached = (low: number, bound: Bound) =>
      ({ ...row('x', low, { unit: '亿元', bound }).value, facet: 'outcome' }) as const;
    expect(changeOf(reached(20, '>='), reached(10, '='))?.size).toBe('>=');
    expect(changeOf(reached(20, '='), reached(10, '>='))?.size).toBe('<=');
  });

  it('a sum of what was reached is at least so much where one only passed a mark', () => {
    const sum = (bound: Bound) =>
      aggregate(
        'sum',
        [row('a', 85, { unit: '万人' }), row('b', 110, { unit: '万人', bound })].map((one) => ({
          ...one,
          value: { ...one.value, facet: 'outcome' as const },
        })),
      )?.size;
    expect([sum('='), sum('>='), sum('~')]).toEqual(['=', '>=', '~']);
  });

  it('names all numbers that are as frequent as the first', () => {
    expect(
      aggregate(
        'mode',
        [6, 7, 6, 7, 8].map((n, i) => row(String(i), n)),
      ),
    ).toMatchObject({ tied: [7, 6] });
    expect(
      aggregate(
        'mode',
        [6, 7, 6].map((n, i) => row(String(i), n)),
      ),
    ).not.toHaveProperty('tied');
  });

  it('brings 万亿元 and 亿元 to the smaller unit', () => {
    const money = [row('a', 1.5, { unit: '万亿元' }), row('b', 200, { unit: '亿元' })];
    expect(aggregate('sum', money)).toMatchObject({ value: 15200, unit: '亿元' });
  });

  it('tells a change between rates in points', () => {
    const change = changeOf(row('a', 8).value, row('a', 4, { year: 2023 }).value);
    expect(change).toMatchObject({ way: 'down', by: -4, unit: '个百分点' });
  });

  it('finds the longest run; a year without a value neither ends nor lengthens it', () => {
    const series: Valued[] = [2020, 2021, 2022, 2023, 2024].map((year) => row('a', year === 2020 ? 9 : 8, { year }));
    const runs = streaks(series, (r) => (r.year === 2022 ? undefined : r.value.quantity.low === 8));
    expect(longest(runs)).toMatchObject({ from: 2021, to: 2024 });
    expect(longest(runs)!.rows).toHaveLength(3);
  });

  it('ends a run at a year without a value where the years must follow one another', () => {
    const series = [2018, 2019, 2022, 2023, 2024].map((year) => row('a', 8, { year }));
    const lengths = (adjacent: boolean) => streaks(series, () => true, { adjacent }).map((run) => run.rows.length);
    expect(lengths(true)).toEqual([2, 3]);
    expect(lengths(false)).toEqual([5]);
  });

  it('tells how a row moved from the year before alone', () => {
    const series = [2018, 2019, 2022].map((year) => row('a', 2030 - year, { year }));
    expect([...changesAlong(series)].map(([{ year }, { way }]) => [year, way])).toEqual([[2019, 'down']]);
  });

  it.each([
    ['rising, then falling', [5, 7, 6], [['down', 2002, false]]],
    ['falling, level, then rising', [7, 6, 6, 8], [['up', 2003, false]]],
    [
      'growth that became a fall and growth again',
      [8, 3, -2, 4],
      [
        ['down', 2002, true],
        ['up', 2003, true],
      ],
    ],
    ['never', [8, 7, 7, 6], []],
  ] as const)('finds where a series turns: %s', (_, values, turns) => {
    const series = values.map((value, i) => row('a', value, { year: 2000 + i }));
    expect(turnsOf(series).map(({ way, step, sign }) => [way, step.to.year, sign])).toEqual(turns);
  });

  it('of a run of any length finds one that is as long as a recount says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 30 }), (held) => {
        const series = held.map((value, i) => row('a', value, { year: 1990 + i }));
        const run = longest(streaks(series, (r) => r.value.quantity.low === 1));
        const recount = Math.max(
          0,
          ...held
            .join('')
            .split('0')
            .map((ones) => ones.length),
        );
        expect(run?.rows.length ?? 0).toBe(recount);
      }),
    );
  });
});

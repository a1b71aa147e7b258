import { describe, expect, it } from 'vitest';
import type { Fact, Period } from '../../src/facts/types.js';
import type { AskedPeriod } from '../../src/frame/types.js';
import {
  contrastAgreement,
  indicatorAgreement,
  numberAgreement,
  periodAgreement,
  unitAgreement,
} from '../../src/matching/agreement.js';
import { findQuantities } from '../../src/text/quantities.js';

function fact(over: { period?: Partial<Period>; facet?: Fact['facet']; figure?: string; indicator?: string }): Fact {
  const quantity = findQuantities(over.figure ?? '7%')[0]!;
  return {
    id: 'x#1',
    report: 'x',
    subject: '',
    place: '430700',
    estimated: false,
    measure: 'level',
    headline: false,
    section: 0,
    facet: over.facet ?? 'outcome',
    ...(over.indicator ? { indicator: over.indicator } : {}),
    period: { from: 2021, to: 2021, source: 'report', ...over.period },
    quantity,
    span: quantity.span,
    clause: quantity.span,
    sentence: quantity.span,
  };
}

const year = (y: number, part?: string): AskedPeriod => ({
  kind: 'year',
  from: y,
  to: y,
  label: '',
  ...(part ? { part } : {}),
});

describe('time', () => {
  it.each<[string, Parameters<typeof fact>[0], AskedPeriod | undefined, string]>([
    ['none asked', {}, undefined, 'open'],
    ['the year', {}, year(2021), 'year'],
    ['another year', {}, year(2020), 'other'],
    ['a part of it', { period: { part: '上半年' } }, year(2021), 'part'],
    ['the part asked', { period: { part: '上半年' } }, year(2021, '上半年'), 'same-part'],
    ['five years for one', { period: { from: 2017 } }, year(2021), 'stretch-end'],
    ['an aim for its end', { period: { from: 2017 }, facet: 'plan-target' }, year(2021), 'plan-end'],
    ['the stretch', { period: { from: 2017 } }, { kind: 'span', from: 2017, to: 2021, label: '' }, 'span'],
    ['the state at its end', {}, { kind: 'span', from: 2017, to: 2021, label: '' }, 'span-end'],
  ])('%s', (_, of, asked, agreement) => {
    expect(periodAgreement(fact(of), asked, undefined)).toBe(agreement);
  });

  it('since a base year', () => {
    expect(periodAgreement(fact({ period: { base: 2015 } }), year(2021), 2015)).toBe('since');
    expect(periodAgreement(fact({ period: { base: 2015 } }), year(2021), 2016)).toBe('other-base');
  });
});

describe('units', () => {
  it.each([
    ['172个', ['个'], 'same'],
    ['172所', ['家'], 'counter'],
    ['300名', ['个'], 'general'],
    ['172所', ['个'], 'general'],
    ['3.2万亩', ['亩'], 'family'],
    ['850元/人', ['元'], 'family'],
    ['3243.1亿元', ['个亿'], 'family'],
    ['1.2万亿元', ['亿'], 'family'],
    ['25万人', ['亿'], 'scale'],
    ['500个', ['亿'], 'clash'],
    ['500个', ['万'], 'scale'],
    ['3000个学位', ['个'], 'same'],
    ['2.65万个', ['个'], 'family'],
    ['20亿美元', ['元'], 'family'],
    ['11.6%', ['个亿'], 'clash'],
    ['5%', ['个百分点'], 'points'],
    ['41.1%', ['成'], 'family'],
    ['三分之一', ['成'], 'family'],
    ['三分之一', ['%'], 'family'],
    ['4个小时', ['小时'], 'family'],
    ['4小时', ['个小时'], 'family'],
    ['500万立方米', ['方'], 'family'],
    ['172公里', ['元'], 'clash'],
    ['172公里', [], 'open'],
  ])('%s asked in %j: %s', (figure, asked, agreement) => {
    expect(unitAgreement(fact({ figure }), asked)).toBe(agreement);
  });
});

it('indicators', () => {
  const gdp = { id: 'gdp' } as never;
  const hint = { indicator: 'gdp', from: 0, to: 2 };
  const asked = { indicators: [gdp], hints: [] };
  expect(indicatorAgreement(fact({ indicator: 'gdp' }), asked, false)).toBe('same');
  expect(indicatorAgreement(fact({ indicator: 'gdp' }), { indicators: [], hints: [hint] }, false)).toBe('hint');
  expect(indicatorAgreement(fact({ indicator: 'cpi' }), asked, false)).toBe('other');
  expect(indicatorAgreement(fact({ indicator: 'cpi' }), asked, true)).toBe('part');
  expect(indicatorAgreement(fact({}), asked, false)).toBe('none');
  expect(indicatorAgreement(fact({}), asked, true)).toBe('named');
  expect(indicatorAgreement(fact({}), { indicators: [], hints: [] }, false)).toBe('plain');
});

it('contrasts', () => {
  expect(contrastAgreement([1, 1, 1, 0], [1, 2, 0, 2])).toEqual(['same', 'clash', 'missing', undefined]);
});

it('numbers in words and in digits are one', () => {
  const ten = findQuantities('过十亿元的企业');
  expect(numberAgreement(ten, findQuantities('10亿元企业'))).toBe('same');
  expect(numberAgreement(ten, findQuantities('过100亿元企业'))).toBe('other');
  expect(numberAgreement(ten, [])).toBe('missing');
  expect(numberAgreement([], ten)).toBe('open');
});

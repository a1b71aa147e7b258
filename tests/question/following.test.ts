import { describe, expect, it } from 'vitest';
import { createTables } from '../../src/dialog/analysis.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { parseQuestion } from '../../src/question/parse.js';
import { openStore } from '../../src/retrieval/store.js';

const lexicon = loadLexicon();
const store = await openStore({ folders: [SEEDS_DIR], lexicon });
const held = new Set(store.heads.flatMap((h) => (h.place ? [h.place.id] : [])));
const parse = (text: string) => parseQuestion(text, text, { lexicon, held });
const tables = createTables(store, lexicon, parse, (text) => store.holds(text));

/** The table that a turn leaves of the one before; undefined where it is no turn of that table. */
function behind(first: string, turn: string) {
  const before = tables.read({ shown: 0 }, first);
  if (before?.kind !== 'figures') throw new Error(`${first} is no table`);
  const query = tables.frameOf(before, parse(first));
  const plan = tables.read({ shown: 0, remembered: { query } }, turn);
  return plan?.kind === 'figures' ? plan : undefined;
}

const TARGETS = '2022年各市GDP目标';
const OUTCOMES = '2021年各市GDP目标完成了吗';

describe('a turn that the learned reader alone reads as a change of the table', () => {
  it.each([
    ['高的跟低的究竟隔几个点呀', ['spread']],
    ['最大跟最小的中间相差几个点啊', ['spread']],
    ['几个市全加到一块是多少', ['sum']],
  ])('%s asks for %j', (turn, aggregates) => {
    expect(behind(TARGETS, turn)).toMatchObject({
      aggregates,
      orders: [],
      places: { label: '各市' },
      facet: 'target',
      years: { years: [2022] },
    });
  });

  it.each([
    ['谁家究竟最大呀', ['highest']],
    ['垫底的究竟是哪家呀', ['lowest']],
  ])('%s asks for the %j of all, though a condition picked some before', (turn, orders) => {
    expect(behind('2022年各市GDP目标高于7%的有哪些', turn)).toMatchObject({ orders, conditions: [], aggregates: [] });
  });

  it.each([
    ['常德差了几个点呀', '常德市'],
    ['怀化到底达成没有', '怀化市'],
    ['邵阳后来兑现了没有啊', '邵阳市'],
  ])('%s asks of one place what it met of its target', (turn, label) => {
    expect(behind(OUTCOMES, turn)).toMatchObject({ facet: 'both', places: { label, named: true }, aggregates: [] });
  });
});

it('is told how far an end lies from the other, and not the end alone', () => {
  expect(behind('2022年各市GDP目标谁定得最高', '比最低的高几个点')).toMatchObject({
    orders: [],
    aggregates: ['spread'],
  });
});

it('asks in a talk about one place for its report, and not for all that hold a word', () => {
  const query = parse('常德2022年GDP目标');
  const turn = (text: string) => tables.read({ shown: 0, remembered: { query } }, text);
  expect(turn('里面提没提营商环境，咋说的')).toBeUndefined();
  expect(turn('哪些报告提到营商环境')).toMatchObject({ kind: 'mentions' });
});

describe('a turn that asks for the other side of a table', () => {
  it.each([
    ['实际各增长多少', { facet: 'outcome', form: 'rate', years: { years: [2022] } }],
    ['那头一年2021他们实际各增长多少', { facet: 'outcome', form: 'rate', years: { years: [2021] } }],
    ['哪几个没完成', { facet: 'both', conditions: [{ kind: 'verdict', met: false }] }],
  ])('%s, behind aims', (turn, plan) => {
    expect(behind(TARGETS, turn)).toMatchObject({ ...plan, indicator: { id: 'gdp' }, places: { label: '各市' } });
  });

  it.each([
    ['2021实际呢，哪个最慢哪个最快', { facet: 'outcome', orders: ['highest', 'lowest'], years: { years: [2021] } }],
    ['那2021年的兑现了没', { facet: 'both', years: { years: [2021] } }],
  ])('%s, with what is asked of it', (turn, plan) => {
    expect(behind(TARGETS, turn)).toMatchObject({ ...plan, conditions: [] });
  });

  it('asks nothing of all places by a word for one', () => {
    expect(behind(TARGETS, '它当年做到了吗')?.facet).not.toBe('both');
  });

  it.each(['谁差得最多', '比目标低得最多的是哪个市'])('%s, behind aims and what came of them', (turn) => {
    expect(behind(OUTCOMES, turn)).toMatchObject({ facet: 'both', gapEnd: 'missed', orders: [] });
  });
});

describe('a turn about the rows of a table', () => {
  it.each([
    ['一共几个市，平均多少', { counts: true, aggregates: ['mean'], conditions: [] }],
    ['那个时候最慢的是谁', { orders: ['lowest'], conditions: [] }],
    ['那倒数第一是哪里，这么低？', { orders: ['lowest'] }],
  ])('%s', (turn, plan) => {
    expect(behind('2022年各市GDP目标高于7%的有谁', turn)).toMatchObject({ ...plan, places: { label: '各市' } });
  });

  it('asks for an order of the economy alone behind all main targets', () => {
    const plan = behind('2022年各市目标', '哪个最高');
    expect(plan).toMatchObject({ orders: ['highest'], indicator: { id: 'gdp' }, implied: true });
    expect(plan?.columns).toBeUndefined();
  });
});

describe('a turn about the years of one place', () => {
  const SERIES = '常德2019到2022年的GDP目标是不是越定越低';
  it.each([
    ['从哪年起降到一位数了', { over: ['first'], conditions: [{ form: 'one-digit' }], years: { kind: 'all' } }],
    ['20到22这三年实际呢', { facet: 'outcome', years: { kind: 'range', years: [2020, 2021, 2022] } }],
    ['哪一年没达到，欠得最多的那年', { facet: 'both', gapEnd: 'missed' }],
    ['最高是哪一年', { over: ['extreme'], orders: ['highest'], facet: 'target' }],
    ['最低又是哪年', { over: ['extreme'], orders: ['lowest'], facet: 'target' }],
  ])('%s', (turn, plan) => {
    expect(behind(SERIES, turn)).toMatchObject({ ...plan, places: { label: '常德市' } });
  });
});

describe('a turn that changes no table so', () => {
  it.each([
    ['what one place missed where the table is of targets alone', TARGETS, '常德差了几个点呀'],
    ['what lies between the ends of a table of targets and outcomes', OUTCOMES, '高的跟低的差了几个点呀'],
    ['a source', TARGETS, '原文怎么写的'],
    ['another place alone', TARGETS, '那怀化呢'],
  ])('asks for %s', (_, first, turn) => {
    expect(behind(first, turn)).toBeUndefined();
  });

  it('names an indicator of its own, whose table it asks for', () => {
    expect(behind(TARGETS, '固投谁最高呀')).toMatchObject({
      indicator: { id: 'fixed-investment' },
      orders: ['highest'],
    });
  });

  it('names two places, which are set side by side', () => {
    expect(behind(TARGETS, '常德和怀化谁高呀')?.places).toMatchObject({ label: '常德市、怀化市' });
  });
});

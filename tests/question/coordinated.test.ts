import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { normalizeQuestion } from '../../src/question/normalize.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();
const held = new Set(['常德市', '怀化市'].map((name) => lexicon.gazetteer.byName(name)[0]!.id));

/** What each asking of a question asks for, in its words. */
function askings(question: string): string[] {
  const normalized = normalizeQuestion(question);
  if (!normalized.ok) throw new Error(normalized.problem);
  const { text, askings: found } = parseQuestion(question, normalized.text, { lexicon, held });
  return found.filter((a) => a.kind === 'figure').map((a) => text.slice(a.from, a.to));
}

describe('two things named side by side, one of them by an indicator', () => {
  it.each([
    ['常德2021年旅游总收入和游客数', ['常德2021年旅游总收入', '游客数']],
    ['常德2021年新增就业及新办企业', ['常德2021年新增就业', '新办企业']],
    ['常德2021年旅游总收入、游客数', ['常德2021年旅游总收入', '游客数']],
    // The indicator may be the second.
    ['常德2021年农村改厕和新增就业', ['常德2021年农村改厕', '新增就业']],
  ])('%s asks for a figure of each', (question, parts) => {
    expect(askings(question)).toEqual(parts);
  });

  it.each([
    ['one thing', '常德2021年旅游总收入'],
    ['a join with nothing behind it', '常德2021年旅游总收入和'],
    ['a join with no thing behind it', '常德2021年粮食产量和的'],
    ['two places', '常德和怀化2021年粮食产量'],
    ['two indicators, which are a list', '常德2021年GDP和固投'],
    ['two times', '怀化旅游收入2016年和2021年'],
    ['a number in words', '常德2021年粮食产量跟种了多少亩油菜'],
    ['three things', '常德2021年旅游总收入、游客数和民宿'],
  ])('%s is no such pair: %s', (_, question) => {
    expect(askings(question)).toEqual([]);
  });
});

describe('several things with one word that asks for each', () => {
  it.each([
    ['怀化2021年公厕和停车位各建了多少', ['怀化2021年公厕', '停车位']],
    ['怀化2021年公厕、停车位、文旅驿站分别建了多少', ['怀化2021年公厕', '停车位', '文旅驿站']],
    ['先问一句，怀化2021年公厕和停车位各建了多少', ['怀化2021年公厕', '停车位']],
  ])('%s asks for a figure of each', (question, parts) => {
    expect(askings(question)).toEqual(parts);
  });

  it.each([
    ['one thing', '怀化2021年公厕各建了多少'],
    ['two places', '常德和怀化2021年公厕各建了多少'],
    ['two indicators, which are a list', '怀化2021年GDP和固投分别增长多少'],
    ['siblings of one indicator', '怀化2021年城里和农村居民收入各涨多少'],
  ])('%s is no such row: %s', (_, question) => {
    expect(askings(question)).toEqual([]);
  });
});

describe('a clause that is nothing but the noun of another measure', () => {
  it.each([
    ['怀化2021年进出口总额多少亿，增速呢', ['怀化2021年进出口总额多少亿', '，增速呢']],
    ['怀化2021年建了多少公厕，排名', ['怀化2021年建了多少公厕', '，排名']],
  ])('%s asks for that too', (question, parts) => {
    expect(askings(question)).toEqual(parts);
  });

  it.each(['怀化2021年建了多少公厕', '怀化2021年建了多少公厕，谢谢'])('%s asks for one figure', (question) => {
    expect(askings(question)).toEqual([]);
  });
});

describe('a change and an asking that names nothing else', () => {
  it('怀化城镇化率降了多少，从几到几 asks for both ends alone', () => {
    expect(askings('怀化2021年公厕数量降了多少，从几到几')).toEqual([]);
  });

  it('another thing before it is asked for too', () => {
    expect(askings('怀化2021年建了多少公厕，停车位由多少个增加到多少个').length).toBe(2);
  });
});

describe('a part without a word of asking', () => {
  it.each([
    ['常德2021年粮食产量多少，油菜籽呢', ['常德2021年粮食产量多少，', '油菜籽呢']],
    ['常德2021年各类农作物播种多少亩，油菜籽呢', ['常德2021年各类农作物播种多少亩，', '油菜籽呢']],
    ['常德2021年要盖多少学校，公办跟民办分开讲', ['公办', '民办']],
    // What ends a sentence ends what is asked in it.
    ['常德2021年翻新几个老小区？老高层的电梯又整治几部', ['常德2021年翻新几个老小区', '？老高层的电梯又整治几部']],
  ])('%s asks for a figure of each', (question, parts) => {
    expect(askings(question).map((part) => part.replace('?', '？'))).toEqual(parts);
  });

  it.each([
    ['a time', '常德2021年粮食产量多少，2020年呢'],
    ['a place', '常德2021年粮食产量多少，怀化呢'],
    ['a side', '常德2021年粮食产量目标多少，实际呢'],
    ['a ratio', '常德2021年三次产业结构几比几比几'],
  ])('%s is none: %s', (_, question) => {
    expect(askings(question)).toEqual([]);
  });
});

describe('an aim and what came of it in two clauses', () => {
  const read = (text: string) => parseQuestion(text, text, { lexicon, held });

  it.each([
    '常德2021年固定资产投资定多少、干到多少',
    '固定资产投资呢，定了多少、做到多少',
    '常德2021年粮食产量定的多少，最后呢收了多少',
  ])('%s asks for both sides of one thing', (question) => {
    expect(read(question)).toMatchObject({ operation: 'outcome', bothFacets: true, askings: [] });
  });

  it.each(['常德2021年固定资产投资定多少，排第几', '常德2021年打算建几所学校，修了多少公里农村公路'])(
    '%s asks for two figures',
    (question) => {
      expect(read(question).askings).toHaveLength(2);
    },
  );
});

describe('askings of which the last is of each before it', () => {
  it.each([
    ['常德2021年城镇收入多少、农村收入多少，各涨多少', 4],
    ['常德2021年城镇收入多少、农村收入多少，外贸涨多少', 3],
  ])('%s asks for %i figures', (question, count) => {
    expect(askings(question)).toHaveLength(count);
  });
});

describe('what is counted in 块', () => {
  it.each([
    ['常德2021年金牌又添了几块', ['个']],
    ['常德2021年拿了几块金牌', ['个']],
    ['常德2021年低保提了几块钱', ['块钱']],
  ])('%s: %s', (question, units) => {
    expect(parseQuestion(question, question, { lexicon, held }).units).toEqual(units);
  });
});

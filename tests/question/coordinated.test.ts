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

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

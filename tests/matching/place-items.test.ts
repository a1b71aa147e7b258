import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { inlineLists } from '../../src/matching/inline-lists.js';
import { placeItems } from '../../src/matching/place-items.js';
import { asksPlaces } from '../../src/question/list-ask.js';

const { gazetteer } = loadLexicon();

describe('places of a list', () => {
  it.each([
    ['支持武陵区、桃源县、石门县创建示范县。', ['武陵区', '桃源县', '石门县']],
    ['在长沙、株洲等地设立服务站。', ['长沙', '株洲']],
    ['建设滨湖新区、高新区大型车站。', ['滨湖新区', '高新区']],
    ['推进立法、规划、建设各项工作。', undefined],
  ])('%s', (text, places) => {
    const [list] = inlineLists(text, { start: 0, end: text.length });
    const items = placeItems(gazetteer, text, list!, undefined);
    expect(items?.map((s) => text.slice(s.start, s.end))).toEqual(places);
  });

  it.each([
    ['哪几个地方设了服务站', true],
    ['支持哪些区县创建', true],
    ['哪些区域要改造', false],
    ['开拓了哪些市场', false],
  ])('are asked for: %s', (question, asked) => {
    expect(asksPlaces(question)).toBe(asked);
  });
});

import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { parseQuestion } from '../../src/question/parse.js';
import { withWholeAsWritten } from '../../src/question/whole.js';

const lexicon = loadLexicon();

describe('the place that a share is of', () => {
  it.each([
    ['宁波GDP占浙江比重', '宁波GDP占全省比重'],
    ['宁波2021年GDP占浙江省多少', '宁波2021年GDP占全省多少'],
    ['常德粮食产量占到湖南几成', '常德粮食产量占到全省几成'],
    ['湖南粮食占中国比重', '湖南粮食占全国比重'],
  ])('is written as the reports of a place within it do: %s', (text, written) => {
    expect(withWholeAsWritten(text, lexicon)).toBe(written);
  });

  it.each([
    ['it is written so already', '常德粮食占全国比重'],
    ['it is no province', '常德GDP占怀化比重'],
    ['the place lies in another', '常德GDP占浙江比重'],
    ['no place lies in it', '浙江占多少'],
    ['it is seized', '常德抢占湖南市场多少'],
    ['no share is asked for', '常德和湖南2021年GDP'],
  ])('stays as it is where %s: %s', (_, text) => {
    expect(withWholeAsWritten(text, lexicon)).toBe(text);
  });

  it('is what the question is about no more', () => {
    const held = new Set(['宁波市', '浙江省'].map((name) => lexicon.gazetteer.byName(name)[0]!.id));
    const text = '宁波2021年GDP占浙江多少';
    const { places, whole } = parseQuestion(text, text, { lexicon, held });
    expect(places.map((p) => p.value.short)).toEqual(['宁波']);
    expect(whole).toBe('全省');
  });
});

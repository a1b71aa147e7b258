import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/frame/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { sounds } from '../../src/lexicon/sounds.js';
import { normalizeQuestion } from '../../src/question/normalize.js';
import { parseQuestion } from '../../src/question/parse.js';
import { placesNear } from '../../src/question/place-slips.js';

const lexicon = loadLexicon();
const heldNames = ['常德市', '张家界市', '邵阳市', '娄底市', '怀化市'];
const held = new Set(heldNames.flatMap((name) => lexicon.gazetteer.byName(name).map((p) => p.id)));
const heldPlaces = lexicon.gazetteer.places.filter((p) => held.has(p.id));

/** @param known words that the reports hold. */
function read(question: string, known: readonly string[] = []): Frame {
  const normalized = normalizeQuestion(question);
  if (!normalized.ok) throw new Error(normalized.problem);
  return parseQuestion(question, normalized.text, { lexicon, held, known: (text) => known.includes(text) });
}

describe('places that a word may be a slip for', () => {
  it.each([
    ['长德', '常德'], // the same sound
    ['怀花', '怀化'],
    ['少阳', '邵阳'],
    ['邵羊', '邵阳'],
    ['搂底', '娄底'],
    ['常徳', '常德'], // the same look
    ['德常', '常德'], // swapped
    ['张家届', '张家界'],
    ['张加界', '张家界'],
    ['张佳界', '张家界'],
    ['张家', ''], // two of three are too little
    ['张界家市', '张家界'],
    ['常年', ''],
    ['苹果', ''],
    ['长沙', ''],
    ['城镇', ''],
    ['粮食', ''],
  ])('%s → %s', (word, short) => {
    expect(placesNear(word, heldPlaces, sounds()).map((p) => p.short)).toEqual(short === '' ? [] : [short]);
  });
});

describe('a word in the position of a place', () => {
  it.each([
    ['长德2022年GDP目标', 'slip 长德'],
    ['2022年长德GDP目标', 'slip 长德'],
    ['长德GDP目标是多少', 'slip 长德'],
    ['请问长德的2022年GDP目标', 'slip 长德'],
    ['你好，张家届2022年来了多少游客', 'slip 张家届'],
    ['深镇2020地铁多少公里', 'slip 深镇'],
    ['那长德呢', 'slip 长德'],
    ['东京2022年GDP目标', 'elsewhere 东京'],
    ['纽约去年经济增长多少', 'elsewhere 纽约'],
    ['那东京呢', 'elsewhere 东京'],
    ['火星市今年财政收入目标', 'unknown 火星市'],
    ['月亮2021年财政收入', 'unknown 月亮'],
    ['南岳机场2021年旅客吞吐量', 'facility 南岳机场'],
    // Beside places that are named.
    ['常德、怀花2022年GDP目标谁高', 'slip 怀花'],
    ['2022年少阳和常德的失业率目标', 'slip 少阳'],
    ['常德和怀化打的粮食谁多', ''],
    ['常德跟怀化比，2022年谁的GDP目标高', ''],
    ['常德、怀化这两个市2022年GDP目标', ''],
    ['常德和企业的合作', ''],
    // Nothing unknown stands there.
    ['常德2022年GDP目标', ''],
    ['2022年GDP目标', ''],
    ['城镇2021年失业率', ''],
    ['全市2021年GDP', ''],
    ['粮食产量2022年是多少', ''],
    ['哪个市2022年GDP目标最高', ''],
    ['各市2022年GDP目标', ''],
    ['今年要办哪些实事', ''],
    ['它2021年完成了吗', ''],
  ])('%s → %s', (question, expected) => {
    const { unknownPlace: found } = read(question);
    expect(found ? `${found.kind} ${found.text}` : '').toBe(expected);
  });

  it('may be what is asked for where the reports hold it', () => {
    expect(read('苹果2022年GDP目标', ['苹果']).unknownPlace?.kind).toBe('unclear');
    expect(read('园区工业2022年怎么样', ['园区工业']).unknownPlace).toBeUndefined();
    expect(read('美兰机场2016年坐飞机的人有多少', ['美兰机场']).unknownPlace).toBeUndefined();
  });
});

describe('names, facilities and places within places', () => {
  it.each([
    ['哈市2022年GDP目标', '哈尔滨市'],
    ['版纳去年来了多少游客', '西双版纳傣族自治州'],
    ['鹰城今年财政收入', '平顶山市'],
    ['石门2021年GDP', '石门县'],
    ['怀化下面的沅陵县2021年GDP多少', '沅陵县'],
    ['沅陵县在怀化排第几', '沅陵县'],
    ['怀化和沅陵县2021年GDP', '怀化市、沅陵县'],
    ['常德桃源县2021年粮食产量', '桃源县'],
    ['怀化、常德2021年GDP', '怀化市、常德市'],
  ])('%s → %s', (question, names) => {
    expect(
      read(question)
        .places.map((p) => p.value.name)
        .join('、'),
    ).toBe(names);
  });
});

describe('times that are none', () => {
  it.each([
    ['不是2021年，是2022年，常德GDP目标', '2022年'],
    ['常德2022年GDP目标，不是2021年的', '2022年'],
    ['别给我2021年的，常德2022年GDP目标', '2022年'],
    ['常德土地承包延长30年', ''],
    ['常德土地承包到期再延长30年的试点', ''],
    ['常德22年GDP目标', '2022年'],
    ['常德50强企业有几家', ''],
  ])('%s → %s', (question, labels) => {
    expect(
      read(question)
        .periods.map((p) => p.value.label)
        .join('、'),
    ).toBe(labels);
  });
});

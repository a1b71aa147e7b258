import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/lexicon/config-error.js';
import { createGazetteer } from '../../src/lexicon/gazetteer.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';

const { gazetteer } = loadLexicon();
const found = (text: string, home?: string): string[] => gazetteer.find(text, home).map((m) => m.place.name);

describe('places named in a question', () => {
  test.each([
    ['2022年常德GDP目标', ['常德市']],
    ['常德市2022年', ['常德市']],
    ['湘西州和恩施', ['湘西土家族苗族自治州', '恩施土家族苗族自治州']],
    [
      '内蒙古、广西、西藏、宁夏、新疆',
      ['内蒙古自治区', '广西壮族自治区', '西藏自治区', '宁夏回族自治区', '新疆维吾尔自治区'],
    ],
    ['桃源县财政收入', ['桃源县']],
    ['津市市GDP', ['津市市']],
    ['天津市GDP', ['天津市']],
    ['全国2022年GDP目标', ['全国']],
    ['国务院政府工作报告', ['全国']],
    ['湘江新区', ['湖南湘江新区']],
    ['襄樊2008年', ['襄阳市']],
    ['济源市', ['济源市']],
    ['范县GDP', ['范县']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names);
  });
});

describe('words that only look like places', () => {
  test.each([
    '长治久安',
    '阿里巴巴',
    '创建示范县',
    '加强合作开发',
    '资源和平台',
    '世外桃源',
    '中国特色社会主义',
    '老城区改造',
    '城区和郊区',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('a short name that is also a word is found in a report of its own city and nowhere else', () => {
  expect(found('石门、澧县、桃源通用机场', '430700')).toEqual(['石门县', '澧县', '桃源县']);
  expect(found('石门、桃源通用机场', '440100')).toEqual([]);
  expect(found('桃源机场')).toEqual([]);
});

test('namesakes are given along, the higher level first', () => {
  const [mention] = gazetteer.find('吉林');
  expect(mention?.place.name).toBe('吉林省');
  expect(mention?.others.map((p) => p.name)).toEqual(['吉林市']);
  expect(gazetteer.find('鼓楼区')[0]?.others.length).toBeGreaterThan(2);
  expect(gazetteer.find('邵阳')[0]?.others).toEqual([]);
});

test('the exact name finds also what is never found inside a text', () => {
  expect(gazetteer.byName('资源').map((p) => p.name)).toEqual(['资源县']);
  expect(gazetteer.byName('朝阳')[0]?.name).toBe('朝阳市');
  expect(gazetteer.byName('无此地')).toEqual([]);
});

test('offsets lead to the words', () => {
  const text = '对比常德市、怀化和桃源县';
  for (const m of gazetteer.find(text)) expect(text.slice(m.start, m.end)).toBe(m.text);
});

test('levels and parents follow from the codes', () => {
  expect(gazetteer.get('430725')).toMatchObject({ level: 'county', parent: '430700', pinyin: 'taoyuan' });
  expect(gazetteer.get('419001')).toMatchObject({ name: '济源市', level: 'county', parent: '410000' });
  expect(gazetteer.within('430725', '430000')).toBe(true);
  expect(gazetteer.within('430000', '430725')).toBe(false);
  expect(gazetteer.within('430725', '000000')).toBe(true);
});

test('every name of every place is kept under its own name', () => {
  for (const place of gazetteer.places) {
    for (const name of place.aliases) expect(gazetteer.byName(name)).toContain(place);
  }
});

test('config/places.json is what its tables give', () => {
  const dir = mkdtempSync(join(tmpdir(), 'places-'));
  const made = join(dir, 'places.json');
  execFileSync(process.execPath, [join(CONFIG_DIR, 'places.build.mjs'), made], { stdio: 'pipe' });
  expect(readFileSync(made, 'utf8')).toBe(readFileSync(join(CONFIG_DIR, 'places.json'), 'utf8'));
  rmSync(dir, { recursive: true });
});

describe('a config that cannot be right is refused', () => {
  const file = (places: string[]) => ({ source: '', format: '', passOver: [], places });
  test.each([
    ['a code that stands twice', ['000000 全国 全国 quanguo', '430000 湖南省 湖南 hunan', '430000 湖北省 湖北 hubei']],
    ['a parent that is missing', ['430700 常德市 常德 changde']],
    [
      'a further name claimed twice',
      ['000000 全国 全国 quanguo', '430000 湖南省 湖南 hunan =湘省', '420000 湖北省 湖北 hubei =湘省'],
    ],
  ])('%s', (_, places) => {
    expect(() => createGazetteer(file(places))).toThrow(ConfigError);
  });
});

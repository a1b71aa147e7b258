import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/lexicon/config-error.js';
import { contrasts, keepsApart, membersIn } from '../../src/lexicon/contrasts.js';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';
import { parseThesaurus, thesaurus } from '../../src/lexicon/thesaurus.js';

/** Words that ask and name nothing: in a group of the thesaurus they would let any question meet any text. */
const ASKING = /多少|几[个家成次年]|什么|哪|啥|吗$|谁|怎[么样]|如何|多[大长高重久快]|有没有|是不是/u;

const text = readFileSync(join(CONFIG_DIR, 'language', 'thesaurus.tsv'), 'utf8');
const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('config/language/thesaurus.tsv', () => {
  const { groups } = thesaurus();

  it('is one group a line: topic, words of the reports, words of people', () => {
    expect(lines.filter((line) => !/^[^\t]+\t[^\t]+(?:\t[^\t]+)?$/u.test(line))).toEqual([]);
    expect(groups).toHaveLength(lines.length);
  });

  it('holds no word twice in a group and none that is empty', () => {
    const wrong = groups.filter(({ reports, people }) => {
      const words = [...reports, ...people];
      return new Set(words).size !== words.length || words.some((w) => w.trim() === '' || w !== w.trim());
    });
    expect(wrong.map((g) => g.reports.join('|'))).toEqual([]);
  });

  it('holds no asking phrase', () => {
    const wrong = groups.flatMap(({ reports, people }) => [...reports, ...people].filter((w) => ASKING.test(w)));
    expect(wrong).toEqual([]);
  });

  it('has two words or more in every group: one alone stands for nothing', () => {
    expect(groups.filter((g) => g.reports.length + g.people.length < 2)).toEqual([]);
  });

  it('says no group twice', () => {
    const keys = groups.map((g) => [...g.reports].sort().join('|'));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it.each(['经济\t', '\t生产总值|GDP', '没有主题的一行'])('a line that is none is named: %j', (line) => {
    expect(() => parseThesaurus(`好\t一|二\n${line}\n`)).toThrow(ConfigError);
    expect(() => parseThesaurus(`好\t一|二\n${line}\n`)).toThrow('第 2 行');
  });

  it.each([
    ['打粮', '粮食产量'],
    ['坐飞机', '旅客吞吐量'],
    ['来玩', '接待游客'],
    ['退休金', '养老金'],
    ['老小区', '老旧小区改造'],
    ['社零', '社会消费品零售总额'],
    ['饭碗', '城镇新增就业'],
    ['讨工资', '追回工资'],
    ['耍的人来了', '接待游客'],
    ['茅房', '公厕'],
    ['讨回血汗钱', '清欠'],
    ['跟外头结对子', '友好城市'],
    ['发大水', '洪涝灾害'],
  ])('%s may stand for %s', (asked, written) => {
    expect(thesaurus().alternatives(asked)).toContain(written);
  });

  it('leads from people to siblings in reports, and from none of those to another', () => {
    const words = parseThesaurus('>灾害\t洪涝|干旱\t闹灾\n灾害\t洪涝|洪灾\t发水\n');
    expect(words.alternatives('闹灾')).toEqual(['洪涝', '干旱']);
    expect(words.alternatives('干旱')).toEqual([]);
    expect(words.alternatives('洪涝')).toEqual(['洪灾']);
    expect(words.groups.map(({ topic, oneWay }) => [topic, oneWay])).toEqual([
      ['灾害', true],
      ['灾害', false],
    ]);
  });
});

describe('config/language/contrasts.json', () => {
  const groups = contrasts();

  it('holds no word in two members of one group, and no group twice', () => {
    const wrong = groups.flatMap(({ name, members, not = [] }) => {
      const words = [...members.flat(), ...not];
      return words.filter((w, i) => words.indexOf(w) !== i).map((w) => `${name}: ${w}`);
    });
    expect(wrong).toEqual([]);
    expect(new Set(groups.map((g) => g.name)).size).toBe(groups.length);
  });

  it('passes over only what holds a word of the group', () => {
    const idle = groups.flatMap(({ name, members, not = [] }) =>
      not.filter((n) => !members.flat().some((w) => n.includes(w))).map((n) => `${name}: ${n}`),
    );
    expect(idle).toEqual([]);
  });

  it.each([
    ['trade', '进出口总额', '外贸'],
    ['trade', '出口总额', '卖到国外'],
    ['residents', '城镇居民人均可支配收入', '城里人'],
    ['residents', '农村居民', '种地的'],
    ['stage', '建成投产', '盖好'],
    ['added-or-total', '新增市场主体', '冒出来'],
  ])('%s: %s is of the member of %s', (name, a, b) => {
    const i = groups.findIndex((g) => g.name === name);
    expect(membersIn(groups, a)[i]).toBeGreaterThan(0);
    expect(membersIn(groups, a)[i]).toBe(membersIn(groups, b)[i]);
  });

  it.each([
    ['stage', '建成区面积'],
    ['school', '中小学'],
    ['livestock', '牛羊'],
    ['residents', '城镇化率'],
  ])('%s: %s names none of them', (name, word) => {
    expect(membersIn(groups, word)[groups.findIndex((g) => g.name === name)]).toBe(0);
  });

  it.each([
    ['城镇居民收入', '农村居民收入', false],
    ['农村低保', '低保', false],
    ['新增停车位', '停车位', false],
    ['停车位', '新增停车位', true],
    ['外贸', '进出口总额', true],
    ['外贸', '出口总额', false],
    ['打粮', '粮食产量', true],
  ])('%s may be met by %s: %s', (word, other, may) => {
    expect(keepsApart(groups, word, other)).toBe(may);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/lexicon/config-error.js';
import { membersIn } from '../../src/lexicon/contrasts.js';
import { CONFIG_DIR } from '../../src/lexicon/paths.js';
import { parseSiblings, siblings } from '../../src/lexicon/siblings.js';

describe('config/language/siblings.tsv', () => {
  const groups = siblings();
  const lines = readFileSync(join(CONFIG_DIR, 'language', 'siblings.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  it('is one group a line, each of a topic of its own', () => {
    expect(groups).toHaveLength(lines.length);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });

  it('holds only words, without blanks around', () => {
    const words = groups.flatMap(({ members }) => members.flat());
    expect(words.filter((word) => word !== word.trim() || /[\s，。、；]/u.test(word))).toEqual([]);
  });

  it.each([
    ['肉牛存栏', '奶牛存栏'],
    ['出口总额', '进出口总额'],
    ['税收收入', '非税收入'],
    ['汽车产量', '新能源汽车产量'],
    ['轻工业产值', '工业总产值'],
    ['接待游客', '入境游客'],
    ['猕猴桃', '水果'],
    ['公交车', '出租车'],
  ])('%s and %s are of different members', (one, other) => {
    const [a, b] = [membersIn(groups, one), membersIn(groups, other)];
    expect(groups.filter((_, i) => a[i] !== 0 && b[i] !== 0 && (a[i]! & b[i]!) === 0)).not.toEqual([]);
  });

  it.each(['只有主题', '主题\t一', '主题\t一\t一', '主题\t一\t'])('a line that is none is named: %j', (line) => {
    expect(() => parseSiblings(`好\t一\t二\n${line}\n`)).toThrow(ConfigError);
    expect(() => parseSiblings(`好\t一\t二\n${line}\n`)).toThrow('第 2 行');
  });

  it('reads the marks before a topic', () => {
    expect(parseSiblings('~甲\t一\t二|三\n!乙\t一\t二')).toEqual([
      { name: '甲', members: [['一'], ['二', '三']], weighed: true, named: false },
      { name: '乙', members: [['一'], ['二']], weighed: false, named: true },
    ]);
  });
});

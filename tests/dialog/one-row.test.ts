import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** A condition that one row alone meets, and turns over what was told, over three reports made for it. */
const root = mkdtempSync(join(tmpdir(), 'one-row-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const corpus = join(root, 'corpus');
mkdirSync(corpus);
const report = (place: string, year: number, target: string, days: number): string =>
  [
    `${year}年${place}人民政府工作报告`,
    `一、${year - 1}年工作回顾`,
    `过去一年，海洋生产总值增长9%，空气质量优良天数达到${days}天，新建改造农村超市12家。`,
    `二、${year}年工作安排`,
    `今年的主要预期目标是：地区生产总值增长${target}，一般公共预算收入增长5%。`,
  ].join('\n\n');
for (const [place, target] of [
  ['岳阳市', '7%'],
  ['益阳市', '7.5%'],
  ['永州市', '8.5%'],
] as const)
  writeFileSync(join(corpus, `${place}2022.txt`), report(place, 2022, target, 310));
writeFileSync(join(corpus, '岳阳市2021.txt'), report('岳阳市', 2021, '8%', 322));
writeFileSync(join(corpus, '岳阳市2023.txt'), report('岳阳市', 2023, '6%', 305));
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });

async function headlines(...turns: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  for (const turn of turns) said.push((await assistant.ask(turns.join('|'), turn)).headline);
  return said;
}

describe('a condition', () => {
  it.each(['湖南哪些市2022年GDP目标超过8%', '湖南各市2022年GDP目标有超过8%的吗'])(
    '%s: one row that meets it is all',
    async (question) => {
      const [said] = await headlines(question);
      expect(said).toContain('永州市增长8.5%');
      expect(said).not.toContain('益阳市');
    },
  );
});

describe('turns over what was told', () => {
  it('ask by how much in the unit of the thing', async () => {
    expect((await headlines('岳阳2020年空气优良天数多少', '21年呢', '少了几天')).at(-1)).toContain('12天');
  });

  it('ask which year was first', async () => {
    const turns = ['岳阳2020年空气优良天数多少', '21年呢', '22年呢', '这几年哪年最多'];
    expect((await headlines(...turns)).at(-1)).toContain('最高的是2020年322天');
  });

  it('name a year alone', async () => {
    expect((await headlines('岳阳2022年GDP目标', '2023')).at(-1)).toContain('6%');
  });
});

it('a place that is left out behind its name is looked through no more', async () => {
  const answer = await assistant.ask('left', '岳阳以外，还有谁的报告提过超市');
  expect(answer.kind).toBe('mentions');
  expect(answer.headline).toContain('益阳');
  expect(answer.headline).not.toContain('岳阳');
});

it('a part of the economy never stands for the whole of it', async () => {
  const [alone, beside, asked] = await headlines(
    '岳阳2021年GDP实际增速多少',
    '岳阳和益阳2021年GDP实际增速哪个高',
    '岳阳2021年海洋生产总值增速多少',
  );
  expect(alone).not.toContain('9%');
  expect(beside).not.toContain('9%');
  expect(asked).toContain('9%');
});

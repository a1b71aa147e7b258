import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { createAssistant } from '../../src/assistant.js';

/** What a province's report tells of its cities: 株洲 and 湘潭 have reports of their own, 衡阳, 郴州 and 永州 have none. */
const root = mkdtempSync(join(tmpdir(), 'outer-place-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const city = (name: string, product: number): string =>
  [
    `2022年${name}人民政府工作报告`,
    '一、2021年工作回顾',
    `过去一年，全市地区生产总值${product}亿元，增长8.3%。`,
    '二、2022年工作安排',
    '今年的主要预期目标是：地区生产总值增长7.5%。',
  ].join('\n\n');

const REPORTS: Readonly<Record<string, string>> = {
  '株洲市2022.txt': city('株洲市', 3420),
  '湘潭市2022.txt': city('湘潭市', 2548),
  '湖南省2022.txt': [
    '2022年湖南省人民政府工作报告',
    '一、2021年工作回顾',
    [
      '过去一年，全省地区生产总值46000亿元，增长7.7%。',
      '株洲机场旅客吞吐量达到320万人次。衡阳机场旅客吞吐量达到150万人次。',
      '株洲、湘潭等先进制造集群新设企业1300家。',
      '湘潭高速公路通车里程达到410公里，新增高速公路35公里。',
      '郴州、永州等自由贸易试验片区新设企业2600家。',
    ].join(''),
    '二、2022年工作安排',
    '今年的主要预期目标是：地区生产总值增长6.5%以上。',
  ].join('\n\n'),
};
const corpus = join(root, 'corpus');
mkdirSync(corpus);
for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(corpus, name), text);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });

async function talk(...turns: readonly string[]): Promise<Answer> {
  let answer!: Answer;
  for (const turn of turns) answer = await assistant.ask(turns.join('|'), turn);
  return answer;
}

describe('a figure of a city that its province alone tells', () => {
  it.each([
    ['株洲2021年机场来了多少旅客', '320万人次'],
    ['湘潭2021年高速公路通车里程多少公里', '410公里'],
    ['衡阳2021年机场来了多少旅客', '150万人次'],
  ])('is told where the city is named alone: %s', async (question, says) => {
    const { kind, figures, citations } = await talk(question);
    expect(kind).toBe('figure');
    expect(figures.map((f) => f.text)).toEqual([says]);
    expect(citations[0]!.document).toMatchObject({ place: '湖南省', year: 2022 });
  });

  it.each(['株洲2021年先进制造集群新设企业多少家', '湘潭2021年先进制造集群新设企业多少家'])(
    'is not told where the city is one of a row: %s',
    async (question) => {
      expect((await talk(question)).kind).toBe('refusal');
    },
  );

  it.each(['郴州2021年自由贸易试验片区新设企业多少家', '永州2021年自由贸易试验片区新设企业多少家'])(
    'is told of a row where the city has no report of its own: %s',
    async (question) => {
      expect((await talk(question)).headline).toContain('2600家');
    },
  );

  it('is told only where it is sure', async () => {
    const wordings = ['机场旅客吞吐量', '机场吞吐量', '坐飞机的有多少人', '机场来了多少旅客'];
    const answers = await Promise.all(wordings.map((words) => talk(`株洲2021年${words}`)));
    const told = answers.filter(({ kind }) => kind === 'figure');
    expect(told.length).toBeGreaterThan(0);
    for (const { confidence, headline } of told) expect(confidence, headline).toBeGreaterThanOrEqual(0.55);
  });

  it('is never told for a city without its own name in the clause', async () => {
    expect((await talk('湘潭2021年机场旅客吞吐量')).kind).toBe('refusal');
    expect((await talk('株洲2021年高速公路通车里程多少公里')).kind).toBe('refusal');
  });
});

describe('a turn that names no place', () => {
  it.each([
    [['株洲2021年GDP多少', '机场来了多少旅客'], '湖南省'],
    [['湘潭2021年GDP多少', '高速公路通车里程多少公里'], '湖南省'],
  ])('goes on in the own reports of the place before: %j', async (turns, elsewhere) => {
    const { kind, headline } = await talk(...turns);
    expect(kind).toBe('refusal');
    expect(headline).not.toContain(elsewhere);
  });

  it('is answered as a question of its own once it names the place', async () => {
    const { headline } = await talk('湘潭2021年GDP多少', '湘潭高速公路通车里程多少公里');
    expect(headline).toContain('410公里');
  });
});

it('the own reports come first', async () => {
  const { headline, citations } = await talk('株洲2021年GDP多少');
  expect(headline).toContain('3420亿元');
  expect(citations[0]!.document.place).toBe('株洲市');
});

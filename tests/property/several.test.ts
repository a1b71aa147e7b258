import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { loadSeeds } from '../support/seed-assistant.js';

const assistant = await loadSeeds();

/** Questions that name place and year, of every kind that is asked of one report. */
const QUESTIONS = [
  '2022年怀化GDP目标是多少',
  '2021年常德固投目标是多少',
  '怀化2021年旅游总收入多少',
  '邵阳2022年粮食产量要到多少',
  '2024年张家界社零目标定了多少',
  '娄底2022年规模工业增加值想增长几个点',
  '邵阳2022年重点建设多少个十亿产业项目',
  '常德2022年主要预期目标有哪些',
  '2022年怀化国际陆港怎么建',
  '谁作的怀化2022年政府工作报告',
  '2022年娄底和怀化规模工业增加值目标哪个高',
  '常德2021年固投目标完成了吗',
  '2022年邵阳脱贫搞得咋样',
] as const;

/** What stands between two questions of one message. */
const JOINERS = [
  '？',
  '？ ',
  '；',
  '。',
  '\n',
  '\n\n',
  '？\n',
  '，另外',
  '，另外，',
  '另外',
  '，还有',
  '，还有就是',
  '，顺便问下',
  '，顺便查一下',
  '，此外',
  '，再问一下',
  '，以及',
  '，同时想知道',
  '。对了，',
  '，',
] as const;

const alone = new Map<string, Answer>();
async function askAlone(question: string): Promise<Answer> {
  const known = alone.get(question) ?? (await assistant.ask(`alone ${question}`, question));
  alone.set(question, known);
  return known;
}

let sessions = 0;
async function askTogether(message: string): Promise<Answer> {
  sessions += 1;
  return await assistant.ask(`together ${sessions}`, message);
}

/** A comma alone parts two questions where each asks by a word of its own. */
const pair = fc
  .tuple(fc.constantFrom(...QUESTIONS), fc.constantFrom(...QUESTIONS), fc.constantFrom(...JOINERS))
  .filter(([first, second]) => first !== second);

describe('two questions of one message', () => {
  it('are both answered, whatever joins them', async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ([first, second, joiner]) => {
        const { headline, citations } = await askTogether(`${first}${joiner}${second}`);
        for (const question of [first, second]) {
          const own = await askAlone(question);
          // A stop at the end of one answer is none between two.
          expect(headline).toContain(own.headline.replace(/。$/u, ''));
          for (const { seed, start, end } of own.citations.slice(0, 1))
            expect(citations).toContainEqual(expect.objectContaining({ seed, start, end }));
        }
      }),
      { numRuns: 150, seed: 2026 },
    );
  });

  it('are answered as numbered lines and in any number up to six, the rest named', async () => {
    const numbers = [
      (i: number) => `${i}. `,
      (i: number) => `${i}、`,
      (i: number) => `（${i}）`,
      (i: number) => '①②③④⑤⑥⑦⑧'[i - 1]!,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...QUESTIONS], { minLength: 2, maxLength: 8 }),
        fc.constantFrom(...numbers),
        fc.constantFrom('\n', ' '),
        async (questions, number, joiner) => {
          const { text } = await askTogether(questions.map((q, i) => `${number(i + 1)}${q}`).join(joiner));
          for (const question of questions) expect(text).toContain(question);
          for (const question of questions.slice(0, 6)) expect(text).toContain((await askAlone(question)).headline);
        },
      ),
      { numRuns: 25, seed: 2026 },
    );
  });

  it('share place and year where the second leaves them out', async () => {
    for (const joiner of ['？', '，另外', '，还有', '，顺便问下', '\n']) {
      const { headline } = await askTogether(`邵阳2022年粮食产量要到多少${joiner}固投目标呢`);
      expect(headline).toContain('325万吨以上');
      expect(headline).toContain('邵阳市2022年固定资产投资目标：增长10%');
    }
  });

  it('are said not to be answered where they are not', async () => {
    const { headline } = await askTogether('邵阳2022年GDP目标是多少，另外东京2022年GDP目标是多少');
    expect(headline).toContain('增长8%');
    expect(headline).toContain('东京');
  });
});

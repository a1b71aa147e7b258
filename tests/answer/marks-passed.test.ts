import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** A mark that was passed (突破2千亿元) gives way to the figure itself, and what is computed from one is not told as exact. */
const root = mkdtempSync(join(tmpdir(), 'marks-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const report = (place: string, reached: string): string =>
  [
    `2022年${place}人民政府工作报告`,
    '一、2021年工作回顾',
    `过去一年，${reached}`,
    '二、2022年工作安排',
    '今年经济社会发展的主要预期目标是：地区生产总值增长7%，城镇新增就业2万人。',
  ].join('\n\n');
const corpus = join(root, 'corpus');
mkdirSync(corpus);
writeFileSync(
  join(corpus, '1.txt'),
  report('株洲市', '地区生产总值迈上2000亿元台阶，发展更有底气。经济运行稳中有进，地区生产总值达到2270亿元，增长8%。'),
);
writeFileSync(join(corpus, '2.txt'), report('湘潭市', '地区生产总值超过1400亿元，增长8.5%。'));
writeFileSync(join(corpus, '3.txt'), report('岳阳市', '地区生产总值突破1800亿元，增长8.1%。'));
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
const headline = async (question: string) => (await assistant.ask(question, question)).headline;

describe('a mark that was passed', () => {
  it.each([
    ['株洲2021年GDP多少亿', '株洲市2021年地区生产总值：2270亿元'],
    ['2021年株洲和湘潭GDP差多少', '2021年地区生产总值：株洲市2270亿元，比湘潭市超过1400亿元多不超过870亿元'],
    ['2021年岳阳和湘潭GDP差多少', '2021年地区生产总值：岳阳市突破1800亿元，比湘潭市超过1400亿元按写出的数多400亿元'],
  ])('%s', async (question, says) => {
    expect(await headline(question)).toBe(says);
  });

  it('makes a mean no more than a least', async () => {
    expect(await headline('2021年株洲、湘潭、岳阳GDP平均多少')).toContain('平均至少1823.33亿元');
  });
});

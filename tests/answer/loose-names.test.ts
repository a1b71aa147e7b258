import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** 财政收入 is the local revenue in one report and the total in another: over three made for it. */
const root = mkdtempSync(join(tmpdir(), 'loose-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const report = (year: number, reached: string): string =>
  [
    `${year}年株洲市人民政府工作报告`,
    `一、${year - 1}年工作回顾`,
    `过去一年，全市生产总值增长9%，${reached}`,
    `二、${year}年工作安排`,
    '今年国民经济和社会发展的主要预期目标是：生产总值增长8%，城镇新增就业2万人。',
  ].join('\n\n');
const corpus = join(root, 'corpus');
mkdirSync(corpus);
writeFileSync(join(corpus, '1.txt'), report(2005, '财政收入40亿元。'));
writeFileSync(join(corpus, '2.txt'), report(2006, '财政收入47亿元。'));
writeFileSync(join(corpus, '3.txt'), report(2007, '财政收入55亿元，其中一般预算收入33亿元。'));
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
const headline = async (question: string) => (await assistant.ask(question, question)).headline;

describe('a name that reports give to two indicators', () => {
  it.each([
    ['2005年株洲财政收入', '株洲市2005年财政收入：47亿元'],
    ['2006年株洲财政收入', '株洲市2006年财政收入：55亿元'],
    ['2006年株洲一般公共预算收入', '株洲市2006年地方一般公共预算收入：33亿元'],
    // What is told under the loose name is said by it.
    ['2005年株洲一般公共预算收入', '株洲市2005年财政收入：47亿元'],
  ])('%s', async (question, says) => {
    expect(await headline(question)).toBe(says);
  });

  it('is set beside none under another name', async () => {
    expect(await headline('株洲财政收入2004到2006年变化')).toBe(
      '株洲市财政收入：2004年40亿元，2005年47亿元，2006年55亿元',
    );
  });
});

describe('the frame of a question for targets', () => {
  it.each(['株洲2006年国民经济和社会发展的主要预期目标有哪些', '株洲2006年报告提出的主要预期目标有哪些'])(
    '%s',
    async (question) => {
      expect(await headline(question)).toBe('株洲市2006年主要预期目标，共2项');
    },
  );
});

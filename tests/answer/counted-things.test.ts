import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** What every report counts under a name of its own (实事) is asked for without the count and by another name. */
const root = mkdtempSync(join(tmpdir(), 'counted-things-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const corpus = join(root, 'corpus');
mkdirSync(corpus);
writeFileSync(
  join(corpus, '1.txt'),
  [
    '2022年株洲市人民政府工作报告',
    '一、2021年工作回顾',
    '过去一年，地区生产总值增长8%。办实事说一件、干一件、成一件，老百姓更有盼头。',
    '二、2022年工作安排',
    '今年经济社会发展的主要预期目标是：地区生产总值增长7%，城镇新增就业2万人。',
    '集中力量办好五件惠民实事：一是新建公办幼儿园六所。二是改造老旧小区三十个。三是新增停车泊位两千个。四是建成社区食堂十二家。五是免费筛查两癌八万人。',
  ].join('\n\n'),
);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });

describe('a thing that reports count', () => {
  it.each([
    '株洲2022年五件惠民实事有哪些',
    '株洲2022年要办的民生实事帮我列一下',
    '株洲2022年给老百姓办的是哪几件实事',
    '求株洲2022年度民生实事清单，一条一条的',
  ])('%s', async (question) => {
    const { kind, items } = await assistant.ask(question, question);
    expect(kind).toBe('list');
    expect(items).toHaveLength(5);
    expect(items?.[3]).toContain('社区食堂');
  });
});

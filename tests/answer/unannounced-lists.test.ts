import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/assistant.js';

/** Things side by side that nothing announces are no list of what they are called themselves. */
const root = mkdtempSync(join(tmpdir(), 'unannounced-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const corpus = join(root, 'corpus');
mkdirSync(corpus);
writeFileSync(
  join(corpus, '1.txt'),
  [
    '2022年株洲市人民政府工作报告',
    '一、2021年工作回顾',
    '过去一年，地区生产总值增长8%。为民办实事、“暖心”民生工程让市民倍感温暖，安全底板更加巩固。',
    '建成了三个口岸：株洲口岸、醴陵口岸、攸县口岸。',
    '二、2022年工作安排',
    '今年经济社会发展的主要预期目标是：地区生产总值增长7%，城镇新增就业2万人。',
  ].join('\n\n'),
);
const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });

describe('a list that nothing announces', () => {
  it('is none of what its own items are called', async () => {
    const { kind, headline } = await assistant.ask('a', '株洲2021年民生实事有哪些');
    expect(kind).not.toBe('list');
    expect(headline).not.toContain('共2项');
  });

  it('one that is announced still is', async () => {
    const { kind, headline } = await assistant.ask('b', '株洲2021年建成了哪三个口岸');
    expect(kind).toBe('list');
    expect(headline).toContain('3项');
  });
});

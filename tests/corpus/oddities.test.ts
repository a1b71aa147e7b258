import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocuments } from '../../src/corpus/read.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';

const lexicon = loadLexicon();
const whole = readFileSync(join(SEEDS_DIR, '002_7a503928bd6bcbb5.txt'), 'utf8');
const odd = (text: string): readonly string[] => readDocuments('report.txt', text, lexicon)[0]!.oddities;

test('a whole report has nothing odd about it', () => {
  expect(odd(whole)).toEqual([]);
});

test('a report that breaks off is told, in a sentence or after one', () => {
  const middle = whole.indexOf('推动消费升级。');
  expect(odd(whole.slice(0, middle + 30))).toContain('正文结尾不完整，疑被截断');
  expect(odd(whole.slice(0, whole.indexOf('。', middle + 60) + 1))).toContain('没有结束语，疑被截断');
});

test('an extract is told by its length, a review alone by what it lacks', () => {
  const review = whole.slice(0, whole.indexOf('二、“十四五”时期主要目标和任务'));
  expect(odd(review)).toContain('没有找到工作安排部分');
  expect(odd(whole.slice(0, 3000))).toContainEqual(expect.stringMatching(/^全文只有 \d+ 字，疑为摘要或节选$/));
});

test('terms explained behind the speech are a glossary, with a heading or without', () => {
  const terms = [
    '三区三线：指三类空间和三条控制线。',
    '五险：养老、医疗、失业、工伤和生育保险。',
    '双碳：碳达峰、碳中和。',
    '一网通办：指一次办成。',
  ];
  for (const notes of [
    `名词解释\n${terms.join('\n')}`,
    terms.map((term, i) => `${i + 1}.${term}`).join('\n'),
    terms.map((term, i) => `[${i + 1}]${term}`).join('\n'),
  ]) {
    const [report] = readDocuments('report.txt', `${whole}。\n${notes}\n`, lexicon);
    const at = report!.view.text.indexOf('五险：');
    expect(report!.sections.find((s) => s.start <= at && at < s.end)?.role).toBe('glossary');
  }
});

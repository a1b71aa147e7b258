import { expect, test } from 'vitest';
import { extractFacts } from '../../src/facts/extract.js';
import { lexicon, line, smallReport } from './small-report.js';

const ACCOUNT = [
  '1.新建农村公厕120座。',
  '全市新建农村公厕133座。',
  '2.新增停车泊位800个。',
  '完成情况：新增停车泊位826个。',
  '3.改造农贸市场6家。',
  '已改造农贸市场6家。',
].join('\n');

function factsUnder(heading: string): string[] {
  const report = smallReport(ACCOUNT, { role: 'review' });
  const sections = report.sections.map((section) => ({ ...section, path: [heading] }));
  return extractFacts({ ...report, sections }, lexicon).map(line);
}

test('an account of the year’s promises tells what was promised and how it was kept', () => {
  expect(factsUnder('2021年为民办实事项目完成情况')).toEqual([
    '新建农村公厕 2021 target count 120座',
    '新建农村公厕 2021 outcome count 133座',
    '新增停车泊位 2021 target count 800个',
    '新增停车泊位 2021 outcome count 826个',
    '改造农贸市场 2021 target count 6家',
    '改造农贸市场 2021 outcome count 6家',
  ]);
});

test('numbered lines of any other review are results', () => {
  expect(factsUnder('2021年工作回顾').filter((fact) => fact.includes('target'))).toEqual([]);
});

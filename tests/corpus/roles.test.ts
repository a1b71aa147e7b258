import { describe, expect, test } from 'vitest';
import { headingCue, leadCue, type RoleCue } from '../../src/corpus/roles.js';
import type { SectionRole } from '../../src/corpus/types.js';

const short = (cue: RoleCue | undefined): string =>
  cue ? [cue.role, cue.from ?? '', cue.to ?? ''].join(' ').trim() : '';

describe('headings, in a report for the year', () => {
  test.each([
    ['2021年工作回顾', 2022, 'review 2021 2021'],
    ['过去一年的工作', 2022, 'review 2021 2021'],
    ['二〇〇一年工作回顾', 2002, 'review 2001 2001'],
    ['过去五年工作回顾', 2022, 'review5 2017 2021'],
    ['过去5年工作回顾', 2018, 'review5 2013 2017'],
    ['本届政府及2021年工作回顾', 2022, 'review5 2017 2021'],
    ['“十三五”时期及2020年工作回顾', 2021, 'review5 2016 2020'],
    ['2020年及“十三五”工作回顾', 2021, 'review 2020 2020'],
    ['2021年主要工作和五年发展成就', 2022, 'review 2021 2021'],
    ['刚刚过去的2023年工作', 2024, 'review 2023 2023'],
    ['过去的2025年', 2026, 'review 2025 2025'],
    ['“十二五”发展开局良好', 2012, 'review 2011 2011'],
    ['今后五年目标任务', 2022, 'outlook 2022 2026'],
    ['今后5年的主要任务', 2018, 'outlook 2018 2022'],
    ['“十四五”时期主要目标和任务', 2021, 'outlook 2021 2025'],
    ['“十四五”时期工作回顾', 2026, 'review5 2021 2025'],
    ['“十五五”时期目标任务', 2026, 'outlook 2026 2030'],
    ['未来五年总体要求和2022年重点工作', 2022, 'outlook 2022 2026'],
    ['2022年工作安排', 2022, 'tasks 2022 2022'],
    ['2022年经济社会发展总体要求和主要预期目标', 2022, 'tasks 2022 2022'],
    ['新的一年工作安排', 2022, 'tasks 2022 2022'],
    ['加强政府自身建设', 2022, 'tasks 2022 2022'],
    ['《政府工作报告》名词解释', 2022, 'glossary'],
    ['附件', 2022, 'annex 2022 2022'],
    ['2022年十件民生实事', 2022, 'annex 2022 2022'],
    ['大力推进乡村振兴', 2022, ''],
    ['附属医院建设加快', 2022, ''],
  ])('%s, %i', (heading, year, cue) => {
    expect(short(headingCue(heading, year))).toBe(cue);
  });
});

describe('first words of a paragraph', () => {
  const cases: [words: string, year: number, current: SectionRole, late: boolean, cue: string][] = [
    ['各位代表！过去五年，是我市发展史上砥砺奋进的五年。', 2022, 'review', true, 'review5 2017 2021'],
    ['市十六届人大一次会议以来的五年，是邵阳发展进程中', 2022, 'front', true, 'review5 2017 2021'],
    ['刚刚过去的2023年，是全面贯彻党的二十大精神的开局之年', 2024, 'review5', false, 'review 2023 2023'],
    ['过去的2025年，我们', 2026, 'review5', false, 'review 2025 2025'],
    ['一年来，我们坚持', 2022, 'review5', false, 'review 2021 2021'],
    ['这一年，我们真抓实干', 2021, 'review5', false, 'review 2020 2020'],
    ['即将过去的2021年，是稳增长', 2022, 'review5', true, 'review 2021 2021'],
    ['今后五年，是', 2022, 'review', true, 'outlook 2022 2026'],
    ['“十四五”时期，全市要围绕', 2021, 'review', false, 'outlook 2021 2025'],
    ['“十三五”时期是我市发展', 2021, 'front', false, 'review5 2016 2020'],
    ['2024年工作的总体要求是', 2024, 'review', false, 'tasks 2024 2024'],
    ['今年是“十四五”开局之年', 2021, 'review', false, 'tasks 2021 2021'],
    // In a report of December 今年 is the year gone by.
    ['今年是极不平凡的一年', 2022, 'review5', true, ''],
    ['今年，我们坚持', 2022, 'review', false, ''],
    ['在看到成绩的同时，我们也清醒地认识到', 2022, 'review', false, ''],
    ['五年来，我们', 2022, 'tasks', false, ''],
    ['2021年实现地区生产总值1185亿元', 2022, 'review5', false, ''],
  ];
  test.each(cases)('%s', (words, year, role, late, cue) => {
    expect(short(leadCue(words, year, { role }, late))).toBe(cue);
  });
});

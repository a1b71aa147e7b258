import { describe, expect, test } from 'vitest';
import { headingCue, leadCue, type RoleCue } from '../../src/corpus/roles.js';
import { findSections } from '../../src/corpus/sections.js';
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
    ['1981年国民经济计划的任务和主要指标', 1980, 'tasks 1981 1981'],
    ['大力推进乡村振兴', 2022, ''],
    ['第五届人民政府工作回顾', 2022, 'review5 2017 2021'],
    ['市十三届政府工作回顾和2021年工作', 2022, 'review5 2017 2021'],
    ['十五届人大一次会议以来工作回顾', 2022, 'review 2021 2021'],
    ['做好十五运会筹备工作', 2025, ''],
    ['七届人大二次会议确定的目标任务完成情况', 2022, 'review 2021 2021'],
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
    ['各位代表！2021年承前启后、继往开来，我们实干为要。', 2022, 'review5', false, 'review 2021 2021'],
    ['各位代表！2021年引进项目18个', 2022, 'review5', false, ''],
  ];
  test.each(cases)('%s', (words, year, role, late, cue) => {
    expect(short(leadCue(words, year, { role }, late))).toBe(cue);
  });
});

describe('parts in their order', () => {
  const context = { kind: 'report', year: 2022, late: false, bodyStart: 0 } as const;
  const rolesOf = (text: string): string[] =>
    findSections(text, context).map(({ role, from, to, path }) => `${path.at(-1) ?? ''}: ${role} ${from}-${to}`);

  test('a numbering that begins anew where the text has turned ahead goes on with what it turned to', () => {
    const text = [
      '2021年高质量发展迈出坚实步伐',
      '一、产业强市扎实推进',
      '新开工项目30个。',
      '今年经济社会发展的主要预期目标是：地区生产总值增长6%。',
      '一、发展壮大实体经济',
      '开工项目40个。',
      '二、改善民生',
      '新增学位500个。',
    ].join('\n');
    expect(rolesOf(text).slice(-2)).toEqual(['一、发展壮大实体经济: tasks 2022-2022', '二、改善民生: tasks 2022-2022']);
  });

  test('parts without a time tell of what was done where their words say so', () => {
    const text = [
      '一、民生持续改善',
      '我们统筹城乡，成功建成学校3所。',
      '二、坚持做大做强，特色产业加快发展',
      '我们围绕主业，产值达到30亿元，增长12%，首次突破三十亿元大关，取得新成效。',
      '三、2022年工作任务',
      '新建学校2所。',
    ].join('\n');
    expect(rolesOf(text)).toEqual([
      '一、民生持续改善: review 2021-2021',
      '二、坚持做大做强，特色产业加快发展: review 2021-2021',
      '三、2022年工作任务: tasks 2022-2022',
    ]);
  });

  test('a part between the review of a term and the work of the year looks ahead over the years to come', () => {
    const text = [
      '一、过去五年工作回顾',
      '引进项目30个。',
      '二、奋力开创现代化建设新局面',
      '一代人有一代人的使命，引进项目60个。',
      '三、2022年重点工作',
      '引进项目10个。',
    ].join('\n');
    expect(rolesOf(text)[1]).toBe('二、奋力开创现代化建设新局面: outlook 2022-2026');
  });
});

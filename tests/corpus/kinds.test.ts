import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../src/corpus/read.js';
import { extractFacts } from '../../src/facts/extract.js';
import { lexicon, line } from '../facts/small-report.js';

/** One document with its facts, a line each. */
function read(text: string, seed = 'a.md') {
  const [report] = readDocuments(seed, text, lexicon);
  const facts = extractFacts(report!, lexicon).map(line);
  return { kind: report!.kind, place: report!.place?.name, year: report!.year, title: report!.title, facts };
}

describe('documents beside the reports', () => {
  test('a statistical bulletin tells outcomes of its year, whatever date stands below its title', () => {
    const text = `中华人民共和国2022年国民经济和社会发展统计公报\n国家统计局\n2023年2月28日\n\n一、综合\n初步核算，全年国内生产总值1210207亿元，比上年增长3.0%。全年居民消费价格比上年上涨2.0%。\n\n二、农业\n全年粮食产量68653万吨，比上年增加368万吨，增产0.5%。\n\n十一、居民收入消费和社会保障\n全年全国居民人均可支配收入36883元。年末全国城镇化率为65.22%。`;
    expect(read(text)).toEqual({
      kind: 'bulletin',
      place: '全国',
      year: 2022,
      title: '中华人民共和国2022年国民经济和社会发展统计公报',
      facts: [
        '国内生产总值 2022 outcome level 1210207亿元',
        '国内生产总值 2022<2021 outcome growth 3%',
        '居民消费价格 2022<2021 outcome growth 2%',
        '粮食产量 2022 outcome level 68653万吨',
        '粮食产量 2022<2021 outcome difference 368万吨',
        '粮食产量 2022 outcome growth 0.5%',
        '居民人均可支配收入 2022 outcome level 36883元',
        '城镇化率 2022 outcome share 65.22%',
      ],
    });
  });

  test('a bulletin of a city, its title over three lines', () => {
    const { facts: _, ...head } = read(
      '常德市2021年\n国民经济和社会发展\n统计公报\n常德市统计局\n2022年3月21日\n2021年，全市地区生产总值4054.1亿元，增长7.9%。',
    );
    expect(head).toEqual({
      kind: 'bulletin',
      place: '常德市',
      year: 2021,
      title: '常德市2021年国民经济和社会发展统计公报',
    });
  });

  test('the outline of a plan speaks of its five years and reviews those before', () => {
    const text = `常德市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n\n第一章 “十三五”发展成就\n五年来，全市地区生产总值年均增长6.9%，改造老旧小区493个。\n\n第二章 “十四五”时期主要目标\n地区生产总值年均增长7%以上。到2025年，常住人口城镇化率达到60%。\n\n第三章 重点任务\n新增高标准农田100万亩。`;
    expect(read(text)).toEqual({
      kind: 'outline',
      place: '常德市',
      year: 2021,
      title: '常德市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要',
      facts: [
        '地区生产总值 2016-2020 cumulative average 6.9%',
        '改造老旧小区 2016-2020 cumulative count 493个',
        '地区生产总值 2021-2025 plan-target average >=7%',
        '常住人口城镇化率 2025 plan-target share 60%',
        '新增高标准农田 2021-2025 plan-target count 100万亩',
      ],
    });
  });

  test('reports on plan and budget are of the year that their title names last', () => {
    const plan = read(
      '关于怀化市2021年国民经济和社会发展计划执行情况与2022年国民经济和社会发展计划草案的报告\n——2022年1月5日在怀化市第六届人民代表大会第一次会议上\n怀化市发展和改革委员会\n各位代表：\n受市人民政府委托，现将计划执行情况报告如下。\n一、2021年国民经济和社会发展计划执行情况\n地区生产总值增长8%。\n二、2022年国民经济和社会发展计划草案\n主要预期目标是：地区生产总值增长8%以上。',
    );
    expect([plan.kind, plan.place, plan.year]).toEqual(['plan', '怀化市', 2022]);
    expect(plan.facts).toEqual(['地区生产总值 2021 outcome growth 8%', '地区生产总值 2022 target growth >=8%']);
    const budget = read(
      '关于湖南省2021年预算执行情况与2022年预算草案的报告\n——2022年1月17日在湖南省第十三届人民代表大会第五次会议上\n各位代表：\n受省人民政府委托，报告预算。\n一、2021年预算执行情况\n全省地方一般公共预算收入3250.7亿元，增长8%。\n二、2022年预算草案\n全省地方一般公共预算收入增长6%以上。',
    );
    expect([budget.kind, budget.place, budget.year]).toEqual(['budget', '湖南省', 2022]);
    expect(budget.facts).toEqual([
      '地方一般公共预算收入 2021 outcome level 3250.7亿元',
      '地方一般公共预算收入 2021 outcome growth 8%',
      '地方一般公共预算收入 2022 target growth >=6%',
    ]);
  });

  test('what the front matter gives wins over guesses', () => {
    const { kind, place, year } = read(
      '---\ntitle: 资料\nplace: 全国\nyear: 2022\nkind: 统计公报\n---\n湖南、常德、湖南等地。2019年以来，各地发展。全年国内生产总值增长3%。',
      '湖南省/2020.md',
    );
    expect([kind, place, year]).toEqual(['bulletin', '全国', 2022]);
  });
});

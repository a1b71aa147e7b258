import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.js';
import type { Report, SectionRole } from '../../src/corpus/types.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { toSource } from '../../src/text/view.js';

const { reports, problems } = loadCorpus([SEEDS_DIR], loadLexicon());
const report = (id: string): Report => reports.find((r) => r.id === id)!;

test('the seed files are read without a problem', () => {
  expect(problems).toEqual([]);
});

test('every document of the seeds is recognised', () => {
  const rows = reports.map((r) => [
    r.id,
    r.seed.slice(0, 3),
    r.place?.name,
    r.year,
    r.kind,
    r.speaker ?? '',
    r.delivered ?? '',
    r.title,
  ]);
  expect(rows).toEqual([
    ['zhangjiajie-2021', '000', '张家界市', 2021, 'summary', '', '', '2021年张家界市政府工作报告（摘要）'],
    ['zhangjiajie-2024', '001', '张家界市', 2024, 'summary', '', '', '2024年张家界市政府工作报告（摘要）'],
    ['changde-2021', '002', '常德市', 2021, 'report', '邹文辉', '2021-01-06', '2021年常德市政府工作报告'],
    ['zhangjiajie-2022', '003', '张家界市', 2022, 'tasks', '', '', '张家界市2022年重点工作'],
    ['hecheng-industry', '004', '鹤城区', 2021, 'news', '', '', '鹤城区规模工业企业全面复产彰显区域活力'],
    ['hunan-mechanisms', '004', '湖南省', 2024, 'news', '', '', '湖南省建立六机制助推规模工业企业加速成长'],
    ['changsha-strong-capital', '004', '长沙市', 2022, 'news', '', '', '长沙以“强省会”战略为引领 多领域实现中部领跑'],
    ['shaoyang-2022', '004', '邵阳市', 2022, 'report', '华学健', '2021-12-30', '2022年邵阳市政府工作报告'],
    ['hunan-low-altitude', '004', '湖南省', 2023, 'news', '', '', '湖南:以全域低空开放试点引领通用航空产业高质量发展'],
    ['hunan-trade-2022', '004', '湖南省', 2022, 'news', '', '', '前4月湖南进出口1656亿余元 东盟稳居第一大贸易伙伴'],
    ['changsha-two-zones', '004', '长沙市', 2020, 'news', '', '', '两区协同赋能新篇 长沙强省会建设加速跑'],
    ['loudi-2022', '004', '娄底市', 2022, 'report', '曾超群', '2021-12-30', '2022年娄底市政府工作报告'],
    ['changde-2022', '004', '常德市', 2022, 'report', '周振宇', '2021-12-29', '2022年常德市政府工作报告'],
    ['huaihua-2022', '004', '怀化市', 2022, 'report', '黎春秋', '2021-12-30', '2022年怀化市政府工作报告'],
  ]);
});

test('no spam, mark, page note or site furniture is left in a view', () => {
  for (const { view } of reports) {
    expect(view.text).not.toMatch(
      /微信|dada|公文素材|paidbegin|paidend|下转|▶|点我投稿|联系我们|企业入驻|来源：|2025-07-02/,
    );
  }
});

test('views, sections and passages lead back to the very characters of the file', () => {
  for (const { seed, extent, view, passages, sections } of reports) {
    const text = readFileSync(join(SEEDS_DIR, seed), 'utf8');
    expect(view.offsets.length).toBe(view.text.length);
    for (const passage of passages) {
      const source = toSource(view, passage);
      expect(source.start).toBeGreaterThanOrEqual(extent.start);
      expect(source.end).toBeLessThanOrEqual(extent.end);
      const first = view.text[passage.start]!;
      if (/\p{Script=Han}/u.test(first)) expect(text[source.start]).toBe(first);
    }
    expect(sections[0]?.start).toBe(0);
    expect(sections.at(-1)?.end).toBe(view.text.length);
    for (const [i, section] of sections.entries()) if (i > 0) expect(section.start).toBe(sections[i - 1]!.end);
  }
});

test('passages hold the whole text, stay inside their section and are short', () => {
  for (const { view, passages, sections } of reports) {
    let covered = '';
    for (const [i, passage] of passages.entries()) {
      expect(passage.index).toBe(i);
      const section = sections[passage.section]!;
      expect(passage.start).toBeGreaterThanOrEqual(section.start);
      expect(passage.end).toBeLessThanOrEqual(section.end);
      covered += view.text.slice(passage.start, passage.end);
    }
    expect(covered.replace(/\s/g, '')).toBe(view.text.replace(/\s/g, ''));
    expect(Math.max(...passages.map((p) => p.end - p.start))).toBeLessThan(700);
  }
});

describe('the role and the years of the section that holds a sentence', () => {
  const cases: [id: string, words: string, role: SectionRole, from: number | undefined, to: number | undefined][] = [
    ['zhangjiajie-2021', '全年接待游客', 'review', 2020, 2020],
    ['zhangjiajie-2021', '接待游客连破', 'review5', 2016, 2020],
    ['zhangjiajie-2021', '全市要围绕2035年', 'outlook', 2021, 2025],
    ['zhangjiajie-2021', '旅游接待人次增长30%', 'tasks', 2021, 2021],
    ['zhangjiajie-2024', '新注册湘商企业', 'review', 2023, 2023],
    ['zhangjiajie-2024', '主题教育，树立和践行', 'review', 2023, 2023],
    ['zhangjiajie-2024', '2024年主要预期目标是', 'tasks', 2024, 2024],
    ['zhangjiajie-2024', '着力发展植物提取', 'tasks', 2024, 2024],
    ['zhangjiajie-2022', '重点办好十大民生实事', 'tasks', 2022, 2022],
    ['changde-2021', '三次产业结构调整为', 'review5', 2016, 2020],
    ['changde-2021', '预计地区生产总值增长4.2', 'review', 2020, 2020],
    ['changde-2021', '城镇化率达到63', 'outlook', 2021, 2025],
    ['changde-2021', '新增限上商贸流通企业', 'tasks', 2021, 2021],
    ['changde-2022', '主要抓了以下工作', 'review', 2021, 2021],
    ['changde-2022', '“五好”园区攻坚专项行动', 'outlook', 2022, 2026],
    ['shaoyang-2022', '五年来，我们坚持统筹协调', 'review5', 2017, 2021],
    ['shaoyang-2022', '重点抓好以下工作', 'tasks', 2022, 2022],
    ['loudi-2022', '全力抓好“两大产业”发展', 'tasks', 2022, 2022],
    ['huaihua-2022', '六大工业新兴优势', 'review', 2021, 2021],
    ['huaihua-2022', '五年来，我们紧紧围绕“三大历史使命”', 'review5', 2017, 2021],
    ['huaihua-2022', '怀化国际陆港作为最核心', 'tasks', 2022, 2022],
    ['hunan-trade-2022', '月度增速逐步回升', 'other', undefined, undefined],
  ];
  test.each(cases)('%s: %s', (id, words, role, from, to) => {
    const { view, sections } = report(id);
    const at = view.text.indexOf(words);
    expect(at).toBeGreaterThanOrEqual(0);
    const section = sections.find((s) => s.start <= at && at < s.end)!;
    expect({ role: section.role, from: section.from, to: section.to }).toEqual({ role, from, to });
  });
});

describe('heading paths, also of headings inside one long line', () => {
  test.each([
    ['changde-2021', '新增限上商贸流通企业', ['三、2021年工作安排', '3.坚持融入新发展格局，建设内陆地区开放强市']],
    ['shaoyang-2022', '坚持产业兴邵不动摇', ['三、2022年主要工作', '一、做大做强实体经济']],
    ['shaoyang-2022', '旗帜鲜明讲政治', ['四、切实加强政府自身建设', '一、坚持政治引领，增强发展凝聚力']],
    ['changde-2022', '深入实施乡村振兴战略', ['二、今后五年政府工作的总体要求和重点任务', '2.乡村振兴提速专项行动']],
    [
      'loudi-2022',
      '毫不松懈抓',
      ['二、未来五年总体要求和2022年重点工作', '三、全面推进乡村振兴，致力在加快农业农村现代化上有新进展'],
    ],
    [
      'huaihua-2022',
      '制造业规模持续扩大',
      ['一、2021年主要工作和五年发展成就', '一、大抓狠抓猛抓产业，产业发展实现新突破'],
    ],
    ['huaihua-2022', '全市人民的重托', ['四、加强政府自身建设']],
  ])('%s: %s', (id, words, path) => {
    const { view, sections } = report(id);
    const at = view.text.indexOf(words);
    expect(sections.find((s) => s.start <= at && at < s.end)?.path).toEqual(path);
  });

  test('a number inside a sentence is no heading', () => {
    const headings = reports.flatMap((r) => r.sections.flatMap((s) => s.path));
    expect(headings.filter((h) => /武贵|第四医院|可持续的多层次|全国首批城市一刻钟|创新为要/.test(h))).toEqual([]);
  });
});

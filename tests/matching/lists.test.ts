import { describe, expect, it } from 'vitest';
import type { Report, Section } from '../../src/corpus/types.js';
import { carriedStructures } from '../../src/matching/lists/alike.js';
import { structuresOf } from '../../src/matching/lists/structures.js';
import type { ListKind, ListStructure } from '../../src/matching/lists/types.js';

/** A report of one section for each text; a section's first line is its heading where it ends without a mark. */
function reportOf(...texts: readonly string[]): Report {
  const sections: Section[] = [];
  let text = '';
  for (const body of texts) {
    const [first] = body.split('\n');
    const path = /[。：]$/u.test(first!) ? [] : [first!];
    sections.push({ start: text.length, end: text.length + body.length, path, role: 'tasks' });
    text += `${body}\n`;
  }
  const passages = sections.map(({ start, end }, index) => ({ index, section: index, start, end }));
  const offsets = Array.from(text, (_, i) => i);
  return {
    id: 'haibin-2031',
    view: { text, offsets },
    sections,
    passages,
    year: 2031,
    place: null,
  } as unknown as Report;
}

const said = ({ view }: Report, structures: readonly ListStructure[], kind: ListKind): string[] =>
  structures
    .filter((s) => s.kind === kind)
    .map(({ items }) => items.map(({ start, end }) => view.text.slice(start, end)).join('|'));

describe('the lists of a report', () => {
  const cases: readonly (readonly [ListKind, string, readonly string[]])[] = [
    ['enumeration', '推进东湖路、西山路、南门路“白改黑”。', ['东湖路|西山路|南门路“白改黑”']],
    ['enumeration', '“5”指钢铁、石化和纺织。', ['钢铁|石化|纺织']],
    [
      'mixed',
      '发展1个千亿级产业，钢铁、石化2个百亿级产业，医药、食品2个十亿级产业。',
      ['发展1个千亿级产业|钢铁|石化|医药|食品'],
    ],
    ['quotes', '聚焦“筑巢”“引凤”“育苗”行动。', ['“筑巢”|“引凤”|“育苗”']],
    ['told', '主要问题是：产业不强；财力不足；服务不优。', ['产业不强|财力不足|服务不优']],
    ['numbered', '实施三项战略。一是科教战略。二是开放战略。三是城市战略。', ['科教战略|开放战略|城市战略']],
    ['numbered', '要建设新政府。一要打造法治政府。二要打造廉洁政府。', ['打造法治政府|打造廉洁政府']],
    [
      'alike',
      '要实施惠民工程，建房百套。要实施健康工程，建院两所。要实施文化工程，建馆一座。',
      ['要实施惠民工程|要实施健康工程|要实施文化工程'],
    ],
  ];
  it.each(cases)('%s: %s', (kind, text, expected) => {
    const report = reportOf(text);
    expect(said(report, structuresOf(report), kind)).toEqual(expect.arrayContaining([...expected]));
  });

  it('headings of one part', () => {
    const report = reportOf('一、抓工业\n建厂。', '二、抓农业\n种田。', '三、抓民生\n建房。');
    expect(said(report, structuresOf(report), 'headings')).toEqual(['抓工业|抓农业|抓民生']);
    // They are no numbered sentences besides.
    expect(said(report, structuresOf(report), 'numbered')).toEqual([]);
  });

  it('short sentences that head longer ones', () => {
    const report = reportOf(
      '推进新城建设，提升城市的品质和功能。东湖新城。加快商务区规划建设和招商引资，做优营商环境。西山新城。突出科技创新引领和人才集聚，建设实验室。南门新城。发展先进制造和现代物流业，扩大对外开放。',
    );
    expect(said(report, structuresOf(report), 'sentences')).toContain('东湖新城|西山新城|南门新城');
  });

  it('holds none where nothing is taken apart', () => {
    const report = reportOf('全市经济平稳运行。');
    expect(structuresOf(report)).toEqual([]);
  });
});

describe('what carries the class of a name', () => {
  const name = (form: string, count: number, ...classes: string[]) => ({ forms: [form], counts: [count], classes });
  it.each([
    [
      '推进“三治”。大力治房，改造百户。大力治水，供水五处。大力治厕，改厕千座。',
      name('三治', 3, '治'),
      '大力治房|大力治水|大力治厕',
    ],
    [
      '构建“三张网”：高铁网，建成两条。城市轨道网，开通一号线。高速网，新增百公里。',
      name('三张网', 3, '网'),
      '高铁网|城市轨道网|高速网',
    ],
    ['表现为“三不”：结构“不优”，增长点“不多”，担当“不够”。', name('三不', 3, '不'), '不优|不多|不够'],
    [
      '开展“发展比增长看变化”行动、“攻坚比进度看效果”行动。',
      name('两比两看', 2, '比', '看'),
      '发展比增长看变化|攻坚比进度看效果',
    ],
  ])('%s', (text, counted, expected) => {
    const report = reportOf(text);
    expect(said(report, carriedStructures(report, counted), 'carried')).toContain(expected);
  });

  it('must be just so many', () => {
    const report = reportOf('推进“四治”。大力治房，改造百户。大力治水，供水五处。');
    expect(carriedStructures(report, name('四治', 4, '治'))).toEqual([]);
  });
});

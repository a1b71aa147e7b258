import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { openStore } from '../../src/retrieval/store.js';
import type { PassageHit } from '../../src/retrieval/types.js';

const cacheDir = mkdtempSync(join(tmpdir(), 'searching-'));
afterAll(() => rmSync(cacheDir, { recursive: true, force: true }));
const store = await openStore({ folders: [SEEDS_DIR], cacheDir });

const textOf = ({ report, passage }: PassageHit): string => {
  const { view, passages } = store.report(report);
  return view.text.slice(passages[passage]?.start, passages[passage]?.end);
};

describe('passage search over the seeds', () => {
  it.each([
    [['厕所', '革命'], ['zhangjiajie-2022'], '厕所革命'],
    [['沅江', '隧道'], ['changde-2022'], '沅江隧道'],
    [['营商环境', '优化'], ['huaihua-2022'], '营商环境'],
    [['钢铁', '产能', '整合'], ['loudi-2022'], '产能整合'],
    [['杜仲', '产业'], undefined, '杜仲'],
    [['疫情', '防控'], undefined, '疫情防控'],
  ])('finds for %j in %j a passage with %s first', async (words, reports, text) => {
    const [best] = store.search({ words, reports, limit: 3 });
    expect(textOf(best!).replace(/[“”]/g, '')).toContain(text);
  });

  it('says which words a passage holds, which its headings hold and which are missing', async () => {
    const hits = store.search({ words: ['乡村', '厕所', '革命', '飞碟'], reports: ['zhangjiajie-2022'], limit: 1 });
    expect(hits[0]).toMatchObject({ matched: ['厕所', '革命'], inHeading: ['乡村'], missing: ['飞碟'] });
  });

  it('only gives passages that hold something of what was asked, at most as many as asked for, best first', async () => {
    const hits = store.search({ words: ['产业', '数字'], limit: 7 });
    expect(hits).toHaveLength(7);
    for (const hit of hits) expect(hit.matched.length + hit.inHeading.length).toBeGreaterThan(0);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('takes another name of a word for the word', async () => {
    const query = { words: ['本地产出'], reports: ['changde-2022'], limit: 1 };
    expect(store.search(query)[0]?.matched ?? []).toEqual([]);
    const [best] = store.search({ ...query, alternatives: { 本地产出: ['地区生产总值'] } });
    expect(best?.matched).toEqual(['本地产出']);
    expect(textOf(best!)).toContain('地区生产总值');
  });

  it('looks only into the reports named', async () => {
    const hits = store.search({ words: ['产业'], reports: ['loudi-2022', 'no-such-report'], limit: 50 });
    expect(new Set(hits.map(({ report }) => report))).toEqual(new Set(['loudi-2022']));
  });

  it('puts a passage with the phrase as it stands before one with its words apart', async () => {
    const [best] = store.search({
      words: ['城市', '更新'],
      phrases: ['城市更新'],
      reports: ['changde-2022'],
      limit: 1,
    });
    expect(textOf(best!)).toContain('城市更新');
  });

  it.each([[[]], [['']], [['飞碟']], [['\ud800']], [['<script>']]])('finds nothing for %j', async (words) => {
    expect(store.search({ words, limit: 3 })).toEqual([]);
  });

  it('is quick with a very long word', async () => {
    expect(store.search({ words: ['产'.repeat(100_000)], limit: 3 })).toEqual([]);
  });
});

describe('exact search over the seeds', () => {
  it('counts every occurrence in every report and says where', async () => {
    const hits = store.findExact('乡村振兴');
    expect(hits.length).toBeGreaterThan(0);
    for (const { report, count, spans } of hits) {
      const { text } = store.report(report).view;
      expect(count).toBe(text.split('乡村振兴').length - 1);
      for (const { start, end } of spans) expect(text.slice(start, end)).toBe('乡村振兴');
    }
    expect(hits.map(({ count }) => count)).toEqual(hits.map(({ count }) => count).sort((a, b) => b - a));
  });

  it('keeps no more spans than asked for, and looks only where told', async () => {
    const [hit, ...others] = store.findExact('发展', { reports: ['changde-2022'], limit: 2 });
    expect(others).toEqual([]);
    expect(hit?.spans).toHaveLength(2);
    expect(hit?.count).toBeGreaterThan(20);
  });

  it('folds what is looked for as the texts are folded', async () => {
    expect(store.findExact('５Ｇ')).toEqual(store.findExact('5g'));
    expect(store.findExact('５Ｇ').length).toBeGreaterThan(0);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['words that no report has', '没有哪篇报告会这样写'],
    ['a backslash', '\\'],
    ['100,000 characters', '产'.repeat(100_000)],
  ])('copes with %s', (_, text) => {
    expect(store.findExact(text)).toEqual([]);
  });
});

describe('frequencies', () => {
  it('knows common words from rare ones, and words that no report has', async () => {
    expect(store.frequency('发展')).toBeGreaterThan(store.frequency('隧道'));
    expect(store.frequency('隧道')).toBeGreaterThan(0);
    expect(store.frequency('飞碟')).toBe(0);
  });
});

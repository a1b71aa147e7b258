import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOffsets, decodeText, decodeWords, encodeOffsets, encodeWords } from '../../src/retrieval/codec.js';
import { encodeFacts, openFacts } from '../../src/retrieval/facts-codec.js';
import { openVocabulary, packVocabulary } from '../../src/retrieval/vocabulary.js';
import { wordTrie } from '../../src/retrieval/word-trie.js';

const numbers = fc.array(fc.nat({ max: 0xffffffff })).map((list) => Uint32Array.from(list));

describe('what a shard keeps comes back as it was', () => {
  it('offsets, rising by one or not', () => {
    expect(encodeOffsets(Uint32Array.from({ length: 1000 }, (_, i) => i + 7)).length).toBe(8);
    fc.assert(
      fc.property(numbers, (offsets) => {
        expect(decodeOffsets(encodeOffsets(offsets))).toEqual(offsets);
      }),
    );
  });

  it('words with their counts', () => {
    fc.assert(
      fc.property(numbers, (words) => {
        const counts = { words, passages: words.map((word) => word >>> 1) };
        expect(decodeWords(encodeWords(counts))).toEqual(counts);
      }),
    );
  });

  it('text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeText(Buffer.from(`${text}\ud800`, 'utf16le'))).toBe(`${text}\ud800`);
      }),
    );
  });
});

describe('facts', () => {
  const words = fc.constantFrom('', '生产总值', '增长', '%', '亿元', '\ud800');
  const span = fc.record({ start: fc.nat(100_000), end: fc.nat(100_000) });
  const amount = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
  const optional = { indicator: words, verb: words, scope: words, direction: fc.constantFrom('up', 'down') } as const;
  const fact = fc.record(
    {
      subject: words,
      ...optional,
      repaired: fc.constant('percent' as const),
      place: words,
      period: fc.record(
        {
          from: fc.integer({ min: 1900, max: 2100 }),
          to: fc.integer({ min: 1900, max: 2100 }),
          part: words,
          base: fc.integer({ min: 1900, max: 2100 }),
          source: fc.constantFrom('clause' as const, 'heading' as const),
        },
        { requiredKeys: ['from', 'to', 'source'] },
      ),
      facet: fc.constantFrom('target' as const, 'outcome' as const),
      estimated: fc.boolean(),
      measure: fc.constantFrom('level' as const, 'growth' as const),
      quantity: fc.record(
        {
          kind: fc.constantFrom('number' as const, 'ratio' as const),
          low: amount,
          high: amount,
          bound: fc.constantFrom('=' as const, '>=' as const),
          unit: words,
          parts: fc.array(fc.nat()),
          span,
          core: span,
          text: words,
        },
        { requiredKeys: ['kind', 'low', 'high', 'bound', 'unit', 'span', 'core', 'text'] },
      ),
      headline: fc.boolean(),
      span,
      clause: span,
      sentence: span,
      section: fc.nat(),
      // What the type may hold one day.
      later: fc.jsonValue(),
    },
    {
      requiredKeys: [
        'subject',
        'place',
        'period',
        'facet',
        'estimated',
        'measure',
        'quantity',
        'headline',
        'span',
        'clause',
        'sentence',
        'section',
      ],
    },
  );

  it('come back whole, with what has no column', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 5 }), (list) => {
        const facts = list.map((own, i) => ({ ...own, id: `changde-2022#${i + 1}`, report: 'changde-2022' }));
        const back = openFacts(encodeFacts(facts)).where({});
        expect(back).toEqual(JSON.parse(JSON.stringify(facts)));
      }),
    );
  });

  it('are chosen as a plain filter would choose them', () => {
    const filters = fc.record(
      {
        places: fc.array(words, { maxLength: 3 }),
        reports: fc.subarray(['changde-2022', 'huaihua-2022']).map((ids) => new Set(ids)),
        years: fc.array(fc.integer({ min: 1900, max: 2100 }), { maxLength: 3 }),
        to: fc.integer({ min: 1900, max: 2100 }),
        facet: fc.constantFrom('target' as const, 'outcome' as const),
        headline: fc.constant(true as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), filters, (list, filter) => {
        const facts = list.map((own, i) => {
          const report = i % 2 === 0 ? 'changde-2022' : 'huaihua-2022';
          return { ...own, id: `${report}#${i + 1}`, report };
        });
        const { places, reports, years, to, facet, headline } = filter;
        const plain = facts.filter(
          ({ place, report, period, ...own }) =>
            (!places || places.includes(place)) &&
            (!reports || reports.has(report)) &&
            (!years || years.some((year) => period.from <= year && year <= period.to)) &&
            (to === undefined || period.to === to) &&
            (!facet || own.facet === facet) &&
            (!headline || own.headline),
        );
        const chosen = openFacts(encodeFacts(facts)).where(filter);
        expect(chosen.map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
      }),
    );
  });

  it('take the id that their report has now', () => {
    const [own] = fc.sample(fact, 1);
    const facts = [{ ...own!, id: 'changde-2022#7', report: 'changde-2022' }];
    expect(openFacts(encodeFacts(facts), 'changde-2022-2').where({})[0]).toMatchObject({
      id: 'changde-2022-2#7',
      report: 'changde-2022-2',
    });
  });
});

describe('the trie of words', () => {
  const words = ['产业', '产业链', '业', '链', '新能源', '能源'];
  const trie = wordTrie(words);
  const count = (text: string, passages = [{ start: 0, end: text.length }]) => {
    const found = trie.count(text, passages);
    return Object.fromEntries(Array.from(found.words, (word, i) => [words[word], found.passages[i]]));
  };

  it('finds every word that stands in a text, within others too', () => {
    expect(count('新能源产业链')).toEqual({ 产业: 1, 产业链: 1, 业: 1, 链: 1, 新能源: 1, 能源: 1 });
  });

  it('counts passages, not occurrences, and no word across two', () => {
    const text = '产业产业链|能源';
    expect(
      count(text, [
        { start: 0, end: 4 },
        { start: 4, end: 5 },
        { start: 5, end: text.length },
      ]),
    ).toEqual({
      产业: 1,
      业: 1,
      链: 1,
      能源: 1,
    });
  });

  it('begins each text afresh', () => {
    expect(count('能源')).toEqual({ 能源: 1 });
    expect(count('能源')).toEqual({ 能源: 1 });
    expect(count('')).toEqual({});
  });

  it('finds what a plain search finds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('新', '能', '源', '产', '业', '链'), maxLength: 40 }), (text) => {
        expect(Object.keys(count(text)).sort()).toEqual(words.filter((word) => text.includes(word)).sort());
      }),
    );
  });
});

describe('the vocabulary', () => {
  it('knows how many passages and which reports hold a word', () => {
    const vocabulary = openVocabulary(
      packVocabulary(
        ['甲', '乙', '丙'],
        [
          { words: Uint32Array.of(0, 2), passages: Uint32Array.of(3, 1) },
          { words: Uint32Array.of(2), passages: Uint32Array.of(4) },
        ],
      ),
    );
    expect([vocabulary.frequency('甲'), vocabulary.frequency('乙'), vocabulary.frequency('丙')]).toEqual([3, 0, 5]);
    expect(Array.from(vocabulary.reports('丙') ?? [])).toEqual([0, 1]);
    expect(vocabulary.reports('乙')).toBeUndefined();
  });
});

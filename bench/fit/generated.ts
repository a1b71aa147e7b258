import { questionFor } from '../../src/answer/suggestions.js';
import type { Fact } from '../../src/facts/types.js';
import type { Store } from '../../src/retrieval/types.js';
import type { GoldSet, GoldTurn } from './gold.js';
import { open } from './opened.js';

/** Reports of the large folder that questions are made from: every so-manieth. */
const EVERY = 12;
/** Facts of a report that questions are made from. */
const PER_REPORT = 8;

/**
 * Questions made from facts themselves, in the words in which the bot suggests them: they keep what is plainly asked and plainly said
 * accepted. They count little beside questions that people wrote.
 */
export function generatedSets(sets: readonly GoldSet[]): GoldSet[] {
  const folders = [...new Set(sets.map((s) => s.corpus))].filter((f) => !/natural-city|sample/u.test(f));
  return folders.map((corpus) => ({
    name: `generated-${corpus.replace(/^.*[\\/]/u, '')}`,
    corpus,
    natural: false,
    turns: turnsOf(corpus),
  }));
}

function turnsOf(corpus: string): GoldTurn[] {
  const { store, lexicon, read } = open(corpus);
  const heads = store.heads.filter((h) => !h.duplicateOf && h.kind !== 'news' && h.place !== null);
  const every = heads.length > 100 ? EVERY : 1;
  // Without a year the newest report is meant.
  const newest = new Map<string, number>();
  for (const { place, year } of heads)
    if (place && year !== null && year > (newest.get(place.id) ?? 0)) newest.set(place.id, year);
  return heads
    .filter((_, i) => i % every === 0)
    .flatMap((head) => {
      const facts = store
        .facts(head.id)
        .filter((f) => f.indicator !== undefined && !f.scope && f.place === head.place!.id);
      const context = { store, lexicon, query: read('') ?? read('目标')! };
      return facts
        .filter((_, i) => i % Math.max(1, Math.floor(facts.length / PER_REPORT)) === 0)
        .flatMap((fact): GoldTurn[] => {
          const question = questionFor(context, fact);
          if (question === undefined) return [];
          const year = `${fact.period.to}年`;
          const open = head.year === newest.get(head.place!.id) && fact.headline && fact.facet === 'target';
          return [
            turnOf(store, fact, question),
            ...(open ? [{ ...turnOf(store, fact, question.replace(year, '')), id: `${fact.id} open` }] : []),
          ];
        });
    });
}

function turnOf(store: Store, fact: Fact, question: string): GoldTurn {
  const { view, seed } = store.report(fact.report);
  const { start, end } = fact.quantity.core;
  return {
    id: fact.id,
    kind: 'number',
    question,
    expect: [[view.text.slice(start, end)]],
    forbid: [],
    evidence: [{ seed, start: view.offsets.at(fact.span.start)!, end: view.offsets.at(fact.span.end - 1)! + 1 }],
    session: fact.id,
    dialog: false,
  };
}

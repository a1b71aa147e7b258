import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { figureAskOf } from '../../src/matching/ask.js';
import { normalizeQuestion } from '../../src/question/normalize.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();

function ask(question: string, city: string) {
  const place = lexicon.gazetteer.byName(city)[0]!;
  const normalized = normalizeQuestion(question);
  if (!normalized.ok) throw new Error(normalized.problem);
  const frame = parseQuestion(question, normalized.text, { lexicon, held: new Set([place.id]) });
  return figureAskOf(frame, lexicon, place, undefined);
}

describe('what a figure is asked of', () => {
  it.each([
    ['江门2017年报告里台山GDP多少亿', '江门市', ['台山']],
    ['江门2017年GDP多少亿', '江门市', []],
    ['佛山2002年GDP里台山的多少亿', '佛山市', []],
  ])('%s names the parts of %s: %j', (question, city, parts) => {
    expect(ask(question, city).parts).toEqual(parts);
  });

  it('a whole', () => {
    expect(ask('江门2017年一共接待多少游客', '江门市').total).toBe(true);
    expect(ask('江门2017年接待多少游客', '江门市').total).toBe(false);
  });
});

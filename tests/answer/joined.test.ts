import { describe, expect, it } from 'vitest';
import { joined } from '../../src/answer/joined.js';
import type { Answer } from '../../src/answer/schema.js';

function answer(kind: Answer['kind'], headline: string): Answer {
  const understood = { line: '', places: [], years: [], unused: [] } as unknown as Answer['understood'];
  return { kind, headline, text: headline, understood, citations: [], figures: [], suggestions: [], elapsedMs: 0 };
}

const yes = answer('check', '没有：株洲市2019年地区生产总值：9201.16亿元');
const figure = answer('figure', '株洲市2019年地区生产总值：9201.16亿元');
const other = answer('figure', '株洲市2019年城镇新增就业：6万人');

describe('several questions of one message', () => {
  it.each<[string, Answer[], string]>([
    ['what a check says already is not said again', [yes, figure], yes.headline],
    ['in whichever order', [figure, yes], yes.headline],
    ['the others stay', [yes, figure, other], `${yes.headline}；${other.headline}`],
    ['each under its own head', [figure, other], `${figure.headline}；${other.headline}`],
  ])('%s', (_, answers, headline) => {
    expect(
      joined(
        answers.map(({ headline: h }) => `${h}？`),
        answers,
        [],
      ).headline,
    ).toBe(headline);
  });
});

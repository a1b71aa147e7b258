import { expect, it, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { linesOf, questionsOf } from '../../src/question/message.js';
import { parseQuestion } from '../../src/question/parse.js';

const lexicon = loadLexicon();
const held = new Set(['邵阳', '怀化', '常德', '张家界'].map((name) => lexicon.gazetteer.byName(name)[0]!.id));
const parse = (text: string) => parseQuestion(text, text, { lexicon, held, known: () => true });
const split = (message: string) => questionsOf(linesOf(message), parse);

/** A message and its questions. */
const MESSAGES: readonly (readonly [string, readonly string[]])[] = [
  ['邵阳2022年粮食产量要到多少，另外脱贫搞得咋样', ['邵阳2022年粮食产量要到多少', '脱贫搞得咋样']],
  ['邵阳2022年GDP目标是多少另外常德呢', ['邵阳2022年GDP目标是多少', '常德呢']],
  ['邵阳2022年GDP目标是多少，常德怎么发展数字经济', ['邵阳2022年GDP目标是多少', '常德怎么发展数字经济']],
  ['怀化GDP目标是多少以及常德2022年固投目标是多少', ['怀化GDP目标是多少', '常德2022年固投目标是多少']],
  ['怀化2022年GDP目标？财政收入呢？常德呢？', ['怀化2022年GDP目标?', '财政收入呢?', '常德呢?']],
  ['1. 怀化2022年GDP目标 2. 2022年常德GDP目标', ['怀化2022年GDP目标', '2022年常德GDP目标']],
  ['①怀化2022年GDP目标②常德的', ['怀化2022年GDP目标', '常德的']],
  ['怀化2022年GDP目标\n常德2022年固投', ['怀化2022年GDP目标', '常德2022年固投']],
  [
    '你好，帮我查两个数。怀化2022年GDP目标是多少？还有，我还想知道常德的',
    ['你好,帮我查两个数。怀化2022年GDP目标是多少?', '常德的'],
  ],
  ['常德2022年GDP目标是7%对吗？固投呢', ['常德2022年GDP目标是7%对吗?', '固投呢']],
  // Each name of a row in quotation marks.
  ['怀化2022年“两库”、“两江”分别是哪儿', ['怀化2022年“两库”是哪儿', '怀化2022年“两江”是哪儿']],
  ['常德“三张清单”和“六个办”各自指什么', ['常德“三张清单”指什么', '常德“六个办”指什么']],
  ['邵阳“一核”“两带”“三区”分别包括哪些', ['邵阳“一核”包括哪些', '邵阳“两带”包括哪些', '邵阳“三区”包括哪些']],
  ['常德“开放强市”、“产业立市”战略分别有哪些举措', ['常德“开放强市”战略有哪些举措', '常德“产业立市”战略有哪些举措']],
];

test.each(MESSAGES)('%s', (message, questions) => {
  expect(split(message).questions.map((q) => q.normalize('NFKC'))).toEqual(questions.map((q) => q.normalize('NFKC')));
});

/** One question, whatever stops and commas it holds. */
it.each([
  '常德2022年GDP目标',
  // How the report speaks of it is asked of what stands before.
  '沅江治理得咋样，常德2022年怎么评价的',
  '在吗？常德2022年GDP目标是多少',
  '你好。常德2022年GDP目标是多少？谢谢！',
  '怀化2022年GDP目标是多少，和常德比高多少',
  '邵阳还有多少人没脱贫',
  '考上清华北大的有几个，花了多少',
  '2022年各市固投目标，谁最高',
  '2012年中部几个省，经济增长目标最高的是哪个省？定了多少',
  '2022年各市固投目标谁最高？高多少',
  '听说常德2022年GDP目标是7%，是真的吗？',
  '常德2022年GDP目标是7%。固投目标是8%以上。对吗？',
  '我写稿子要用。2022年怀化GDP目标是多少',
  '怀化2021年旅游总收入是多少，听说过了500亿',
  '吗？'.repeat(40),
  // One name, names that are not each asked for, and a figure of several.
  '怀化2022年“两库”分别是哪儿',
  '怀化2022年“两库”、“两江”是什么关系',
  '怀化“两库”、“两江”分别投资多少',
])('%s is one question', (message) => {
  expect(split(message).questions).toHaveLength(1);
});

it('names the questions that are too many', () => {
  const message = Array.from({ length: 8 }, (_, i) => `${i + 1}. 怀化${2015 + i}年GDP目标是多少`).join('\n');
  const { questions, left } = split(message);
  expect(questions).toHaveLength(6);
  expect(left).toEqual(['怀化2021年GDP目标是多少', '怀化2022年GDP目标是多少']);
});

import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.js';
import { rarity } from '../../src/lexicon/rarity.js';
import { thesaurus } from '../../src/lexicon/thesaurus.js';
import { tellsWhatMust } from '../../src/matching/must-tell.js';
import { termsOf } from '../../src/matching/terms.js';
import { mustTell } from '../../src/question/sought.js';

const { gazetteer } = loadLexicon();
const termsIn = (text: string) =>
  termsOf([{ text, roles: [...text].map(() => 'content' as const), content: [...text].map(() => 1), start: 0 }], {
    thesaurus: thesaurus(),
    rarity: rarity(),
    contrasts: [],
    siblings: [],
  });

describe('whether a sentence tells what a question asks for without fail', () => {
  it.each([
    ['处置领导小组组长是哪位', '组长', '市委立即成立了善后处置领导小组', false],
    ['处置领导小组组长是哪位', '组长', '由市长陈东任善后处置领导小组组长', true],
    ['产业园建在哪个区', '产业园', '市级养老产业园开工建设', false],
    ['产业园建在哪个区', '产业园', '依托仙河镇建设养老产业园', true],
    ['路面塌陷出在哪条路上', '路面塌陷', '妥善处置辽阳街路面塌陷事故', true],
    // What a neighbour in the row is called tells nothing of it.
    ['农业合作论坛在哪个市县开的', '农业合作论坛', '农业合作论坛、科学家三亚论坛成功举办', false],
    // A place that the question names itself is none that it asks for.
    ['长沙的产业园建在哪个区', '产业园', '长沙产业园开工建设', false],
    ['副团长是哪几位', '副团长', '中央代表团参加庆祝活动', false],
    ['论坛选在哪儿办', '论坛', '办好城市论坛', false],
    ['三个友城都叫什么', '友城', '与3城市结为友城', false],
    ['三个友城都叫什么', '友城', '与东京、大邱结为友城', true],
    ['合唱团都叫什么', '合唱团', '“春之声”合唱团获奖', true],
    // Nor is the one in which the place that is asked about lies.
    ['分会场设在哪个广场', '分会场', '办好富含辽宁底蕴的分会场活动', false],
    ['机场哪年开工', '机场', '做好机场迁扩建的前期工作', false],
    ['机场哪年开工', '机场', '力争机场年内开工建设', true],
    // Any other question.
    ['产业园建得怎么样', '产业园', '市级养老产业园开工建设', true],
  ])('%s (%s): %s: %s', (question, content, sentence, tells) => {
    const ask = { must: mustTell(question), asked: question, terms: termsIn(content), places: ['210100'] };
    expect(tellsWhatMust(ask, sentence, gazetteer)).toBe(tells);
  });
});

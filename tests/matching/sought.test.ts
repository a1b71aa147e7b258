import { describe, expect, it } from 'vitest';
import { tellsSought } from '../../src/matching/sought.js';
import { soughtIn } from '../../src/question/sought.js';

describe('what a question in words seeks', () => {
  it.each([
    ['领导小组组长是哪位', ['person']],
    ['儿童医院盖在哪儿，挨着哪条路', ['place']],
    ['新结的三个友城都叫什么', ['names']],
    ['世园会几月几号开幕', ['day']],
    ['近视率打算靠啥招压下来', ['method']],
    ['摘帽的是谁家', []],
    ['报告讲了公交吗', []],
  ])('%s: %j', (question, sought) => {
    expect(soughtIn(question)).toEqual(sought);
  });
});

describe('whether a sentence tells what is sought', () => {
  it.each([
    ['person', '徐诗晓成为我市首位奥运冠军', true],
    ['person', '立即成立火灾事故善后处置领导小组', false],
    ['place', '新院区落户江北新区', true],
    ['place', '隆德县、泾源县入选', true],
    ['place', '完成3万平方米儿童医院主体建设', false],
    ['names', '开通至东京、大邱的国际航线', true],
    ['names', '组建“春城骑警”', true],
    ['names', '4条线路入选全国旅游精品线路', false],
    ['day', '确保6月底前通车', true],
    ['day', '确保按期封关运行', false],
    ['method', '通过精简机构加以解决', true],
    ['method', '整治效果明显', false],
  ] as const)('%s: %s: %s', (kind, text, tells) => {
    expect(tellsSought(kind, text, '')).toBe(tells);
  });

  it('takes no word of the question for a measure', () => {
    expect(tellsSought('method', '推进高价彩礼治理', '怎么推进高价彩礼治理')).toBe(false);
  });
});

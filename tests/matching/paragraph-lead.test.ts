import { expect, it } from 'vitest';
import { announcementBefore, paragraphLead } from '../../src/matching/paragraph-lead.js';

const LONG =
  '坚持以人民为中心的发展思想，扎实推进各项民生工作，切实解决群众急难愁盼问题，持续增进民生福祉，让群众更有获得感';

it.each([
  ['a short first sentence', '推进能源设施建设。新建充电站19座。', '新建', '推进能源设施建设'],
  ['the name that a note is on', '［13］净流入：转入多于转出。主要原因：一是条件改善。', '主要', '［13］净流入'],
  ['of its own line alone', '加强环保。\n新建充电站19座。', '新建', ''],
  ['none at the beginning of a line', '加强环保。新建充电站。', '加强', ''],
  ['none where the line opens with a long sentence', `${LONG}。新建充电站。`, '新建', ''],
])('what heads a paragraph: %s', (_, text, at, lead) => {
  expect(paragraphLead(text, text.indexOf(at))).toBe(lead);
});

it.each([
  ['a short sentence right before', `${LONG}。加快陆港建设。启用监管场所。`, '启用', '加快陆港建设'],
  ['no long one', `${LONG}。启用监管场所。`, '启用', ''],
  ['none of another line', '加快陆港建设。\n启用监管场所。', '启用', ''],
])('what announces a sentence: %s', (_, text, at, lead) => {
  expect(announcementBefore(text, text.indexOf(at))).toBe(lead);
});

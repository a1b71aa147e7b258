import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEXTS } from '../../../adapters/shared/texts.js';
import { startParameter } from '../../../adapters/telegram/deep-link.js';
import { parsedLength } from '../../../adapters/telegram/limits.js';
import { setMenu } from '../../../adapters/telegram/menu.js';
import { escapeHtml } from '../../../adapters/telegram/render.js';
import { createTransport } from '../../../adapters/telegram/transport.js';
import { mergeQuotes } from '../../../src/answer/merge-quotes.js';
import { shownQuote } from '../../../src/answer/quote-text.js';
import { QUOTE_LENGTH } from '../../../src/answer/wording.js';
import { loadSeeds } from '../../support/seed-assistant.js';
import { type Bench, BOT, buttonsOf, dataOf, person, SENDS, shownIn, startBench, TOKEN } from './chat.js';

let bench: Bench;

beforeAll(async () => {
  bench = await startBench(loadSeeds);
}, 60_000);

afterAll(async () => {
  await bench.stop();
  expect(bench.api.violations).toEqual([]);
});

describe('a question in a private chat', () => {
  test('is answered with the figure, the reading, the quote and the source, in reply to the question', async () => {
    const alice = person(bench.api);
    const asked = alice.say('2022年常德GDP目标');
    const call = await alice.got('sendMessage');
    const shown = shownIn(call);
    expect(shown).toContain('增长7%以上');
    expect(shown).toContain('理解为：常德市 · 2022年 · 地区生产总值 · 目标');
    expect(shown).toMatch(/<blockquote[^>]*>.*<b>[^<]*7%以上<\/b>.*<\/blockquote>/s);
    expect(shown).toContain('《2022年常德市政府工作报告》');
    expect(shown).not.toContain('.txt');
    expect(call.payload.reply_parameters).toEqual({ message_id: asked, allow_sending_without_reply: true });
    expect(call.payload.link_preview_options).toEqual({ is_disabled: true });
  });

  test('a follow-up leans on the turn before', async () => {
    const alice = person(bench.api);
    alice.say('2022年常德GDP目标');
    await alice.got('sendMessage');
    const from = bench.api.calls.length;
    alice.say('那怀化呢');
    expect(shownIn(await alice.got('sendMessage', from))).toMatch(/怀化市2022年.*增长8%以上/);
  });

  test('another person has a conversation of their own', async () => {
    const bob = person(bench.api);
    bob.say('那怀化呢');
    expect(shownIn(await bob.got('sendMessage'))).not.toContain('8%以上');
  });

  test('a suggestion is asked by its button, and its answer comes as a new message', async () => {
    const alice = person(bench.api);
    alice.say('2022年常德GDP目标');
    const first = await alice.got('sendMessage');
    const from = bench.api.calls.length;
    const suggestion = buttonsOf(first).find(({ callback_data }) => callback_data.startsWith('q:'))!;
    const query = alice.press(suggestion.callback_data, { message: first.message });
    const next = await alice.got(SENDS, from);
    expect(next.payload.reply_parameters).toMatchObject({ message_id: first.message });
    await bench.api.waitFor((call) => call.payload.callback_query_id === query, from);
  });

  test('a photo with a caption is a question, a sticker gets a hint', async () => {
    const alice = person(bench.api);
    alice.say('', { text: undefined, caption: '2022年常德GDP目标', photo: [] });
    expect(shownIn(await alice.got('sendMessage'))).toContain('7%以上');
    const from = bench.api.calls.length;
    alice.say('', { text: undefined, sticker: {} });
    expect(shownIn(await alice.got('sendMessage', from))).toBe(TEXTS.onlyText);
  });
});

describe('a clarification', () => {
  test('offers its choices as buttons, and the pressed one is answered in its place', async () => {
    const alice = person(bench.api);
    alice.say('GDP目标');
    const question = await alice.got('sendMessage');
    const choices = buttonsOf(question).filter(({ callback_data }) => callback_data.startsWith('c:'));
    expect(choices.length).toBeGreaterThan(1);
    const from = bench.api.calls.length;
    alice.press(choices[0]!.callback_data, { message: question.message });
    const edited = await alice.got('editMessageText', from);
    expect(edited.payload.message_id).toBe(question.message);
    expect(shownIn(edited)).toContain('张家界市');
  });
});

describe('a long answer', () => {
  test('is turned page by page in one message, nothing lost', async () => {
    const claims = ['常德', '怀化', '邵阳', '娄底', '张家界'].flatMap((place) =>
      ['地区生产总值', '固定资产投资', '地方一般公共预算收入', '社会消费品零售总额', '进出口总额'].map(
        (indicator) => `2022年${place}${indicator}目标增长9%`,
      ),
    );
    const question = `/check ${claims.join('；')}。`;
    const alice = person(bench.api);
    alice.say(question);
    const first = await alice.got(SENDS);
    let page = first;
    let from = 0;
    let all = '';
    for (let turns = 0; ; turns += 1) {
      expect(turns).toBeLessThan(20);
      if (turns > 0) expect(page.payload.message_id).toBe(first.message);
      expect(parsedLength(shownIn(page))).toBeLessThanOrEqual(2000);
      all += shownIn(page);
      if (!buttonsOf(page).some(({ text }) => text === '下一页 ›')) break;
      from = bench.api.calls.length;
      alice.press(dataOf(page, '下一页 ›'), { message: first.message });
      page = await alice.got('editMessageText', from);
    }
    const words = (text: string) => text.replace(/<[^>]*>|\s/g, '');
    const { citations } = await bench.kit.host.assistant().ask('elsewhere', question);
    expect(citations.length).toBeGreaterThan(3);
    for (const citation of mergeQuotes(citations)) {
      const pieces = shownQuote(citation, QUOTE_LENGTH).text.split('……');
      for (const piece of pieces) expect(words(all)).toContain(words(escapeHtml(piece)));
    }
    from = bench.api.calls.length;
    alice.press(dataOf(page, '‹ 上一页'), { message: first.message });
    expect(shownIn(await alice.got('editMessageText', from))).not.toBe(shownIn(page));
  });
});

describe('the evidence', () => {
  test('看原文 shows the surroundings with the figure marked, turns to the next quote, and goes back', async () => {
    const alice = person(bench.api);
    alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
    const answer = await alice.got(SENDS);
    let from = bench.api.calls.length;
    alice.press(dataOf(answer, '看原文'), { message: answer.message });
    const source = await alice.got('editMessageText', from);
    expect(shownIn(source)).toMatch(/<blockquote>.+<b>.*<u>8%以上<\/u>.*<\/b>.+<\/blockquote>/s);
    from = bench.api.calls.length;
    alice.press(dataOf(source, '下一条 ›'), { message: answer.message });
    const second = await alice.got('editMessageText', from);
    expect(shownIn(second)).not.toBe(shownIn(source));
    from = bench.api.calls.length;
    alice.press(dataOf(second, '返回回答'), { message: answer.message });
    expect(shownIn(await alice.got('editMessageText', from))).toBe(shownIn(answer));
  });

  test('这个数不对 records question, reading and citation once, and nothing about the person', async () => {
    const alice = person(bench.api);
    alice.say('2022年邵阳GDP目标');
    const answer = await alice.got('sendMessage');
    for (const told of [TEXTS.disputeTaken, TEXTS.disputeTwice]) {
      const query = alice.press(dataOf(answer, '这个数不对'), { message: answer.message });
      const reply = await bench.api.waitFor((call) => call.payload.callback_query_id === query);
      expect(reply.payload.text).toBe(told);
    }
    const { newest } = await bench.kit.state.disputes(100);
    const mine = newest.map(({ body }) => JSON.parse(body)).filter(({ question }) => question === '2022年邵阳GDP目标');
    expect(mine).toHaveLength(1);
    expect(mine[0].citations[0].quote).toContain('地区生产总值增长8%');
    expect(Object.keys(mine[0]).sort()).toEqual(
      ['at', 'citations', 'figures', 'headline', 'platform', 'question', 'reading'].sort(),
    );
    expect(JSON.stringify(newest)).not.toContain(String(alice.user));
  });
});

describe('tables, pictures and files', () => {
  test('a table goes as a rich message where those are taken', async () => {
    const alice = person(bench.api);
    alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
    const call = await alice.got('sendRichMessage');
    expect(shownIn(call)).toMatch(/<table bordered striped>.*<th>.*<td>.*<\/table>/s);
    expect(shownIn(call)).toMatch(/<details><summary>\[1\]/);
  });

  test('its 文字表格 button puts the plain form in its place', async () => {
    const alice = person(bench.api);
    alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
    const call = await alice.got('sendRichMessage');
    const from = bench.api.calls.length;
    alice.press(dataOf(call, '文字表格'), { message: call.message });
    const plain = await alice.got('editMessageText', from);
    expect(plain.payload.parse_mode).toBe('HTML');
    expect(shownIn(plain)).toContain('怀化');
  });

  test('the chart comes as a photo when its button is pressed, and at once when it was asked for', async () => {
    const alice = person(bench.api);
    alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
    const call = await alice.got(SENDS);
    alice.press(dataOf(call, '图'), { message: call.message });
    const photo = await alice.got('sendPhoto');
    expect((photo.payload.photo as Buffer).subarray(1, 4).toString()).toBe('PNG');
    expect(photo.payload.reply_parameters).toMatchObject({ message_id: call.message });
    const from = bench.api.calls.length;
    alice.say('/chart');
    await alice.got('sendPhoto', from);
    // The answer stands above already: the picture comes alone.
    expect(bench.api.calls.slice(from).filter(({ payload }) => payload.chat_id === alice.chat)).toHaveLength(1);
  });

  test('the table comes as a CSV document and as a workbook when its button is pressed, and at once when it was asked for', async () => {
    const alice = person(bench.api);
    alice.say('2022年常德、怀化、邵阳谁的GDP目标最高');
    const call = await alice.got(SENDS);
    alice.press(dataOf(call, 'CSV'), { message: call.message });
    const document = await alice.got('sendDocument');
    expect((document.payload.document as Buffer).subarray(0, 3)).toEqual(Buffer.from('\ufeff'));
    const before = bench.api.calls.length;
    alice.press(dataOf(call, 'Excel'), { message: call.message });
    const workbook = unzipSync((await alice.got('sendDocument', before)).payload.document as Buffer);
    expect(strFromU8(workbook['xl/worksheets/sheet1.xml']!)).toContain('怀化市');
    const from = bench.api.calls.length;
    alice.say('/export csv 常德 2022');
    const facts = (await alice.got('sendDocument', from)).payload.document as Buffer;
    expect(facts.toString('utf8').split('\n').length).toBeGreaterThan(100);
  });
});

describe('an edited question', () => {
  test('is answered anew in the place of its answer', async () => {
    const alice = person(bench.api);
    const asked = alice.say('2022年常德GDP目标');
    const first = await alice.got('sendMessage');
    const from = bench.api.calls.length;
    alice.edit(asked, '2022年怀化GDP目标');
    const second = await alice.got('editMessageText', from);
    expect(second.payload.message_id).toBe(first.message);
    expect(shownIn(second)).toMatch(/怀化市2022年.*增长8%以上/);
  });

  test('that was not answered before gets a new answer', async () => {
    const alice = person(bench.api);
    alice.edit(4242, '2022年怀化GDP目标');
    const call = await alice.got('sendMessage');
    expect(call.payload.reply_parameters).toMatchObject({ message_id: 4242 });
  });

  test('edited without a change leaves the answer as it is', async () => {
    const alice = person(bench.api);
    const asked = alice.say('2022年常德GDP目标');
    await alice.got('sendMessage');
    alice.edit(asked, '2022年常德GDP目标');
    const from = bench.api.calls.length;
    alice.say('那怀化呢');
    await alice.got('sendMessage', from);
    expect(bench.kit.lines.join('')).not.toContain('not modified');
  });
});

describe('commands', () => {
  test('/start greets with three examples as buttons', async () => {
    const alice = person(bench.api);
    alice.say('/start', { entities: [{ type: 'bot_command', offset: 0, length: 6 }] });
    const call = await alice.got('sendMessage');
    expect(buttonsOf(call)).toHaveLength(3);
    const from = bench.api.calls.length;
    alice.press(buttonsOf(call)[0]!.callback_data, { message: call.message });
    expect(shownIn(await alice.got(SENDS, from))).toContain('增长8%以上');
  });

  test('a deep link asks the question that it carries; one that was not made here greets', async () => {
    const alice = person(bench.api);
    alice.say(`/start ${startParameter('2022年常德GDP目标')}`);
    expect(shownIn(await alice.got('sendMessage'))).toContain('7%以上');
    const from = bench.api.calls.length;
    alice.say('/start %%%not-ours');
    expect(buttonsOf(await alice.got('sendMessage', from))).toHaveLength(3);
  });

  test('/help is in English for an English client and in Chinese for others', async () => {
    const alice = person(bench.api, { language: 'en-US' });
    alice.say('/help');
    expect(shownIn(await alice.got(SENDS))).toContain('/targets');
    const english = bench.api.calls.filter(({ payload }) => payload.chat_id === alice.chat);
    expect(shownIn(english[0]!)).toMatch(/Ask in plain Chinese/);
    const chinese = person(bench.api, { language: 'zh-hans' });
    chinese.say('/help');
    expect(shownIn(await chinese.got(SENDS))).not.toMatch(/Ask in plain Chinese/);
  });

  test('the menu was set once in Chinese and once in English', () => {
    const menus = bench.api.calls.filter(({ method }) => method === 'setMyCommands');
    expect(menus.map(({ payload }) => payload.language_code)).toEqual([undefined, 'en']);
    const [zh, en] = menus.map(({ payload }) => payload.commands as { command: string; description: string }[]);
    expect(zh!.map(({ command }) => command)).toContain('targets');
    expect(zh!.find(({ command }) => command === 'targets')!.description).toMatch(/目标/);
    expect(en!.find(({ command }) => command === 'targets')!.description).toMatch(/targets/);
  });

  test('a menu that is as it should be is not set again', async () => {
    const sets = () => bench.api.calls.filter(({ method }) => method === 'setMyCommands').length;
    const before = sets();
    const { log } = bench.kit;
    const transport = createTransport({ token: TOKEN, apiRoot: bench.api.root, ipv4Only: true, log });
    await setMenu(transport);
    transport.close();
    expect(sets()).toBe(before);
  });

  test('administrators see status, reload and disputes; others do not', async () => {
    const admin = person(bench.api, { user: 1 });
    for (const [command, expected] of [
      ['/status', /报告 \d+ 份/],
      ['/disputes', /这个数不对|还没有/],
      ['/admin disputes', /这个数不对|还没有/],
      ['/unread', /UNREAD_FILE/],
      ['/reload', new RegExp(TEXTS.reloaded)],
    ] as const) {
      const from = bench.api.calls.length;
      admin.say(command);
      expect(shownIn(await admin.got('sendMessage', from))).toMatch(expected);
    }
    const alice = person(bench.api);
    alice.say('/status');
    expect(shownIn(await alice.got('sendMessage'))).toContain(TEXTS.adminOnly);
  });
});

describe('a group', () => {
  test('the bot mentioned alone under somebody’s words answers those words; a mention of others is no part of the question', async () => {
    const alice = person(bench.api, { type: 'supergroup' });
    const entities = [{ type: 'mention', offset: 0, length: 11 }];
    alice.say('@report_bot', {
      entities,
      reply_to_message: { message_id: 1, from: { id: 5 }, text: '2022年常德GDP目标' },
    });
    expect(shownIn(await alice.got('sendMessage'))).toContain('常德市2022年地区生产总值目标：增长7%以上');
    const bob = person(bench.api, { type: 'supergroup' });
    const both = [...entities, { type: 'mention', offset: 12, length: 6 }];
    bob.say('@report_bot @carol 2022年怀化GDP目标', { entities: both });
    expect(shownIn(await bob.got('sendMessage'))).toContain('怀化市2022年地区生产总值目标');
  });

  test.each<[string, string, object]>([
    ['核对 in a private chat', '核对', {}],
    ['/check in a group', '/check@report_bot', { type: 'group' }],
    [
      '核对 with a mention',
      '@report_bot 核对',
      { type: 'group', entities: [{ type: 'mention', offset: 0, length: 11 }] },
    ],
  ])('somebody’s words are checked: %s', async (_what, text, { type = 'private', ...extra }: { type?: string }) => {
    const alice = person(bench.api, { type });
    const said = '据说2022年常德地区生产总值目标是增长9%，今天天气不错';
    alice.say(text, { ...extra, reply_to_message: { message_id: 1, from: { id: 5 }, text: said } });
    expect(shownIn(await alice.got(SENDS))).toMatch(/不符.*增长7%以上/s);
  });

  test('only the part that was picked out is checked', async () => {
    const alice = person(bench.api);
    const reply_to_message = { message_id: 1, from: { id: 5 }, text: '2022年常德GDP目标9%，怀化GDP目标9%' };
    alice.say('核对', { reply_to_message, quote: { text: '怀化GDP目标9%', position: 15 } });
    const shown = shownIn(await alice.got(SENDS));
    expect(shown).toContain('怀化市');
    expect(shown).not.toContain('常德市');
  });

  test('forwarded words are checked; where they state no figure they are a question', async () => {
    const forward_origin = { type: 'hidden_user', sender_user_name: '某人', date: 1 };
    const alice = person(bench.api);
    alice.say('2022年常德市地区生产总值目标是增长9%。', { forward_origin });
    expect(shownIn(await alice.got(SENDS))).toContain('不符');
    const from = bench.api.calls.length;
    alice.say('2022年怀化GDP目标', { forward_origin });
    expect(shownIn(await alice.got(SENDS, from))).toMatch(/怀化市2022年.*增长8%以上/);
  });

  const mention = { entities: [{ type: 'mention', offset: 0, length: 11 }] };
  const rows: [what: string, text: string, extra: object, answered: boolean][] = [
    ['a plain message', '2022年常德GDP目标', {}, false],
    ['a command', '/targets 常德 2022', {}, true],
    ['a command to this bot', '/targets@report_bot 常德 2022', {}, true],
    ['a command to another bot', '/targets@other_bot 常德 2022', {}, false],
    ['a command nobody here knows', '/ban 某人', {}, false],
    ['a reply to the bot', '2022年常德GDP目标', { reply_to_message: { message_id: 1, from: BOT } }, true],
    ['a reply to somebody else', '2022年常德GDP目标', { reply_to_message: { message_id: 1, from: { id: 5 } } }, false],
    ['a mention of the bot', '@report_bot 2022年常德GDP目标', mention, true],
    [
      'a mention of somebody else',
      '@other_name 2022年常德GDP目标',
      { entities: [{ type: 'mention', offset: 0, length: 11 }] },
      false,
    ],
    ['a message sent through the bot inline', '常德市……', { via_bot: BOT }, false],
    ['a message of another bot', '@report_bot 你好', { ...mention, from: { id: 9, is_bot: true } }, false],
    ['a photo without words', '', { text: undefined, photo: [] }, false],
  ];

  test.each(rows)('%s', async (_what, text, extra, answered) => {
    const alice = person(bench.api, { type: 'supergroup' });
    alice.say(text, extra);
    // A command after it is answered in any case, and answers in a chat keep their order.
    const last = alice.say('/help');
    await bench.api.waitFor((call) => {
      const reply = call.payload.reply_parameters as { message_id?: number } | undefined;
      return call.payload.chat_id === alice.chat && reply?.message_id === last;
    });
    const sends = bench.api.calls.filter(({ payload }) => payload.chat_id === alice.chat);
    expect(sends.length).toBe(answered ? 2 : 1);
  });

  test('a channel post is left alone', async () => {
    const channel = person(bench.api, { type: 'channel' });
    channel.say('/help');
    const alice = person(bench.api);
    alice.say('/help');
    await alice.got('sendMessage');
    expect(bench.api.calls.some(({ payload }) => payload.chat_id === channel.chat)).toBe(false);
  });

  test('two people do not share a conversation', async () => {
    const alice = person(bench.api, { type: 'group' });
    const bob = person(bench.api, { type: 'group', chat: alice.chat });
    alice.say('/ask 2022年常德GDP目标');
    await alice.got('sendMessage');
    const from = bench.api.calls.length;
    bob.say('/ask 那怀化呢');
    expect(shownIn(await bob.got('sendMessage', from))).not.toContain('8%以上');
  });

  test('an answer in a topic stays in the topic', async () => {
    const alice = person(bench.api, { type: 'supergroup' });
    alice.say('/help', { is_topic_message: true, message_thread_id: 99 });
    expect((await alice.got('sendMessage')).payload.message_thread_id).toBe(99);
  });

  test('only the asker may change the message, but anyone may ask on and say that a figure is wrong', async () => {
    const alice = person(bench.api, { type: 'group' });
    alice.say('/ask 2022年怀化GDP目标');
    const answer = await alice.got('sendMessage');
    const other = { message: answer.message, user: 31_337 };
    const source = alice.press(dataOf(answer, '看原文'), other);
    expect((await bench.api.waitFor((call) => call.payload.callback_query_id === source)).payload.text).toBe(
      TEXTS.notYours,
    );
    const from = bench.api.calls.length;
    const suggestion = buttonsOf(answer).find(({ callback_data }) => callback_data.startsWith('q:'))!;
    alice.press(suggestion.callback_data, other);
    await alice.got(SENDS, from);
    const wrong = alice.press(dataOf(answer, '这个数不对'), other);
    expect((await bench.api.waitFor((call) => call.payload.callback_query_id === wrong)).payload.text).toBe(
      TEXTS.disputeTaken,
    );
  });
});

describe('inline mode', () => {
  const results = async (query: string) => {
    const call = await bench.api.waitFor(({ payload }) => payload.inline_query_id === query);
    return { call, list: call.payload.results as { title: string; input_message_content: { message_text: string } }[] };
  };

  test('offers the answer first, then others that differ', async () => {
    const { call, list } = await results(person(bench.api).inline('2022 常德 GDP目标'));
    expect(list[0]!.title).toContain('7%以上');
    expect(list.length).toBeGreaterThan(1);
    expect(list.length).toBeLessThanOrEqual(10);
    expect(new Set(list.map(({ input_message_content }) => input_message_content.message_text)).size).toBe(list.length);
    expect(call.payload.cache_time).toBeGreaterThan(0);
    expect(call.payload.is_personal).toBe(false);
  });

  test('offers examples before anything is typed', async () => {
    const { list } = await results(person(bench.api).inline(''));
    expect(list.length).toBeGreaterThan(0);
  });

  test('leaves no conversation behind', async () => {
    const alice = person(bench.api);
    await results(alice.inline('2022年常德GDP目标'));
    const { list } = await results(alice.inline('那怀化呢'));
    expect(JSON.stringify(list)).not.toContain('8%以上');
  });

  test('takes 256 characters of anything', async () => {
    const { list } = await results(person(bench.api).inline('<b>@everyone'.repeat(30).slice(0, 256)));
    expect(list.length).toBeGreaterThan(0);
  });
});

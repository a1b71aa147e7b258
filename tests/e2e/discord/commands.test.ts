import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../adapters/discord/limits.js';
import { COMMANDS } from '../../../src/commands/index.js';
import { loadSeeds } from '../../support/seed-assistant.js';
import { ADMIN, BOB, CHANNEL, OTHER_CHANNEL } from './ids.js';
import { control, controls, isEphemeral, type Platform, reply, startPlatform, textOf, until } from './platform.js';
import { type Bot, startBot } from './start-bot.js';

let platform: Platform;
let bot: Bot;

beforeAll(async () => {
  platform = await startPlatform();
  bot = await startBot(platform, loadSeeds);
});

afterAll(async () => {
  await bot.running.stop();
  await platform.close();
  expect(platform.rest.violations).toEqual([]);
});

describe('asking', () => {
  test('/ask: the figure, the reading, the quote with its mark, the report and the section', async () => {
    const seen = await reply(platform.slash('ask', { question: '2022年常德GDP目标' }));
    const text = textOf(seen);
    expect(text).toContain('增长7%以上');
    expect(text).toMatch(/理解为：常德市.*2022.*地区生产总值.*目标/);
    expect(text).toMatch(/> .*地区生产总值.*\*\*.*7%以上.*\*\*/);
    expect(text).toContain('2022年常德市政府工作报告');
    expect(text).not.toContain('.txt');
    expect(isEphemeral(seen)).toBe(false);
  });

  test('/targets 常德 2022: the list as a table', async () => {
    const text = textOf(await reply(platform.slash('targets', { place: '常德市', year: '2022' })));
    expect(text).toContain('```');
    for (const target of ['地区生产总值', '7%以上', '城镇调查失业率', '5.5%以内']) expect(text).toContain(target);
  });

  test('the first response is a deferral, well within three seconds', async () => {
    const asked = platform.slash('ask', { question: '2022年怀化GDP目标' });
    await reply(asked);
    expect(asked.first).toMatchObject({ type: 5, flags: 0 });
    expect(asked.first!.ms).toBeLessThan(LIMITS.firstResponseMs);
  });

  test('a follow-up leans on the turn before, in the same channel', async () => {
    await reply(platform.slash('ask', { question: '2022年常德GDP目标' }, { user: '901' }));
    const text = textOf(await reply(platform.slash('ask', { question: '那怀化呢' }, { user: '901' })));
    expect(text).toMatch(/理解为：怀化市.*2022.*地区生产总值/);
  });

  test('two people in one channel do not share a conversation, nor one person in two channels', async () => {
    await reply(platform.slash('ask', { question: '2022年常德GDP目标' }, { user: '902' }));
    const other = textOf(await reply(platform.slash('ask', { question: '那怀化呢' }, { user: '903' })));
    const elsewhere = textOf(
      await reply(platform.slash('ask', { question: '那怀化呢' }, { user: '902', channel: OTHER_CHANNEL })),
    );
    for (const text of [other, elsewhere]) expect(text).not.toMatch(/理解为：怀化市.*2022.*地区生产总值/);
  });

  test('what is not held is an answer for all; what is not understood is for the asker alone', async () => {
    const held = platform.slash('ask', { question: '2023年常德GDP目标' });
    const answer = await reply(held);
    expect(isEphemeral(answer)).toBe(false);
    const greeting = platform.slash('ask', { question: '!!!' });
    expect(isEphemeral(await reply(greeting))).toBe(true);
    expect(greeting.first).toMatchObject({ type: 5, flags: 64 });
  });
});

describe('every command', () => {
  const given: Record<string, Record<string, string | number>> = {
    ask: { question: '2021年常德GDP目标' },
    check: { text: '2022年怀化GDP目标是8%以上' },
    targets: { place: '常德', year: '2022' },
    outcome: { place: '常德', year: '2021' },
    compare: { places: '常德、怀化、邵阳', indicator: 'GDP', year: '2022' },
    trend: { place: '张家界', indicator: 'GDP' },
    mentions: { term: '低空经济' },
    report: { place: '常德', year: '2022' },
    reports: {},
    source: { number: 1 },
    more: {},
    chart: {},
    export: { format: 'csv' },
    help: {},
    start: {},
    status: {},
    disputes: {},
    unread: {},
  };
  const names = COMMANDS.map(({ name }) => name).filter((name) => name !== 'reload');

  test.each(names)('/%s is answered', async (name) => {
    expect(given[name], `give /${name} arguments in this test`).toBeDefined();
    const by = { user: ADMIN };
    const seen = await reply(platform.slash(name, given[name], by));
    expect(textOf(seen) + seen.files.map((file) => file.name).join()).not.toBe('');
    expect(textOf(seen)).not.toContain('出了错');
  });

  test('/compare orders the places; a chart can be had by a button', async () => {
    const seen = await reply(platform.slash('compare', given.compare));
    const text = textOf(seen);
    for (const place of ['常德', '怀化', '邵阳']) expect(text).toContain(place);
    const drawn = await reply(platform.press(seen, control(seen, '图')));
    expect(drawn.files[0]?.name).toBe('chart.png');
    expect(drawn.files[0]?.body.subarray(1, 4).toString()).toBe('PNG');
    expect(drawn.embeds?.[0]?.image?.url).toBe('attachment://chart.png');
  });

  test('/chart draws the last answer, /export gives it as a file that a spreadsheet opens', async () => {
    const by = { user: '904' };
    await reply(platform.slash('compare', given.compare, by));
    const drawn = await reply(platform.slash('chart', {}, by));
    expect(drawn.files.map(({ name }) => name)).toContain('chart.png');
    const exported = await reply(platform.slash('export', { format: 'csv' }, by));
    expect(exported.files[0]?.name).toMatch(/\.csv$/);
    expect(exported.files[0]?.body.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(exported.files[0]?.body.toString('utf8')).toContain('常德市');
  });

  test('help is for the asker alone, in Chinese or in English as the client is', async () => {
    const chinese = platform.slash('help');
    expect(textOf(await reply(chinese))).toMatch(/\/ask.*问/);
    expect(chinese.first).toMatchObject({ type: 5, flags: 64 });
    expect(textOf(await reply(platform.slash('help', {}, { locale: 'en-US' })))).toContain('Compare one indicator');
  });

  test('administrators see the state of the bot, others are told that it is not for them', async () => {
    const seen = await reply(platform.slash('status', {}, { user: ADMIN }));
    expect(textOf(seen)).toContain('版本');
    expect(isEphemeral(seen)).toBe(true);
    expect(textOf(await reply(platform.slash('status', {}, { user: BOB })))).toContain('只供管理员');
  });

  test('a command that is no longer ours is answered politely', async () => {
    const seen = await reply(platform.slash('gone'));
    expect(isEphemeral(seen)).toBe(true);
  });

  test('it works in direct messages and between people', async () => {
    for (const where of ['dm', 'group'] as const) {
      const asked = platform.slash('ask', { question: '2022年常德GDP目标' }, { where, channel: `80${where.length}` });
      expect(textOf(await reply(asked))).toContain('增长7%以上');
    }
  });
});

describe('completion', () => {
  async function complete(command: string, focused: string, options: Record<string, string>): Promise<string[]> {
    const asked = platform.complete(command, focused, options);
    await until(() => asked.choices, 'choices');
    expect(asked.first?.type).toBe(8);
    return asked.choices!.map(({ value }) => String(value));
  }

  test.each([
    ['常', '常德市'],
    ['cd', '常德市'],
    ['zjj', '张家界市'],
    ['张家届', '张家界市'],
    ['长德', '常德市'],
  ])('a place by %s', async (typed, place) => {
    expect(await complete('targets', 'place', { place: typed })).toContain(place);
  });

  test('years of the place that is given', async () => {
    const years = await complete('targets', 'year', { place: '常德市', year: '' });
    expect(years.slice(0, 2)).toEqual(['2022', '2021']);
  });

  test('an indicator by its initials', async () => {
    expect(await complete('targets', 'indicator', { indicator: 'gdzctz' })).toContain('固定资产投资');
  });

  test('a flood is answered, each with at most 25 choices', async () => {
    const asked = Array.from({ length: 200 }, (_, index) =>
      platform.complete('compare', 'places', { places: '常德、'.repeat(index % 7) + 'z'.repeat(index % 3) }),
    );
    await until(() => asked.every(({ choices }) => choices), 'all choices');
    expect(Math.max(...asked.map(({ choices }) => choices!.length))).toBeLessThanOrEqual(25);
  });

  test('what nobody holds has no choices', async () => {
    expect(await complete('targets', 'place', { place: '@everyone <b>' })).toEqual([]);
  });
});

describe('checking the figures of a message (核对数字)', () => {
  test('supported, different and not held are told apart, with quotes', async () => {
    const seen = await reply(
      platform.check(
        '2022年常德市的目标：地区生产总值增长7%以上，地方一般公共预算收入增长9%。2022年岳阳GDP目标增长8%。',
      ),
    );
    const text = textOf(seen);
    expect(text).toContain('核对3处');
    expect(text).toMatch(/相符 “地区生产总值增长7%以上”/);
    expect(text).toMatch(/不符 “地方一般公共预算收入增长9%”/);
    expect(text).toMatch(/没有收录 “2022年岳阳GDP目标增长8%”/);
    expect(text).toMatch(/> .*地区生产总值/);
    expect(isEphemeral(seen)).toBe(false);
  });

  test('a message without figures is said to be so, to the asker alone', async () => {
    const seen = await reply(platform.check('今天天气不错'));
    expect(textOf(seen)).toContain('没有可以核对的数字');
    expect(isEphemeral(seen)).toBe(true);
  });
});

describe('messages', () => {
  const answered = (id: string) =>
    until(() => platform.rest.messages.find(({ replyTo }) => replyTo === id), 'a reply to the message');

  test('every direct message is a question', async () => {
    const seen = await answered(platform.say('2022年常德GDP目标', { where: 'dm', channel: '811' }));
    expect(textOf(seen)).toContain('增长7%以上');
    const follow = await answered(platform.say('那怀化呢', { where: 'dm', channel: '811' }));
    expect(textOf(follow)).toMatch(/理解为：怀化市/);
  });

  test('in a server a mention is, and so is a reply to the bot', async () => {
    const seen = await answered(platform.say('2022年常德GDP目标', { mention: true }));
    expect(textOf(seen)).toContain('增长7%以上');
    expect(seen.raw).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
    const next = await answered(platform.say('那怀化呢', { replyTo: seen }));
    expect(textOf(next)).toMatch(/理解为：怀化市/);
  });

  test('talk among others and messages of bots are left alone', async () => {
    const silent = [platform.say('2022年常德GDP目标'), platform.say('2022年常德GDP目标', { mention: true, bot: true })];
    const last = await answered(platform.say('2022年娄底GDP目标', { mention: true }));
    expect(last.channel).toBe(CHANNEL);
    expect(platform.rest.messages.filter(({ replyTo }) => silent.includes(replyTo ?? ''))).toEqual([]);
  });

  test('a mention alone is met with help', async () => {
    expect(textOf(await answered(platform.say('', { mention: true })))).toContain('/ask');
  });

  test('a message without words is told what can be read', async () => {
    expect(textOf(await answered(platform.say('', { where: 'dm', channel: '812' })))).toContain('只能读文字');
  });

  test('an edited question is answered anew in the place of its answer', async () => {
    const dm = { where: 'dm', channel: '814' } as const;
    const asked = platform.say('2022年常德GDP目标', dm);
    const seen = await answered(asked);
    platform.edit(asked, '2022年怀化GDP目标', dm);
    await until(() => textOf(seen).includes('怀化市2022年') && seen, 'the edit');
    expect(textOf(seen)).toContain('增长8%以上');
    expect(platform.rest.messages.filter(({ replyTo }) => replyTo === asked)).toHaveLength(1);
    const source = await reply(platform.press(seen, control(seen, '看原文'), dm));
    expect(textOf(source)).toContain('怀化市');
  });

  test('one that was not answered gets an answer; links shown, old edits and unchanged words get none', async () => {
    const asked = platform.say('2022年邵阳GDP目标');
    platform.edit(asked, '2022年邵阳GDP目标', { ago: null, mention: true });
    platform.edit(asked, '2022年邵阳GDP目标', { ago: 600_000, mention: true });
    platform.edit(asked, '2022年娄底GDP目标', { mention: true });
    expect(textOf(await answered(asked))).toContain('娄底市2022年');
    platform.edit(asked, '2022年娄底GDP目标', { mention: true });
    await answered(platform.say('2022年常德GDP目标', { mention: true }));
    expect(platform.rest.messages.filter(({ replyTo }) => replyTo === asked)).toHaveLength(1);
  });

  test('an answer that was deleted is sent again', async () => {
    const dm = { where: 'dm', channel: '815' } as const;
    const asked = platform.say('2022年常德GDP目标', dm);
    (await answered(asked)).deleted = true;
    platform.edit(asked, '2022年怀化GDP目标', dm);
    const again = await until(
      () => platform.rest.messages.find(({ replyTo, deleted }) => replyTo === asked && !deleted),
      'another reply',
    );
    expect(textOf(again)).toContain('怀化市2022年');
  });

  test('answers in direct messages carry buttons that work', async () => {
    const seen = await answered(platform.say('2022年常德GDP目标', { where: 'dm', channel: '813' }));
    expect(controls(seen).length).toBeGreaterThan(0);
    const source = await reply(platform.press(seen, control(seen, '看原文'), { where: 'dm', channel: '813' }));
    expect(textOf(source)).toContain('7%以上');
  });
});

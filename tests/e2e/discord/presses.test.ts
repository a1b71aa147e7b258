import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAssistant } from '../../../src/assistant.js';
import { loadSeeds } from '../../support/seed-assistant.js';
import { ALICE, BOB } from './ids.js';
import { control, controls, isEphemeral, type Platform, reply, startPlatform, textOf } from './platform.js';
import type { Seen } from './rest.js';
import { type Bot, startBot } from './start-bot.js';

let platform: Platform;
let bot: Bot;
let answer: Seen;

beforeAll(async () => {
  platform = await startPlatform();
  bot = await startBot(platform, loadSeeds);
  answer = await reply(platform.slash('ask', { question: '2022年常德GDP目标' }));
});

afterAll(async () => {
  await bot.running.stop();
  await platform.close();
  expect(platform.rest.violations).toEqual([]);
});

/** The buttons that turn pages, by what they do. */
const turn = (seen: Seen, label: '上一页' | '下一页') => controls(seen).find((part) => part.label.includes(label))!;

describe('pages', () => {
  async function longAnswer(user = ALICE): Promise<Seen> {
    return reply(platform.slash('mentions', { term: '项目' }, { user }));
  }

  test('a button shows the next page in the same message, and the one before', async () => {
    const first = await longAnswer();
    const before = textOf(first);
    expect(before).toMatch(/第 1 \/ \d+ 页/);
    expect(turn(first, '上一页').disabled).toBe(true);
    const forth = platform.press(first, turn(first, '下一页').id);
    const second = await reply(forth);
    expect(forth.first?.type).toBe(7);
    expect(second.id).toBe(first.id);
    expect(textOf(second)).toMatch(/第 2 \/ \d+ 页/);
    const back = await reply(platform.press(second, turn(second, '上一页').id));
    expect(textOf(back)).toBe(before);
  });

  test('another person does not turn it', async () => {
    const first = await longAnswer();
    const pressed = await reply(platform.press(first, turn(first, '下一页').id, { user: BOB }));
    expect(isEphemeral(pressed)).toBe(true);
    expect(textOf(pressed)).toContain('别人的提问');
  });

  test('the last page has no next one, and a page that is not there is the last', async () => {
    const first = await longAnswer();
    const { id } = turn(first, '下一页');
    const far = await reply(platform.press(first, id.replace(/\d+$/, '999')));
    expect(turn(far, '下一页').disabled).toBe(true);
  });
});

describe('questions back', () => {
  let people = 0;

  /** Asked by somebody who has not asked before, so that nothing is leaned on. */
  async function ask(on: Platform): Promise<{ question: Seen; by: { user: string } }> {
    people += 1;
    const by = { user: String(970 + people) };
    return { question: await reply(on.slash('ask', { question: 'GDP目标' }, by)), by };
  }

  test('they are for the asker alone, with the choices as buttons', async () => {
    const { question } = await ask(platform);
    expect(isEphemeral(question)).toBe(true);
    expect(controls(question).map(({ label }) => label)).toContain('常德市');
  });

  test('a choice is answered, and the buttons go', async () => {
    const { question, by } = await ask(platform);
    const chosen = platform.press(question, control(question, '常德市'), by);
    const seen = await reply(chosen);
    expect(chosen.first?.type).toBe(6);
    expect(chosen.original?.components).toEqual([]);
    expect(textOf(seen)).toContain('常德');
  });

  test('another person does not choose', async () => {
    const { question } = await ask(platform);
    const pressed = await reply(platform.press(question, control(question, '常德市'), { user: BOB }));
    expect(textOf(pressed)).toContain('别人的提问');
  });

  test('more choices than fit in a row come as a menu', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'discord-reports-'));
    for (const [index, city] of ['长沙', '株洲', '湘潭', '衡阳', '岳阳', '益阳', '郴州'].entries()) {
      const own =
        `${city}市要建设${city}大桥${index + 3}座，改造${city}老旧小区${index * 7 + 11}个，${city}人民共同努力。`.repeat(
          3,
        );
      const text = `2022年${city}市政府工作报告\n三、2022年工作安排\n主要预期目标是：地区生产总值增长7.${index}%以上。\n${own}\n`;
      writeFileSync(join(folder, `${city}.txt`), text);
    }
    const other = await startPlatform();
    const wide = await startBot(other, () => createAssistant({ corpus: [folder] }));
    const { question, by } = await ask(other);
    const menu = controls(question).find(({ options }) => options !== undefined)!;
    expect(menu.options!.length).toBeGreaterThan(5);
    const option = menu.options!.find(({ label }) => label.includes('衡阳'))!;
    const seen = await reply(other.choose(question, menu.id, option.value, by));
    expect(textOf(seen)).toContain('衡阳市');
    expect(textOf(seen)).toContain('7.3%以上');
    expect(other.rest.violations).toEqual([]);
    await wide.running.stop();
    await other.close();
    rmSync(folder, { recursive: true });
  });
});

describe('what can be done with an answer', () => {
  test('a suggestion is asked, and answered for all', async () => {
    const suggestion = controls(answer).find(({ id }) => id.startsWith('s:'))!;
    const seen = await reply(platform.press(answer, suggestion.id));
    expect(isEphemeral(seen)).toBe(false);
    expect(textOf(seen)).not.toContain('没有听懂');
  });

  test('another person may ask a suggestion, in a conversation of their own', async () => {
    const suggestion = controls(answer).find(({ id }) => id.startsWith('s:'))!;
    expect(textOf(await reply(platform.press(answer, suggestion.id, { user: BOB })))).not.toContain('别人的提问');
  });

  test('看原文 shows what stands around the figure, to whoever asks', async () => {
    const seen = await reply(platform.press(answer, control(answer, '看原文'), { user: BOB }));
    expect(isEphemeral(seen)).toBe(true);
    expect(textOf(seen)).toMatch(/\*\*.*7%以上.*\*\*/);
  });

  test('of several sources one is chosen from a menu', async () => {
    const compared = await reply(platform.slash('compare', { places: '常德、怀化', indicator: 'GDP', year: '2022' }));
    const menu = controls(compared).find(({ options }) => options !== undefined)!;
    const seen = await reply(platform.choose(compared, menu.id, '1'));
    expect(textOf(seen)).toContain(menu.options![1]!.label.slice(3));
  });

  test('the table comes as CSV and as a workbook, the chart as a picture, to whoever asks', async () => {
    const compared = await reply(platform.slash('compare', { places: '常德、怀化', indicator: 'GDP', year: '2022' }));
    const file = async (label: string) => {
      const seen = await reply(platform.press(compared, control(compared, label), { user: BOB }));
      return { hidden: isEphemeral(seen), ...seen.files[0]! };
    };
    const csv = await file('CSV');
    expect(csv.hidden).toBe(true);
    expect(csv.body.toString('utf8')).toContain('怀化市');
    const workbook = await file('Excel');
    expect(workbook.name).toMatch(/\.xlsx$/);
    expect(strFromU8(unzipSync(workbook.body)['xl/worksheets/sheet1.xml']!)).toContain('怀化市');
    const picture = await file('图');
    expect([picture.hidden, picture.body.subarray(1, 4).toString()]).toEqual([false, 'PNG']);
  });

  test('这个数不对 is recorded once, without the person', async () => {
    const mine = await reply(platform.slash('ask', { question: '2022年邵阳GDP目标' }, { user: '987654321' }));
    const pressed = await reply(platform.press(mine, control(mine, '这个数不对'), { user: '987654321' }));
    expect(textOf(pressed)).toContain('已记下');
    expect(textOf(await reply(platform.press(mine, control(mine, '这个数不对'))))).toContain('已经记录过');
    const { newest } = await bot.kit.disputes.list(10);
    expect(newest[0]).toMatchObject({ platform: 'discord', question: expect.stringContaining('2022年邵阳GDP目标') });
    expect(JSON.stringify(newest)).not.toContain('987654321');
  });
});

describe('forged, stale and foreign ids', () => {
  const forged = [
    'p:AAAAAAAA:0',
    'c:AAAAAAAA:0',
    'x',
    'p::',
    '💣',
    `p:${'A'.repeat(90)}:1`,
    '__proto__',
    's:constructor:0',
    'here:AAAAAAAA',
  ];
  test.each(forged)('%j is answered politely', async (id) => {
    const pressed = platform.press(answer, id);
    const seen = await reply(pressed);
    expect(isEphemeral(seen)).toBe(true);
    expect(textOf(seen)).toContain('已过期');
    expect(pressed.first).toMatchObject({ type: 4, flags: 64 });
  });

  test('a choice or a source that the answer does not have', async () => {
    const id = control(answer, '看原文').split(':')[1]!;
    for (const forgedId of [`c:${id}:0`, `s:${id}:99`, `q:${id}:99`]) {
      expect(isEphemeral(await reply(platform.press(answer, forgedId)))).toBe(true);
    }
    expect(isEphemeral(await reply(platform.choose(answer, `q:${id}`, 'abc')))).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAssistant } from '../../src/assistant.js';
import { createSessionCodec } from '../../src/dialog/session-codec.js';
import { createSessions, type KeptTexts } from '../../src/dialog/sessions.js';
import { CONVERSATIONS } from '../contract/cases.js';
import { loadSeeds } from '../support/seed-assistant.js';

/** Conversations kept as text in a map. */
function keptTexts(): KeptTexts & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    get: async (id) => texts.get(id),
    set: async (id, text) => void texts.set(id, text),
    forget: async (id) => void texts.delete(id),
  };
}

const kept = keptTexts();
const inMemory = await loadSeeds();
const restarted = () => createAssistant({ corpus: [], conversations: kept });
const outside = await restarted();

/** Turns that lean on the turns before in every way. */
const LEANING = [
  ['2022年常德GDP目标', '那怀化呢', '实际呢', '原文', '邵阳呢', '三个市谁最高', '画图', '发我excel'],
  ['GDP目标', '2', '2021年呢', '你确定吗', '为什么'],
  ['哪些报告提到“营商环境”', '更多', '更多', '第二条原文'],
  ['2022年各市GDP目标对比', '去掉邵阳', '高于7%的', '平均多少'],
  ['常德2022年十件民生实事', '第二条', '怀化呢'],
  ['2023年常德GDP目标', '那2022年呢', '不是这个，我问的是固投'],
  ['张家界历年GDP目标', '第一次过百亿是哪年', '那怀化呢'],
  ['常德2021年社零目标完成了吗', '怀化呢', '好的谢谢', '固投呢'],
  ['2022 Changde GDP target', '那怀化呢'],
];

/** Some of the project's own questions, eight to a conversation, with turns in between that lean on them. */
function natural(share: number): string[][] {
  const lines = ['changde', 'shaoyang-loudi', 'zhangjiajie-huaihua'].flatMap((name) =>
    readFileSync(new URL(`../golden/natural/${name}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n'),
  );
  const questions = lines
    .flatMap((line) => (JSON.parse(line) as { question?: string }).question ?? [])
    .filter((_, at) => at % share === 0);
  return Array.from({ length: Math.ceil(questions.length / 8) }, (_, at) =>
    questions.slice(at * 8, at * 8 + 8).flatMap((question) => [question, '那2021年呢', '怀化呢', '更多']),
  );
}

describe('a conversation that is kept as text', () => {
  test('goes on as one in memory does, turn by turn', async () => {
    const conversations = [...CONVERSATIONS.map((turns) => turns.map(([text]) => text)), ...LEANING, ...natural(20)];
    let turns = 0;
    for (const [number, conversation] of conversations.entries()) {
      for (const text of conversation) {
        const [one, other] = [await inMemory.ask(`c${number}`, text), await outside.ask(`c${number}`, text)];
        expect({ ...other, elapsedMs: 0 }, `${conversation[0]} … ${text}`).toEqual({ ...one, elapsedMs: 0 });
        turns += 1;
      }
    }
    expect(turns).toBeGreaterThan(100);
    const sizes = [...kept.texts.values()].map((text) => text.length).sort((a, b) => a - b);
    // Measured over half of the questions: 2,643 characters in the middle, 5,774 at most.
    expect(sizes.at(-1)).toBeLessThan(20_000);
  });

  test('goes on after a restart', async () => {
    await outside.ask('restart', '2022年常德GDP目标');
    const after = await restarted();
    expect((await after.ask('restart', '那怀化呢')).headline).toContain('怀化市2022年地区生产总值目标');
    expect((await after.last('restart'))?.headline).toContain('怀化市');
    expect(((await after.explain?.('restart')) ?? [])[0]).toContain('问题');
    await after.ask('choice', 'GDP目标');
    expect((await (await restarted()).ask('choice', '1')).kind).toBe('figure');
  });

  test('begins anew where another version wrote it, or nobody did', async () => {
    for (const text of ['', '{', '[]', '{"format":0,"shown":0}', '{"format":1,"recent":[{"$place":"999999999"}]}']) {
      kept.texts.set('other', text);
      expect((await outside.ask('other', '原文')).kind).toBe('notice');
    }
  });

  test('of one question never leaves the process', async () => {
    await outside.ask('once:1', '2022年常德GDP目标');
    expect(kept.texts.has('once:1')).toBe(false);
    expect(await outside.last('once:1')).toBeDefined();
  });

  test('gives places and indicators back as the lexicon has them', () => {
    const { lexicon } = inMemory.context;
    const codec = createSessionCodec(lexicon);
    const place = lexicon.gazetteer.byName('常德')[0]!;
    const text = codec.encode({ shown: 2, recent: [place] });
    expect(text).not.toContain('常德');
    expect(codec.decode(text)?.recent?.[0]).toBe(place);
  });
});

describe('conversations in memory', () => {
  test('are packed while others are in use, and go on as they were; the oldest goes first', async () => {
    const codec = createSessionCodec(inMemory.context.lexicon);
    let now = 0;
    const sessions = createSessions({ codec, now: () => now });
    const place = inMemory.context.lexicon.gazetteer.byName('常德')[0]!;
    for (let n = 0; n < 2100; n += 1)
      await sessions.turn(String(n), (session) => Object.assign(session, { shown: n, recent: [place] }));
    expect(await sessions.peek('99')).toBeUndefined();
    expect(await sessions.peek('100')).toMatchObject({ shown: 100, recent: [place] });
    await sessions.turn('100', (session) => Object.assign(session, { shown: session.shown + 1 }));
    expect((await sessions.peek('100'))?.shown).toBe(101);
    expect((await sessions.peek('2099'))?.shown).toBe(2099);
    await sessions.forget('101');
    expect(await sessions.peek('101')).toBeUndefined();
    now = 3_600_001;
    expect(await sessions.peek('102')).toBeUndefined();
  });
});

describe('turns of one conversation', () => {
  test('wait for one another, and one that fails changes nothing', async () => {
    const sessions = createSessions();
    const seen: number[] = [];
    const turn = (pause: number) =>
      sessions.turn('s', async (session) => {
        await new Promise((resolve) => setTimeout(resolve, pause));
        session.shown += 1;
        seen.push(session.shown);
      });
    const failing = sessions.turn('s', (session) => {
      session.shown = 99;
      throw new Error('no');
    });
    await Promise.all([turn(20), turn(1), expect(failing).rejects.toThrow('no'), turn(0)]);
    expect(seen).toEqual([1, 2, 3]);
  });
});

import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../adapters/repl/conversation.js';
import { runTerminal } from '../../../adapters/repl/terminal.js';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

const held = () => ({
  places: [{ id: '430700', name: '常德市', short: '常德', years: [2022] }],
  indicators: ['地区生产总值'],
});

/**
 * Types keys into a terminal, one at a time, and Ctrl-D after them unless the last key `ends` it by itself.
 * Gives what was asked and what was shown.
 */
async function type(keys: readonly string[], { ends = false, earlier = [] as string[], rows = 0 } = {}) {
  const asked: string[] = [];
  const kept: string[] = [];
  let shown = '';
  const conversation: Conversation = {
    async line(text) {
      await new Promise((done) => setTimeout(done, text === 'slow' ? 20 : 0));
      asked.push(text);
      const long = Array.from({ length: 20 }, (_, line) => `${text}${line}`).join('\n');
      return { print: text.startsWith('long') ? long : `<${text}>`, over: text === ':quit' };
    },
  };
  const input = new PassThrough();
  const output = new PassThrough();
  output.on('data', (data) => {
    shown += data;
  });
  let over = false;
  const ended = runTerminal({
    input,
    output,
    size: () => ({ rows, columns: 80 }),
    conversation,
    assistant: { held },
    history: { lines: earlier, add: (line) => kept.push(line) },
    spelling: () => (name) => (name === '常德' ? ['changde', 'cd'] : []),
  }).then(() => {
    over = true;
  });
  for (const key of keys) {
    input.write(key);
    await new Promise((done) => setTimeout(done, 5));
  }
  const stillRunning = !over;
  if (!ends) input.write(CTRL_D);
  await ended;
  return { asked, kept, shown, stillRunning };
}

describe('the terminal', () => {
  it('asks each line, shows the reply and the prompt again, and keeps the line', async () => {
    const { asked, kept, shown } = await type(['2022年常德GDP目标\r', '那怀化呢\r']);
    expect(asked).toEqual(['2022年常德GDP目标', '那怀化呢']);
    expect(kept).toEqual(asked);
    expect(shown).toContain('<那怀化呢>\n\n');
    expect(shown.split('问> ').length).toBeGreaterThanOrEqual(4);
  });

  it('answers pasted lines in order', async () => {
    expect((await type(['slow\rfast\r'])).asked).toEqual(['slow', 'fast']);
  });

  it('does not ask a blank line', async () => {
    expect((await type(['\r', '   \r'])).asked).toEqual([]);
  });

  it('clears a begun line at Ctrl-C and goes on', async () => {
    const { asked, stillRunning } = await type(['wrong', CTRL_C, 'right\r']);
    expect(asked).toEqual(['right']);
    expect(stillRunning).toBe(true);
  });

  it('goes on after one Ctrl-C on an empty line and is over after the second', async () => {
    const once = await type([CTRL_C]);
    expect(once.stillRunning).toBe(true);
    expect(once.shown).toContain('再按一次 Ctrl-C 退出');
    await type([CTRL_C, CTRL_C], { ends: true });
    expect((await type([CTRL_C, 'a\r', CTRL_C])).stillRunning).toBe(true);
  });

  it('shows a long reply a screen at a time: return goes on, q leaves, a question is asked', async () => {
    const on = await type(['long\r', '\r', '\r', '\r'], { rows: 10 });
    expect(on.asked).toEqual(['long']);
    expect(on.shown.match(/还有，回车继续/g)!.length).toBeGreaterThanOrEqual(2);
    expect([...on.shown.matchAll(/long(\d+)\n/g)].map(([, line]) => Number(line))).toEqual([...Array(20).keys()]);
    const left = await type(['long\r', 'q\r', '\r'], { rows: 10 });
    expect([left.asked, left.shown.includes('long19')]).toEqual([['long'], false]);
    const other = await type(['long\r', '那怀化呢\r', '\r'], { rows: 10 });
    expect([other.asked, other.shown.includes('long19')]).toEqual([['long', '那怀化呢'], false]);
  });

  it('shows it whole where further lines wait, or the size is not told', async () => {
    const pasted = await type(['long\rfast\r'], { rows: 10 });
    expect([pasted.asked, pasted.shown.includes('long19')]).toEqual([['long', 'fast'], true]);
    expect((await type(['long\r'])).shown).toContain('long19');
  });

  it('is over at Ctrl-D and at :quit', async () => {
    await type([CTRL_D], { ends: true });
    expect((await type([':quit\r'], { ends: true })).asked).toEqual([':quit']);
  });

  it('completes with Tab, by pinyin too', async () => {
    expect((await type(['2022年常\t', '\r'])).asked).toEqual(['2022年常德']);
    expect((await type(['2022年cd\t', '\r'])).asked).toEqual(['2022年常德']);
    expect((await type(['2022年changd\t', '\r'])).asked).toEqual(['2022年常德']);
    expect((await type(['/tar\t', '\r'])).asked).toEqual(['/targets']);
  });

  it('brings back lines of earlier starts', async () => {
    expect((await type(['\u001b[A', '\r'], { earlier: ['newest', 'oldest'] })).asked).toEqual(['newest']);
  });
});

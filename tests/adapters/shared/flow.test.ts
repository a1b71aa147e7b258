import { describe, expect, test, vi } from 'vitest';
import { createHost } from '../../../adapters/shared/host.js';
import { createLimiter } from '../../../adapters/shared/limiter.js';
import { createLog } from '../../../adapters/shared/log.js';
import { createQueue } from '../../../adapters/shared/queue.js';
import { createRedactor } from '../../../adapters/shared/redact.js';
import { createShutdown } from '../../../adapters/shared/shutdown.js';
import { openSqlite } from '../../../adapters/shared/state/sqlite.js';
import { createFakeAssistant } from '../../support/fake-assistant.js';

describe('createLimiter', () => {
  test('lets a burst through, says once that it is too much, then is silent until the window ends', async () => {
    const limiter = createLimiter(openSqlite(':memory:'), 'ask', { count: 4, seconds: 1 }, { count: 100, seconds: 1 });
    const take = async (times: number) => {
      const verdicts: string[] = [];
      for (let time = 0; time < times; time += 1) verdicts.push(await limiter.take('u', 'c'));
      return verdicts;
    };
    expect(await take(6)).toEqual(['go', 'go', 'go', 'go', 'notice', 'silent']);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await take(5)).toEqual(['go', 'go', 'go', 'go', 'notice']);
  });

  test('limits a chat over all its people; what one may not ask is not counted against the others', async () => {
    const limiter = createLimiter(openSqlite(':memory:'), 'ask', { count: 2, seconds: 60 }, { count: 3, seconds: 60 });
    const verdicts: string[] = [];
    for (const user of ['a', 'a', 'a', 'a', 'b', 'c', 'd']) verdicts.push(await limiter.take(user, 'c'));
    expect(verdicts).toEqual(['go', 'go', 'notice', 'silent', 'go', 'notice', 'silent']);
    expect(await limiter.take('d', 'other')).toBe('go');
  });
});

describe('createQueue', () => {
  test('keeps order within a key, runs keys beside each other, and survives failures', async () => {
    const queue = createQueue(2);
    const done: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = queue.push('a', async () => {
      await gate;
      done.push('a1');
    });
    const failing = queue.push('a', () => Promise.reject(new Error('no')));
    const last = queue.push('a', async () => void done.push('a3'));
    await queue.push('b', async () => void done.push('b1'));
    expect(done).toEqual(['b1']);
    expect(queue.size).toBe(3);
    open();
    await first;
    await expect(failing).rejects.toThrow('no');
    await last;
    await queue.idle();
    expect(done).toEqual(['b1', 'a1', 'a3']);
    expect(queue.size).toBe(0);
  });

  test('runs no more at once than it may', async () => {
    const queue = createQueue(3);
    let running = 0;
    let most = 0;
    for (let key = 0; key < 20; key += 1) {
      void queue.push(String(key), async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      });
    }
    await queue.idle();
    expect(most).toBe(3);
  });
});

describe('createHost', () => {
  test('swaps in what a reload loads; calls at the same time share one load', async () => {
    let loads = 0;
    const host = await createHost('1', () => createFakeAssistant(++loads));
    const old = host.assistant();
    const [one, two] = await Promise.all([host.reload(), host.reload()]);
    expect(one).toBe(two);
    expect(loads).toBe(2);
    expect(host.assistant()).not.toBe(old);
    expect(host.status().stats.reports).toBe(2);
  });

  test('keeps the old one where a reload fails, and says why', async () => {
    const load = vi.fn(() => createFakeAssistant());
    const host = await createHost('1', load);
    const old = host.assistant();
    load.mockImplementationOnce(() => {
      throw new Error('places.json is broken');
    });
    expect(await host.reload()).toEqual({ ok: false, message: 'places.json is broken' });
    expect(host.assistant()).toBe(old);
    expect((await host.reload()).ok).toBe(true);
  });
});

describe('createShutdown', () => {
  const quiet = createLog({ level: 'silent', redact: createRedactor([]) });

  test('runs every step once and ends with 0', async () => {
    const exit = vi.fn();
    const shutdown = createShutdown({ log: quiet, deadline: 1000, exit });
    const step = vi.fn(() => Promise.resolve());
    shutdown.step('one', step);
    shutdown.step('two', step);
    await Promise.all([shutdown.stop('test'), shutdown.stop('again')]);
    expect(step).toHaveBeenCalledTimes(2);
    expect(exit.mock.calls).toEqual([[0]]);
  });

  test('ends with 1 where a step fails', async () => {
    const exit = vi.fn();
    const shutdown = createShutdown({ log: quiet, deadline: 1000, exit });
    shutdown.step('bad', () => Promise.reject(new Error('no')));
    await shutdown.stop('test');
    expect(exit.mock.calls).toEqual([[1]]);
  });

  test('gives up at the deadline what is not done', async () => {
    const exit = vi.fn();
    const shutdown = createShutdown({ log: quiet, deadline: 10, exit });
    shutdown.step('endless', () => new Promise(() => undefined));
    await shutdown.stop('test');
    expect(exit.mock.calls).toEqual([[0]]);
  });
});

describe('createLog', () => {
  test('says of an error its type, message, code and stack, redacted, and nothing that hangs on it', () => {
    const lines: string[] = [];
    const log = createLog({
      level: 'info',
      redact: createRedactor(['SECRET']),
      write: (line) => void lines.push(line),
    });
    const err = Object.assign(new Error('failed at SECRET'), { code: 'E1', on: { payload: { text: '私人的话' } } });
    log.error({ err }, 'it went wrong');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0]!);
    expect(line.err).toMatchObject({ type: 'Error', message: 'failed at [redacted]', code: 'E1' });
    expect(lines[0]).not.toMatch(/SECRET|私人的话/);
  });
});

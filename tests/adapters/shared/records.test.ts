import { describe, expect, test } from 'vitest';
import { createDisputes } from '../../../adapters/shared/disputes.js';
import { startHealth } from '../../../adapters/shared/health.js';
import { createMetrics } from '../../../adapters/shared/metrics.js';
import { openSqlite } from '../../../adapters/shared/state/sqlite.js';
import { createFakeAssistant } from '../../support/fake-assistant.js';
import { createKit } from '../../support/kit.js';

const answer = await createFakeAssistant().ask('s', '2022年常德GDP目标');

describe('createDisputes', () => {
  test('lists the newest first, with the reading and nothing of the person', async () => {
    const disputes = createDisputes(openSqlite(':memory:'), () => new Date('2026-01-02T03:04:05Z'));
    expect(await disputes.list(5)).toEqual({ total: 0, newest: [] });
    for (const question of ['一', '二', '三']) expect(await disputes.record('telegram', question, answer)).toBe(true);
    const { total, newest } = await disputes.list(2);
    expect(total).toBe(3);
    expect(newest.map(({ question }) => question)).toEqual(['三', '二']);
    expect(newest[0]).toMatchObject({ at: '2026-01-02T03:04Z', reading: answer.understood.line });
  });

  test('passes over what cannot be read', async () => {
    const state = openSqlite(':memory:');
    for (const body of ['not json', '{"at":1}']) await state.addDispute({ at: '', body }, 1000);
    expect(await createDisputes(state).list(5)).toEqual({ total: 2, newest: [] });
  });
});

describe('metrics and health', () => {
  test('count questions by kind, latencies in buckets and errors, in the form of Prometheus', async () => {
    const metrics = createMetrics([{ name: 'govreport_reports', help: 'Reports held.', read: () => 10 }]);
    metrics.question('telegram', 'figure', 0.0015);
    metrics.question('telegram', 'figure', 20);
    metrics.error('discord', 'send');
    const problems: string[] = [];
    const health = await startHealth(0, metrics, () => problems);
    const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${health.port}${path}`, { method });
    const text = await (await get('/metrics')).text();
    expect(text).toContain('govreport_questions_total{platform="telegram",kind="figure"} 2\n');
    expect(text).toContain('govreport_answer_seconds_bucket{le="0.001"} 0\n');
    expect(text).toContain('govreport_answer_seconds_bucket{le="0.002"} 1\n');
    expect(text).toContain('govreport_answer_seconds_bucket{le="10"} 1\n');
    expect(text).toContain('govreport_answer_seconds_bucket{le="+Inf"} 2\n');
    expect(text).toContain('govreport_answer_seconds_count 2\n');
    expect(text).toContain('govreport_errors_total{platform="discord",where="send"} 1\n');
    expect(text).toContain('govreport_reports 10\n');
    expect((await get('/healthz')).status).toBe(200);
    problems.push('telegram: polling fails');
    const ill = await get('/healthz');
    expect([ill.status, await ill.text()]).toEqual([503, 'telegram: polling fails\n']);
    expect([(await get('/')).status, (await get('/metrics', 'POST')).status]).toEqual([404, 405]);
    await health.close();
  });
});

describe('the service', () => {
  const question = { platform: 'telegram', session: 's', admin: false, language: 'zh' } as const;

  test('keeps what people write out of the log, unless a setting asks for it', async () => {
    for (const [LOG_TEXT, written] of [
      ['0', false],
      ['1', true],
    ] as const) {
      const kit = await createKit(() => createFakeAssistant(), { LOG_TEXT });
      await kit.service.answer({ ...question, text: '2022年常德GDP目标' });
      expect(kit.lines.join('').includes('常德GDP')).toBe(written);
      expect(kit.lines.join('')).toContain('"kind":"figure"');
    }
  });

  test('answers politely where the assistant fails, and counts it', async () => {
    const kit = await createKit(() => createFakeAssistant(), {});
    expect((await kit.service.answer({ ...question, text: '炸' })).kind).toBe('notice');
    expect(kit.metrics.render()).toContain('govreport_errors_total{platform="telegram",where="ask"} 1');
  });

  test.each([
    ['/status', true, /^运行中/],
    ['/状态', true, /^运行中/],
    ['/admin disputes', true, /^还没有/],
    ['/reload@report_bot', true, /^已换上/],
    ['/status', false, /只供管理员/],
    ['/admin reload', false, /只供管理员/],
  ])('%s (administrator: %s)', async (text, admin, expected) => {
    const kit = await createKit(() => createFakeAssistant(), {});
    expect((await kit.service.answer({ ...question, text, admin })).headline).toMatch(expected);
  });

  test('gives help in English where the client asks for it, over all commands and over one', async () => {
    const kit = await createKit(() => createFakeAssistant(), {});
    const help = (text: string) => kit.service.answer({ ...question, text, language: 'en' });
    expect((await help('/help')).text).toContain('/targets');
    expect((await help('/help compare')).headline).toMatch(/^Compare/);
  });
});

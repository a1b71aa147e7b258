import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';
import { tools } from '../../src/tools/index.js';
import { startServer, type TestServer } from './server.js';

// biome-ignore lint/suspicious/noExplicitAny: structured content of seven tools, looked at by its fields
type Any = any;

let server: TestServer;
const clients: Record<'stdio' | 'http', Client> = {
  stdio: new Client({ name: 'test', version: '1' }),
  http: new Client({ name: 'test', version: '1' }),
};

beforeAll(async () => {
  server = await startServer({ PUBLIC_URL: 'https://reports.example/base/' });
  const folder = mkdtempSync(join(tmpdir(), 'mcp-'));
  await clients.http.connect(new StreamableHTTPClientTransport(new URL(`${server.base}/mcp`)));
  await clients.stdio.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [join(PACKAGE_ROOT, 'dist/adapters/serve/mcp-main.js')],
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', PUBLIC_URL: 'https://reports.example/base/' },
    }),
  );
}, 40_000);
afterAll(async () => {
  await Promise.all(Object.values(clients).map((client) => client.close()));
  await server.close();
});

describe.each(['stdio', 'http'] as const)('over %s', (transport) => {
  const client = clients[transport];
  let calls = 0;
  async function call(name: string, args: Record<string, unknown>): Promise<Any> {
    calls += 1;
    const result = await client.callTool({ name, arguments: args });
    expect(result.isError ?? false, JSON.stringify(result.content)).toBe(false);
    return result.structuredContent;
  }
  /** A task counts its calls: none may take more than three. */
  function task(what: string, work: () => Promise<void>): void {
    test(what, async () => {
      calls = 0;
      await work();
      expect(calls).toBeLessThanOrEqual(3);
    });
  }

  test('offers ask and the six tools, each read-only, with schemas and a description', async () => {
    const offered = await client.listTools();
    expect(offered.tools.map(({ name }) => name)).toEqual(['ask', ...tools.map(({ name }) => name)]);
    for (const { description, inputSchema, outputSchema, annotations } of offered.tools) {
      expect(description?.length).toBeGreaterThan(80);
      expect(inputSchema.type).toBe('object');
      expect(outputSchema?.type).toBe('object');
      expect(annotations?.readOnlyHint).toBe(true);
    }
    expect(client.getInstructions()).toContain('find_facts');
  });

  task('1. one figure with its quote', async () => {
    const answer = await call('ask', { question: '2022年常德GDP目标' });
    expect(answer.headline).toBe('常德市2022年地区生产总值目标：增长7%以上');
    expect(answer.citations[0].quote).toContain('地区生产总值增长7%以上');
  });
  task('2. a follow-up', async () => {
    const answer = await call('ask', { question: '那怀化呢', after: ['2022年常德GDP目标'] });
    expect(answer.headline).toContain('怀化市2022年地区生产总值目标');
  });
  task('3. a table of the 2022 targets of all held places, with quotes', async () => {
    const { rows } = await call('compare', { indicator: 'GDP', period: '2022', facet: 'target', by: 'place' });
    expect(rows.map((row: Any) => [row.place, row.values[0].text])).toEqual([
      ['邵阳市', '8%'],
      ['怀化市', '8%以上'],
      ['娄底市', '7.5%以上'],
      ['常德市', '7%以上'],
    ]);
    expect(rows[0].values[0].quote.link).toMatch(
      /^https:\/\/reports\.example\/base\/r\/shaoyang-2022\?at=\d+-\d+&figure=\d+-\d+#at$/,
    );
  });
  task('4. who mentions a thing, and who does not', async () => {
    const found = await call('find_sentences', { words: { any: ['低空'] }, level: 'prefecture' });
    const without = found.counts.filter((count: Any) => count.sentences === 0);
    expect(found.with).toBeGreaterThan(0);
    expect(without.length).toBe(found.without);
  });
  task('5. a paragraph checked figure by figure', async () => {
    const { rows } = await call('find_facts', { places: ['常德'], period: '2022', facet: 'target', limit: 100 });
    const said = (text: string, subject: string): boolean =>
      rows.some((row: Any) => row.text === text && row.subject.includes(subject));
    expect(said('7%以上', '地区生产总值')).toBe(true);
    expect(said('8%以上', '固定资产投资')).toBe(true);
    expect(said('9%以上', '地区生产总值')).toBe(false);
  });
  task('6. a target against what came of it', async () => {
    const { rows } = await call('compare', {
      indicator: '固投',
      places: ['常德'],
      period: '2021',
      by: 'target-outcome',
    });
    expect(rows[0].verdict).toBe('met');
  });
  task('7. what stands around a quote', async () => {
    const { rows } = await call('find_facts', { words: { all: ['老旧小区'] }, places: ['常德'], report_year: 2022 });
    const { report, start, end } = rows[0].quote;
    const around = await call('read', { report, start, end, before: 80, after: 80 });
    expect(around.rows.map((row: Any) => row.text).join('')).toContain('老旧小区');
  });
  task('8. one chapter of a report', async () => {
    const held = await call('list_reports', { place: '怀化', year: 2022 });
    const section = held.rows[0].sections.find(({ role }: Any) => role === 'tasks');
    const chapter = await call('read', { report: held.rows[0].id, section: section.index });
    expect(chapter.rows.length).toBeGreaterThan(0);
  });
  task('9. what a term means, where nobody says', async () => {
    const { rows } = await call('define', { term: '三高四新' });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row: Any) => row.listed === false)).toBe(true);
  });
  task('10. one place over the years', async () => {
    const { rows } = await call('compare', { indicator: 'GDP', places: ['张家界'], facet: 'target', by: 'year' });
    expect(rows.map((row: Any) => row.year)).toEqual([2021, 2024]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['find_facts', { indicatr: 'GDP' }],
    ['read', { report: '../../etc/passwd' }],
    ['find_sentences', { words: {} }],
    ['ask', { question: '' }],
  ])('%s %o is an error that the model can read', async (name, args) => {
    const result = await client.callTool({ name, arguments: args });
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).not.toMatch(/at .*\.js:\d+/);
  });
});

test.each<[string, string, string | undefined, number]>([
  ['rubbish', 'application/json', '{', 400],
  ['no JSON-RPC', 'application/json', '{"a":1}', 400],
  ['another type', 'text/plain', 'hello', 415],
  ['nothing', 'application/json', '', 400],
])('HTTP: %s is refused', async (_what, type, body, status) => {
  const response = await fetch(`${server.base}/mcp`, {
    method: 'POST',
    headers: { 'content-type': type, accept: 'application/json, text/event-stream' },
    body: body ?? null,
  });
  expect(response.status).toBe(status);
});

test('HTTP: GET has no stream to give', async () => {
  expect((await server.get('/mcp', { accept: 'text/event-stream' })).status).toBe(405);
});

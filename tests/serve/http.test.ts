import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCRIPT } from '../../adapters/serve/assets.js';
import { problemSchema } from '../../adapters/serve/problems.js';
import { answerSchema } from '../../src/answer/schema.js';
import { createAssistant } from '../../src/assistant.js';
import { tools } from '../../src/tools/index.js';
import { loadSeeds } from '../support/seed-assistant.js';
import { startServer, type TestServer } from './server.js';

const q = encodeURIComponent('2022年常德GDP目标');
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ CORS_ORIGINS: 'https://friend.example' });
}, 40_000);
afterAll(() => server.close());

/** A request written by hand, for what `fetch` would mend or refuse. Resolves with all that came back until the end. */
function raw(port: number, text: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.setEncoding('utf8').on('data', (data) => {
      received += data;
    });
    socket.on('error', () => resolve(received));
    socket.on('close', () => resolve(received));
  });
}

describe('answers', () => {
  test('one question, by the Answer schema, the same as the assistant gives', async () => {
    const response = await server.get(`/api/ask?q=${q}`);
    const answer = answerSchema.parse(await response.json());
    expect(answer.headline).toBe('常德市2022年地区生产总值目标：增长7%以上');
    const own = await server.kit.host.assistant().ask('x', '2022年常德GDP目标');
    expect({ ...answer, elapsedMs: 0 }).toEqual(JSON.parse(JSON.stringify({ ...own, elapsedMs: 0 })));
  });

  test('a question that leans on another', async () => {
    const response = await server.get(`/api/ask?q=${encodeURIComponent('那怀化呢')}&after=${q}`);
    expect(((await response.json()) as { headline: string }).headline).toContain('怀化市2022年地区生产总值目标');
    const alone = await server.get(`/api/ask?q=${encodeURIComponent('那怀化呢')}`);
    expect(((await alone.json()) as { headline: string }).headline).not.toContain('怀化市2022年地区生产总值目标');
  });

  test('the export of a table', async () => {
    const response = await server.get(`/api/export?format=csv&q=${encodeURIComponent('2022年各市GDP目标对比')}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await response.text()).toContain('娄底市');
    const workbook = await server.get(`/api/export?format=xlsx&q=${encodeURIComponent('2022年各市GDP目标对比')}`);
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
    const files = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
    expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).toContain('娄底市');
  });

  test('a chart as a picture, and a plain no where there is none', async () => {
    const drawn = await server.get(`/chart.png?q=${encodeURIComponent('2022年各市GDP目标对比')}`);
    expect(
      Buffer.from(await drawn.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect((await server.get(`/chart.png?q=${encodeURIComponent('你好')}`)).status).toBe(404);
  });

  test('suggestions are answerable', async () => {
    const questions = (await (await server.get(`/api/suggest?q=${encodeURIComponent('常德')}`)).json()) as string[];
    expect(questions.length).toBeGreaterThan(3);
    for (const question of questions.slice(0, 3))
      expect((await server.kit.host.assistant().ask('s', question)).kind, question).not.toBe('notice');
  });
});

describe('tools', () => {
  test.each([
    ['list_reports', 'place=%E5%B8%B8%E5%BE%B7', { place: '常德' }],
    [
      'find_facts',
      'indicator=GDP&report_year=2022&value.op=%3E%3D&value.n=7.5&limit=3',
      { indicator: 'GDP', report_year: 2022, value: { op: '>=', n: 7.5 }, limit: 3 },
    ],
    [
      'find_sentences',
      'words.any=%E4%BD%8E%E7%A9%BA,AI&whole_word=false',
      { words: { any: ['低空', 'AI'] }, whole_word: false },
    ],
    ['compare', 'indicator=GDP&period=2022&by=place', { indicator: 'GDP', period: '2022', by: 'place' }],
  ])('%s by GET and by POST gives the same', async (name, query, body) => {
    const got = await server.get(`/api/${name}?${query}`);
    const posted = await fetch(`${server.base}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(got.status).toBe(200);
    const rows = await got.json();
    expect(await posted.json()).toEqual(rows);
    const link = JSON.stringify(rows).match(/"link":"(\/r\/[^"]+)"/)?.[1];
    if (link !== undefined) expect((await server.get(link.split('#')[0]!)).status).toBe(200);
  });

  test('the OpenAPI document names every operation, and its schemas are those of the tools', async () => {
    const document = (await (await server.get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual(
      ['ask', 'export', 'suggest', ...tools.map(({ name }) => name)].map((name) => `/api/${name}`).sort(),
    );
  });
});

describe('source pages', () => {
  test('the cited stretch is marked, its neighbours stand beside it, references can be copied', async () => {
    const { citations } = await server.kit.host.assistant().ask('r', '2022年常德GDP目标');
    const { start, end, document, quote } = citations[0]!;
    const html = await (await server.get(`/r/${document.id}?at=${start}-${end}`)).text();
    const mark = /<mark id="at" tabindex="-1" autofocus>(.*?)<\/mark>/.exec(html)?.[1];
    expect(mark?.replace(/\D/g, '')).toBe(quote.replace(/\D/g, ''));
    expect(html).toContain('附近的数字');
    expect(html).toContain('周振宇. 2022年常德市政府工作报告[EB/OL]. (2021-12-29)[');
    expect(html).toContain(`（《2022年常德市政府工作报告》，2021年12月29日）`);
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="https?:/);
  });

  test('the figure that an answer tells is emphasised in the mark, on every way to the page', async () => {
    const emphasised = async (path: string): Promise<string[]> => {
      const html = await (await server.get(path.split('#')[0]!)).text();
      return [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].flatMap(([, inner = '']) =>
        [...inner.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, figure]) => figure!),
      );
    };
    const asked = await (await server.get(`/?q=${q}`)).text();
    const link = /<figcaption>《<a href="([^"]+)"/.exec(asked)![1]!.replaceAll('&amp;', '&');
    expect(await emphasised(link)).toEqual(['7%以上']);
    const beside = /<aside[\s\S]*?<a href="([^"]+)"><span>固定资产投资/.exec(
      await (await server.get(link)).text(),
    )![1]!;
    expect(await emphasised(beside.replaceAll('&amp;', '&'))).toEqual(['8%以上']);
    const { rows } = (await (
      await server.get('/api/find_facts?indicator=GDP&report_year=2022&places=%E5%B8%B8%E5%BE%B7&facet=target')
    ).json()) as { rows: { text: string; quote: { link: string } }[] };
    expect(await emphasised(rows[0]!.quote.link)).toEqual([rows[0]!.text]);
    expect(await emphasised(link.replace(/&figure=[^#]+/, ''))).toEqual([]);
  });

  test.each([
    '/r/changde-1999',
    '/r/changde-2022?figure=100-110',
    '/r/changde-2022?at=100-120&figure=110-130',
    '/r/changde-2022?at=100-120&figure=112-111',
    '/r/changde-2022?at=100-120&figure=%3Cb%3E',
    `/r/changde-2022?at=100-120&figure=${Array(9).fill('101-102').join(',')}`,
    '/r/changde-2022?at=5-1',
    '/r/changde-2022?at=0-10',
    '/r/changde-2022?at=900000000-900000001',
    '/r/changde-2022?at=1-2-3',
    '/r/changde-2022?at=%3Cscript%3E',
    '/r/..%2f..%2fetc%2fpasswd',
    '/r/%2e%2e/%2e%2e/package.json',
    '/r/__proto__',
    '/r/%00',
    '/r/%E0%A4%A',
  ])('%s is answered with 404, for programs and for people', async (path) => {
    const response = await server.get(path);
    expect(response.status).toBe(404);
    expect(problemSchema.parse(await response.json()).status).toBe(404);
    const page = await server.get(path, { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
  });

  test('nothing of a report is ever markup', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'html-report-'));
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;"\'';
    writeFileSync(
      join(folder, '2022年常德市政府工作报告.txt'),
      `2022年常德市政府工作报告${evil}\n2021年12月29日在常德市第八届人民代表大会第一次会议上\n市长${evil}\n各位代表：\n一、2021年工作回顾\n${evil}地区生产总值增长8%。&#60;svg onload=alert(3)&#62;\n二、2022年工作安排\n主要预期目标是：地区生产总值增长7%以上${evil}，固定资产投资增长8%。\n`,
    );
    const other = await startServer({}, () => createAssistant({ corpus: [folder], cacheDir: null }));
    try {
      const paths = [
        '/held',
        '/api',
        `/?q=${q}`,
        `/?q=${encodeURIComponent(evil)}`,
        `/?q=${q}&after=${encodeURIComponent(evil)}`,
      ];
      for (const { id } of other.kit.host.assistant().context.store.heads) paths.push(`/r/${id}`);
      const asked = await other.kit.host.assistant().ask('r', '2022年常德GDP目标');
      for (const { document, start, end } of asked.citations) paths.push(`/r/${document.id}?at=${start}-${end}`);
      expect(asked.citations.length).toBeGreaterThan(0);
      for (const path of paths) {
        const html = await (await other.get(path)).text();
        expect(html.replace(`<script type="module">${SCRIPT.body}</script>`, ''), path).not.toMatch(
          /<script|<img src=x|<svg onload|onerror=alert\(2\)>/i,
        );
      }
    } finally {
      await other.close();
    }
  });
});

describe('headers', () => {
  test.each(['/', `/?q=${q}`, '/held', '/r/changde-2022', '/api/ask', '/nothing'])(
    '%s carries a strict policy',
    async (path) => {
      const { headers } = await server.get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('pages hold no script or style but those that the policy names', async () => {
    for (const path of ['/', `/?q=${q}`, '/held', '/r/changde-2022', '/api']) {
      const response = await server.get(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      const html = await response.text();
      const inlined = [...html.matchAll(/<(script|style)[^>]*>([\s\S]*?)<\/\1>/g)];
      expect(inlined.length, path).toBe(2);
      for (const [, kind, body = ''] of inlined)
        expect(policy).toContain(`${kind}-src 'sha256-${createHash('sha256').update(body).digest('base64')}'`);
      const rest = html.replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
      expect(rest, path).not.toMatch(/ style="| on[a-z]+="|<style|<script/);
    }
  });

  test('an ETag by the version of the corpus', async () => {
    const first = await server.get(`/api/ask?q=${q}`);
    const tag = first.headers.get('etag')!;
    const again = await server.get(`/api/ask?q=${q}`, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await server.get(`/api/ask?q=${q}`, { 'if-none-match': 'W/"other"' })).status).toBe(200);
  });

  test('other hosts: only those allowed', async () => {
    const allowed = await server.get(`/api/ask?q=${q}`, { origin: 'https://friend.example' });
    const other = await server.get(`/api/ask?q=${q}`, { origin: 'https://evil.example' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://friend.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    for (const path of ['/mcp', '/api/read']) {
      const refused = await fetch(server.base + path, {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
        body: '{}',
      });
      expect(refused.status, path).toBe(403);
    }
  });
});

describe('bad requests', () => {
  test.each<[string, number]>([
    ['/api/ask', 400],
    ['/api/ask?q=', 400],
    [`/api/ask?q=${'x'.repeat(3000)}`, 400],
    [`/api/ask?q=${'x'.repeat(9000)}`, 414],
    ['/api/find_facts?nonsense=1', 400],
    ['/api/find_facts?__proto__.x=1&indicator=GDP', 200],
    ['/api/find_facts?constructor=1', 200],
    ['/api/find_facts?limit=1e9', 400],
    ['/api/find_facts?limit=abc', 400],
    ['/api/find_facts?page=%00', 400],
    ['/api/read?report=changde-2022&start=-1', 400],
    ['/api/export?q=1&format=exe', 400],
    ['/api/unknown_tool', 404],
    ['/assets/x/app.js/../../package.json', 404],
    ['/assets/x/..%2f..%2fpackage.json', 404],
    ['/assets/x/constructor', 404],
    ['/.env', 404],
  ])('%s', async (path, status) => {
    const response = await server.get(path);
    expect(response.status).toBe(status);
    if (status >= 400) expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test.each<[string, string, string, number]>([
    ['POST', 'application/json', '{', 400],
    ['POST', 'text/plain', '{}', 415],
    ['POST', 'application/json', '[]', 400],
    ['POST', 'application/json', `{"report":"${'x'.repeat(70_000)}"}`, 413],
    ['PUT', 'application/json', '{}', 405],
    ['DELETE', 'application/json', '', 405],
    ['POST', 'application/json', '', 400],
  ])('%s of %s to a tool', async (method, type, body, status) => {
    const response = await fetch(`${server.base}/api/read`, {
      method,
      headers: { 'content-type': type },
      ...(body === '' ? {} : { body }),
    });
    expect(response.status).toBe(status);
  });

  test('path tricks, header floods and rubbish get a refusal; the server goes on', async () => {
    const { port } = server;
    const sent = [
      'GET /../../../etc/passwd HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'GET /assets/../../../../etc/passwd HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\n${'x-flood: aaaaaaaaaaaaaaaa\r\n'.repeat(2000)}\r\n`,
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
      'GET http://evil.example/ HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n',
      'GET //// HTTP/1.1\r\nhost: [::1\r\nconnection: close\r\n\r\n',
      'POST /api/read HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /api/read HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
      'POST /api/read HTTP/1.1\r\nhost: x\r\ncontent-length: 999999999999\r\nconnection: close\r\n\r\n{}',
      'rubbish\r\n\r\n',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc]),
    ];
    for (const text of sent) {
      const received = await raw(port, text);
      expect(received, String(text).slice(0, 60)).not.toMatch(/HTTP\/1\.1 5|root:/);
    }
    expect((await server.get('/')).status).toBe(200);
  });

  test('thousands of malformed requests, drawn anew in each run: no 5xx, and the server goes on', async () => {
    const parts = [
      '%',
      '%zz',
      '%00',
      '..',
      '//',
      '\\',
      '?',
      '&=',
      '=&',
      'at=',
      'q=',
      '汉',
      '🙂',
      'a'.repeat(300),
      '{',
      '[',
      '"',
      '<',
      'words.any',
      '.',
      'value.op',
      '1-',
      '-1',
    ];
    const drawn = Math.floor(Math.random() * 0x7fffffff);
    let seed = drawn;
    const random = (n: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      return seed % n;
    };
    const piece = (): string => parts[random(parts.length)]!;
    const heads = [
      '/',
      '/r/',
      '/r/changde-2022?at=',
      '/api/',
      '/api/find_facts?',
      '/api/ask?q=',
      '/api/read?report=',
      '/?',
      '/chart.png?',
      '/assets/',
      '/api/export?q=',
    ];
    const statuses = new Map<number, number>();
    const one = async (): Promise<void> => {
      const path = heads[random(heads.length)]! + Array.from({ length: 1 + random(5) }, piece).join('');
      const address = encodeURI(path).replaceAll('%25', '%');
      const method = random(9) === 0 ? 'POST' : 'GET';
      const send = () => fetch(`${server.base}${address}`, { method });
      // On a busy machine a kept connection may run out just as a request takes it: what breaks twice is broken by what was asked.
      const response = await send().catch(send);
      await response.arrayBuffer();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    };
    for (let round = 0; round < 40; round += 1) await Promise.all(Array.from({ length: 100 }, one));
    expect(
      [...statuses.keys()].filter((status) => status >= 500),
      `seed ${drawn}`,
    ).toEqual([]);
    expect([...statuses.values()].reduce((a, b) => a + b)).toBe(4_000);
    expect((await server.get(`/api/ask?q=${q}`)).status).toBe(200);
  }, 240_000);
});

test('a client that trickles its request is cut off, and holds up nobody', async () => {
  const quick = await startServer({}, loadSeeds, { head: 300, request: 600, check: 100 });
  try {
    const began = performance.now();
    const slow = Promise.all([
      raw(quick.port, 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: '),
      raw(
        quick.port,
        'POST /api/read HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      ),
    ]);
    expect((await quick.get('/')).status).toBe(200);
    expect((await slow).every((received) => received.startsWith('HTTP/1.1 408'))).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  } finally {
    await quick.close();
  }
});

test('limits by address, and the forwarded one only behind a trusted proxy', async () => {
  const limited = await startServer({ LIMIT_PER_ADDRESS: '3/60' });
  const trusting = await startServer({ LIMIT_PER_ADDRESS: '3/60', TRUST_PROXY: '1' });
  try {
    const statuses = async (one: TestServer): Promise<number[]> => {
      const got: number[] = [];
      for (let i = 0; i < 5; i += 1) got.push((await one.get('/held', { 'x-forwarded-for': `10.0.0.${i}` })).status);
      return got;
    };
    expect(await statuses(limited)).toEqual([200, 200, 200, 429, 429]);
    expect(await statuses(trusting)).toEqual([200, 200, 200, 200, 200]);
    const refused = await limited.get('/api/ask');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(problemSchema.parse(await refused.json()).status).toBe(429);
  } finally {
    await Promise.all([limited.close(), trusting.close()]);
  }
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from './server.js';

/** Debian's browser, or the one that CHROMIUM names. `.ci/run` installs it; without one these tests fail. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const QUESTION = '2022年常德GDP目标';
const q = encodeURIComponent;
/** A machine may be busy with the other tests. */
const PATIENCE = { timeout: 15_000 };
const START = 120_000;

let server: TestServer;
let browser: Browser;
/** A page that knows axe. What needs no session of its own is looked at here, one address after another: a new page costs three times as much as a new address. */
let viewer: Page;
/** What the pages complained about: a refused script or style, an error. */
const complaints: string[] = [];
const foreign: string[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  viewer = await newPage();
  // Outside the page's own policy, which lets no foreign script in.
  await viewer.addInitScript(AXE);
}, START);
afterAll(async () => {
  await browser?.close();
  await server.close();
});

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.base, viewport: PHONE, ...options });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
  page.on('request', (request) => request.url().startsWith(server.base) || foreign.push(request.url()));
  return page;
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(options);
  await page.goto(path);
  return page;
}

/** Opens an address in the page for all, in light or dark. */
async function view(path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await viewer.emulateMedia({ colorScheme });
  await viewer.goto(path);
}

/** What axe finds wrong, one line each. */
async function violations(): Promise<string[]> {
  const { violations } = (await viewer.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

async function sourcePath(): Promise<string> {
  const { citations } = await server.kit.host.assistant().ask('browser', QUESTION);
  const { document, start, end } = citations[0]!;
  return `/r/${document.id}?at=${start}-${end}`;
}

/** Expressions for the page are texts: the project is compiled without the types of a browser. */
function inView(page: Page): Promise<boolean> {
  return page.evaluate(
    `(() => { const { top, bottom } = document.querySelector('#at').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })()`,
  );
}

test('asking, opening the source, with the keyboard alone', async () => {
  const page = await open('/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.focus('#q');
  await page.keyboard.type(QUESTION);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?q=/);
  expect(await page.textContent('#headline')).toBe('常德市2022年地区生产总值目标：增长7%以上');
  const link = page.locator('figcaption a');
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/r\/changde-2022/);
  expect(await page.textContent('#at')).toContain('地区生产总值增长7%以上');
  expect(await inView(page)).toBe(true);
  await page.context().close();
});

test('the address to share is copied, and gives question and answer again', async () => {
  const page = await open(`/?q=${q('那怀化呢')}&after=${q(QUESTION)}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.click('a.copy + button');
  await expect.poll(() => page.textContent('a.copy + button'), PATIENCE).toBe('已复制');
  const shared = await page.evaluate<string>('navigator.clipboard.readText()');
  const other = await open(shared.slice(server.base.length));
  expect(await other.textContent('#headline')).toBe(await page.textContent('#headline'));
  await Promise.all([page.context().close(), other.context().close()]);
});

test('a follow-up keeps what was asked; the address alone gives the same again', async () => {
  const page = await open(`/?q=${q(QUESTION)}`);
  await page.fill('#q', '那怀化呢');
  await page.press('#q', 'Enter');
  await page.waitForURL(/after=/);
  const headline = await page.textContent('#headline');
  expect(headline).toContain('怀化市2022年地区生产总值目标');
  const other = await open(page.url().slice(server.base.length));
  expect(await other.textContent('#headline')).toBe(headline);
  await Promise.all([page.context().close(), other.context().close()]);
});

test.each([
  ['without a script, without #at', { javaScriptEnabled: false }, ''],
  ['without a script, with #at', { javaScriptEnabled: false }, '#at'],
  ['with scripts', {}, ''],
] as const)('the mark is in view %s', async (_what, options, hash) => {
  const page = await open((await sourcePath()) + hash, options);
  expect(await inView(page)).toBe(true);
  await page.context().close();
});

test('a question asked without scripts', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.fill('#q', QUESTION);
  await page.press('#q', 'Enter');
  await page.waitForURL(/\?q=/);
  expect(await page.textContent('#headline')).toContain('增长7%以上');
  await page.context().close();
});

test('tables sort by figures, suggestions come while typing, the chart is drawn when opened', async () => {
  const page = await open(`/?q=${q('2022年各市GDP目标对比')}`);
  const column = (): Promise<string[]> => page.locator('tbody td:nth-child(3)').allTextContents();
  const down = await column();
  await page.click('th:nth-child(3) button');
  expect((await column()).at(0)).toBe(down.at(-1));
  expect(await page.getAttribute('th:nth-child(3)', 'aria-sort')).toBe('ascending');
  await page.click('details.chart summary');
  await expect
    .poll(() => page.evaluate(`document.querySelector('.chart img').naturalWidth`), PATIENCE)
    .toBeGreaterThan(100);
  await page.fill('#q', '常德');
  await expect.poll(() => page.locator('#suggest option').count(), PATIENCE).toBeGreaterThan(2);
  await page.context().close();
});

describe('every page, light and dark, on a phone and on a desk', () => {
  test.each([`/?q=${q(QUESTION)}`, `/?q=${q('2022年各市GDP目标对比')}`, '/held', 'source'])(
    '%s: axe finds nothing, and nothing is wider than the phone',
    async (given) => {
      const path = given === 'source' ? await sourcePath() : given;
      for (const colorScheme of ['light', 'dark'] as const) {
        await view(path, colorScheme);
        expect(
          await viewer.evaluate('document.documentElement.scrollWidth <= innerWidth'),
          `${path} ${colorScheme}`,
        ).toBe(true);
        expect(await violations(), `${path} ${colorScheme}`).toEqual([]);
      }
    },
  );

  test.each(['/', `/?q=${q('今天天气')}`, '/api', '/nothing'])('%s: axe finds nothing', async (path) => {
    await view(path);
    expect(await violations()).toEqual([]);
  });

  test('dark is dark', async () => {
    const paper = async (colorScheme: 'light' | 'dark'): Promise<string> => {
      await view('/held', colorScheme);
      return viewer.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    };
    expect([await paper('light'), await paper('dark')]).toEqual(['rgb(253, 253, 251)', 'rgb(22, 22, 20)']);
  });
});

describe('the longest report', () => {
  const longest = () =>
    server.kit.host.assistant().context.store.heads.reduce((a, b) => (b.length > a.length ? b : a)).id;

  test('is no heavier than 300 KB, and is painted soon', async () => {
    const path = `/r/${longest()}`;
    const bytes = Buffer.byteLength(await (await server.get(path)).text());
    expect(bytes).toBeLessThan(300_000);
    const page = await open(path);
    const { paint } = await settled(page);
    console.log(`first paint ${paint.toFixed(0)} ms, ${bytes} bytes`);
    // Loopback, but a machine that may be busy with the other tests.
    expect(paint).toBeLessThan(2_000);
    await page.context().close();
  });

  test.each([PHONE, { width: 1920, height: 1440 }])(
    'nothing moves, wherever the mark is, though most of it is laid out late: $width x $height',
    async (viewport) => {
      const { store } = server.kit.host.assistant().context;
      const facts = await store.facts(longest());
      const { offsets } = (await store.report(longest())).view;
      const page = await newPage({ viewport });
      for (const share of [0, 0.25, 0.6, 0.99]) {
        const { start, end } = facts[Math.floor(facts.length * share)]!.sentence;
        const path = `/r/${longest()}?at=${offsets.at(start)}-${offsets.at(end - 1)! + 1}`;
        await page.goto(path);
        expect((await settled(page)).shift, path).toBe(0);
        expect(await inView(page), path).toBe(true);
      }
      await page.context().close();
    },
  );

  test('what stands behind the text waits on a phone, and stands beside it on a desk', async () => {
    const { store } = server.kit.host.assistant().context;
    const report = await store.report(longest());
    const { start, end } = (await store.facts(report.id))[0]!.sentence;
    const path = `/r/${report.id}?at=${report.view.offsets.at(start)}-${report.view.offsets.at(end - 1)! + 1}`;
    const waits = (page: Page, part: string): Promise<boolean> =>
      page.evaluate(`!document.querySelector('${part}').checkVisibility({ contentVisibilityAuto: true })`);
    for (const [viewport, aside] of [
      [PHONE, true],
      [{ width: 1280, height: 800 }, false],
    ] as const) {
      const page = await open(path, { viewport });
      await settled(page);
      expect([await waits(page, 'aside h2'), await waits(page, 'footer h2')], `${viewport.width}`).toEqual([
        aside,
        true,
      ]);
      await page.locator('footer h2').scrollIntoViewIfNeeded();
      await expect.poll(() => waits(page, 'footer h2'), PATIENCE).toBe(false);
      await page.context().close();
    }
  });

  test('what is laid out late is found in the page', async () => {
    const page = await open(`/r/${longest()}`);
    expect(await page.locator('.far').count()).toBeGreaterThan(3);
    const last = await page.locator('.far').last().textContent();
    expect(await page.evaluate(`find(${JSON.stringify(last?.trim().slice(0, 20))})`)).toBe(true);
    await page.context().close();
  });
});

/** When something was first seen, and how much has moved within a third of a second. */
function settled(page: Page): Promise<{ paint: number; shift: number }> {
  return page.evaluate(`new Promise((resolve) => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      const [seen] = list.getEntriesByName('first-contentful-paint');
      if (seen) setTimeout(() => resolve({ paint: seen.startTime, shift }), 300);
    }).observe({ type: 'paint', buffered: true });
  })`);
}

test('no page asked another host for anything, or complained', () => {
  expect(foreign).toEqual([]);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

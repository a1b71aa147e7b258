import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createAssistant } from '../src/assistant.js';
import type { BenchCorpus } from './corpora.js';
import { startServing } from './serving.js';
import { ms, percentile, type Table } from './table.js';

/** How soon is a page seen? */
export const title = 'Pages';
export const note =
  'Debian’s chromium on loopback, a phone’s width, its own cache empty, in a window that has been open for a second: bytes of HTML, first contentful paint (median and slowest of 11, the pages in turn), how often it takes the time of the same server’s smallest page (robots.txt), and what moves after it (cumulative layout shift). The source page is that of the longest report, with a sentence marked in its middle. “One word” is what the browser itself takes on this machine, without a server and from the smallest one there is.';
export const columns = ['corpus', 'page', 'HTML', 'first paint', 'slowest', 'of the smallest', 'shift'];

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ROUNDS = 11;
/** A new window of Chromium loads its own bars, which are pages too and take the processor from the one that is measured; ms. */
const SETTLED = 1_000;
/** The smallest page of the server: what a paint takes whatever is painted. */
const SMALLEST = '/robots.txt';
const PHONE = { width: 390, height: 844 };

export async function measure(corpus: BenchCorpus, cacheDir: string): Promise<Table['rows']> {
  if (!existsSync(EXECUTABLE)) return [[corpus.name, 'no chromium']];
  const server = await startServing(corpus, cacheDir);
  const plain = await smallestServer();
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  try {
    const looked = [...(await pages(corpus, cacheDir)), ['one word, smallest server', plain.address] as const].map(
      ([name, path]) => ({
        name,
        address: /^(?:data|http):/u.test(path) ? path : server.base + path,
        seen: [] as Seen[],
      }),
    );
    // In turn, so that what else the machine does meets all alike.
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { address, seen } of looked) seen.push(await lookAt(browser, address));
    const smallest = paintOf(looked.find(({ address }) => address.endsWith(SMALLEST))!.seen);
    const rows: string[][] = [];
    for (const { name, address, seen } of looked) {
      const bytes = (await (await fetch(address)).arrayBuffer()).byteLength;
      rows.push([
        corpus.name,
        name,
        `${(bytes / 1000).toFixed(0)} KB`,
        ms(paintOf(seen)),
        ms(Math.max(...seen.map(({ paint }) => paint))),
        (paintOf(seen) / smallest).toFixed(1),
        Math.max(...seen.map(({ shift }) => shift)).toFixed(3),
      ]);
    }
    return rows;
  } finally {
    plain.server.close();
    await browser.close();
    await server.stop();
  }
}

/** When a page was first seen, ms from its start, and how much moved within half a second. */
interface Seen {
  readonly paint: number;
  readonly shift: number;
}

const paintOf = (seen: readonly Seen[]): number =>
  percentile(
    seen.map(({ paint }) => paint),
    0.5,
  );

/** A page in a window of its own. */
async function lookAt(browser: Browser, address: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  await page.waitForTimeout(SETTLED);
  await page.goto(address);
  const seen = await look(page);
  await context.close();
  return seen;
}

/** A server whose only page is one word. */
async function smallestServer(): Promise<{ server: Server; address: string }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><meta name="viewport" content="width=device-width"><p>报告</p>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

async function pages(corpus: BenchCorpus, cacheDir: string): Promise<(readonly [name: string, path: string])[]> {
  const assistant = await createAssistant({ corpus: [corpus.folder], cacheDir });
  const { heads } = assistant.context.store;
  const longest = heads.reduce((a, b) => (b.length > a.length ? b : a));
  const middle = (await assistant.context.store.facts(longest.id)).at(-1)?.sentence;
  const report = await assistant.context.store.report(longest.id);
  const at =
    middle === undefined
      ? ''
      : `?at=${report.view.offsets.at(middle.start)}-${report.view.offsets.at(middle.end - 1)! + 1}`;
  const [place] = (await assistant.held()).places;
  const ask = (question: string) => `/?q=${encodeURIComponent(question)}`;
  return [
    ['longest report', `/r/${longest.id}${at}`],
    ['a figure', ask(`${place?.years[0]}年${place?.short}GDP目标`)],
    ['a comparison', ask(`${place?.years[0]}年各市GDP目标对比`)],
    ['what is held', '/held'],
    ['smallest of the server', SMALLEST],
    ['one word, no server', `data:text/html;charset=utf-8,<p>${encodeURIComponent('报告')}</p>`],
  ];
}

function look(page: Page): Promise<Seen> {
  return page.evaluate(`new Promise((resolve) => {
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      const [seen] = list.getEntriesByName('first-contentful-paint');
      if (seen) setTimeout(() => resolve({ paint: seen.startTime, shift }), 500);
    }).observe({ type: 'paint', buffered: true });
  })`);
}

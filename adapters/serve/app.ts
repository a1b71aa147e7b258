import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Answer } from '../../src/answer/schema.js';
import { renderChartPng } from '../../src/charts/index.js';
import { exportAnswer, fileBytes } from '../../src/exports/index.js';
import { attempt } from '../../src/retrieval/at-hand.js';
import { runTool, type ToolContext, tools } from '../../src/tools/index.js';
import { askAfter } from '../shared/ask-after.js';
import type { Rate } from '../shared/limiter.js';
import { publicAddress, sourcePath } from '../shared/links.js';
import type { Log } from '../shared/log.js';
import type { Kit } from '../shared/run.js';
import { toolArguments } from '../shared/tool-arguments.js';
import { createAnswers, type Prepared } from './answers.js';
import { assetNamed, LOOK } from './assets.js';
import { referenceTo } from './citation.js';
import { createAddressLimit, MAX_BODY, MAX_URL } from './limits.js';
import { handleMcp } from './mcp.js';
import { openApi } from './openapi.js';
import { apiPage } from './pages/api.js';
import { askPage } from './pages/ask.js';
import { heldPage } from './pages/held.js';
import type { Html } from './pages/layout.js';
import { problemPage } from './pages/problem.js';
import { sourcePage } from './pages/source.js';
import { isToolError, type Problem, problem, toolProblem } from './problems.js';
import { askQuery, exportQuery, spanQuery, suggestQuery } from './queries.js';
import { originAllowed, securityHeaders } from './security.js';
import { suggest } from './suggest.js';

export interface AppOptions extends Pick<Kit, 'host' | 'service' | 'metrics' | 'log'> {
  /** Where people reach the server; decides the links in answers. Undefined: links are paths. */
  readonly publicUrl: string | undefined;
  /** Pages that may ask from another host; `*` for all. */
  readonly corsOrigins: readonly string[];
  readonly limit: Rate;
  /** Characters of answers that are kept for when they are asked for again; 0 for none. */
  readonly kept: number;
  /** The address of the client, as far as it can be trusted. */
  addressOf(context: Context<Env>): string;
  /** The day, ISO, on which a page is read. */
  today(): string;
}

export type Env = { Variables: { requestId: string; log: Log } };
type Ctx = Context<Env>;

const PLATFORM = 'serve';

/** Everything that is served over HTTP: pages, the API and MCP. */
export function createApp(options: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  const { host, service, metrics, log, publicUrl, corsOrigins } = options;
  const take = createAddressLimit(options.limit);
  const toolContext = (): ToolContext => ({
    ...host.assistant().context,
    link: (report, start, end, figures) => link(sourcePath(report, start, end, figures)),
  });
  const link = (path: string): string => (publicUrl === undefined ? path : publicAddress(publicUrl, path));

  const answers = createAnswers(options.kept);
  /** The answer as JSON; one that was given before is not made again, but counted. */
  const askJson = async (question: string, after: readonly string[], request?: string): Promise<string> => {
    const key = JSON.stringify([question, ...after]);
    const { version } = host.assistant().stats();
    const again = ({ kind, refusal, confidence }: Prepared): void =>
      metrics.question(PLATFORM, kind, 0, {
        ...(refusal === undefined ? {} : { reason: refusal }),
        ...(confidence === undefined ? {} : { confidence }),
      });
    return (await answers.get(key, version, () => askAnew(question, after, request), again)).json;
  };
  const ask = async (question: string, after: readonly string[], request?: string): Promise<Answer> =>
    JSON.parse(await askJson(question, after, request)) as Answer;
  const askAnew = (question: string, after: readonly string[], request?: string): Promise<Answer> =>
    askAfter(host.assistant(), after, question, (session) =>
      service.answer({
        platform: PLATFORM,
        session,
        text: question,
        admin: false,
        language: 'zh',
        ...(request === undefined ? {} : { request }),
      }),
    );

  app.use(securityHeaders());
  app.use(async (context, next) => {
    const requestId = randomUUID();
    context.set('requestId', requestId);
    context.header('x-request-id', requestId);
    context.set('log', log.child({ request: requestId }));
    if (context.req.url.length > MAX_URL) return refuse(context, problem(414, 'too-long'));
    return next();
  });
  app.use(
    '/api/*',
    cors({ origin: corsOrigins.includes('*') ? '*' : [...corsOrigins], exposeHeaders: ['etag', 'x-request-id'] }),
  );
  app.use(
    '/mcp',
    cors({
      origin: corsOrigins.includes('*') ? '*' : [...corsOrigins],
      allowHeaders: ['content-type', 'mcp-protocol-version', 'mcp-session-id'],
    }),
  );
  app.use(async (context, next) => {
    if (context.req.path.startsWith('/assets/')) return next();
    const { allowed, remaining, reset } = await take(options.addressOf(context));
    context.header('ratelimit', `"address";r=${remaining};t=${reset}`);
    if (allowed) return next();
    metrics.error(PLATFORM, 'limit');
    context.header('retry-after', String(reset));
    return refuse(context, problem(429, 'too-many'));
  });
  app.use(async (context, next) => {
    const refused = refusedBody(context);
    return refused === undefined ? next() : refuse(context, refused);
  });

  app.get('/assets/:digest/:name', (context) => {
    const found = assetNamed(context.req.param('name'));
    if (found === undefined) return context.notFound();
    return context.body(found.body, 200, {
      'content-type': found.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /api/\nDisallow: /chart.png\n'));

  // What an address gives depends on the corpus and the program alone: unchanged, it need not be made again.
  const cached = (context: Ctx): Response | undefined => {
    const tag = `W/"${host.version}-${LOOK}-${host.assistant().stats().version}"`;
    context.header('etag', tag);
    context.header('cache-control', 'no-cache');
    const known = (context.req.header('if-none-match') ?? '').split(',').map((one) => one.trim());
    return known.includes(tag) ? context.body(null, 304) : undefined;
  };

  app.get('/', async (context) => {
    const query = askQuery.safeParse(queryOf(context));
    if (context.req.query('q') === undefined || !query.success)
      return page(
        context,
        askPage(
          undefined,
          examples(),
          linksOf('', [], (path) => path),
        ),
      );
    const unchanged = cached(context);
    if (unchanged) return unchanged;
    const { q, after } = query.data;
    const answer = await ask(q, after, context.get('requestId'));
    return page(
      context,
      askPage(
        { question: q, after, answer },
        [],
        linksOf(q, after, (path) => absolute(context, link(path))),
      ),
    );
  });
  app.get('/held', (context) => cached(context) ?? page(context, heldPage(host.assistant().context)));
  app.get('/api', (context) => page(context, apiPage(link(''))));

  app.get('/r/:report', (context) => {
    const { store } = host.assistant().context;
    return attempt(store, () => showReport(context, context.req.param('report')));
  });
  function showReport(context: Ctx, id: string) {
    const { store, lexicon } = host.assistant().context;
    const head = store.head(id);
    if (head === undefined)
      return refuse(context, problem(404, 'unknown-report', { title: '没有收录这份报告，或它已不在语料里' }));
    const query = spanQuery.safeParse({ at: context.req.query('at'), figure: context.req.query('figure') });
    const report = store.report(head.id);
    const { extent } = report;
    const at = query.success ? query.data.at : undefined;
    if (!query.success || (at !== undefined && (at.end <= at.start || at.start < extent.start || at.end > extent.end)))
      return refuse(
        context,
        problem(404, 'outside', { title: '这份报告里没有这一段', detail: '地址里的位置不在报告的文字之内。' }),
      );
    const file = store.source(head.id);
    const quote = at && file?.slice(at.start, at.end);
    const url = link(sourcePath(head.id, at?.start, at?.end));
    const reference = referenceTo(head, {
      ...(quote === undefined ? {} : { quote }),
      url: absolute(context, url),
      read: options.today(),
    });
    return page(
      context,
      sourcePage(
        { store, lexicon },
        {
          report,
          ...(at ? { at } : {}),
          figures: query.data.figure,
          ...(quote === undefined ? {} : { quote }),
          reference,
          changed: file === undefined,
        },
      ),
    );
  }

  app.get('/chart.png', async (context) => {
    const query = askQuery.safeParse(queryOf(context));
    if (!query.success) return refuse(context, badQuery(query.error));
    const unchanged = cached(context);
    if (unchanged) return unchanged;
    const { chart } = await ask(query.data.q, query.data.after, context.get('requestId'));
    if (chart === undefined) return refuse(context, problem(404, 'no-chart', { title: '这个回答画不成图' }));
    return context.body(new Uint8Array(await renderChartPng(chart)), 200, { 'content-type': 'image/png' });
  });

  app.get('/api/ask', async (context) => {
    const query = askQuery.safeParse(queryOf(context));
    if (!query.success) return refuse(context, badQuery(query.error));
    const unchanged = cached(context);
    if (unchanged) return unchanged;
    return context.body(await askJson(query.data.q, query.data.after, context.get('requestId')), 200, {
      'content-type': 'application/json',
    });
  });
  app.get('/api/export', async (context) => {
    const query = exportQuery.safeParse(queryOf(context));
    if (!query.success) return refuse(context, badQuery(query.error));
    const unchanged = cached(context);
    if (unchanged) return unchanged;
    const file = exportAnswer(await ask(query.data.q, query.data.after, context.get('requestId')), query.data.format);
    return context.body(new Uint8Array(fileBytes(file)), 200, {
      'content-type': file.mime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });
  app.get('/api/suggest', (context) => {
    const query = suggestQuery.safeParse(queryOf(context));
    if (!query.success) return refuse(context, badQuery(query.error));
    return context.json(suggest(host.assistant().held(), query.data.q));
  });
  app.get('/api/openapi.json', (context) => cached(context) ?? context.json(openApi(host.version, link('') || '/')));
  for (const tool of tools) {
    const path = `/api/${tool.name}`;
    app.get(path, async (context) => {
      const { searchParams } = new URL(context.req.url);
      return (
        cached(context) ?? context.json(await runTool(toolContext(), tool.name, toolArguments(tool, searchParams)))
      );
    });
    app.post(path, async (context) => {
      if (!originAllowed(context.req.header('origin'), context.req.header('host'), corsOrigins))
        return refuse(context, problem(403, 'origin'));
      if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
        return refuse(context, problem(415, 'media-type'));
      const body: unknown = await context.req.json().catch(() => undefined);
      if (body === undefined) return refuse(context, problem(400, 'bad-json', { title: '请求体不是合法的 JSON' }));
      return context.json(await runTool(toolContext(), tool.name, body));
    });
  }

  app.all('/mcp', async (context) => {
    if (!originAllowed(context.req.header('origin'), context.req.header('host'), corsOrigins))
      return refuse(context, problem(403, 'origin'));
    if (context.req.method !== 'POST')
      return refuse(context, problem(405, 'method', { detail: '没有会话，只接受 POST。' }));
    return handleMcp(
      {
        version: host.version,
        context: toolContext,
        ask,
        failed: (err) => {
          metrics.error(PLATFORM, 'mcp');
          context.get('log').error({ err }, 'a tool failed');
        },
      },
      context.req.raw,
    );
  });

  app.notFound((context) => refuse(context, problem(404, 'not-found')));
  app.onError((error, context) => {
    if (isToolError(error)) return refuse(context, toolProblem(error));
    const status = statusOf(error);
    if (status !== undefined) return refuse(context, problem(status, 'bad-request'));
    metrics.error(PLATFORM, 'request');
    context.get('log').error({ err: error, path: context.req.path }, 'a request failed');
    return refuse(context, problem(500, 'fault', { detail: '已记录，请稍后再试。' }));
  });

  function examples(): readonly string[] {
    const { places } = host.assistant().held();
    const [first] = places;
    if (first === undefined) return [];
    const year = first.years[0] ?? '';
    return [
      `${year}年${first.short}GDP目标`,
      `${first.short}${year}年主要预期目标有哪些`,
      `${year}年各市GDP目标对比`,
      `${first.short}历年GDP目标`,
      '哪些报告提到“营商环境”',
    ];
  }

  return app;
}

function linksOf(question: string, after: readonly string[], whole: (path: string) => string) {
  const chain = (questions: readonly string[]): string =>
    questions.length === 0 ? '' : `&after=${encodeURIComponent(questions.join('\n'))}`;
  const own = `q=${encodeURIComponent(question)}${chain(after)}`;
  return {
    ask: (next: string, follows: boolean) =>
      `/?q=${encodeURIComponent(next)}${follows && !next.includes('年') ? chain([...after, question]) : ''}`,
    share: whole(`/?${own}`),
    chart: `/chart.png?${own}`,
    export: (format: string) => `/api/export?${own}&format=${format}`,
  };
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** What is wrong with the method or the size of a request. A body must tell its length, which the server then holds it to. */
function refusedBody({ req }: Ctx): Problem | undefined {
  if (!METHODS.has(req.method)) return problem(405, 'method');
  if (req.method !== 'POST') return undefined;
  const length = req.header('content-length');
  if (length === undefined || req.header('transfer-encoding') !== undefined) return problem(411, 'no-length');
  return Number(length) > MAX_BODY ? problem(413, 'too-large') : undefined;
}

/** The parameters as they came: one that came several times is a list. */
function queryOf(context: Ctx): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0]! : values]),
  );
}

function badQuery(error: {
  readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
}): Problem {
  return problem(400, 'bad-arguments', {
    problems: error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  });
}

/** The address with a host, for references that are copied out of the page. */
function absolute(context: Ctx, url: string): string {
  return url.startsWith('/') ? new URL(url, context.req.url).href : url;
}

async function page(context: Ctx, content: Html, status: 200 | 400 | 404 | 429 | 500 = 200): Promise<Response> {
  return context.html(await content, status);
}

/** A page for people, problem+json for programs. */
function refuse(context: Ctx, what: Problem): Response | Promise<Response> {
  const told: Problem = { ...what, instance: `urn:uuid:${context.get('requestId')}` };
  const { path } = context.req;
  const forPeople =
    !path.startsWith('/api/') && path !== '/mcp' && (context.req.header('accept') ?? '').includes('text/html');
  if (forPeople) return page(context, problemPage(told), told.status as 404);
  return context.body(JSON.stringify(told), told.status as 404, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

/** The status that the framework's own errors carry (a body that is no JSON, an address that cannot be decoded). */
function statusOf(error: unknown): number | undefined {
  if (error instanceof URIError) return 400;
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

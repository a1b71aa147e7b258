import { html } from 'hono/html';
import { tools } from '../../../src/tools/index.js';
import { type Html, page } from './layout.js';

const EXAMPLES: Readonly<Record<string, string>> = {
  list_reports: 'place=常德',
  find_facts: 'indicator=GDP&report_year=2022&facet=target',
  find_sentences: 'words.any=低空经济,低空',
  read: 'report=changde-2022&section=3',
  define: 'term=三高四新',
  compare: 'indicator=GDP&period=2022&facet=target&by=place',
};

/** How programs use the server. `base` is its public address, or nothing. */
export function apiPage(base: string): Html {
  return page({
    title: '接口',
    bodyClass: 'api',
    main: html`
<h1>接口</h1>
<p>同样的回答给程序用：HTTP（<a href="/api/openapi.json">OpenAPI 文档</a>）和 MCP。每一行都带原文、报告和位置。</p>
<h2>HTTP</h2>
<dl>
<dt><a href="/api/ask?q=${encodeURIComponent('2022年常德GDP目标')}"><code>GET /api/ask?q=…</code></a></dt><dd>问一句话，得到一个回答。</dd>
<dt><code>GET /api/export?q=…&amp;format=csv</code></dt><dd>回答的表格存成文件。</dd>
${tools.map(
  ({ name, title }) =>
    html`<dt><a href="/api/${name}?${EXAMPLES[name] ?? ''}"><code>GET /api/${name}?${EXAMPLES[name] ?? ''}</code></a></dt><dd>${title}</dd>`,
)}
</dl>
<h2>MCP</h2>
<p>助手程序可以接 <code>${base}/mcp</code>（streamable HTTP），或在本机运行 <code>gov-report-bot mcp</code>（stdio）。</p>`,
  });
}

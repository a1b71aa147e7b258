import { html, raw } from 'hono/html';
import { ICON, SCRIPT, STYLE } from '../assets.js';

/** A piece of HTML. Everything that is put into one by `html` is escaped, but other pieces. */
export type Html = ReturnType<typeof html>;

/** A whole page. `title` is plain text. */
export function page({
  title,
  main,
  description,
  bodyClass = '',
  index = false,
}: {
  readonly title: string;
  readonly main: Html;
  readonly description?: string;
  readonly bodyClass?: string;
  /** True where search engines may list the page. */
  readonly index?: boolean;
}): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${description === undefined ? '' : html`<meta name="description" content="${description}">`}
${index ? '' : html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${ICON.path}" type="${ICON.type}">
<style>${raw(STYLE.body)}</style>
<script type="module">${raw(SCRIPT.body)}</script>
</head>
<body class="${bodyClass}">
<a class="skip" href="#main">跳到正文</a>
<header class="top"><nav aria-label="主导航"><a href="/">提问</a><a href="/held">收录</a><a href="/api">接口</a></nav></header>
<main id="main">${main}</main>
</body>
</html>`;
}

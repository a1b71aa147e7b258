import { html } from 'hono/html';
import type { Problem } from '../problems.js';
import { type Html, page } from './layout.js';

/** What went wrong, for people. */
export function problemPage({ title, detail, status, instance }: Problem): Html {
  return page({
    title,
    main: html`<h1>${title}</h1>
${detail === undefined ? '' : html`<p>${detail}</p>`}
<p><a href="/">回到提问</a> · <a href="/held">看收录了什么</a></p>
<p class="reading">${status} · ${instance ?? ''}</p>`,
  });
}

import { html } from 'hono/html';
import type { Answer } from '../../../src/answer/schema.js';
import { MAX_QUESTION } from '../../../src/question/normalize.js';
import { type AnswerLinks, answerHtml } from './answer.js';
import { type Html, page } from './layout.js';

/** A question with its answer, and the questions that it leans on, oldest first. */
export interface Asked {
  readonly question: string;
  readonly after: readonly string[];
  readonly answer: Answer;
}

/** The page to ask on, with an answer where something was asked. The address of the page is the link to share. */
export function askPage(asked: Asked | undefined, examples: readonly string[], links: AnswerLinks): Html {
  return page({
    title: asked === undefined ? '政府工作报告问答' : `${asked.question} · 政府工作报告问答`,
    bodyClass: 'ask',
    index: asked === undefined,
    main: html`
<h1>政府工作报告问答</h1>
<form action="/" method="get" role="search">
<label for="q">提问</label>
<div class="line"><input id="q" name="q" type="search" value="${asked?.question ?? ''}" maxlength="${MAX_QUESTION}" list="suggest" autocomplete="off" required enterkeyhint="search" placeholder="2022年常德GDP目标"><button type="submit">问</button></div>
<datalist id="suggest"></datalist>
${asked === undefined ? '' : chain(asked)}
</form>
${asked === undefined ? start(examples) : answerHtml(asked.answer, links)}`,
  });
}

/** 那怀化呢 leans on what was asked before: the form keeps it, so that the address tells the whole. */
function chain({ after, question }: Asked): Html {
  return html`<p class="after"><label><input type="checkbox" name="after" value="${[...after, question].join('\n')}" checked> 接着上面的问（可以说“那怀化呢”“原文”）</label></p>`;
}

function start(examples: readonly string[]): Html {
  return html`<p>每个数字都附原文和出处；报告没有说的，会说没有。</p>
<nav aria-label="例子"><h2>例如</h2><ul class="suggestions">${examples.map((question) => html`<li><a href="/?q=${encodeURIComponent(question)}">${question}</a></li>`)}</ul></nav>`;
}

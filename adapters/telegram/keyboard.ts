import { BUTTON_FORMATS, BUTTONS } from '../shared/texts.js';
import type { Shown } from './context.js';
import { LIMITS } from './limits.js';

export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly Button[])[];
}

/**
 * What a press asks for, as it stands in callback_data: `<action>:<id of the shown answer>:<number>`.
 * p: page; s: the text around a quote; q: a suggestion; c: a choice; d: dispute; g: picture; x: export, in the format of that number; t: plain table; n: nothing.
 */
export interface Press {
  readonly action: 'p' | 's' | 'q' | 'c' | 'd' | 'g' | 'x' | 't' | 'n';
  readonly id: string;
  readonly number: number;
}

/** A clarification shows so many choices; the others can be typed. */
const CHOICES = 24;
const SUGGESTIONS = 3;
/** Columns of a button's caption beyond which it gets a row of its own. */
const SHORT = 9;
const IN_ROW = 4;
const LABEL = 60;

/** Reads callback data; undefined for what this program never wrote. */
export function readPress(data: string): Press | undefined {
  const [, action, id, number] = /^([psqcdgxtn]):([A-Za-z0-9_-]{8}):(\d{1,4})$/.exec(data) ?? [];
  if (action === undefined || id === undefined) return undefined;
  return { action: action as Press['action'], id, number: Number(number) };
}

function button(text: string, action: Press['action'], id: string, number = 0): Button {
  const letters = [...text];
  return {
    text: letters.length > LABEL ? `${letters.slice(0, LABEL - 1).join('')}…` : text,
    callback_data: `${action}:${id}:${number}`,
  };
}

/** The buttons under one page of an answer: turning pages, evidence, choices, and what can be asked next. */
export function answerKeyboard(id: string, shown: Shown, page: number, pages: number): Keyboard | undefined {
  const { answer } = shown;
  const rows: Button[][] = [];
  if (pages > 1) rows.push(turning(id, 'p', page, pages, BUTTONS.previous, BUTTONS.next));
  const tools: Button[] = [];
  if (answer.citations.length > 0) tools.push(button(BUTTONS.source, 's', id));
  if (answer.chart !== undefined && !answer.wantsChart) tools.push(button(BUTTONS.chart, 'g', id));
  if (answer.table !== undefined && answer.attachment === undefined) {
    tools.push(...BUTTON_FORMATS.map((format, index) => button(BUTTONS[format], 'x', id, index)));
  }
  if (shown.form === 'rich') tools.push(button(BUTTONS.plain, 't', id));
  if (answer.citations.length > 0) tools.push(button(BUTTONS.dispute, 'd', id));
  // A phone shows four short captions side by side.
  for (let at = 0; at < tools.length; at += IN_ROW) rows.push(tools.slice(at, at + IN_ROW));
  const choices = (answer.choices ?? []).slice(0, CHOICES).map(({ label }, index) => button(label, 'c', id, index));
  rows.push(...inRows(choices));
  if (choices.length === 0) {
    rows.push(...answer.suggestions.slice(0, SUGGESTIONS).map((text, index) => [button(text, 'q', id, index)]));
  }
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** The buttons under the text around a quote. */
export function sourceKeyboard(id: string, quote: number, quotes: number): Keyboard {
  const rows = quotes > 1 ? [turning(id, 's', quote, quotes, BUTTONS.previousQuote, BUTTONS.nextQuote)] : [];
  return { inline_keyboard: [...rows, [button(BUTTONS.back, 'p', id)]] };
}

function turning(id: string, action: 'p' | 's', at: number, total: number, back: string, on: string): Button[] {
  return [
    ...(at > 0 ? [button(back, action, id, at - 1)] : []),
    button(`${at + 1}/${total}`, 'n', id),
    ...(at < total - 1 ? [button(on, action, id, at + 1)] : []),
  ];
}

/** Short captions three in a row, long ones each in a row of its own. */
function inRows(buttons: readonly Button[]): Button[][] {
  const perRow = buttons.every(({ text }) => text.length <= SHORT) ? 3 : 1;
  const rows: Button[][] = [];
  for (let at = 0; at < buttons.length; at += perRow) rows.push(buttons.slice(at, at + perRow));
  return rows.slice(0, Math.floor(LIMITS.buttons / perRow));
}

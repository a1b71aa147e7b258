import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { mergeQuotes } from '../../src/answer/merge-quotes.js';
import type { Answer } from '../../src/answer/schema.js';
import { cleanText } from '../shared/clean.js';
import { BUTTON_FORMATS, BUTTONS } from '../shared/texts.js';
import { customId, type Verb } from './custom-id.js';
import { LIMITS } from './limits.js';
import { truncate } from './markdown.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Suggestions shown as buttons; more would push the answer off a phone's screen. */
const SUGGESTIONS = 3;

/** The rows under a page of an answer kept under `id`: pages, actions, sources, and what can be asked or chosen next. */
export function answerRows(answer: Answer, id: string, page: number, pages: number): Row[] {
  const rows = [pageRow(id, page, pages), actionRow(answer, id), sourceMenu(answer, id)];
  const next = answer.choices?.length ? choiceRows(answer, id) : [suggestionRow(answer, id)];
  return [...rows, ...next].filter((row) => row !== null);
}

function pageRow(id: string, page: number, pages: number): Row | null {
  if (pages < 2) return null;
  const previous = button('page', id, Math.max(0, page - 1), BUTTONS.previous, ButtonStyle.Secondary);
  const next = button('page', id, Math.min(pages - 1, page + 1), BUTTONS.next, ButtonStyle.Secondary);
  const here: APIButtonComponent = {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: `${page + 1} / ${pages}`,
    custom_id: `here:${id}`,
    disabled: true,
  };
  // At the ends both buttons could carry the same id, which Discord refuses: a disabled one gets an id of its own.
  return row([
    page === 0 ? { ...previous, custom_id: `first:${id}`, disabled: true } : previous,
    here,
    page === pages - 1 ? { ...next, custom_id: `last:${id}`, disabled: true } : next,
  ]);
}

function actionRow(answer: Answer, id: string): Row | null {
  const buttons: APIButtonComponent[] = [];
  if (mergeQuotes(answer.citations).length === 1)
    buttons.push(button('source', id, 0, BUTTONS.source, ButtonStyle.Secondary));
  if (answer.chart && !answer.wantsChart) buttons.push(button('chart', id, 0, BUTTONS.chart, ButtonStyle.Secondary));
  if (answer.table && answer.attachment === undefined) {
    const files = BUTTON_FORMATS.map((format, index) =>
      button('export', id, index, BUTTONS[format], ButtonStyle.Secondary),
    );
    buttons.push(...files);
  }
  if (answer.figures.length > 0) buttons.push(button('dispute', id, 0, BUTTONS.dispute, ButtonStyle.Secondary));
  return buttons.length === 0 ? null : row(buttons);
}

function sourceMenu(answer: Answer, id: string): Row | null {
  const quotes = mergeQuotes(answer.citations);
  if (quotes.length < 2) return null;
  const options = quotes.slice(0, LIMITS.selectOptions).map((citation, index) => ({
    label: label(`${index + 1}. ${citation.document.title}`, LIMITS.optionLabel),
    value: String(index),
    description: label(citation.quote.replace(/\s+/g, ' '), LIMITS.optionDescription),
  }));
  return menu('source', id, `${BUTTONS.source}：选一条出处`, options);
}

function choiceRows(answer: Answer, id: string): Row[] {
  const choices = answer.choices ?? [];
  if (choices.length <= LIMITS.rowButtons) {
    return [row(choices.map((choice, index) => button('choice', id, index, choice.label, ButtonStyle.Primary)))];
  }
  const options = choices.slice(0, LIMITS.selectOptions).map((choice, index) => ({
    label: label(choice.label, LIMITS.optionLabel),
    value: String(index),
  }));
  return [menu('choice', id, '请选择', options)];
}

function suggestionRow(answer: Answer, id: string): Row | null {
  const shown = answer.suggestions.slice(0, SUGGESTIONS);
  if (shown.length === 0) return null;
  return row(shown.map((question, index) => button('suggestion', id, index, question, ButtonStyle.Primary)));
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

function menu(verb: Verb, id: string, placeholder: string, options: { label: string; value: string }[]): Row {
  return row([{ type: ComponentType.StringSelect, custom_id: customId(verb, id), placeholder, options }]);
}

function button(
  verb: Verb,
  id: string,
  index: number,
  text: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary,
): APIButtonComponent & { custom_id: string } {
  return {
    type: ComponentType.Button,
    style,
    label: label(text, LIMITS.buttonLabel),
    custom_id: customId(verb, id, index),
  };
}

/** Labels are shown as they are, without markdown; a blank one is refused by Discord. */
function label(text: string, max: number): string {
  return truncate(cleanText(text).trim(), max) || '…';
}

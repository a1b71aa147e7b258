import { type APIEmbed, AttachmentBuilder } from 'discord.js';
import type { Answer } from '../../src/answer/schema.js';
import type { Kept } from '../shared/state/kept.js';
import { attachmentOf, chartPicture } from './attachments.js';
import { answerRows, type Row } from './components.js';
import { renderPages } from './render.js';

/** An answer as it was shown: what its buttons need to know. */
export interface Shown {
  /** The id of the person who asked. */
  readonly owner: string;
  readonly question: string;
  readonly answer: Answer;
  /** Where source pages are served. */
  readonly publicUrl?: string | undefined;
  /** Set once somebody has said that a figure of it is wrong. */
  readonly disputed?: boolean;
}

/** What is sent: the same for a reply, an edit and a follow-up. */
export interface Reply {
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly files: AttachmentBuilder[];
}

const PICTURE = 'chart.png';
export const TOO_LARGE = '文件超过 10 MB，Discord 不收；请缩小范围再导出。';

/** Keeps an answer for its buttons and makes its first page, with picture and file where it has them. */
export async function composeReply(shown: Shown, store: Kept<Shown>): Promise<Reply> {
  const { answer } = shown;
  const { embeds, components } = composePage(shown, await store.put(shown), 0);
  const files: AttachmentBuilder[] = [];
  if (answer.wantsChart && answer.chart) {
    files.push(new AttachmentBuilder(await chartPicture(answer.chart), { name: PICTURE }));
    embeds[0]!.image = { url: `attachment://${PICTURE}` };
  }
  if (answer.attachment) {
    const file = attachmentOf(answer.attachment);
    if (file === null) embeds[0]!.footer = { text: TOO_LARGE };
    else files.push(file);
  }
  return { embeds, components, files };
}

/** One page of an answer that is kept under `id`. A page that is not there comes out as the nearest that is. */
export function composePage(
  { answer, publicUrl }: Shown,
  id: string,
  page: number,
): { embeds: APIEmbed[]; components: Row[] } {
  const pages = renderPages(answer, publicUrl);
  const at = Math.min(Math.max(0, page), pages.length - 1);
  return { embeds: [pages[at]!], components: answerRows(answer, id, at, pages.length) };
}

/** A picture of an answer's chart, alone. */
export async function composeChart(answer: Answer): Promise<Reply | null> {
  if (!answer.chart) return null;
  const picture = new AttachmentBuilder(await chartPicture(answer.chart), { name: PICTURE });
  return { embeds: [{ image: { url: `attachment://${PICTURE}` } }], components: [], files: [picture] };
}

/**
 * True for what concerns the asker alone: help, questions back, and what was not understood.
 * That a report is not held, or does not say, is an answer and shown to all; so is a file that was asked for.
 */
export function isPrivate({ kind, refusal, attachment }: Answer): boolean {
  if (kind === 'clarification') return true;
  if (kind === 'notice') return attachment === undefined;
  return kind === 'refusal' && (refusal === 'not-understood' || refusal === 'limit');
}

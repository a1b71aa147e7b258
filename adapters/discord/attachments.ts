import { AttachmentBuilder } from 'discord.js';
import type { Answer, Chart } from '../../src/answer/schema.js';
import type { ExportFile, ExportFormat } from '../../src/exports/index.js';
import { LIMITS } from './limits.js';

/** A chart as PNG. The drawing library is loaded with the first chart. */
export async function chartPicture(chart: Chart): Promise<Buffer> {
  const { renderChartPng } = await import('../../src/charts/index.js');
  return renderChartPng(chart);
}

/** An answer's table with its sources as a file; null where it is larger than Discord takes. */
export async function tableFile(answer: Answer, format: ExportFormat): Promise<AttachmentBuilder | null> {
  const { exportAnswer } = await import('../../src/exports/index.js');
  return attachmentOf(exportAnswer(answer, format));
}

/** A file as an attachment; null where it is larger than Discord takes. */
export function attachmentOf({
  name,
  body,
  encoding,
}: Pick<ExportFile, 'name' | 'body' | 'encoding'>): AttachmentBuilder | null {
  const bytes = Buffer.from(body, encoding ?? 'utf8');
  return bytes.length <= LIMITS.attachmentBytes ? new AttachmentBuilder(bytes, { name }) : null;
}

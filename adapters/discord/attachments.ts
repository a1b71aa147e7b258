import { AttachmentBuilder } from 'discord.js';
import type { Answer, Chart } from '../../src/answer/schema.js';

/** A chart as PNG. The drawing library is loaded with the first chart. */
export async function chartPicture(chart: Chart): Promise<Buffer> {
  const { renderChartPng } = await import('../../src/charts/index.js');
  return renderChartPng(chart);
}

/** An answer's table with its sources as a CSV file, or null where there is nothing to export. */
export async function csvFile(answer: Answer): Promise<AttachmentBuilder | null> {
  const { exportAnswer } = await import('../../src/exports/index.js');
  const file = exportAnswer(answer, 'csv');
  return file === null ? null : new AttachmentBuilder(Buffer.from(file.body, 'utf8'), { name: file.name });
}

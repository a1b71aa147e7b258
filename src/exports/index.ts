export { type ExportFile, type ExportFormat, exportAnswer, exportFacts } from './export.js';
export type { ExportRow } from './rows.js';

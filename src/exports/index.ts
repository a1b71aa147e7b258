export { EXPORT_FORMATS, type ExportFile, type ExportFormat, exportAnswer, exportFacts, fileBytes } from './export.js';
export type { ExportRow } from './rows.js';

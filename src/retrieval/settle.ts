import { markDuplicates } from '../corpus/duplicates.js';
import { uniqueIds } from '../corpus/ids.js';
import { applyManifest } from '../corpus/manifest.js';
import type { Report } from '../corpus/types.js';
import { decodeReport, REPORT_PARTS } from './codec.js';
import type { Holdings } from './holdings.js';
import type { StoredFile, StoredReport } from './snapshot.js';
import type { ReportHead } from './types.js';

/**
 * Decides what only the whole corpus tells: final ids, where several documents would share one, and which are duplicates.
 * The same as `loadCorpus`, over documents that were read earlier.
 * @throws ConfigError where the seeds are not what their manifest says.
 */
export function settle(files: readonly StoredFile[], read: Holdings['read']): StoredFile[] {
  const stored = files.flatMap(({ reports }) => reports);
  const folders = [...new Set(files.map(({ folder }) => folder))];
  const wholes = folders.flatMap((folder) => {
    const own = files.filter((file) => file.folder === folder).flatMap(({ reports }) => reports);
    return applyManifest(
      folder,
      own.map((report) => whole(report, report.local, read)),
    );
  });
  const unique = uniqueIds();
  const marked = markDuplicates(wholes.map((report) => ({ ...report, id: unique(report.id) })));
  const settled = stored.map((report, i): StoredReport => {
    const { id, duplicateOf, oddities } = marked[i]!;
    return {
      ...report,
      head: { ...report.local, id, oddities, ...(duplicateOf === undefined ? {} : { duplicateOf }) },
    };
  });
  let next = 0;
  return files.map((file) => ({ ...file, reports: file.reports.map(() => settled[next++]!) }));
}

function whole(report: StoredReport, head: ReportHead, read: Holdings['read']): Report {
  return decodeReport(head, read(report, REPORT_PARTS));
}

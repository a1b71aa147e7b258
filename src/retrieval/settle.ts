import { markDuplicates } from '../corpus/duplicates.js';
import { uniqueIds } from '../corpus/ids.js';
import type { Report } from '../corpus/types.js';
import { decodeReport } from './codec.js';
import type { Holdings } from './holdings.js';
import type { StoredFile, StoredReport } from './snapshot.js';
import type { ReportHead } from './types.js';

/** Decides what only the whole corpus tells: final ids, where several documents would share one, and which are duplicates. */
export function settle(files: readonly StoredFile[], read: Holdings['read']): StoredFile[] {
  const unique = uniqueIds();
  const named = files.flatMap(({ reports }) =>
    reports.map((report) => ({ report, head: { ...report.local, id: unique(report.local.id) } })),
  );
  const marked = markDuplicates(named.map(({ report, head }) => whole(report, head, read)));
  const settled = named.map(({ report, head }, i): StoredReport => {
    const { duplicateOf, oddities } = marked[i]!;
    return { ...report, head: duplicateOf === undefined ? head : { ...head, duplicateOf, oddities } };
  });
  let next = 0;
  return files.map((file) => ({ ...file, reports: file.reports.map(() => settled[next++]!) }));
}

function whole(report: StoredReport, head: ReportHead, read: Holdings['read']): Report {
  const [text, offsets, structure] = read(report, ['text', 'offsets', 'structure']);
  return decodeReport(head, text!, offsets!, structure!);
}

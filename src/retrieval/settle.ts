import type { StoredFile } from './snapshot.js';

/** Gives every document of the corpus its final id: a number is added where several would share one, in the order of files. */
export function settle(files: readonly StoredFile[]): StoredFile[] {
  const taken = new Set<string>();
  const unique = (id: string): string => {
    let name = id;
    for (let number = 2; taken.has(name); number += 1) name = `${id}-${number}`;
    taken.add(name);
    return name;
  };
  return files.map((file) => ({
    ...file,
    reports: file.reports.map((report) => ({ ...report, head: { ...report.local, id: unique(report.local.id) } })),
  }));
}

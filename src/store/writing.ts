import type { KnownFile, NewVersion, StoredHead } from './types.js';

/** The files of the newest version, as both SQL engines keep them. */
export const SELECT_FILES = 'SELECT folder, seed, size, mtime_ms, sha, reading, problems FROM file';

/** A row of `SELECT_FILES`. */
export type FileRow = [
  folder: string,
  seed: string,
  size: number,
  mtimeMs: number,
  sha: string,
  reading: string,
  problems: string,
];

export function knownFile([folder, seed, size, mtimeMs, sha, reading, problems]: FileRow): KnownFile {
  return { folder, seed, size, mtimeMs, sha, reading, problems: JSON.parse(problems) };
}

/** What no version of so long ago held may be deleted, in ms: a reader keeps the version that it began with. */
export const KEEP_MS = 24 * 60 * 60 * 1000;

/** Of more small parts of the word lists than this the small ones are merged into one, of more large ones all. */
export const MOST_SEGMENTS = 12;
/** A part of so many words is large: one changed report must not cost the merging of all. A report has some four thousand. */
const LARGE_SEGMENT = 16_000;

/** The parts of the word lists, each with the number of its words, counted as far as it matters. */
export const SELECT_SEGMENTS = `SELECT s.number, (SELECT count(*) FROM (SELECT 1 FROM posting p WHERE p.segment = s.number LIMIT ${LARGE_SEGMENT}) w)
  FROM segment s ORDER BY s.number`;

/** The numbers of the parts that are to become one; none where there are few. */
export function mergedSegments(segments: readonly (readonly [number: number, words: number])[]): number[] {
  const small = segments.filter(([, words]) => words < LARGE_SEGMENT);
  if (segments.length - small.length > MOST_SEGMENTS) return segments.map(([number]) => number);
  return small.length > MOST_SEGMENTS ? small.map(([number]) => number) : [];
}

/** Columns of `listed` that a build writes. */
export const LISTED = [
  'document',
  'added',
  'folder',
  'sha',
  'id',
  'title',
  'kind',
  'place',
  'place_name',
  'year',
  'speaker',
  'delivered',
  'seed',
  'duplicate_of',
  'head',
] as const;

/** The row of a report that a version adds, in the order of `LISTED`. */
export function listedValues({ key, folder, sha, head }: StoredHead, added: number): (string | number | null)[] {
  const { id, title, kind, place, year, speaker, delivered, seed, duplicateOf } = head;
  return [
    key,
    added,
    folder,
    sha,
    id,
    title,
    kind,
    place?.id ?? null,
    place?.name ?? null,
    year,
    speaker ?? null,
    delivered ?? null,
    seed,
    duplicateOf ?? null,
    JSON.stringify(head),
  ];
}

/** A row of `listed` as it stands. */
export type ListedRow = readonly [row: number, document: number, folder: number, sha: string, head: string];

/** Which rows of the version before go, and which reports come. */
export function changesOf(
  current: readonly ListedRow[],
  reports: readonly StoredHead[],
): { readonly added: readonly StoredHead[]; readonly removed: readonly number[] } {
  const keyOf = (document: number, folder: number, sha: string, head: string) => `${document} ${folder} ${sha} ${head}`;
  const held = new Map(current.map(([row, document, folder, sha, head]) => [keyOf(document, folder, sha, head), row]));
  const added = reports.filter(
    ({ key, folder, sha, head }) => !held.delete(keyOf(key, folder, sha, JSON.stringify(head))),
  );
  return { added, removed: [...held.values()] };
}

/** What of a version is kept as JSON. */
export type VersionInfo = Pick<NewVersion, 'folders' | 'indicators' | 'problems' | 'words'>;

export function infoOf({ folders, indicators, problems, words }: NewVersion): VersionInfo {
  return { folders, indicators, problems, words };
}

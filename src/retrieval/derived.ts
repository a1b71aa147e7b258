import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '../facts/types.js';
import type { Lexicon } from '../lexicon/load.js';
import { termsOf } from './build.js';
import { decodeWords } from './codec.js';
import { type DictionaryFiles, dictionaryFiles, loadWordList, writeDictionary } from './dictionary.js';
import { readChecked, writeChecked } from './disk.js';
import { openFacts } from './facts-codec.js';
import type { Holdings } from './holdings.js';
import { type IndicatorTable, openIndicators, packIndicators } from './indicator-table.js';
import { type StoredReport, tablePath } from './snapshot.js';
import { openVocabulary, packVocabulary, presentWords, type Vocabulary } from './vocabulary.js';

/** What is made from all reports together. Each is read, or made, when first asked for. */
export interface Derived {
  indicators(): IndicatorTable;
  vocabulary(): Vocabulary;
  dictionary(): DictionaryFiles;
  /** Makes and writes everything now; gives the checksum of the dictionary. Throws where the disk refuses. */
  writeAll(): number;
}

/** Where derived tables come from. */
export interface DerivedFrom {
  readonly holdings: Holdings;
  readonly reports: readonly StoredReport[];
  /** Names the tables on disk. */
  readonly digest: string;
  /** Checksum of the dictionary on disk, where one is known. */
  readonly dictionary: number | undefined;
  readonly lexicon: Lexicon;
}

/** Opens the tables of a corpus. A damaged one is made again, with a warning. */
export function openDerived({ holdings, reports, digest, dictionary, lexicon }: DerivedFrom): Derived {
  const { folder } = holdings;
  const terms = termsOf(lexicon);
  let indicators: IndicatorTable | undefined;
  let vocabulary: Vocabulary | undefined;
  let files: DictionaryFiles | undefined;

  /** The bytes of a table: from disk where they are sound, else made and, where possible, written. */
  const table = (name: string, make: () => Buffer): Buffer => {
    const path = folder === null ? undefined : tablePath(folder, digest, name);
    const { body, damaged } = path === undefined ? { damaged: false } : readChecked(path);
    if (body) return body;
    if (damaged) holdings.warnings.push(`快照的 ${name} 表已损坏，已重建`);
    const made = make();
    if (path !== undefined) attempt(() => writeChecked(path, made));
    return made;
  };
  const makeIndicators = (): Buffer => packIndicators(allFacts(holdings, reports), lexicon.indicators);
  const counts = () => reports.map((report) => decodeWords(holdings.read(report, ['words'])[0]!));
  const makeDictionary = (path: string, words = counts()): number => {
    const list = loadWordList(terms);
    return writeDictionary(path, list, presentWords(words, list.words.length));
  };

  return {
    indicators() {
      indicators ??= openIndicators(table('indicators', makeIndicators));
      return indicators;
    },
    vocabulary() {
      vocabulary ??= openVocabulary(table('vocabulary', () => packVocabulary(loadWordList(terms).words, counts())));
      return vocabulary;
    },
    dictionary() {
      if (files) return files;
      const stored = folder === null ? undefined : tablePath(folder, digest, 'dictionary');
      if (stored !== undefined && dictionary !== undefined) files = dictionaryFiles(stored, dictionary);
      if (!files && stored !== undefined) attempt(() => (files = dictionaryFiles(stored, makeDictionary(stored))));
      if (!files) {
        const path = join(temporaryFolder(), digest);
        files = dictionaryFiles(path, makeDictionary(path));
      }
      if (!files) throw new Error('分词词典写入后无法读回，请检查临时文件夹');
      return files;
    },
    writeAll() {
      if (folder === null) throw new Error('There is no folder to write to');
      const words = counts();
      writeChecked(tablePath(folder, digest, 'indicators'), makeIndicators());
      writeChecked(tablePath(folder, digest, 'vocabulary'), packVocabulary(loadWordList(terms).words, words));
      return makeDictionary(tablePath(folder, digest, 'dictionary'), words);
    },
  };
}

/** The facts of every report that is no duplicate, under final ids. */
function* allFacts(holdings: Holdings, reports: readonly StoredReport[]): Generator<Fact> {
  for (const report of reports) {
    if (report.head.duplicateOf !== undefined) continue;
    const [bytes] = holdings.read(report, ['facts']);
    yield* openFacts(bytes!, report.head.id).where({});
  }
}

let temporary: string | undefined;

/** A folder of this process, deleted when it ends: the segmenter reads its dictionary from files alone. */
function temporaryFolder(): string {
  if (temporary === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'gov-report-bot-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    temporary = folder;
  }
  return temporary;
}

/** What is written is a convenience: the program goes on without. */
function attempt(write: () => unknown): void {
  try {
    write();
  } catch {
    // A full disk or a folder that has become read-only.
  }
}

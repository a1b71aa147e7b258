import { openDatabase } from './sqlite.js';

export type FigureCell = string | number | null;

/** Every figure of the newest version in a SQLite file, as docs/DATA.md describes it, in the order of reports. */
export function readFigures(path: string): {
  readonly columns: readonly string[];
  rows(): Iterable<readonly FigureCell[]>;
} {
  const database = openDatabase(path, true);
  const statement = database.prepare('SELECT * FROM figures ORDER BY report, number');
  return {
    columns: statement.columns().map(({ name }) => name),
    *rows() {
      try {
        yield* statement.raw(true).iterate() as Iterable<readonly FigureCell[]>;
      } finally {
        database.close();
      }
    },
  };
}

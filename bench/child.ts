import type { Table } from './table.js';

/** One measurement in a process of its own, so that none pays for another's memory. Arguments: the bench, what it is measured on, the cache folder. */
const [name, subject, cacheDir] = process.argv.slice(2) as [string, string, string];
const bench = (await import(`./${name}.js`)) as {
  measure(subject: unknown, cacheDir: string): Table['rows'] | Promise<Table['rows']>;
};
const rows = await bench.measure(JSON.parse(subject), cacheDir);
process.stdout.write(`${JSON.stringify(rows)}\n`);

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CHROMIUM, compareFormats, PRINTED, WITHOUT_TOOLS } from '../../bench/formats.js';
import { loadLexicon } from '../../src/lexicon/load.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';

const folder = mkdtempSync(join(tmpdir(), 'formats-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seeds = join(PACKAGE_ROOT, 'seeds');
/** The whole report of one place and year among the seeds. */
const whole = readdirSync(seeds).find((name) => name.startsWith('002'))!;

describe('a report in another format is answered from as in Markdown', () => {
  it('in every format that needs no tool to be made, its table too', { timeout: 300_000 }, async () => {
    const results = await compareFormats(join(seeds, whole), loadLexicon(), folder, WITHOUT_TOOLS);
    const told = [...results.values()].map((result) => [result?.format, result?.refused, result?.others]);
    expect(told).toEqual(WITHOUT_TOOLS.map((format) => [format, undefined, []]));
    for (const result of results.values()) expect(result?.asked).toBe(18);
  });

  it.skipIf(!existsSync(CHROMIUM))(
    'printed by a browser, its table with lines and without',
    { timeout: 300_000 },
    async () => {
      const results = await compareFormats(join(seeds, whole), loadLexicon(), join(folder, 'printed'), PRINTED);
      const told = [...results.values()].map((result) => [result?.format, result?.refused, result?.others]);
      expect(told).toEqual(PRINTED.map((format) => [format, undefined, []]));
    },
  );
});

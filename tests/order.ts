import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first, those that wait between those that compute: begun last, they would leave the other workers with nothing to do. */
const LONGEST = [
  'e2e/fleet/restart',
  'store/killed',
  'invariants',
  'e2e/fleet/discord',
  'serve/http',
  'e2e/fleet/fleet',
  'serve/browser',
  'dialog/kept',
  'store/faults',
  'store/reload',
  'bench/formats',
  'golden/grammar',
  'e2e/discord/process',
  'serve/process',
  'dialog/turns',
  'retrieval/processes',
  'cli/ask',
  'retrieval/store',
  'state/bad',
  'property/several',
  'e2e/discord/faults',
  'adapters/discord/render',
  'e2e/telegram/process',
  'charts/png',
  'e2e/fleet/deploy',
  'store/contract',
  'e2e/bots',
  'bench/reader',
  'cli/export',
  'corpus/import/bad-input',
  'corpus/import/pdf-tables',
  'e2e/telegram/faults',
  'corpus/import/import',
  'dialog/cut-off',
  'cli/facts',
  'answer/padding',
  'retrieval/segmenter',
  'answer/unknown-place',
  'facts/extract.property',
  'state/inbox',
  'adapters/telegram/render',
  'cli/services',
  'adapters/repl/main',
  'contract/contract',
  'state/contract',
];

/** The longest files first, the others as vitest has them. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.indexOf(relative(import.meta.dirname, moduleId).replace(/\.test\.ts$/u, ''));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

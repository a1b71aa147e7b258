import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first: begun last, they would leave the other workers with nothing to do. */
const LONGEST = [
  'facts/sampled-facts',
  'e2e/fleet/restart',
  'store/killed',
  'e2e/fleet/discord',
  'e2e/fleet/fleet',
  'cli/ask',
  'serve/browser',
  'bench/reader',
  'facts/headline-targets',
  'invariants',
  'adapters/repl/main',
  'e2e/discord/faults',
  'e2e/discord/process',
  'cli/facts',
  'store/faults',
  'serve/http',
  'dialog/kept',
  'dialog/conversation',
  'facts/extract.property',
  'property/several',
  'cli/corpus',
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

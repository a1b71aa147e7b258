import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first, those that wait between those that compute: begun last, they would leave the other workers with nothing to do. */
const LONGEST = [
  'e2e/fleet/restart',
  'facts/sampled-facts',
  'store/killed',
  'e2e/fleet/discord',
  'serve/browser',
  'e2e/fleet/fleet',
  'invariants',
  'bench/reader',
  'facts/headline-targets',
  'serve/process',
  'dialog/kept',
  'cli/ask',
  'e2e/discord/process',
  'e2e/telegram/process',
  'serve/http',
  'e2e/discord/faults',
  'store/faults',
  'store/contract',
  'dialog/conversation',
  'retrieval/store',
  'retrieval/processes',
  'e2e/fleet/deploy',
  'golden/grammar',
  'cli/export',
  'cli/facts',
  'adapters/repl/main',
  'charts/png',
  'e2e/bots',
  'property/several',
  'dialog/turns',
  'adapters/discord/render',
  'adapters/telegram/render',
  'state/inbox',
  'state/bad',
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

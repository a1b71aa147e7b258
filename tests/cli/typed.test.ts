import { expect, test } from 'vitest';
import { typed } from '../../adapters/cli/typed.js';

test.each([
  ['/usr/lib/node_modules/.bin/gov-report-bot', 'gov-report-bot facts'],
  ['/srv/dist/adapters/cli/main.js', 'gov-report-bot facts'],
  ['C:\\bot\\dist\\adapters\\cli\\main.js', 'gov-report-bot facts'],
  ['/srv/dist/adapters/repl/facts.js', 'npm run --silent facts --'],
  ['/srv/dist/adapters/import/main.js', 'npm run --silent facts --'],
])('started as %s, help says %s', (path, expected) => expect(typed('facts', undefined, path)).toBe(expected));

import { telegram } from '../platforms.js';
import { run } from '../shared/run.js';

await run({ adapters: [telegram], need: 'all' });

import { run } from '../shared/run.js';
import { telegram } from './bot.js';

await run({ adapters: [telegram], need: 'all' });

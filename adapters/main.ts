import { discord, serve, telegram } from './platforms.js';
import { run } from './shared/run.js';

await run({ adapters: [telegram, discord, serve], need: 'any' });

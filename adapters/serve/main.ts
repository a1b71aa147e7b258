import { serve } from '../platforms.js';
import { run } from '../shared/run.js';

await run({ adapters: [serve], need: 'all', defaults: { SERVE_PORT: '8080' } });

import { run } from '../shared/run.js';
import { serve } from './serve.js';

await run({ adapters: [serve], need: 'all', defaults: { SERVE_PORT: '8080' } });

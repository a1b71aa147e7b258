import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assistant } from '../../src/assistant.js';
import type { KeptTexts } from '../../src/dialog/sessions.js';
import { keepHeapSmall, keepYoungHeap } from './heap.js';
import type { Settings, TokenName } from './settings.js';

/** Where the reports are: in folders where `CORPUS` names some, else in the database where there is one, else those that come with the program. */
export type CorpusSettings = Pick<Settings, 'CORPUS' | 'CACHE_DIR'> & { readonly DATABASE_URL?: string | undefined };

/** What starts the core. It is imported late, so that wrong settings are told at once. */
export interface Core {
  readonly version: string;
  /** Loads the assistant over the folders that the settings name, or over the reports that come with the program. */
  load(settings: CorpusSettings, conversations?: KeptTexts): Promise<Assistant>;
}

export async function loadCore(): Promise<Core> {
  const { createAssistant, VERSION } = await import('../../src/assistant.js');
  return {
    version: VERSION,
    async load({ CORPUS, CACHE_DIR, DATABASE_URL }, conversations) {
      keepYoungHeap();
      const assistant = await createAssistant({
        corpus: CORPUS.map((folder) => resolve(folder)),
        database: CORPUS.length === 0 ? DATABASE_URL : undefined,
        conversations,
        ...(CACHE_DIR === undefined ? {} : { cacheDir: resolve(CACHE_DIR) }),
      });
      await warmUp(assistant);
      keepHeapSmall();
      return assistant;
    },
  };
}

const WARM_UP = 'once:warm-up';

/**
 * Asks for a figure and for passages, and forgets it: what is read with the first question of a kind (the fitted weights, the dictionary
 * by which passages are searched) is read, and found wanting, before a user waits for it.
 */
export async function warmUp(assistant: Assistant): Promise<void> {
  const [place] = assistant.held().places;
  await assistant.ask(WARM_UP, '2022年GDP目标');
  if (place) await assistant.ask(WARM_UP, `${place.years[0] ?? ''}年${place.short}怎么优化营商环境`);
  await assistant.forget(WARM_UP);
}

const PREPARE = fileURLToPath(new URL('./prepare.js', import.meta.url));
/** Of what the other process says, so much is shown. */
const LONGEST_REASON = 1000;

/**
 * Reads corpus and config in a process of its own, which leaves the snapshot on disk: reading a thousand reports takes
 * longer than people or gateways wait. Rejects with what is wrong with them.
 */
export async function prepareSnapshot(): Promise<void> {
  const { TELEGRAM_BOT_TOKEN, DISCORD_TOKEN, ...environment } = process.env as Record<TokenName, unknown> &
    NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [PREPARE], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  const end = () => child.kill();
  process.once('exit', end);
  let reason = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    reason = (reason + text).slice(-LONGEST_REASON);
  });
  const [code] = await once(child, 'close');
  process.removeListener('exit', end);
  if (code !== 0) throw new Error(reason.trim() || `reading the reports ended with ${code}`);
}

import { resolve } from 'node:path';
import type { Assistant } from '../../src/assistant.js';

/** Back to the start of the line, and the line emptied. */
const CLEAR = '\r\u001b[K';
/** Warnings shown one by one; a folder may hold hundreds of pictures. */
const MAX_WARNINGS = 5;

/**
 * Loads the assistant over the given folders, or over the seeds, and shows progress on a terminal where that takes long.
 * The core is imported here, so that --help and a wrong option need not wait for it.
 * @throws ConfigError or CorpusError, each with a message of one line.
 */
export async function loadAssistant(folders: readonly string[] | undefined): Promise<Assistant> {
  const { createAssistant } = await import('../../src/assistant.js');
  const { stderr } = process;
  let shown = false;
  const assistant = await createAssistant({
    corpus: (folders ?? []).filter((folder) => !isDatabase(folder)).map((folder) => resolve(folder)),
    database: folders?.find(isDatabase),
    ...(stderr.isTTY
      ? {
          onProgress: (done: number, total: number) => {
            shown = true;
            stderr.write(`${CLEAR}读取报告 ${done}/${total}`);
          },
        }
      : {}),
  });
  if (shown) stderr.write(CLEAR);
  const warnings = assistant.stats().warnings ?? [];
  for (const warning of warnings.slice(0, MAX_WARNINGS)) stderr.write(`提示：${warning}\n`);
  if (warnings.length > MAX_WARNINGS)
    stderr.write(`提示：另有 ${warnings.length - MAX_WARNINGS} 处问题，npm run reports 列出全部\n`);
  return assistant;
}

/** `--corpus` may name a database that `npm run publish` has filled. */
function isDatabase(corpus: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(corpus);
}

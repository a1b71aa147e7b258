import { loadLexicon } from '../../src/lexicon/load.js';
import { SEEDS_DIR } from '../../src/lexicon/paths.js';
import { openStore } from '../../src/retrieval/store.js';
import { runTool, type ToolContext, type ToolResult } from '../../src/tools/index.js';

// biome-ignore lint/suspicious/noExplicitAny: rows of six tools, looked at by their fields
export type AnyResult = Omit<ToolResult, 'rows'> & { rows: any[] } & Record<string, any>;

const lexicon = loadLexicon();

/** The tools over the reports that come with the program. */
export const seeds: ToolContext = {
  store: await openStore({ folders: [SEEDS_DIR], lexicon }),
  lexicon,
  link: (report, start, end) => `/r/${report}?at=${start}-${end}`,
};

export async function call(name: string, args: unknown, context: ToolContext = seeds): Promise<AnyResult> {
  return (await runTool(context, name, args)) as AnyResult;
}

import type { z } from 'zod';
import { attempt } from '../retrieval/at-hand.js';
import { compare } from './compare.js';
import { define } from './define.js';
import { findFacts } from './find-facts.js';
import { findSentences } from './find-sentences.js';
import { listReports } from './list-reports.js';
import { read } from './read.js';
import { type Tool, type ToolContext, ToolError, type ToolResult } from './types.js';

export type { Tool, ToolContext, ToolResult } from './types.js';
export { ToolError } from './types.js';

/** The tools for programs. HTTP, MCP and the command line are made from this list. */
export const tools: readonly Tool[] = [
  listReports,
  findFacts,
  findSentences,
  read,
  define,
  compare,
] as unknown as Tool[];

/**
 * Checks the arguments and runs a tool.
 * Rejects with ToolError for an unknown tool and for arguments that are wrong; each problem names its path.
 */
export async function runTool(context: ToolContext, name: string, args: unknown): Promise<ToolResult> {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) throw new ToolError('unknown-tool', `没有这个工具：${name}`);
  const parsed = tool.input.safeParse(args ?? {});
  if (!parsed.success) throw badArguments(parsed.error);
  return (await attempt(context.store, () => tool.run(context, parsed.data))) as unknown as ToolResult;
}

function badArguments(error: z.ZodError): ToolError {
  const problems = error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }));
  return new ToolError('bad-arguments', `参数不对：${problems[0]!.path || '参数'} ${problems[0]!.message}`, problems);
}

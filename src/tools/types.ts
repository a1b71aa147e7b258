import type { z } from 'zod';
import type { Lexicon } from '../lexicon/load.js';
import type { Store } from '../retrieval/types.js';
import type { Span } from '../text/types.js';

/** What a tool may look at. Tools know neither HTTP nor MCP nor a command line. */
export interface ToolContext {
  readonly store: Store;
  readonly lexicon: Lexicon;
  /** The address of a stretch of a report, where there is a server that shows it. Offsets as in `Quote`; `figures` are what is meant within it, counted from its start. */
  readonly link?: (report: string, start: number, end: number, figures?: readonly Span[]) => string;
}

/** What every tool gives back. */
export interface ToolResult<Row = unknown> {
  readonly rows: readonly Row[];
  /** How many rows there are in all, this page and the others. */
  readonly total: number;
  /** Give it back as `page` with the same arguments for the rows that follow; null where there are none. */
  readonly next: string | null;
  readonly searched: Searched;
  /** Words of the arguments that nothing was made of: they narrowed nothing and answered nothing. */
  readonly unread: readonly string[];
  /** How the arguments were understood where that is not plain, one line each, in Chinese. */
  readonly notes: readonly string[];
}

/** The reports that were looked through. */
export interface Searched {
  readonly count: number;
  /** Their ids, at most fifty of them. */
  readonly reports: string[];
  /** Places, or places with a year, that were asked for and of which no report is held. */
  readonly not_held: string[];
}

/** One tool: a name, what a model chooses it by, the schemas that every surface is made from, and the work. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** Pure over the context. Rejects with ToolError where the arguments cannot be carried out. */
  run(context: ToolContext, input: z.output<Input>): Promise<z.output<Output>>;
}

/** Arguments that cannot be carried out; `problems` says for each which one and why. */
export class ToolError extends Error {
  override readonly name = 'ToolError';

  constructor(
    readonly code: 'bad-arguments' | 'unknown-report' | 'unknown-tool' | 'outside',
    message: string,
    readonly problems: readonly { readonly path: string; readonly message: string }[] = [],
  ) {
    super(message);
  }
}

/** Keeps the types of schemas and work together. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}

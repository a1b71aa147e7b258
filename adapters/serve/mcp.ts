import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { z } from 'zod';
import { type Answer, answerSchema } from '../../src/answer/schema.js';
import { runTool, type ToolContext, ToolError, tools } from '../../src/tools/index.js';

/** What the server asks. */
export interface McpBackend {
  readonly version: string;
  context(): ToolContext;
  ask(question: string, after: readonly string[]): Promise<Answer>;
  /** Tells of a fault; the client learns only that there was one. */
  failed(error: unknown): void;
}

const INSTRUCTIONS = [
  'Government work reports (政府工作报告) of Chinese places, read figure by figure.',
  'Use `ask` for one question in Chinese as a person would put it. Use the other tools to build tables and to check things yourself:',
  'find_facts and compare for figures, find_sentences for who mentions what, list_reports for what is held, read and define for the text.',
  'Quote what you use: each row carries its sentence, report and offsets. `searched.not_held` and `missing` tell "no report" from "not said".',
].join('\n');

const askInput = z.strictObject({
  question: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .describe('In Chinese, with place and year where they matter: 2022年常德GDP目标'),
  after: z
    .array(z.string().max(2_000))
    .max(8)
    .optional()
    .describe('Questions asked before that this one leans on (那怀化呢), oldest first.'),
});

/** A server with `ask` and the tools; it keeps nothing between calls. */
export function createMcpServer({ version, context, ask, failed }: McpBackend): McpServer {
  const server = new McpServer({ name: 'gov-report-bot', version }, { instructions: INSTRUCTIONS });
  const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };
  server.registerTool(
    'ask',
    {
      title: '提问',
      description:
        'Answers one question over the reports in Chinese: a figure, a list, a comparison, who mentions what, or a plain no with its kind. Figures come with quotes. Good for a single question; for tables over many places use compare or find_facts.',
      inputSchema: askInput,
      outputSchema: answerSchema,
      annotations,
    },
    async ({ question, after }) =>
      guarded(failed, async () => {
        const answer = await ask(question, after ?? []);
        return { text: answer.text, structured: answer };
      }),
  );
  for (const { name, title, description, input, output } of tools) {
    server.registerTool(
      name,
      { title, description, inputSchema: input, outputSchema: output, annotations },
      async (args: Record<string, unknown>) =>
        guarded(failed, async () => {
          const result = await runTool(context(), name, args);
          return { text: JSON.stringify(result), structured: result };
        }),
    );
  }
  return server;
}

type Result = {
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
};

async function guarded(
  failed: (error: unknown) => void,
  work: () => Promise<{ text: string; structured: object }>,
): Promise<Result> {
  try {
    const { text, structured } = await work();
    return { content: [{ type: 'text', text }], structuredContent: structured as Record<string, unknown> };
  } catch (error) {
    if (error instanceof ToolError)
      return fault([error.message, ...error.problems.map((p) => `${p.path}: ${p.message}`)]);
    failed(error);
    return fault(['处理时出了错，已记录。']);
  }
}

function fault(lines: readonly string[]): Result {
  return { content: [{ type: 'text', text: lines.join('\n') }], isError: true };
}

/** Answers one HTTP request of the streamable transport; without sessions, so that any instance can answer any request. */
export async function handleMcp(backend: McpBackend, request: Request): Promise<Response> {
  const server = createMcpServer(backend);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}

import { z } from 'zod';
import { ToolError } from '../../src/tools/index.js';

/** An error as RFC 9457 has it (application/problem+json). Nothing of the program's inside is in it. */
export const problemSchema = z.object({
  type: z.string().describe('names the kind of problem'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** The request's id, which is in the log too. */
  instance: z.string().optional(),
  problems: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('which arguments, and what is wrong with each'),
});

export type Problem = z.infer<typeof problemSchema>;

const TITLES: Readonly<Record<number, string>> = {
  400: '请求有误',
  403: '不允许的来源',
  404: '没有这个页面',
  405: '这个地址不接受这种请求',
  406: '没有这种格式',
  408: '请求太慢',
  411: '请说明请求体的长度',
  413: '请求太大',
  414: '地址太长',
  415: '请用 JSON',
  429: '请求太多，请稍后再试',
  500: '处理时出了错',
  503: '暂时不能回答',
};

/** A problem of a status; `type` is a short name within the API. */
export function problem(status: number, type: string, more: Partial<Problem> = {}): Problem {
  return { type: `about:${type}`, title: TITLES[status] ?? '请求有误', status, ...more };
}

/** What to answer for arguments that a tool refused. */
export function toolProblem(error: ToolError): Problem {
  const status = error.code === 'unknown-report' || error.code === 'unknown-tool' ? 404 : 400;
  return problem(status, error.code, { title: error.message, problems: [...error.problems] });
}

export function isToolError(error: unknown): error is ToolError {
  return error instanceof ToolError;
}

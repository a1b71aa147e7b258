import { z } from 'zod';
import { answerSchema } from '../../src/answer/schema.js';
import { tools } from '../../src/tools/index.js';
import { problemSchema } from './problems.js';
import { askQuery, exportQuery, suggestQuery } from './queries.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the API, made from the schemas that the requests are checked with. */
export function openApi(version: string, base: string): Json {
  const paths: Json = {
    '/api/ask': { get: operation('ask', '提一个问题', ASK, queryParameters(askQuery), response(answerSchema)) },
    '/api/export': {
      get: operation('export', '回答的表格或数字存成文件', EXPORT, queryParameters(exportQuery), {
        description: 'the file',
        content: Object.fromEntries(
          ['text/csv', 'application/json', 'text/markdown', XLSX].map((type) => [type, { schema: { type: 'string' } }]),
        ),
      }),
    },
    '/api/suggest': {
      get: operation(
        'suggest',
        '输入时的提示',
        'Questions that begin so.',
        queryParameters(suggestQuery),
        response(z.array(z.string())),
      ),
    },
  };
  for (const { name, title, description, input, output } of tools) {
    paths[`/api/${name}`] = {
      get: operation(
        `get_${name}`,
        title,
        `${description}\n\nArguments in the query: lists parted by commas, objects by a dot (words.any=低空, value.op=>=).`,
        flatParameters(schemaOf(input)),
        response(output),
      ),
      post: {
        ...operation(`post_${name}`, title, description, [], response(output)),
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(input) } } },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'gov-report-bot', version, description: ABOUT },
    servers: [{ url: base }],
    paths,
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ABOUT =
  'Answers over Chinese government work reports. Every figure comes with the sentence that holds it; `start` and `end` are UTF-16 offsets into the file read as UTF-8, and `quote` is exactly that slice.';
const ASK =
  'One question in Chinese, answered with figures, quotes and how it was read. `after` holds the questions that it leans on, oldest first.';
const EXPORT = 'The table of an answer, or its figures, each row with quote, report, file and offsets.';

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  return rest;
}

function response(schema: z.ZodType): Json {
  return { description: 'done', content: { 'application/json': { schema: schemaOf(schema, 'output') } } };
}

function operation(operationId: string, summary: string, description: string, parameters: Json[], done: Json): Json {
  const failed = { description: 'what is wrong', content: { 'application/problem+json': { schema: PROBLEM } } };
  return {
    operationId,
    summary,
    description,
    parameters,
    responses: {
      200: done,
      304: { description: 'not changed since the ETag that was sent' },
      '4XX': failed,
      '5XX': failed,
    },
  };
}

const PROBLEM = schemaOf(problemSchema, 'output');

function queryParameters(schema: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: inner,
    ...((inner as Json).type === 'array' ? { explode: true } : {}),
  }));
}

/** Objects one level deep become names with a dot. */
function flatParameters(schema: Json): Json[] {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).flatMap(([name, inner]): Json[] => {
    if (inner.type === 'object') {
      return Object.entries((inner.properties ?? {}) as Record<string, Json>).map(([key, part]) =>
        parameter(`${name}.${key}`, part, false),
      );
    }
    return [parameter(name, inner, required.includes(name))];
  });
}

function parameter(name: string, schema: Json, required: boolean): Json {
  const { description, ...rest } = schema;
  return {
    name,
    in: 'query',
    required,
    ...(description === undefined ? {} : { description }),
    ...(rest.type === 'array' ? { style: 'form', explode: false } : {}),
    schema: rest,
  };
}

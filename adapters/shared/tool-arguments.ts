import { z } from 'zod';
import type { Tool } from '../../src/tools/index.js';

/**
 * Arguments of a tool as people and addresses write them: `places=常德,怀化`, `words.any=低空`, `value.op=>=`. A dot leads into
 * an object, commas part a list, a name that comes twice adds to it. Numbers and flags are made of what looks like one where
 * the tool's schema wants one; what does not stays as it is, and the schema says what is wrong with it.
 */
export function toolArguments(tool: Tool, pairs: Iterable<readonly [string, string]>): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  const schema = jsonSchema(tool);
  for (const [name, text] of pairs) {
    const path = name.replaceAll('-', '_').split('.');
    if (path.length > DEPTH || path.some((part) => FORBIDDEN.has(part))) continue;
    place(args, path, text, kindOf(schema, path));
  }
  return args;
}

/** Objects lie no deeper in each other than this. */
const DEPTH = 2;
/** Names that would reach into what every object has. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
}

const shapes = new WeakMap<Tool, Shape>();

/** The JSON schema of a tool's arguments, made once. */
export function jsonSchema(tool: Tool): Shape & Record<string, unknown> {
  let shape = shapes.get(tool);
  if (shape === undefined) {
    shape = z.toJSONSchema(tool.input, { io: 'input', target: 'draft-2020-12' }) as Shape;
    shapes.set(tool, shape);
  }
  return shape as Shape & Record<string, unknown>;
}

function kindOf(shape: Shape, path: readonly string[]): string | undefined {
  let at: Shape | undefined = shape;
  for (const part of path) at = at?.properties && Object.hasOwn(at.properties, part) ? at.properties[part] : undefined;
  return at?.type;
}

function place(args: Record<string, unknown>, path: readonly string[], text: string, kind: string | undefined): void {
  const [first, second] = path as [string, string?];
  if (second !== undefined) {
    const inner = args[first];
    const object = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
    args[first] = object;
    place(object as Record<string, unknown>, [second], text, kind);
    return;
  }
  const before = args[first];
  args[first] = kind === 'array' ? [...(Array.isArray(before) ? before : []), ...listOf(text)] : scalarOf(text, kind);
}

function listOf(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function scalarOf(text: string, kind: string | undefined): unknown {
  if ((kind === 'integer' || kind === 'number') && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (kind === 'boolean' && /^(?:true|false|1|0)$/.test(text)) return text === 'true' || text === '1';
  return text;
}

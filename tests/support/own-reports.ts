import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Answer } from '../../src/answer/schema.js';
import { createAssistant } from '../../src/assistant.js';

/** A report as a file: its name tells place and year. */
export interface OwnReport {
  readonly place: string;
  readonly year: number;
  /** What was reached the year before, and what is aimed at, a paragraph each. */
  readonly reached: string;
  readonly aimed: string;
}

/** Asks turns over reports made for a test, which are gone when it ends. */
export async function overOwn(
  reports: readonly OwnReport[],
): Promise<(...turns: readonly string[]) => Promise<Answer>> {
  const root = mkdtempSync(join(tmpdir(), 'own-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const corpus = join(root, 'corpus');
  mkdirSync(corpus);
  for (const { place, year, reached, aimed } of reports)
    writeFileSync(
      join(corpus, `${place}${year}.txt`),
      [
        `${year}年${place}人民政府工作报告`,
        `一、${year - 1}年工作回顾`,
        reached,
        `二、${year}年工作安排`,
        `今年的主要预期目标是：${aimed}`,
      ].join('\n\n'),
    );
  const assistant = await createAssistant({ corpus: [corpus], cacheDir: join(root, 'cache') });
  return async (...turns) => {
    let answer!: Answer;
    for (const turn of turns) answer = await assistant.ask(turns.join('|'), turn);
    return answer;
  };
}

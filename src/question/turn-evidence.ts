import type { EvidenceRole, Frame, Operation } from '../frame/types.js';
import type { Remembered } from './followup.js';

/** True for a figure that is asked of the indicator of a question in words: its other words are no part of the thing. */
export function ofIndicator(before: Frame, operation: Operation): boolean {
  return before.operation === 'passage' && operation === 'figure' && before.indicators.length > 0;
}

/** The words of the turn before with those that this one adds: 实际新增了多少 after 城镇新增就业. */
export function mergedEvidence(previous: Remembered, next: Frame, operation: Operation): Frame['evidence'] {
  const { query: before } = previous;
  // Another measure asked for (总量是多少 after 增速排第几): the words that asked for the one before count no more.
  const other = next.measure !== undefined && next.measure !== before.measure;
  // 2002年实际出了多少 after 出口为啥说形势严峻 asks of the indicator, and for no gravity.
  const kept = ofIndicator(before, operation)
    ? namesOf(before.evidence)
    : other
      ? withoutAsking(before.evidence)
      : before.evidence;
  const words = operation === 'passage' || operation === 'list';
  const runs = [...kept];
  for (const run of [...(words ? answered(previous) : []), ...next.evidence])
    runs.push({ ...run, start: run.start + endOf(runs) + 1 });
  return runs;
}

/** What the answer said of a figure, as words to look for: where it is told why, or which ones, the figure stands near. */
export function answered({ subject, said }: Remembered): Frame['evidence'] {
  return [subject, said].flatMap((text) => {
    if (text === undefined) return [];
    const roles = Array.from(text, () => 'content' as const);
    return [{ text, roles, content: roles.map(() => 1), start: 0 }];
  });
}

/** Where the last of the runs ends. */
export function endOf(runs: Frame['evidence']): number {
  return runs.reduce((most, run) => Math.max(most, run.start + run.text.length), 0);
}

/** Runs of which words of asking count nothing. */
function withoutAsking(runs: Frame['evidence']): Frame['evidence'] {
  return keeping(runs, (role) => role !== 'function');
}

/** Runs of which the names of indicators alone are left. */
export function namesOf(runs: Frame['evidence']): Frame['evidence'] {
  return keeping(runs, (role) => role === 'name');
}

function keeping(runs: Frame['evidence'], keep: (role: EvidenceRole) => boolean): Frame['evidence'] {
  return runs.map((run) => {
    const kept = [...run.roles.keys()].filter((i) => keep(run.roles[i]!));
    return {
      text: kept.map((i) => run.text[i]).join(''),
      roles: kept.map((i) => run.roles[i]!),
      content: kept.map((i) => run.content[i]!),
      start: run.start,
    };
  });
}

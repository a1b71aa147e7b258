import { expect, it } from 'vitest';
import type { Report } from '../../src/corpus/types.js';
import { notesOn } from '../../src/matching/notes.js';

const BODY = '共分解任务123项，完成120项，未完成3项。';
const NOTES = ['［2］未完成3项：第一项是接待游客。', '3.“河小青”行动：青年志愿者巡河。'].join('\n');
const text = `${BODY}\n${NOTES}`;
const report = {
  view: { text },
  sections: [
    { start: 0, end: BODY.length, role: 'review', path: [] },
    { start: BODY.length + 1, end: text.length, role: 'glossary', path: [] },
  ],
} as unknown as Report;

it('the note on words of a sentence', () => {
  const notes = notesOn(report, { start: 0, end: BODY.length });
  expect(notes.map(({ span }) => text.slice(span.start, span.end))).toEqual(['未完成3项：第一项是接待游客。']);
});

it('no note on itself', () => {
  const at = text.indexOf('未完成3项：');
  expect(notesOn(report, { start: at, end: at + 14 })).toEqual([]);
});

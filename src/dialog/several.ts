import type { Answer } from '../answer/schema.js';

/** The answers to several questions of one message as one, each under its own head. */
export function joined(questions: readonly string[], answers: readonly Answer[]): Answer {
  const said = answers.filter((a) => a.kind !== 'refusal' && a.kind !== 'clarification' && a.kind !== 'notice');
  const first = said[0] ?? answers[0]!;
  const citations: Answer['citations'] = [];
  const figures: Answer['figures'] = [];
  for (const answer of answers) {
    const base = citations.length;
    citations.push(...answer.citations);
    figures.push(...answer.figures.map((f) => ({ ...f, citation: f.citation + base })));
  }
  const sure = said.flatMap((a) => a.confidence ?? []);
  const notes = [...new Set(answers.flatMap((a) => a.notes ?? []))];
  return {
    kind: said.length > 1 && said.some((a) => a.kind !== first.kind) ? 'passages' : first.kind,
    headline: answers.map((a) => a.headline).join('；'),
    text: answers.map((a, i) => `${i + 1}. ${questions[i]}\n${a.text}`).join('\n\n'),
    understood: first.understood,
    figures,
    citations,
    suggestions: [...new Set(answers.flatMap((a) => a.suggestions))].slice(0, 3),
    elapsedMs: 0,
    ...(sure.length > 0 ? { confidence: Math.min(...sure) } : {}),
    ...(said.length === 0 && first.refusal ? { refusal: first.refusal } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

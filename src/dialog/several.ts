import type { Answer } from '../answer/schema.js';

/**
 * The answers to several questions of one message as one, each under its own head.
 * @param left questions that were too many: they are said not to be answered.
 */
export function joined(questions: readonly string[], answers: readonly Answer[], left: readonly string[]): Answer {
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
  const rest = left.length > 0 ? [`一次最多答${questions.length}个问题，还没有答：${left.join('；')}`] : [];
  const notes = [...new Set([...answers.flatMap((a) => a.notes ?? []), ...rest])];
  // Choices stay open where one question alone asks back.
  const open = answers.filter((a) => a.choices);
  return {
    kind: said.length > 1 && said.some((a) => a.kind !== first.kind) ? 'passages' : first.kind,
    headline: answers.map((a) => a.headline).join('；'),
    text: [...answers.map((a, i) => `${i + 1}. ${questions[i]}\n${a.text}`), ...rest].join('\n\n'),
    understood: first.understood,
    figures,
    citations,
    suggestions: [...new Set(answers.flatMap((a) => a.suggestions))].slice(0, 3),
    elapsedMs: 0,
    ...(sure.length > 0 ? { confidence: Math.min(...sure) } : {}),
    ...(said.length === 0 && first.refusal ? { refusal: first.refusal } : {}),
    ...(open.length === 1 ? { choices: open[0]!.choices! } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

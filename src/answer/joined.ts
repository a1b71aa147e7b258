import type { Answer } from './schema.js';

/**
 * The answers to several questions of one message as one, each under its own head. A table, a chart, a list or a file that one of them
 * alone has stays with the whole, and so do the choices where one question alone asks back.
 * @param left questions that were too many: they are said not to be answered.
 */
export function joined(questions: readonly string[], answers: readonly Answer[], left: readonly string[]): Answer {
  const own = answers.map((answer) => !answers.some((other) => saysMore(other, answer)));
  const isOwn = (_: unknown, i: number): boolean => own[i]!;
  if (own.includes(false)) {
    const kept = answers.filter(isOwn);
    return kept.length === 1 && left.length === 0 ? kept[0]! : joined(questions.filter(isOwn), kept, left);
  }
  const said = answers.filter((a) => a.kind !== 'refusal' && a.kind !== 'clarification' && a.kind !== 'notice');
  const first = said[0] ?? answers[0]!;
  const rest = left.length > 0 ? [`一次最多答${questions.length}个问题，还没有答：${left.join('；')}`] : [];
  const sure = said.flatMap((a) => a.confidence ?? []);
  const suggestions = [...new Set(answers.flatMap((a) => a.suggestions))].slice(0, 3);
  const notes = [...new Set([...answers.flatMap((a) => a.notes ?? []), ...rest])];
  return {
    kind: said.length > 1 && said.some((a) => a.kind !== first.kind) ? 'passages' : first.kind,
    headline: [...new Set(answers.map((a) => a.headline.replace(/。$/u, '')))].join('；'),
    text: [
      ...bodies(questions, answers),
      ...rest,
      ...(suggestions.length > 0 ? [`还可以问：${suggestions.join(' / ')}`] : []),
    ].join('\n\n'),
    understood: first.understood,
    ...sources(answers),
    suggestions,
    elapsedMs: 0,
    ...(sure.length > 0 ? { confidence: Math.min(...sure) } : {}),
    ...(said.length === 0 && first.refusal ? { refusal: first.refusal } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...only(answers, 'items'),
    ...only(answers, 'chart'),
    ...only(answers, 'wantsChart'),
    ...only(answers, 'attachment'),
    ...only(answers, 'choices'),
  };
}

/** True where a check says with its yes or no what another answer says (破万亿没有？具体多少). */
function saysMore(check: Answer, other: Answer): boolean {
  return check.kind === 'check' && check !== other && check.headline.endsWith(`：${other.headline}`);
}

/** What begins the lines of a reply that only tell how to go on: said once, below all. */
const GOES_ON = /^(?:还可以问：|You can also ask: )/u;
const QUOTE = /^「/u;

/** Each answer under its question. A sentence that was quoted above is not quoted again. */
function bodies(questions: readonly string[], answers: readonly Answer[]): string[] {
  const quoted = new Set<string>();
  return answers.map(({ text }, i) => {
    const lines = text.split('\n').filter((line) => !GOES_ON.test(line));
    const kept = lines.map((line) => (QUOTE.test(line) && quoted.has(line) ? '（原文同上）' : line));
    for (const line of lines) if (QUOTE.test(line)) quoted.add(line);
    return [`${i + 1}. ${questions[i]}`, ...kept].join('\n');
  });
}

/** All citations and figures in order, with the table that one answer alone has, set against them. */
function sources(answers: readonly Answer[]): Pick<Answer, 'citations' | 'figures' | 'table'> {
  const citations: Answer['citations'] = [];
  const figures: Answer['figures'] = [];
  const tables: NonNullable<Answer['table']>[] = [];
  for (const answer of answers) {
    const [cited, told] = [citations.length, figures.length];
    citations.push(...answer.citations);
    figures.push(...answer.figures.map((f) => ({ ...f, citation: f.citation + cited })));
    if (answer.table) {
      const rows = answer.table.rows.map((row) => ({ ...row, figures: row.figures.map((i) => i + told) }));
      tables.push({ ...answer.table, rows });
    }
  }
  return { citations, figures, ...(tables.length === 1 ? { table: tables[0]! } : {}) };
}

/** A field that one answer alone has. */
function only<K extends keyof Answer>(answers: readonly Answer[], key: K): Partial<Pick<Answer, K>> {
  const own = answers.filter((a) => a[key] !== undefined);
  return own.length === 1 ? ({ [key]: own[0]![key] } as Partial<Pick<Answer, K>>) : {};
}

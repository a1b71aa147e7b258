import type { Fact } from '../facts/types.js';
import type { AskedPeriod, Asking, Slot } from '../frame/types.js';
import type { Measure, Place } from '../lexicon/types.js';
import type { Candidate } from '../matching/types.js';
import { type Asked, chosenTogether, isOfSame } from './chosen-together.js';
import { addFact, compose, newDraft } from './compose.js';
import type { AnswerContext } from './context.js';
import { foundBeside } from './found-beside.js';
import { ownWords } from './own-words.js';
import { resolve } from './resolve.js';
import { headlineOf, rankScope, readingOfFact } from './say-figure.js';
import type { Answer } from './schema.js';
import { suggestAfterFigure } from './suggestions.js';
import { sayFigure, sayPeriod, saySubject } from './wording.js';

/** One asking with the figure chosen for it. */
interface Chosen extends Asked {
  readonly candidate?: Candidate;
}

/** Answers several askings of one question (几个、花了多少) together; undefined where none of them is answered. */
export function answerSeveral(context: AnswerContext): Answer | undefined {
  const { lexicon } = context;
  const chosen = chosenOf(context);
  const told = chosen.flatMap(({ candidate }) => candidate ?? []);
  const [first] = told;
  if (!first) return undefined;
  const draft = newDraft();
  for (const { fact } of told) addFact(draft, context.store, lexicon, fact);
  const missed = chosen.filter((c) => !c.candidate).map(({ asking }) => `${nameOf(context, asking)}没有找到`);
  const [{ resolved }] = chosen.filter((c) => c.candidate) as [Chosen];
  return compose({
    kind: 'figure',
    headline: [
      told.reduce((line, { fact }, i) => {
        if (i === 0) return headlineOf(context, fact);
        return `${line}${isOfSame(fact, first.fact) ? '，' : '；'}${besideHead(context, first.fact, fact)}`;
      }, ''),
      ...missed,
    ].join('；'),
    understood: readingOfFact(context, resolved, first.fact),
    draft,
    // Who asked for three and is told two is not answered as surely.
    likelihood: (Math.min(...told.map(({ likelihood }) => likelihood)) * told.length) / chosen.length,
    suggestions: suggestAfterFigure(context, first.fact),
  });
}

/** The askings of a question, each with the figure that is told for it: chosen together, else found beside the others. */
function chosenOf(context: AnswerContext): Chosen[] {
  const { query } = context;
  const place = query.places[0]?.value;
  const figures = query.askings.filter((a) => a.kind === 'figure');
  const periods = query.periods.length === figures.length ? query.periods : undefined;
  const asked = figures.map((asking, i) => askedOf(context, place, periods?.[i] ?? query.periods[0], asking));
  const sides = new Set(figures.map(({ facet }) => facet)).size > 1;
  const picked = chosenTogether(context, asked, query.bothFacets || periods !== undefined || sides);
  const told = [...picked];
  for (const [i, entry] of asked.entries()) told[i] ??= foundBeside(context, entry, told, i);
  return asked.map((entry, i) => ({ ...entry, ...(told[i] ? { candidate: told[i] } : {}) }));
}

/**
 * One asking with what may answer it. What went up or down without a unit (费降了多少) may be told as an amount, where the figure is of the very thing
 * that is named (降费5.68亿元).
 */
function askedOf(
  context: AnswerContext,
  place: Place | undefined,
  period: Slot<AskedPeriod> | undefined,
  asking: Asking,
): Asked {
  const resolved = resolve(context, place, period, asking);
  if (asking.measure !== 'growth' || asking.units.length > 0) return { asking, resolved };
  const { measure: _, ...open } = asking;
  const known = new Set(resolved.candidates.map(({ fact }) => fact.id));
  const own = ownWords(context.query.evidence, asking);
  const amounts = resolve(context, place, period, open).candidates.filter(
    ({ fact }) => own !== '' && !known.has(fact.id) && [...own].every((unit) => fact.subject.includes(unit)),
  );
  if (amounts.length === 0) return { asking, resolved };
  const candidates = [...resolved.candidates.slice(0, MOST_OWN), ...amounts.slice(0, MOST_AMOUNTS)];
  return { asking, resolved: { ...resolved, candidates } };
}

/** How many figures of the measure asked for, and how many amounts, are tried where both may be meant. */
const MOST_OWN = 4;
const MOST_AMOUNTS = 2;

/** A figure told behind the first one, without what that says already. */
function besideHead(context: AnswerContext, head: Fact, fact: Fact): string {
  const period = sayPeriod(fact) === sayPeriod(head) ? '' : sayPeriod(fact);
  const subject = isOfSame(fact, head) ? '' : `${saySubject(fact, context.lexicon)}：`;
  return `${period}${subject}${rankScope(context, fact)}${sayFigure(fact)}`;
}

const MEASURES: Readonly<Partial<Record<Measure, string>>> = {
  growth: '增速',
  rank: '位次',
  share: '占比',
  multiple: '倍数',
  level: '数额',
};

/** What an asking asks for: its own words, else its measure. */
function nameOf({ query }: AnswerContext, asking: Asking): string {
  const own = query.evidence
    .flatMap((run) =>
      [...run.text].filter((_, i) => {
        const at = run.start + i;
        return at >= asking.from && at < asking.to && run.roles[i] !== 'function';
      }),
    )
    .join('');
  // Of a thing that is told in another unit, the unit that was asked for is not found.
  const unit = asking.units[0] === undefined ? '' : `（${asking.units[0]}）`;
  const measure = asking.measure === undefined ? '' : (MEASURES[asking.measure] ?? '');
  const named = /[量额数模]$/u.test(own) ? '' : measure;
  return own.length > 1 ? `${own}${unit || named}` : measure || own || '另一项';
}

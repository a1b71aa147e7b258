import { type Must, soughtWords } from '../lexicon/sought.js';
import type { Gazetteer } from '../lexicon/types.js';
import { yesNoWords } from '../lexicon/yes-no.js';
import { splitClauses } from '../text/sentences.js';
import { reportPatterns } from './report-patterns.js';
import { tellsSought } from './sought.js';
import { type Terms, wideShareOf } from './terms.js';

/** What a question asks for without fail, and what it names itself, which tells nothing new. */
export interface MustAsk {
  readonly must: readonly Must[];
  readonly asked: string;
  readonly terms: Terms;
  /** The ids of the places that are asked about: where these lie in (四川省藏羌医医院 of Aba) tells nobody where a thing is. */
  readonly places: readonly string[];
}

/**
 * True where a sentence holds each kind of thing that a question asks for without fail: one that speaks of the thing and names no person tells nobody
 * who it was. @param sentence with what is quoted beside it.
 */
export function tellsWhatMust(ask: MustAsk, sentence: string, gazetteer: Gazetteer): boolean {
  return ask.must.every((kind) => TELLS[kind](sentence, ask, gazetteer));
}

type Tells = (sentence: string, ask: MustAsk, gazetteer: Gazetteer) => boolean;

const TELLS: Readonly<Record<Must, Tells>> = {
  person: (sentence, { asked }) => tellsSought('person', sentence, asked),
  place: (sentence, ask, gazetteer) => namesPlace(ownWords(sentence, ask.terms, gazetteer), ask, gazetteer),
  names: (sentence, { asked, terms }) => tellsSought('names', ownPart(sentence, terms), asked),
  // What a report says was done came about in the time that it looks back on: 张吉怀高铁建成通车.
  time: (sentence, { terms }) =>
    reportPatterns().sentences.time.in(sentence) ||
    soughtWords().tells.times.some((word) => sentence.includes(word)) ||
    yesNoWords().nowDone.some((word) => ownClause(sentence, terms).includes(word)),
};

/** The part of a sentence between semicolons that holds most of the question. */
function ownPart(sentence: string, terms: Terms): string {
  return sentence.split(/[；;]/u).reduce((a, b) => (wideShareOf(terms, b) > wideShareOf(terms, a) ? b : a));
}

/** The clauses of that part, and which of them holds most. */
function clausesOf(sentence: string, terms: Terms): { readonly clauses: readonly string[]; readonly best: number } {
  const part = ownPart(sentence, terms);
  const clauses = splitClauses(part, { start: 0, end: part.length }).map(({ start, end }) => part.slice(start, end));
  const shares = clauses.map((clause) => wideShareOf(terms, clause));
  return { clauses, best: Math.max(0, shares.indexOf(Math.max(...shares))) };
}

/** The clause that holds most of the question. */
function ownClause(sentence: string, terms: Terms): string {
  const { clauses, best } = clausesOf(sentence, terms);
  return clauses[best] ?? sentence;
}

/** That clause with those beside it, without what stands beside its thing in a row: what a neighbour is called tells nothing of it. */
function ownWords(sentence: string, terms: Terms, gazetteer: Gazetteer): string {
  const { clauses, best } = clausesOf(sentence, terms);
  return clauses
    .slice(Math.max(0, best - 1), best + 2)
    .map((clause) => {
      const members = clause.split('、');
      const shares = members.map((member) => wideShareOf(terms, member));
      const most = Math.max(...shares);
      // 石门、澧县、桃花源通用机场: places before a head that they share.
      const isPlace = (member: string): boolean => member.length <= PLACE && gazetteer.find(member).length > 0;
      const own = members.filter((member, i) => shares[i]! >= most * MEMBER || isPlace(member));
      return (most > 0 ? own : members).join('、');
    })
    .join('，');
}

/** From which share of the likeliest member on another one of its row is looked at too. */
const MEMBER = 0.5;
/** The longest member of a row that is hardly more than a place's name. */
const PLACE = 8;

/** True for words that name a place which the question does not: one of the gazetteer, or by its class (仙河镇, 辽阳街). */
function namesPlace(words: string, { asked, places }: MustAsk, gazetteer: Gazetteer): boolean {
  const { placeWords, commonPlaces } = soughtWords().tells;
  const around = (id: string): boolean => places.some((own) => gazetteer.within(own, id));
  if (gazetteer.find(words).some(({ text, place }) => !asked.includes(text) && !around(place.id))) return true;
  return placeWords.some((word) => {
    for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
      const own = words.slice(Math.max(0, at - 1), at + word.length);
      const common = commonPlaces.some((c) => words.slice(0, at + word.length).endsWith(c));
      if (/^\p{Script=Han}{2,}$/u.test(own) && !common && !asked.includes(own)) return true;
    }
    return false;
  });
}

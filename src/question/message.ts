import type { Frame } from '../frame/types.js';
import { findQuantities } from '../text/quantities.js';
import { compile } from './analysis/pattern.js';
import { checkWords } from './check-words.js';
import { checkAsked, stripClaim } from './checks.js';
import type { Parse } from './claims.js';
import { normalizeQuestion } from './normalize.js';
import { patterns } from './patterns/index.js';
import { readQuestion } from './reader/read.js';
import { type AsideKind, turnWords } from './turn-words.js';
import { asideOf, namesNothing, without } from './turns.js';

/** The questions of one message, in order, and those that are too many to be answered with them. */
export interface Message {
  readonly questions: readonly string[];
  readonly left: readonly string[];
}

/**
 * How a piece of a message stands behind the one before: `line` a line of its own or a number before it, `mark` behind a stop,
 * `joiner` opened by a word that begins another question (另外), `comma` behind a comma alone.
 */
type Boundary = 'line' | 'mark' | 'joiner' | 'comma';

interface Piece {
  readonly text: string;
  readonly boundary: Boundary;
}

/** Questions of one message that are answered. */
export const MOST_QUESTIONS = 6;
/** Pieces of a message that are looked at; a longer message is one text. */
const MOST_PIECES = 40;

/** A number at the head of a line or behind a blank or a stop: 1. 2) ③ （4） 第五， 一、 */
const NUMBERED =
  /(?:^|(?<=[\s。！？?!；;，,]))(?:\d{1,2}[.．、)）](?!\d(?!\d{3}(?!\d)))|[（(](?:\d{1,2}|[一二三四五六七八九十])[)）]|[一二三四五六七八九十]、|第[一二三四五六七八九十][，,：:])\s*|[①-⑳]/gu;
const BREAK = '\n';
const STOPS = /(?<=[?？；;。!！\n])/u;
const ENDS = /[\s，,；;。]+$/u;
const COMMA = /(?<=[，,])/u;

/** A message folded and simplified line by line. A number before a question begins a line; lines without words are left out. */
export function linesOf(raw: string): string {
  const lines = raw.replace(NUMBERED, BREAK).split(/\s*\n\s*/u);
  return lines
    .map((line) => normalizeQuestion(line))
    .flatMap((line) => (line.ok ? line.text : []))
    .join(BREAK);
}

/**
 * The questions of a message that asks several: on lines, numbered, behind a stop, joined by 另外 or 还有, or behind a comma where each
 * names its own place or asks in words. A piece that asks nothing stays with the one before or behind. One entry for any other message.
 * @param text the message as `linesOf` gives it.
 * @param parse reads a piece as a question of its own.
 */
export function questionsOf(text: string, parse: Parse): Message {
  const named = eachNamed(text);
  if (named.length > 1) return { questions: named, left: [] };
  const pieces = piecesOf(text);
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return { questions: [text], left: [] };
  const questions: string[] = [];
  let current: Piece[] = [];
  let held: Piece[] = [];
  for (const piece of pieces) {
    const behind = [...held, piece];
    // 在吗？ asks nothing of the reports: it stays with the question behind it.
    if (names(textOf(current), parse) && namesSomething(parse(textOf(current)))) {
      if (!cuts(textOf(current), behind, parse)) {
        // What asks on belongs to the question; what asks nothing may belong to the next one.
        if (asks(textOf(behind))) current.push(...behind);
        held = asks(textOf(behind)) ? [] : behind;
        continue;
      }
      questions.push(textOf(current));
      current = [];
    }
    current.push(...behind);
    held = [];
  }
  questions.push(textOf([...current, ...held]));
  const clean = questions.map((q) => q.replace(ENDS, '').trim());
  if (clean.length < 2 || clean.every((q) => checkAsked(q) !== undefined)) return { questions: [text], left: [] };
  return { questions: clean.slice(0, MOST_QUESTIONS), left: clean.slice(MOST_QUESTIONS) };
}

/** The question for each name of a row; none where no row is asked for so. */
function eachNamed(text: string): string[] {
  const { before = '', names = '', behind = '', asks = '' } = patterns().turns.eachNamed.find(text)?.groups ?? {};
  return (names.match(/“[^“”]+”/gu) ?? []).map((name) => `${before}${name}${behind}${asks}`);
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((p) => p.text).join('');
}

function piecesOf(message: string): Piece[] {
  const pieces: Piece[] = [];
  let boundary: Boundary = 'line';
  for (const run of message.split(STOPS)) {
    for (const clause of run.split(COMMA).flatMap(beforeJoiners)) {
      const text = clause.replaceAll(BREAK, ' ');
      const opened = withoutJoiner(text);
      if (opened !== undefined && boundary !== 'line') boundary = 'joiner';
      // 还有，我想问: nothing but words that lead on to the question behind.
      if (saysNothing(opened ?? text)) continue;
      pieces.push({ text: opened ?? text, boundary });
      boundary = 'comma';
    }
    if (run.endsWith(BREAK)) boundary = 'line';
    else if (boundary === 'comma') boundary = 'mark';
  }
  return pieces;
}

function saysNothing(text: string): boolean {
  return without(text, turnWords().messages.besides).replace(/[\p{P}\s]/gu, '') === '';
}

/** A clause cut before the words that begin another question wherever they stand (…另外…), and at 和 behind a word of asking. */
function beforeJoiners(clause: string): string[] {
  const { anywhere, between, asks } = turnWords().messages;
  const cuts = anywhere.map((w) => ({ at: clause.indexOf(w, 1), drops: 0 }));
  for (const word of between)
    for (const ask of asks) {
      const at = clause.indexOf(ask + word);
      if (at >= 0) cuts.push({ at: at + ask.length, drops: word.length });
    }
  const first = cuts.filter(({ at }) => at > 0).sort((a, b) => a.at - b.at)[0];
  if (first === undefined) return [clause];
  const rest = clause.slice(first.at + first.drops);
  return [clause.slice(0, first.at) + (first.drops > 0 ? '，' : ''), ...beforeJoiners(rest)];
}

/** A piece without the word that begins another question; undefined where none does. 还有多少 asks what is left. */
function withoutJoiner(text: string): string | undefined {
  const { joiners, besides, asks } = turnWords().messages;
  const bare = text.trimStart();
  const word = longestHead(bare, joiners);
  if (word === undefined) return undefined;
  let rest = bare.slice(word.length).replace(/^[，,：:、\s]+/u, '');
  if (asks.some((w) => rest.startsWith(w))) return undefined;
  for (let next = longestHead(rest, besides); next !== undefined; next = longestHead(rest, besides))
    rest = rest.slice(next.length).replace(/^[，,：:、\s]+/u, '');
  return rest;
}

function longestHead(text: string, words: readonly string[]): string | undefined {
  return words.filter((w) => text.startsWith(w)).sort((a, b) => b.length - a.length)[0];
}

/** True where the pieces behind a question begin another one. */
function cuts(current: string, behind: readonly Piece[], parse: Parse): boolean {
  const text = textOf(behind);
  const boundaries = new Set(behind.map((p) => p.boundary));
  if (boundaries.has('line') || boundaries.has('joiner')) return names(text, parse);
  if (isAboutAnswer(text)) return true;
  if (asksOfAnother(current, text, parse)) return true;
  if (boundaries.has('mark')) return asks(current) && asks(text) && namesSomething(parse(text));
  if (!asksByWord(withoutScope(current)) || !asksByWord(text) || binds(text)) return false;
  if (asksForRank(parse(text)) || leansOn(text)) return false;
  return isComplete(parse(text)) || (isInWords(text, parse) && !isInWords(current, parse));
}

/** 湖北GDP多少，武汉呢: the same of another place, which is a question of its own. */
function asksOfAnother(current: string, text: string, parse: Parse): boolean {
  if (!asksByWord(current)) return false;
  const bare = patterns().turns.asksOn.cutFrom(text);
  const { places, indicators, residue, periods } = parse(bare);
  // …，武汉2024年多少: another place in a year of its own.
  const asksOn = bare !== text || (asksByWord(text) && periods.length > 0);
  const another = places.length > 0 && indicators.length === 0 && residue.join('') === '';
  return asksOn && another && parse(current).places.length > 0;
}

/** 在全区排老几: the place in an order of what stands before. */
function asksForRank({ measure, places, indicators }: Frame): boolean {
  return measure === 'rank' && places.length === 0 && indicators.length === 0;
}

/** 哪年增得最快, 守住了没有: a clause that asks of what stands before, as the learned reader has it. */
function leansOn(text: string): boolean {
  const { value, margin } = readQuestion(text.replace(ENDS, '')).operation;
  return (value === 'followup' || value.startsWith('turn-')) && margin > SURE;
}

/** The margin from which the learned reader is taken at its word. */
const SURE = 0.5;

const ABOUT_ANSWER: ReadonlySet<AsideKind> = new Set(['source', 'page', 'excel', 'chart']);

/** 原文发我, 做成表: what is wanted of the answer, when it is there. */
function isAboutAnswer(text: string): boolean {
  const kind = asideOf(text);
  return kind !== undefined && ABOUT_ANSWER.has(kind);
}

/** True where a text asks: by a word of asking, or as the bare name of a figure; words of a check alone ask nothing new. */
function asks(text: string): boolean {
  const words = checkWords();
  if (!/[\p{Script=Han}a-z]{2}/iu.test(stripClaim(text, words))) return false;
  if (asksByWord(text) || words.asks.some((w) => text.includes(w))) return true;
  const figures = findQuantities(text).some((q) => q.kind !== 'phrase');
  if (figures) return checkAsked(text) !== undefined && !words.hearsay.some((w) => text.trimStart().startsWith(w));
  return /[?？]/u.test(text) || turnWords().messages.names.some((w) => text.includes(w));
}

/** True where a text holds a word of asking. */
export function asksByWord(text: string): boolean {
  return turnWords().messages.asks.some((w) => text.includes(w));
}

/** 2012年中部几个省，, 广东那几个市2018年报告， without the words that ask nothing but say whom the question behind is about. */
function withoutScope(text: string): string {
  const bare = text.replace(ENDS, '');
  return turnWords()
    .messages.scopes.map((pattern) =>
      bare.search(new RegExp(`(?:${compile(pattern.replaceAll('{Y}', YEAR)).source})$`, 'u')),
    )
    .filter((at) => at >= 0)
    .reduce((rest, at) => rest.slice(0, at), bare === '' ? text : bare);
}

/** A year as scopes name one. */
const YEAR = '(?:(?:19|20)?\\d\\d年?)';

/** False for what only asks on: 高多少, 具体是哪几个. */
function namesSomething({ places, allPlaces, indicators, periods, residue }: Frame): boolean {
  if (places.length > 0 || allPlaces !== undefined || indicators.length > 0 || periods.length > 0) return true;
  return !namesNothing(thingOf(residue));
}

/** What a piece names beside words for how a report speaks of it: nothing in 市里怎么评价的, 报告给的说法. */
function thingOf(residue: readonly string[]): string {
  const { reported } = turnWords().messages;
  return residue.filter((run) => without(run, reported) !== '').join('');
}

/** On a line of its own or behind 另外 a place or a thing asks, though no word does; a claim does not. */
function names(text: string, parse: Parse): boolean {
  if (asks(text) || checkAsked(text) !== undefined) return true;
  if (findQuantities(text).some((q) => q.kind !== 'phrase')) return false;
  const { places, allPlaces, indicators } = parse(text);
  return places.length > 0 || allPlaces !== undefined || indicators.length > 0;
}

/** 比邵阳高多少, 其中…: what leans on the words right before it. */
function binds(text: string): boolean {
  return turnWords().messages.binds.some((w) => text.trimStart().startsWith(w));
}

function isComplete({ places, allPlaces, indicators, residue }: Frame): boolean {
  const named = indicators.length > 0 || thingOf(residue).length >= 2;
  return named && (places.length > 0 || allPlaces !== undefined);
}

/** True where a thing of its own is asked for in words: 脱贫搞得咋样. */
function isInWords(text: string, parse: Parse): boolean {
  const frame = parse(text);
  if (frame.operation !== 'passage' && frame.operation !== 'list') return false;
  const said = without(thingOf(frame.residue), turnWords().fillers);
  return frame.indicators.length > 0 || (said.length >= 2 && !namesNothing(said));
}

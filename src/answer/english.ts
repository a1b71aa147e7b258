import type { Lexicon } from '../lexicon/load.js';
import { englishWords } from '../question/english-words.js';
import type { Answer } from './schema.js';

/** Lines of a reply that are the report's own, or that name it: they stand as they are. */
const AS_IT_STANDS = /^(?:「|——|……)/u;

/** An answer with its labels and notes in English; figures, quotes and titles stay as the reports have them. */
export function inEnglish(answer: Answer, lexicon: Lexicon): Answer {
  const say = (text: string) => labelled(text, lexicon);
  const text = answer.text
    .split('\n')
    .map((line) => (AS_IT_STANDS.test(line) ? line : sayLine(line, say)))
    .join('\n');
  return {
    ...answer,
    headline: say(answer.headline),
    text,
    ...(answer.notes ? { notes: answer.notes.map(sayNote) } : {}),
    understood: { ...answer.understood, line: say(answer.understood.line) },
    ...(answer.choices ? { choices: answer.choices.map((c) => ({ ...c, label: say(c.label) })) } : {}),
  };
}

function sayLine(line: string, say: (text: string) => string): string {
  const { lines } = englishWords();
  const head = Object.keys(lines).find((h) => line.startsWith(h));
  if (head === undefined) return say(line);
  const rest = line.slice(head.length);
  // Questions are sent as they stand.
  if (head === '注：') return `${lines[head]}${sayNote(rest)}`;
  return `${lines[head]}${head === '还可以问：' ? rest : say(rest)}`;
}

/** A note in English where it is a known one, else as it stands. */
function sayNote(note: string): string {
  return englishWords().notes.find(([begins]) => note.includes(begins))?.[1] ?? note;
}

/** A figure as a report writes it (7%以上, 5.5%以内) is part of the quote. */
const FIGURE =
  /\d[\d.,]*\s*(?:[%‰]|\p{Script=Han})*?(?:以上|以内|左右|以下)|\d[\d.,]*(?:个百分点|万亿元|亿元|万元|元|万吨|亿斤|万人次|万人|[家户套件座台]|个(?!：))/gu;

/** What the bound of a figure means, behind it: 7%以上 (or more). */
function boundOf(figure: string): string {
  const meaning = Object.entries(englishWords().bounds).find(([bound]) => figure.endsWith(bound))?.[1];
  return meaning === undefined ? '' : ` (${meaning})`;
}

/** Titles, and words that are quoted. */
const WRITTEN = /《[^》]*》|“[^”]*”/gu;

function labelled(text: string, lexicon: Lexicon): string {
  const kept: string[] = [];
  const keep = (words: string) => `\ue000${kept.push(words) - 1}\ue001`;
  const masked = text.replace(WRITTEN, keep).replace(FIGURE, (figure) => keep(figure) + boundOf(figure));
  let out = masked;
  for (const [chinese, english] of tableFor(lexicon))
    if (out.includes(chinese)) out = out.replaceAll(chinese, ` ${english} `);
  out = out
    .replace(/：/gu, ': ')
    .replace(/，/gu, ', ')
    .replace(/；/gu, '; ')
    .replace(/、/gu, ', ')
    .replace(/（/gu, ' (')
    .replace(/）/gu, ')')
    .replace(/\ue000(\d+)\ue001/gu, (_, n: string) => kept[Number(n)]!);
  return out
    .replace(/\s+/gu, ' ')
    .replace(/\s+([:,;)])/gu, '$1')
    .replace(/\(\s+/gu, '(')
    .replace(/:\s*:/gu, ':')
    .trim();
}

const tables = new WeakMap<Lexicon, readonly (readonly [string, string])[]>();

/** Chinese words with their English, longer ones first. */
function tableFor(lexicon: Lexicon): readonly (readonly [string, string])[] {
  let table = tables.get(lexicon);
  if (!table) {
    const { indicators, indicatorNames, labels } = englishWords();
    const entries = new Map<string, string>(Object.entries(labels));
    for (const [english, chinese] of Object.entries(indicators))
      if (!entries.has(chinese)) entries.set(chinese, labelOf(english));
    for (const [chinese, english] of Object.entries(indicatorNames)) entries.set(chinese, english);
    for (const place of lexicon.gazetteer.places)
      if (place.level !== 'county' && place.level !== 'zone')
        for (const name of [place.name, place.short]) if (!entries.has(name)) entries.set(name, titled(place.pinyin));
    table = [...entries].sort((a, b) => b[0].length - a[0].length);
    tables.set(lexicon, table);
  }
  return table;
}

function labelOf(english: string): string {
  return english === 'gdp' || english === 'cpi' ? english.toUpperCase() : english.replace(/\bgdp\b/u, 'GDP');
}

function titled(pinyin: string): string {
  return pinyin.charAt(0).toUpperCase() + pinyin.slice(1);
}

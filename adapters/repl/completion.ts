import type { Assistant } from '../../src/assistant.js';
import { COMMANDS } from '../../src/commands/index.js';
import { LOCAL_COMMANDS } from './local-commands.js';

/** Candidates that Tab shows at most. */
const MAX_SHOWN = 40;

/** What readline's completer returns: candidates, and the end of the line that they take the place of. */
export type Completion = [candidates: string[], typed: string];

/** How a name is typed in Latin letters: its pinyin whole and by initials (常德: changde, cd). Loaded when first needed. */
export type Spelling = (name: string) => readonly string[];

/**
 * Completes the end of a line: commands after a slash or colon, else places, indicators and the years held, by their
 * beginning or, for Latin letters, by pinyin (changde or cd for 常德). Chinese has no blanks between words, so the longest
 * end of the line that begins some name is taken as what was typed.
 */
export function complete(line: string, assistant: Pick<Assistant, 'held'>, spelling: () => Spelling): Completion {
  if (/^[/／:：]\S*$/u.test(line)) return completeCommand(line);
  const words = vocabulary(assistant);
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  for (let length = Math.min(longest, line.length); length > 0; length--) {
    const typed = line.slice(-length);
    const hits = words.filter((word) => word.startsWith(typed) && word !== typed);
    if (hits.length > 0) return [hits.slice(0, MAX_SHOWN), typed];
  }
  const latin = /(?<![a-z])[a-z]{1,40}$/iu.exec(line)?.[0];
  // Capitals are names of their own: GD begins GDP, not 固定资产投资.
  if (!latin || latin !== latin.toLowerCase()) return [[], line];
  const spell = spelling();
  const spelled = words.filter(
    (word) => /^\p{Script=Han}/u.test(word) && spell(word).some((one) => one.startsWith(latin)),
  );
  // cd is 常德, and no more than the beginning of 存贷比.
  const whole = spelled.filter((word) => spell(word).includes(latin));
  return [(whole.length > 0 ? whole : spelled).slice(0, MAX_SHOWN), latin];
}

function completeCommand(line: string): Completion {
  const typed = line.replace(/^／/u, '/').replace(/^：/u, ':').toLowerCase();
  const open = COMMANDS.filter((command) => !command.admin);
  const words = typed.startsWith(':')
    ? LOCAL_COMMANDS.map(({ name }) => name)
    : open.flatMap(({ name, aliases }) => [`/${name}`, `/${aliases[0]}`]);
  return [words.filter((word) => word.startsWith(typed)), line];
}

/** Names in the order of use: places (short name first), indicators, years. */
function vocabulary(assistant: Pick<Assistant, 'held'>): string[] {
  const { places, indicators } = assistant.held();
  const years = [...new Set(places.flatMap((place) => place.years))].sort((a, b) => b - a);
  const names = places.flatMap(({ short, name }) => [short, name]);
  return [...new Set([...names, ...indicators, ...years.map((year) => `${year}年`)])];
}

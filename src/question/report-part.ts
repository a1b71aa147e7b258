import type { EvidenceRun, ListAsk } from '../frame/types.js';
import { cueUnits } from './cues.js';
import { patterns } from './patterns/index.js';

/** What asks for each part, tried in order. */
const PARTS = [
  { part: 'problems', cues: ['problems', 'admits'] },
  { part: 'fresh', cues: ['fresh'] },
  { part: 'summary', cues: ['summary'] },
] as const;
/** Characters of content beside the words for problems and for the government itself up to which no thing of its own is asked for. */
const MOST_ELSE = 1.5;

/** What a character of content counts at least: the learned reader takes many a thing for talk (那波疫情). */
const LEAST = 0.25;

/** The part of a report that a question asks for in general; undefined where it asks for a thing. @param residue what no slot used up. */
export function reportPartOf(
  text: string,
  residue: readonly string[],
  evidence: readonly EvidenceRun[],
): ListAsk['part'] {
  const topic = residue.join('');
  if (patterns().lists.tasks.in(topic)) return 'tasks';
  if (patterns().lists.problems.in(topic)) return 'problems';
  return PARTS.find(({ cues }) => {
    if (!cueUnits(text, cues).includes(1)) return false;
    const common = cueUnits(text, [...cues, 'self']);
    return evidence.reduce((sum, run) => sum + contentBeside(run, common), 0) <= MOST_ELSE;
  })?.part;
}

/** How many characters of a run are content and none of the words told apart, each by the reader's probability. */
function contentBeside({ roles, content, start }: EvidenceRun, told: Uint8Array): number {
  return roles.reduce((sum, role, i) => {
    const own = role === 'content' || role === 'name';
    return own && !told[start + i] ? sum + Math.max(LEAST, content[i] ?? 1) : sum;
  }, 0);
}

import type { EvidenceRun, ListAsk } from '../frame/types.js';
import { cueUnits } from './cues.js';

const TASKS = /^(?:年|全年|今年|的|要)*(?:重点|主要|政府)?(?:工作|任务)(?:重点|安排|任务)?$/u;
const PROBLEMS =
  /^(?:面临|存在?|还|的|着|到|遇到|有|经济社会|发展|工作|中|主要|和|与|及|、|突出|薄弱)*(?:困难|问题|不足|短板|挑战)(?:和|与|及|、|困难|问题|不足|短板|挑战)*$/u;
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
  if (TASKS.test(topic)) return 'tasks';
  if (PROBLEMS.test(topic)) return 'problems';
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

import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from '../lexicon/config.js';
import { CONFIG_DIR } from '../lexicon/paths.js';
import { patternHead } from './patterns/file.js';
import { Pattern } from './patterns/pattern.js';

const FILE = 'language/rewordings.json';

/** config/language/rewordings.json: ways of asking that say the same as a plain one with its parts in another order. */
export const rewordingsFile = z.strictObject({
  ...patternHead,
  /** Of lists: 属于X的有7项 (X方面的是哪7项), X算一个吧，另外呢. */
  list: z.array(z.strictObject({ from: z.string().min(1), to: z.string().min(1) })).min(1),
});

interface Rewording {
  readonly from: Pattern;
  readonly to: string;
}

let loaded: readonly Rewording[] | undefined;

function rewordings(): readonly Rewording[] {
  if (!loaded) {
    const { list, words } = checkConfig(FILE, parseConfigJson(FILE, readConfigText(CONFIG_DIR, FILE)), rewordingsFile);
    loaded = list.map(({ from, to }) => ({ from: new Pattern([from], words), to }));
  }
  return loaded;
}

/** A question in the plain wording that asks the same; most stay as they are. Never throws. */
export function plainlyWorded(text: string): string {
  return rewordings().reduce((said, { from, to }) => {
    const groups = from.find(said)?.groups;
    if (!groups) return said;
    const plain = to.replace(/\{(\w+)\}/gu, (_, name: string) => groups[name] ?? '');
    return from.replaceFirst(said, () => plain);
  }, text);
}

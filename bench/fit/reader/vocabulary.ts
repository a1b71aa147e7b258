import { readConfigText } from '../../../src/lexicon/config.js';
import { type Lexicon, loadLexicon } from '../../../src/lexicon/load.js';
import { CONFIG_DIR } from '../../../src/lexicon/paths.js';
import type { Indicator } from '../../../src/lexicon/types.js';
import { type Fillers, loadFillers } from './frames.js';

/** Words of the project's vocabulary that the slots of frames are filled with. */
export interface Vocabulary {
  readonly fillers: Fillers;
  readonly prefectures: readonly Names[];
  readonly provinces: readonly Names[];
  readonly counties: readonly Names[];
  /** Names of indicators, as reports and as people have them. */
  readonly indicators: readonly string[];
  /** Of those, the ones measured in amounts. */
  readonly levels: readonly string[];
  /** Things by words of reports and of people. */
  readonly things: readonly (readonly string[])[];
  /** Things that are counted, and what in. */
  readonly counted: readonly { readonly words: readonly string[]; readonly units: readonly string[] }[];
  /** Things that are told in per cent. */
  readonly rates: readonly (readonly string[])[];
  readonly verbs: readonly string[];
}

interface Names {
  readonly name: string;
  readonly short: string;
  readonly pinyin: string;
}

/** Topics that hold word classes rather than things. */
const NO_THINGS = new Set(['动作', '问法', '量词', '量词和问法', '状态', '时间说法', '程度和界限']);
const VERBS = new Set(['动作', '状态']);
/** The longest verb of one word. */
const LONGEST_VERB = 4;

export function loadVocabulary(lexicon: Lexicon = loadLexicon()): Vocabulary {
  const places = (level: string): Names[] => lexicon.gazetteer.places.filter((p) => p.level === level);
  const groups = readConfigText(CONFIG_DIR, 'language/thesaurus.tsv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [topic = '', reports = '', people = ''] = line.split('\t');
      return { topic: topic.replace(/^>/u, ''), words: [...reports.split('|'), ...people.split('|')].filter(Boolean) };
    });
  const counted = readConfigText(CONFIG_DIR, 'language/frames/counted.tsv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [words = '', units = ''] = line.split('\t');
      return { words: words.split('|'), units: units.split('/') };
    });
  const things = groups.filter((g) => !NO_THINGS.has(g.topic));
  const all = lexicon.indicators.list;
  const named = (i: Indicator): string[] => [i.name, ...i.aliases, ...i.asked].filter((n) => n.length < 12);
  return {
    fillers: loadFillers(),
    prefectures: places('prefecture'),
    provinces: places('province'),
    counties: places('county'),
    indicators: all.flatMap(named),
    levels: all.filter((i) => i.units.some((u) => u.includes('亿'))).flatMap(named),
    things: things.map((g) => g.words),
    counted: counted.filter((g) => !g.units.includes('%')),
    rates: counted.filter((g) => g.units.includes('%')).map((g) => g.words),
    verbs: groups
      .filter((g) => VERBS.has(g.topic))
      .flatMap((g) => g.words)
      .map((w) => w.replace(/[了好完]$/u, ''))
      .filter((w) => w.length > 0 && w.length <= LONGEST_VERB),
  };
}

import { z } from 'zod';
import { checkConfig, parseConfigJson, readConfigText } from './config.js';
import { CONFIG_DIR } from './paths.js';

const POSITION = 'language/place-position.json';
const ELSEWHERE = 'language/elsewhere.json';

const words = z.array(z.string().min(1));

/** config/language/place-position.json: what stands around and in the position of a place. */
const positionFile = z.strictObject({
  /** Words before it: 请问. */
  leads: words,
  /** Words behind it: 那边, 的. */
  trails: words,
  /** Words before it that say that something of another place comes there: 北京的医院要|在, 广州|帮扶. */
  into: words,
  /** Words that stand there and are no place: 城镇, 全市. */
  words,
  /** What makes the name of a county part of another name: 南岳|机场. */
  facilities: words,
  /** Lakes, rivers, mountains and a port of two places whose names hold those of places: 鄱阳湖, 长白山, 宁波舟山港. */
  natural: words,
  /** Behind a place's name, what makes it the name of a school or a firm, where such a thing is looked for in reports: 衡水|中学. */
  institutions: words,
  /** Companies and plants whose names hold those of places: 宁德时代, 长安汽车. */
  enterprises: words,
  /** What is named by the place where it was, though another place is asked about: 北京|奥运, 汶川|地震. */
  events: words,
  /** Behind a place's name, who comes from there (台州|人, 台州|客商), and longer words that begin so and say nothing of that (人均, 人口). */
  origins: z.strictObject({ from: words, but: words }),
  /** Behind a run of short names of provinces, what is called by it: 京沪|高铁, 湘赣|边. */
  routes: words,
  /** Ends of the names of places. */
  suffixes: words,
  /** Behind a place's name, what says that the whole of it is meant: 陕西|全省. */
  wholes: words,
  /** How people name the nation (全国) without its name. */
  nation: z.strictObject({
    /** Who or what is the nation's wherever it is named: 总理. */
    names: words,
    /** Longer words in which those are no names: 副总理. */
    partOfName: words,
    /** What means the nation at the head of a clause or behind a time, before one of `acts`: 国家|打算, 中央|对. */
    actors: words,
    acts: words,
    /** Meetings that are the nation's where no place is named: 两会. */
    meetings: words,
    /** What the nation's report is called where no place is named: 2024年政府工作报告. */
    reports: words,
  }),
});

/** config/language/elsewhere.json: well-known places whose reports nobody can hold. */
const elsewhereFile = z.strictObject({
  kinds: z.array(z.strictObject({ name: z.string(), places: z.array(z.string().min(2)) })),
});

/** The words around the position of a place, and the places that are none of the gazetteer's. */
export interface PlacePosition {
  readonly leads: readonly string[];
  readonly trails: readonly string[];
  readonly into: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly facilities: readonly string[];
  readonly natural: readonly string[];
  readonly institutions: readonly string[];
  readonly enterprises: readonly string[];
  readonly events: readonly string[];
  readonly origins: z.infer<typeof positionFile>['origins'];
  readonly routes: readonly string[];
  readonly suffixes: readonly string[];
  readonly wholes: readonly string[];
  readonly nation: z.infer<typeof positionFile>['nation'];
  readonly elsewhere: ReadonlySet<string>;
}

let loaded: PlacePosition | undefined;

/** The project's words, read with the first use. @throws ConfigError where a file is malformed. */
export function placePosition(): PlacePosition {
  if (loaded) return loaded;
  const position = checkConfig(POSITION, parseConfigJson(POSITION, readConfigText(CONFIG_DIR, POSITION)), positionFile);
  const { kinds } = checkConfig(
    ELSEWHERE,
    parseConfigJson(ELSEWHERE, readConfigText(CONFIG_DIR, ELSEWHERE)),
    elsewhereFile,
  );
  loaded = {
    ...position,
    words: new Set(position.words),
    elsewhere: new Set(kinds.flatMap((kind) => kind.places)),
  };
  return loaded;
}

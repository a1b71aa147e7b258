/** A place of the gazetteer (地名): the nation, a province, a prefecture or a county. */
export interface Place {
  /** The administrative code: 430700; 000000 is the nation. Places outside the list of codes (湘江新区) carry an own id. */
  readonly id: string;
  /** The official name: 常德市, 湘西土家族苗族自治州. */
  readonly name: string;
  /** The everyday short name: 常德, 湘西. */
  readonly short: string;
  /** The short name in pinyin, small letters without tones or blanks: changde, shaanxi. */
  readonly pinyin: string;
  /** All names under which it may be met, `name` and `short` among them. */
  readonly aliases: readonly string[];
  readonly level: 'nation' | 'province' | 'prefecture' | 'county' | 'zone';
  /** The id of the place it lies in; absent for the nation. */
  readonly parent?: string;
}

/** A place found in a text. */
export interface PlaceMention {
  readonly place: Place;
  /** Other places that carry the same name, where there are any (鼓楼区 stands in five cities). */
  readonly others: readonly Place[];
  readonly start: number;
  readonly end: number;
  /** The words it was found by. */
  readonly text: string;
}

/** Finds places by name, longest match first. */
export interface Gazetteer {
  readonly places: readonly Place[];
  get(id: string): Place | undefined;
  /** Exact name or alias. All places that carry it; official names rank before short ones, higher levels before lower ones. */
  byName(name: string): readonly Place[];
  /**
   * Places named in a text, in order. Names that are ordinary words first (资源, 和平 for 资源县, 和平县) are found only in full.
   * @param home the id of the place the text is of: short names that also mean something else (石门, 桃源) are then found
   *   where they lie in it. Give it for the text of a report; leave it out for a question.
   */
  find(text: string, home?: string): PlaceMention[];
  /** Stretches of a text that only hold a place's name and stand for none: 清华北大, 东北亚. */
  passedOver(text: string): readonly { readonly start: number; readonly end: number }[];
  /** True where `inner` lies in `outer`, or is the same. */
  within(inner: string, outer: string): boolean;
}

/** A headline indicator (指标): one entry of config/indicators.json. */
export interface Indicator {
  readonly id: string;
  /** The canonical name, shown to users: 地区生产总值. */
  readonly name: string;
  /** Names that reports use: 生产总值, 国内生产总值, GDP. Longest match first. */
  readonly aliases: readonly string[];
  /** Names that only people asking use: 固投, 社零, 经济增速. */
  readonly asked: readonly string[];
  /** Units that fit, the usual first. */
  readonly units: readonly string[];
  /** What a bare figure of it means when a target is asked: growth (增长7%), level (控制在5.5%以内), share, count. */
  readonly measure: Measure;
  /** True where a smaller figure is the better one (失业率, 能耗): 以内 is its bound, and falling short of it is success. */
  readonly lowerIsBetter?: boolean;
  /**
   * Those of its names that reports also give to another indicator (财政收入 may be the local or the total revenue): figures
   * under them are said by them, and set beside none under another name.
   */
  readonly loose?: readonly string[];
  /** Loose names of another indicator by which this one may be meant: 财政收入. */
  readonly alsoAsked?: readonly string[];
  /** For a name that leaves open which one is meant (失业率, 居民收入): the ids of the indicators that it may stand for. */
  readonly covers?: readonly string[];
  /** True where figures of those that it covers never stand in one order: 登记失业率 and 调查失业率. */
  readonly apart?: boolean | undefined;
}

/** What a figure measures. */
export type Measure =
  | 'level' //      a stock or an amount: 3750亿元
  | 'growth' //     change against the year before: 增长7%
  | 'average' //    average yearly growth: 年均增长7.2%
  | 'share' //      a share or a rate: 城镇化率58%, 占比77.48%
  | 'count' //      things counted: 172个
  | 'difference' // 提高21个百分点, 增加1000亿元, 下降3.9个百分点
  | 'rank' //       第7位
  | 'ratio' //      12.6:39.4:48
  | 'multiple' //   是2015年的1.6倍, 恢复到上年的60%
  | 'date'; //      10月10日开通, 5月底前完成

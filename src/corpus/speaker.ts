/** Who delivered a report: a name with an office, on a line of its own, behind the meeting's name, or in a picture's caption. */

/** The commonest family names: a bare line of two to four letters is a name only if it begins with one. */
const FAMILY_NAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段章钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习麦窝闻慕皮暴昌丛仝骆信粟腾贲阴支逄麻雷苏苪肖闫骞咸阎卻'.split(
    '',
  ),
);
/** The office before a name, with what it is of. */
const OFFICE =
  /^(?:[\p{Script=Han}]{0,16}?(?:人民政府|自治区|自治州|国务院|[省市州县区盟旗]))?(?:代理|代|副|常务副|党组书记)*(?:市|省|州|县|区|旗|盟)?(?:长|主席|总理|专员|行政长官)(?:兼[\p{Script=Han}]{2,14}?(?:主任|部长|书记|主席))?/u;
const HAN_NAME = /^[\p{Script=Han}]{2,4}$/u;
/** With an office before it, a name may be longer: 自治区代主席 乌云其木格. */
const LONG_NAME = /^[\p{Script=Han}]{2,6}$/u;
const DOTTED_NAME = /^[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,8}){1,3}$/u;
const NO_NAME = /报告|工作|政府|会议|大会|代表|委员|记者|通讯|摄|图|公报|目录|单位|文件|通过/;
/** A date in the head that is no part of the name beside it. */
const DATE_NOTE = /[（(]?(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午)?[）)]?/g;
/** What a meeting's line ends with before the name. */
const MEETING_END = /^.*(?:会议|大会)(?:上)?[）)]?/u;
/** 市长马宇骏代表市政府向大会作政府工作报告; 李建国代市长作政府工作报告; 尹弘在…会议上作政府工作报告. */
const DELIVERED = /作(?:了|的)?《?(?:政府)?工作报告/;
/** How far before these words the name stands, in characters. */
const CAPTION_REACH = 60;
/** The name in what stands before them, with its office before or behind it. */
const CAPTION_NAME =
  /(?:^|[，。、\s（(]|市长|省长|主席|州长|区长|县长|总理)([\p{Script=Han}]{2,3}?)(?=代?(?:市长|省长|主席|州长|区长|县长|总理)|在|代表|向大会|同志|，|$)/gu;
const OFFICE_WORD = /[市省州县区]长|主席|总理|^代|上午|下午/;
/** How many lines before the salutation a bare name may stand. */
const NEAR = 2;

/**
 * The speaker that the head of a report names; undefined where it names none.
 * @param lines the lines before the salutation
 * @param salutation whether one stands behind them: without it only a name with its office counts
 * @param source the beginning of the file, whose comments may hold captions
 */
export function speakerIn(lines: readonly string[], salutation: boolean, source: string): string | undefined {
  const bare = lines.map((line) => line.replace(DATE_NOTE, '').replace(/（[^）]{0,14}[摄图]）|（[^）]{0,6}）$/g, ''));
  for (const line of [...bare].reverse()) {
    const name = afterOffice(line) ?? (salutation ? afterMeeting(line) : undefined);
    if (name !== undefined) return name;
  }
  if (salutation) {
    for (const line of bare.slice(-NEAR).reverse()) {
      const name = ownLine(line);
      if (name !== undefined) return name;
    }
    const meeting = bare.findLastIndex((line) => MEETING_END.test(line));
    const below = meeting < 0 ? undefined : ownLine(bare[meeting + 1] ?? '');
    if (below !== undefined) return below;
  }
  return captioned(source) ?? captioned(lines.join('\n'));
}

/** 乌云其木格 of 自治区代主席 乌云其木格, 金德水 of 宁波市市长 金德水. */
function afterOffice(line: string): string | undefined {
  const words = letters(line.replace(MEETING_END, ''));
  const office = OFFICE.exec(words)?.[0];
  if (office === undefined) return undefined;
  const name = words.slice(office.length);
  if (NO_NAME.test(name)) return undefined;
  return DOTTED_NAME.test(name) || LONG_NAME.test(name) ? name : undefined;
}

/** The name that goes on behind the meeting's: …第五次会议上 邹文辉. */
function afterMeeting(line: string): string | undefined {
  return MEETING_END.test(line) ? ownLine(line.replace(MEETING_END, '')) : undefined;
}

function ownLine(line: string): string | undefined {
  const words = letters(line);
  if (NO_NAME.test(words)) return undefined;
  if (DOTTED_NAME.test(words)) return words;
  return HAN_NAME.test(words) && FAMILY_NAMES.has(words[0]!) ? words : undefined;
}

function captioned(text: string): string | undefined {
  const at = text.search(DELIVERED);
  if (at < 0) return undefined;
  const before = text.slice(Math.max(0, at - CAPTION_REACH), at).replace(/^.*[。>\n]/s, '');
  for (const [, name] of before.matchAll(CAPTION_NAME)) {
    if (FAMILY_NAMES.has(name![0]!) && !NO_NAME.test(name!) && !OFFICE_WORD.test(name!)) return name;
  }
  return undefined;
}

function letters(line: string): string {
  return line
    .replace(/讲话$/, '')
    .replace(/[•・.]/g, '·')
    .replace(/[^\p{Script=Han}·]/gu, '');
}

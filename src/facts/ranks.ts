/** Words that say among whom a rank counts, not what is ranked. */
const SCOPE =
  '(?:(?:全国藏区|涉藏地区|藏区|全国|全省|全市|全区|全州|全球|世界|国内|国际|境内|内地|大陆|省内|中部|西部|东部|西北|西南|华北|华东|华中|华南|中西部|六省|中部六省|长三角|珠三角|长株潭|湘西|大湘西|粤港澳大湾区|粤东西北|成渝地区|长江经济带|东北地区|东北三省|西北五省区?|沿黄省区|川东北|苏北|苏中|苏南|同类|地级市|县级市|设区市|地级|副省级|省会|沿海|设区|计划单列|市州|地市|各市|城市|省份|省区市|市县|县市区|区县|第|的|同等|主要|百强|所有|(?:全[国省区市]|沿海|内河|主要|国家级|省级|支线|同类)+(?:港口|机场|口岸|开发区|高新区|经开区|综保区|园区)|特大|超大|大中|中等|大|' +
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|在|均|都))*';
const SCOPE_ALONE = new RegExp(`^${SCOPE}$`);
const SCOPE_TAIL = new RegExp(`${SCOPE}$`);
const RANKING =
  /(?:位居|位列|名列|列居|跻身|挺进|进入|入围(?!数|率)|荣登|升至|上升到|跃升至|跃居|迈入|排名|排在|排(?!查|水|污|放|涝|序|灌|头|球|练|演|名)|稳居|保持|跃至|荣膺|荣获|获评|入选(?!数|率)|上榜|蝉联|(?<![宜安定邻人民旧新])居(?!民|家|住)|列)/;

/** Others of a kind among whom something has its place: 国家创新型城市, 全省同类区, 沿海港口集团, 国内市场. */
const AMONG_KIND = new RegExp(
  `^${SCOPE}[一-龥]{0,8}?(?:城市|新区|市辖区|同类区|同类县|[一二三四五六七八九十]市|港口|港口集团|亿吨港口|机场|园区|开发区|高新区|经开区|地区|流域|流域城市|市场|高校|省份|省区|企业|民营企业|制造业|服务业|外贸企业|集团)$`,
);
/** Verbs of a place among others; 进入 and the like also tell into which list. */
const HAS_PLACE = /^(?:位居|位列|名列|列居|排名|排在|稳居|跃居|保持|居|列)$/;

/** 在全省粮食安全责任考核中居 (第1名): of the contest itself. */
const CONTEST =
  /^在(.{2,30}(?:考核|评比|测评|评价|评估|排名|竞赛|检查|排行榜?|评选|考评))(?:中|里)?(?:获得?|荣获|取得)?$/;

/** How, or for how long, it held: 收入持续 before 位居全省. */
const SAID_ALONG =
  /(?<=..)(?:(?:均|都|分别|持续|连续第?[\d一二两三四五六七八九十]+(?:多|余)?(?:年|次|届|个(?:月|季度))|连续|继续|始终|一直|长期|稳定|总体|整体|依然|仍然|再次|首次|成功|有望|率先|双双|已|仍|又|也)+)$/;

/**
 * What a rank is of. 城市信用排名全省 (第1) → 城市信用排名; 进入全省 (前三) → '' (the subject before);
 * 武陵区挺进全国百强区 (50强) → 全国百强区.
 */
export function rankSubject(named: string): string {
  // 政务服务能力排名跃居全国
  const noun = named.replace(
    /(?<=排名|排位|位次)(?:跃居|跃升|上升|提升|前移|进入|升|进|稳居|位居|位列)[至到为]?(?=全|第|$)/,
    '',
  );
  const verb = RANKING.exec(noun);
  if (verb !== null) {
    const behind = noun.slice(verb.index + verb[0].length);
    const ahead = noun.slice(0, verb.index).replace(SAID_ALONG, '');
    if (SCOPE_ALONE.test(behind)) return ahead === '' ? '' : ahead + (verb[0] === '排名' ? '排名' : '');
    if (ahead.length > 3 && HAS_PLACE.test(verb[0]) && AMONG_KIND.test(behind))
      return ahead.replace(/^在(.+)中$/, '$1').replace(/[、，]$/, '') + (verb[0] === '排名' ? '排名' : '');
    if (ahead === '' || /[省市区县州旗]$/.test(ahead) || ahead.length <= 3)
      return behind.replace(/(?<=..)(?:(?:位?居|位?列|保持)?(?:全国|全省|全市|全区|全州|全球|世界))$/, '');
  }
  // 从全国 (第5位) 跃居第2位
  if (SCOPE_ALONE.test(noun.replace(/^[由从]/, ''))) return '';
  // 先进制造业百强城市: the ranking's own name.
  if (/[一-龥]{2}百强(?:城市|县|市|区|县市|企业)?$/.test(noun)) return noun;
  const bare = noun
    .replace(CONTEST, '$1')
    .replace(SCOPE_TAIL, '')
    .replace(/(?:[由从]|(?<=..)(?:位居|位列|名列|被?评为))$/, '');
  return bare === '' ? noun : bare;
}

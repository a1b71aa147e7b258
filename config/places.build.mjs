// Writes config/places.json: `node config/places.build.mjs`, or the file that is given.
//
// Source: @vant/area-data (MIT): provinces, prefectures and counties with their administrative codes.
// The tables below add what a list of codes does not hold: the nation, national new areas, former names, everyday short names,
// and which names are also ordinary words, so that they must not be read as places inside running text.
// Pinyin is written here, once, so that nothing needs a pinyin library at run time.
import { readFileSync, writeFileSync } from 'node:fs';
import { areaList } from '@vant/area-data';
import { pinyin } from 'pinyin-pro';

/** Peoples' names in the long names of autonomous areas: everything from the first of them on is left out of the short name. */
const PEOPLES =
  /(?:(?:[满回苗侗瑶壮彝羌藏畲黎傣佤怒白土水]|蒙古|土家|布依|仫佬|毛南|仡佬|朝鲜|哈尼|拉祜|傈僳|独龙|普米|纳西|布朗|裕固|东乡|保安|撒拉|哈萨克|锡伯|达斡尔|鄂温克|鄂伦春|塔吉克|柯尔克孜|景颇|各)族?)+自治[县旗州]$/;

/** Short names that no rule gives. */
const SHORT = {
  内蒙古自治区: '内蒙古',
  广西壮族自治区: '广西',
  西藏自治区: '西藏',
  宁夏回族自治区: '宁夏',
  新疆维吾尔自治区: '新疆',
  香港特别行政区: '香港',
  澳门特别行政区: '澳门',
  海南藏族自治州: '海南州',
  海北藏族自治州: '海北州',
  黄南藏族自治州: '黄南州',
  海西蒙古族藏族自治州: '海西州',
  兴安盟: '兴安盟',
  东乡族自治县: '东乡族自治县',
  鄂伦春自治旗: '鄂伦春',
  鄂温克族自治旗: '鄂温克',
  浦东新区: '浦东',
  滨海新区: '滨海新区',
  神农架林区: '神农架',
  六枝特区: '六枝',
};

/** Further names: everyday ones, and former ones that older reports carry. */
const ALIASES = {
  内蒙古自治区: ['内蒙'],
  锡林郭勒盟: ['锡盟'],
  博尔塔拉蒙古自治州: ['博州'],
  巴音郭楞蒙古自治州: ['巴州'],
  克孜勒苏柯尔克孜自治州: ['克州'],
  巴彦淖尔市: ['巴盟'],
  乌兰察布市: ['乌盟'],
  呼伦贝尔市: ['呼盟'],
  鄂尔多斯市: ['伊克昭盟'],
  通辽市: ['哲里木盟'],
  襄阳市: ['襄樊市', '襄樊'],
  普洱市: ['思茅市', '思茅地区'],
  淮安市: ['淮阴市'],
  达州市: ['达川地区'],
  攀枝花市: ['渡口市'],
  海东市: ['海东地区'],
  菏泽市: ['荷泽市'],
  张家界市: ['大庸市'],
  永州市: ['零陵地区'],
  吕梁市: ['吕梁地区'],
  莱芜区: ['莱芜市'],
  浦东新区: ['浦东新区'],
  香港特别行政区: ['香港特区'],
  澳门特别行政区: ['澳门特区'],
};

/** Places outside the list of codes. */
const ADDED = [
  {
    id: '000000',
    name: '全国',
    short: '全国',
    aliases: ['中国', '我国', '国务院', '中华人民共和国'],
  },
  { id: 'z660000', name: '新疆生产建设兵团', short: '兵团', parent: '650000' },
  { id: 'z130001', name: '雄安新区', short: '雄安', parent: '130000' },
  { id: 'z210001', name: '金普新区', short: '金普新区', parent: '210200' },
  { id: 'z220001', name: '长春新区', short: '长春新区', parent: '220100' },
  { id: 'z230001', name: '哈尔滨新区', short: '哈尔滨新区', parent: '230100' },
  { id: 'z330001', name: '舟山群岛新区', short: '舟山群岛新区', parent: '330900' },
  { id: 'z350001', name: '福州新区', short: '福州新区', parent: '350100' },
  { id: 'z360001', name: '赣江新区', short: '赣江新区', parent: '360000' },
  { id: 'z370001', name: '青岛西海岸新区', short: '西海岸新区', parent: '370200' },
  { id: 'z430001', name: '湖南湘江新区', short: '湘江新区', parent: '430100' },
  { id: 'z430701', name: '西湖管理区', short: '西湖管理区', parent: '430700' },
  { id: 'z430702', name: '西洞庭管理区', short: '西洞庭管理区', parent: '430700' },
  { id: 'z430703', name: '柳叶湖旅游度假区', short: '柳叶湖旅游度假区', parent: '430700' },
  { id: 'z430704', name: '桃花源旅游管理区', short: '桃花源旅游管理区', parent: '430700' },
  { id: 'z430705', name: '常德经济技术开发区', short: '常德经开区', parent: '430700' },
  { id: 'z430706', name: '常德高新技术产业开发区', short: '常德高新区', parent: '430700' },
  { id: 'z440001', name: '南沙新区', short: '南沙新区', parent: '440100' },
  { id: 'z500001', name: '两江新区', short: '两江新区', parent: '500000' },
  { id: 'z510001', name: '天府新区', short: '天府新区', parent: '510000' },
  { id: 'z520001', name: '贵安新区', short: '贵安新区', parent: '520000' },
  { id: 'z530001', name: '滇中新区', short: '滇中新区', parent: '530000' },
  { id: 'z610001', name: '西咸新区', short: '西咸新区', parent: '610000' },
  { id: 'z620001', name: '兰州新区', short: '兰州新区', parent: '620100' },
];

/** Whole names that mean no one place, or are ordinary words: never found inside a text, only as the whole name asked for. */
const NEVER_WHOLE =
  words(`城区 郊区 矿区 老城区 新城区 东区 西区 市中区 开发区 高新区 工业园区 经济开发区 经济技术开发区
  高新技术开发区 高新技术产业开发区 新市区 新市 城中区 江北新区`);

/**
 * Whole names whose characters often meet by chance (示范县 holds 范县, 沿海城市 holds 海城市):
 * found inside a report only where the report is of the area they lie in.
 */
const HOME_WHOLE =
  words(`范县 和县 成县 南县 高县 丰县 兴县 宁县 义县 宾县 佳县 新县 富县 古县 吉县 寿县 文县 康县 凤县 沙县 漳县
  索县 洋县 茂县 浚县 沧县 雄县 海城市 增城区 兴城市 项城市 应城市 坡头区 津市 沙市 西市 海港区 东港区 江城区 平房区 上城区 东城区 西城区
  城东区 城西区 城北区 古城区 明山区 滨海区 山城区 解放区 红旗区 河西区 河东区 站前区 矿市区`);

/**
 * Short names of counties that are ordinary words first: never found without their 县, 区 or 市.
 * Found by counting: over 944 reports they stand far more often outside their own province than in it.
 */
const NEVER_SHORT =
  words(`资源 合作 开发 新建 振兴 新兴 通道 惠民 和政 平安 解放 新城 港口 和安 新平 富民 友好 富裕 海南 公安 安居 新和 市中
  前进 城中 青山 增城 大新 河北 全州 工业园 金山 和平 平和 滨海 大通 运河 同心 河南 大安 南部 惠农 古城 民和 安定 互助 延长 三江 西安 宏伟
  双城 大关 大城 兴业 温泉 复兴 滨江 太湖 大兴 东方 江南 乐业 共和 长城 迁安 平原 清水 凤凰 工农 河西 利通 东风 老城 海港 中山 东海 同德
  安宁 江口 上高 金沙 东湖 高要 长安 太平 杂多 新安 路南 城东 小金 南山 路桥 河口 路北 江海 龙湖 站前 政和 新华 牡丹 金水 金阳 大化 西山
  城西 天桥 兰山 清河 沙河 盘山 资阳 光明 城北 河东 甘南 兴和 和龙 江北 乌兰 建水 天河 南岸 紫金 和顺 西工 建安 阳高 江源 新河 江山 莲花
  兴国 成安 资兴 建平 滨湖 木兰 大同 南湖 沿河 同仁 九龙 灯塔 友谊 宁国 南海 朝阳 连山 金安 江城 明水 兴城 龙山 城关 长兴 安国 商城 亚东
  清水河 爱民 康保 南城 龙湾 龙泉 通城 兰溪 花山 盐湖 台山 兴文 西城 东城 资中 巴彦 水城 山城 长寿 文山 东山 泰山 兴隆 融安 扬中 白沙 龙城
  大名 阳明 祁连 新宁 武陵 裕民 福安 中原 湖滨 市北 市南 比如 会同 博爱 民乐 民权 中方 双清 前锋 长子 石棉 建设 新星 无为 永定 新民 三元
  华龙 新北 白云 回民 台前 卧龙 天元 五华 宝塔 平山 沙湾 西沙 合水 上城 新田 大观 文峰 天等 桥东 桥西 铁东 铁西 东安 向阳 红山 建华 双桥
  双塔 白塔 临海 金湖 南关 大东 道外 小店 无极 高平 红旗 站前 钟楼 鼓楼 石城 黄山 白银 昌江 长岭 灵山 横山 黄龙 天山 通海 金牛 高台 甘泉
  七星 大方 双江 万年 海兴 康乐 康平 大丰 响水 开化 大田 永安 平桥 龙门 龙江 柳江 嫩江 新干 石门县城 雄关 新城镇 市辖 集贤 二七 南江 通江
  中江 大足 三河 三门 三台 五台 三水 四会 凤山 名山 象山 钟山 浮山 梁山 方山 千山 黑山 马山 洪山 铜山 泉山 秀山 屏山 万山 巫山 蒙山 罗山 阳山`);

/** Short names of counties found inside a report only where the report is of the area they lie in: 石门, 桃源, 新化. */
const HOME_SHORT =
  words(`南开 北辰 宁河 曹妃甸 青龙 广平 南和 南宫 满城 安新 定州 赤城 宽城 东光 广阳 固安 永清 故城 阜城 平城 上党 阳城 平陆
  大宁 永和 柳林 中阳 玉泉 东河 元宝山 松山 林西 宁城 东胜 鄂托克 临河 化德 商都 丰镇 额济纳 金州 立山 海城 东洲 顺城 溪湖 明山 元宝 东港 凤城
  太和 义县 开原 龙港 建昌 二道 绿园 双阳 龙潭 磐石 柳河 临江 龙井 汪清 平房 通河 兴安 尖山 岭东 宝山 龙凤 丰林 海林 宁安 兰西 庆安 安达 塔河
  长宁 嘉定 松江 玄武 浦口 江宁 六合 云龙 海门 海安 连云 亭湖 盐都 建湖 东台 海陵 高港 兴化 靖江 宿城 西湖 建德 镇海 鹿城 平阳 文成 海盐 平湖
  安吉 新昌 浦江 东阳 永康 常山 定海 玉环 长丰 龙子湖 淮上 怀远 五河 铜官 望江 界首 东至 广德 仓山 长乐 连江 同安 清流 建宁 惠安 德化 龙文 连城
  青山湖 珠山 修水 湖口 月湖 定南 龙南 吉水 永丰 泰和 万安 安福 永新 万载 铜鼓 高安 东乡 南丰 槐荫 长清 钢城 垦利 龙口 海阳 青州 高密 嘉祥
  泗水 东平 德城 滨城 成武 新密 祥符 涧西 宜阳 石龙 宝丰 龙安 凤泉 马村 源汇 舞阳 方城 梁园 西华 商水 项城 西平 正阳 江岸 汉阳 新洲 铁山 阳新
  五峰 谷城 宜城 东宝 应城 黄梅 通山 广水 天门 芙蓉 雨花 荷塘 石鼓 城步 平江 安乡 桃源 石门 安化 北湖 永兴 桂东 安仁 蓝山 江华 鹤城 双峰 新化
  花都 曲江 新丰 福田 盐田 龙华 金平 新会 坡头 化州 梅江 兴宁 陆河 源城 龙川 东源 阳东 阳西 清城 连南 榕城 平乐 银海 防城 上思 东兴 港北 港南
  平南 右江 凌云 田林 西林 八步 昭平 合山 美兰 海棠 文昌 定安 临高 渝中 大渡口 巴南 黔江 江津 南川 荣昌 开州 城口 锦江 成华 新津 彭州 仁和 合江
  罗江 安州 朝天 船山 威远 高坪 嘉陵 东坡 仁寿 江安 武胜 达川 开江 汉源 巴州 安岳 乐至 金川 黑水 雅江 新龙 白玉 木里 德昌 宁南 花溪 开阳 赤水
  紫云 玉屏 安龙 天柱 榕江 福泉 惠水 三都 盘龙 官渡 东川 石林 麒麟 富源 宣威 华宁 绥江 威信 玉龙 澜沧 永德 南华 广南 祥云 梁河 吉隆 江达 波密
  噶尔 莲湖 凤翔 太白 武功 兴平 白水 定边 子洲 白河 镇安 七里河 永昌 平川 金塔 武都 西和 广河 海晏 兴海 贵南 甘德 久治 金凤 永宁 和静 疏勒 伽师
  民丰 和康 新源 乌苏 福海 青河 双河 白杨 天台 文安 镇远 丰满 永年 交口 乡宁 洞口 斗门 乡城 会理 会东 大英 普格 平利 盐池 盐边 集美 进贤 光泽
  老边 五常 北票 宣化 海丰 光山 清丰 当阳 天涯 镇康 弥勒 赤壁 大悟 思明 雨山 天宁 天长 图们 定日 上街 大厂 湘东 突泉 华安 新罗 大冶 常熟 丹江口
  长阳 长海 红安 新泰 南安 永平 永春 泰来 平远 海宁 海州 新都 中和镇 江油 江汉 江阳 安源 会宁 会泽 兴义 兴仁 南康 吉安县 余干 大余 东明 富阳
  阳信 阳春 开平 高阳 平昌 明光 正安 普安 长汀 高州 高明 信宜 古田 海原 海伦 海阳 大埔 大荔 金台 平泉 平鲁 平遥县 平谷 嘉鱼 宜兴 东阿 沙溪镇`);

/** Phrases that hold the name of a place without meaning it: passed over by the gazetteer. */
const PASS_OVER =
  words(`治多少 蜜雪冰城 东南西北 东西南北 出海口 入海口 清华北大 东北亚 东北虎 示范县 模范县 沿海城市 新兴城市 长治久安 阿里巴巴 阿里云 孙中山 中山大学 中山路 中山公园 中山陵 天下大同 大同小异 大同社会 世外桃源 云南白药 北京时间
  北京大学 北京冬奥会 上海合作组织 上海证券交易所 深圳证券交易所 北京证券交易所 中国特色 中国共产党 中国式现代化 中国梦 中国移动 中国电信 中国联通
  中国铁塔 中国石油 中国石化 中国银行 中国人民 中国制造 中国国际 中国红十字 中国政府 全国人大 全国政协 全国人民 全国两会 全国性 全国文明 全国百强
  全国百佳 全国重点 黄河南 黄河北 淮河南 淮河北 湘江西 湘江南 湘江北 太湖南 太湖北 西湖南 西湖北 东湖南
  巢湖南 巢湖北 珠江西 长江西 长江南 长江北 赣江西 浦江南 沿海南 沿海口 沿江西 沿江北 山海西 内河南 内河北 大湘西 抚州路 延安精神 西安事变
  海西经济区 海西建设 海西先行 海西战略
  北京路 南京路 上海路 湖南路 广州路 白银时代 海南岛 平安中国 健康中国 美丽中国 数字中国 法治中国 中国品质 中国品牌 中国智造`);

/** Where the reading of a name is not what its characters usually say, or where custom tells two names apart. */
const PINYIN = {
  全国: 'guowuyuan',
  陕西: 'shaanxi',
  闵行: 'minhang',
  乐清: 'yueqing',
  单县: 'shanxian',
  涡阳: 'guoyang',
  浚县: 'xunxian',
  蔚县: 'yuxian',
  洪洞: 'hongtong',
  泌阳: 'biyang',
  黄陂: 'huangpi',
  繁峙: 'fanshi',
  尉犁: 'yuli',
  喀什: 'kashi',
  歙县: 'shexian',
  略阳: 'lueyang',
  宕昌: 'tanchang',
  吴堡: 'wubu',
  珲春: 'hunchun',
  筠连: 'junlian',
};

function words(text) {
  return new Set(text.split(/\s+/).filter(Boolean));
}

function shortName(name, level) {
  if (SHORT[name]) return SHORT[name];
  const people = PEOPLES.exec(name);
  if (people && people.index >= 2) return name.slice(0, people.index);
  if (/[左右前后中]旗$/.test(name)) return name;
  const bare = level === 'county' ? name.replace(/[县区市旗]$/, '') : name.replace(/(?:地区|[省市盟])$/, '');
  return bare.length >= 2 ? bare : name;
}

function spell(short) {
  return (
    PINYIN[short] ??
    pinyin(short, { toneType: 'none', type: 'array', v: true })
      .join('')
      .replace(/[^a-z]/g, '')
  );
}

const MUNICIPALITIES = ['11', '12', '31', '50'];

function levelOf(code) {
  if (code.endsWith('0000')) return 'province';
  if (code.endsWith('00')) return 'prefecture';
  const tail = Number(code.slice(4));
  // County-level places directly under a province carry 90 in their prefecture digits.
  if (code.slice(2, 4) === '90') return 'county';
  return (tail >= 70 && tail <= 79) || tail >= 90 ? 'zone' : 'county';
}

/** Rows of the source that are no place of their own: 市辖区, 省直辖县, towns listed as counties, zones named only by their kind. */
function isPlace(code, name, level) {
  if (level === 'province') return true;
  if (level === 'prefecture') return !MUNICIPALITIES.includes(code.slice(0, 2)) && !/直辖|^县$/.test(name);
  if (level === 'zone')
    return name.length > 7 && /[区城园]$/.test(name) && !/直辖/.test(name) && !NEVER_WHOLE.has(name);
  return /[县区市旗]$/.test(name) && name !== '市辖区' && !/直辖/.test(name);
}

const source = { ...areaList.province_list, ...areaList.city_list, ...areaList.county_list };
const codes = Object.keys(source)
  .filter((code) => isPlace(code, source[code], levelOf(code)))
  .sort();
const upper = new Set(
  codes.filter((code) => code.endsWith('00')).map((code) => shortName(source[code], levelOf(code))),
);

/** Names under which people ask for a place, by its official name: config/place-names.tsv. */
const ASKED = new Map();
for (const line of readFileSync(new URL('./place-names.tsv', import.meta.url), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [alias, name] = line.split('\t');
  ASKED.set(name, [...(ASKED.get(name) ?? []), alias]);
}

/** The marks of a row: = a further name, ? a further name found in questions alone, ! a name never found inside a text, ~ a name found only in texts of its own area, ^ the place it lies in. */
const places = codes.map((code) => {
  const name = source[code];
  const level = levelOf(code);
  const short = level === 'zone' ? name : shortName(name, level);
  const aliases = (ALIASES[name] ?? []).filter((alias) => alias !== name);
  if (level === 'prefecture' && /自治州$/.test(name) && !short.endsWith('州')) aliases.push(`${short}州`);
  const asked = ASKED.get(name) ?? [];
  ASKED.delete(name);
  const marks = [...aliases.map((alias) => `=${alias}`), ...asked.map((alias) => `?${alias}`)];
  if (NEVER_WHOLE.has(name)) marks.push(`!${name}`);
  else if (HOME_WHOLE.has(name)) marks.push(`~${name}`);
  if (level === 'county' && short !== name) {
    if (upper.has(short) || NEVER_SHORT.has(short) || code >= '70') marks.push(`!${short}`);
    else if (HOME_SHORT.has(short)) marks.push(`~${short}`);
  }
  return [code, name, short, spell(short), ...marks].join(' ');
});
for (const { id, name, short, parent, aliases = [] } of ADDED) {
  const marks = [...(parent ? [`^${parent}`] : []), ...aliases.map((alias) => `=${alias}`)];
  places.push([id, name, short, spell(short), ...marks].join(' '));
}
places.sort();
if (ASKED.size > 0) throw new Error(`No such place: ${[...ASKED.keys()].join(' ')}`);

const text = `{
  "source": "@vant/area-data (MIT) and the tables of config/places.build.mjs, which writes this file",
  "format": "code name short-name pinyin, then: =further name, ?further name found in questions alone, !name never found inside a text, ~name found only in texts of its own area, ^code of the place it lies in",
  "passOver": ${JSON.stringify([...PASS_OVER])},
  "places": [
${places.map((place) => `    ${JSON.stringify(place)}`).join(',\n')}
  ]
}
`;
writeFileSync(process.argv[2] ?? new URL('./places.json', import.meta.url), text);
console.log(`${places.length} places`);

import { describe, expect, it } from 'vitest';
import { namedItems } from '../../src/matching/named-items.js';
import { countedNames } from '../../src/question/counted-names.js';

/** The parts that a text tells of a name, and how many it counts where it tells only some. */
function parts(text: string, name: string): { items: string[]; of?: number } | undefined {
  const quoted = text.includes(`“${name}”`) ? [name] : [];
  const [counted] = countedNames(quoted.length > 0 ? `“${name}”是什么` : `${name}是什么`, quoted);
  const start = text.indexOf(name);
  const found = namedItems(text, { start, end: start + name.length }, counted!, text.length);
  if (!found) return undefined;
  const items = found.items.map((s) => text.slice(s.start, s.end));
  return found.of === undefined ? { items } : { items, of: found.of };
}

describe('the parts of a counted name', () => {
  it.each([
    // Defined behind the name.
    ['7.三大枢纽：空港枢纽、海港枢纽、“信息港”枢纽。', '三大枢纽', ['空港枢纽', '海港枢纽', '“信息港”枢纽']],
    [
      '推动“四个同城化”（规划同城化、交通同城化、产业同城化、服务同城化）。',
      '四个同城化',
      ['规划同城化', '交通同城化', '产业同城化', '服务同城化'],
    ],
    [
      '“两增两减”：指增加绿地、增加公园，减少噪声、减少扬尘。',
      '两增两减',
      ['增加绿地', '增加公园', '减少噪声', '减少扬尘'],
    ],
    [
      '实现“三个新”：农业取得新成效；工业实现新突破；服务业迈上新台阶。',
      '三个新',
      ['农业取得新成效', '工业实现新突破', '服务业迈上新台阶'],
    ],
    // Clauses behind the lead-in that each begin with a name in quotation marks.
    [
      '“三件事”项目扎实推进。“树上山”种树5万亩；“水进城”修渠25公里；“地变绿”播草3万亩。',
      '三件事',
      ['“树上山”种树5万亩', '“水进城”修渠25公里', '“地变绿”播草3万亩'],
    ],
    // A term on a line of its own with its explanation below, as notes are set; a sentence behind the name's.
    [
      '26.“五未”土地\n\n批而未供、供而未用、用而未尽、建而未投、投而未达标。',
      '五未',
      ['批而未供', '供而未用', '用而未尽', '建而未投', '投而未达标'],
    ],
    [
      '1.三大品质\n\n发展品质更高、生态品质更优、文化品质更好。',
      '三大品质',
      ['发展品质更高', '生态品质更优', '文化品质更好'],
    ],
    [
      '实施“三阶段”发展战略。包括夯实基础、创造品牌、制定标准三个阶段。',
      '三阶段',
      ['夯实基础', '创造品牌', '制定标准'],
    ],
    // Quoted words, or just so many clauses, right before the name.
    ['擦亮了“云都”“鞋都”两块牌子。', '两块牌子', ['“云都”', '“鞋都”']],
    [
      '重点抓好就业和再就业，农民减负，县乡公路建设，公共卫生建设，廉租房等五件实事。',
      '五件实事',
      ['就业和再就业', '农民减负', '县乡公路建设', '公共卫生建设', '廉租房'],
    ],
    // Closed by the name; the verb that governs the list is no part of it.
    ['聚焦装备、食品、纺织和新材料四大主导产业，补链强链。', '四大主导产业', ['装备', '食品', '纺织', '新材料']],
    ['统筹规划、建设、管理三大环节，统筹改革、科技、文化三大动力。', '三大动力', ['改革', '科技', '文化']],
    // Announced.
    [
      '办好3件民生实事。（1）新建学校5所。（2）改造小区9个。（3）加装电梯20台。',
      '3件民生实事',
      ['新建学校5所', '改造小区9个', '加装电梯20台'],
    ],
    [
      '抓好五件民生实事，新建学校5所，改造小区9个，加装电梯20台，新增床位300张，修路12公里。',
      '五件民生实事',
      ['新建学校5所', '改造小区9个', '加装电梯20台', '新增床位300张', '修路12公里'],
    ],
    [
      '推进“两带一区”布局。做实滨江经济带。沿江布局产业，保护岸线，提升城镇。做强山前经济带。发展旅游，联通机场。构建湖岛生态区。保护湖泊，有序开发海岛。',
      '两带一区',
      ['做实滨江经济带', '做强山前经济带', '构建湖岛生态区'],
    ],
    [
      '“四有”实事惠民行动。实行“有学”惠民，增加学位供给。实行“有岗”惠民，开发公益性岗位。实行“有医”惠民，优化床位。实行“有车”惠民，建设停车场。',
      '四有',
      ['实行“有学”惠民', '实行“有岗”惠民', '实行“有医”惠民', '实行“有车”惠民'],
    ],
    [
      '突出抓好“四张网”建设，形成更多实物量。交通网：开工高速。能源网：建成电站。水利网：加固水库。信息网：新建基站。',
      '四张网',
      ['交通网', '能源网', '水利网', '信息网'],
    ],
    [
      '重点抓好三项硬任务。\n\n——聚焦项目，扩大投资。开工百个。\n\n——聚焦消费，提振信心。\n\n——聚焦民生，办好实事。',
      '三项硬任务',
      ['聚焦项目，扩大投资', '聚焦消费，提振信心', '聚焦民生，办好实事'],
    ],
    // Near, and of the name's classes.
    [
      '全力打造“世界瓷都、江南药都、滨湖新城”，丰富了“两都一城”的内涵。',
      '两都一城',
      ['世界瓷都', '江南药都', '滨湖新城'],
    ],
    [
      '建设“三无”海滨。推进“全域无垃圾、全域无污染、全域无公害”创建。',
      '三无',
      ['全域无垃圾', '全域无污染', '全域无公害'],
    ],
  ])('%s', (text, name, items) => {
    expect(parts(text, name)).toEqual({ items });
  });

  it('are some of them where 等 closes the list too early', () => {
    expect(parts('启动城墙修缮、河道整治、街区改造等十大工程。', '十大工程')).toEqual({
      items: ['城墙修缮', '河道整治', '街区改造'],
      of: 10,
    });
  });

  it.each([
    // A list that merely stands near belongs to something else.
    ['坚决捍卫“三个忠诚”，推动改革、发展、稳定各项工作。', '三个忠诚'],
    ['打造“一个中心”、构筑“两个枢纽”、建设“三个基地”，推进强市。', '三个基地'],
    ['打造“一个中心”、构建“两个枢纽”，推进强市。', '两个枢纽'],
    ['落实“一高两新”要求，推动经济发展，改善人民生活。1.稳增长。2.优生态。3.惠民生。', '一高两新'],
    ['在落实省五件民生实事基础上，新建学校5所，改造小区9个，加装电梯20台，新增床位300张，修路12公里。', '五件民生实事'],
    ['严格落实五项规定，清理小金库，推进巡察，公开权力，加强监察，整合平台。', '五项规定'],
    ['抓好物流园、产业园、“两网融合”等项目。', '两网融合'],
    ['编制全面、科学、系统的三大板块规划。', '三大板块'],
    ['捍卫“三大安全”。维护社会安全稳定，构建大安全格局，推进安全生产整治。', '三大安全'],
    ['三大战役成果显著。脱贫攻坚全面完成。污染防治成效明显。城乡面貌焕然一新。', '三大战役'],
    ['继续做好“四稳”工作，改善民生，稳定经济，防范风险，奋力振兴，统筹发展和安全，建设更高水平的平安海滨。', '四稳'],
  ])('are not told by %s', (text, name) => {
    expect(parts(text, name)).toBeUndefined();
  });
});

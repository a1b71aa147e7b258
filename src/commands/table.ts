import type { Argument, Command } from './types.js';

/** File formats that `export` makes. */
export const EXPORT_FORMATS = ['csv', 'json', 'md', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Words for the facet argument, each with the one it stands for. */
export const FACET_WORDS: Readonly<Record<string, '目标' | '实际'>> = {
  目标: '目标',
  目標: '目标',
  预期: '目标',
  target: '目标',
  实际: '实际',
  實際: '实际',
  实绩: '实际',
  结果: '实际',
  完成: '实际',
  outcome: '实际',
};

const place: Argument = {
  name: 'place',
  zh: '地区',
  type: 'place',
  required: false,
  description: { zh: '省、市、县名，如 常德', en: 'Place with a report, e.g. 常德' },
};
const places: Argument = {
  name: 'places',
  zh: '地区',
  type: 'places',
  required: false,
  description: {
    zh: '几个地区，用顿号或空格隔开，如 常德、怀化；不写为全部',
    en: 'Places, separated by 、 or blanks; all if left out',
  },
};
const year: Argument = {
  name: 'year',
  zh: '年份',
  type: 'year',
  required: false,
  description: { zh: '年份，如 2022', en: 'Year, e.g. 2022' },
};
const years: Argument = {
  name: 'years',
  zh: '年份',
  type: 'years',
  required: false,
  description: { zh: '起止年份，如 2021-2024；不写为历年', en: 'Years, e.g. 2021-2024; all if left out' },
};
const indicator: Argument = {
  name: 'indicator',
  zh: '指标',
  type: 'indicator',
  required: false,
  description: { zh: '指标，如 GDP、固投、一般公共预算收入', en: 'Indicator, e.g. GDP or 固定资产投资' },
};
const facet: Argument = {
  name: 'facet',
  zh: '口径',
  type: 'facet',
  required: false,
  description: { zh: '目标 或 实际；不写为目标', en: '目标 (target) or 实际 (outcome); target if left out' },
};

/**
 * The command grammar: every adapter derives its command list, menus, help and parsing from this table.
 * Names and descriptions keep within Telegram's limits (name 1–32 of [a-z0-9_], description 1–256)
 * and Discord's (names [-_'\p{L}\p{N}]{1,32}, descriptions 1–100, required arguments first).
 * The first alias is the one shown; aliases in traditional characters follow the simplified ones.
 */
export const COMMANDS: readonly Command[] = [
  {
    name: 'ask',
    aliases: ['问', '提问', '問', '提問'],
    description: {
      zh: '用一句话问政府工作报告里的数字或内容',
      en: 'Ask the government work reports in plain Chinese',
    },
    arguments: [
      {
        name: 'question',
        zh: '问题',
        type: 'text',
        required: true,
        description: { zh: '一句话的问题，如 2022年怀化GDP目标', en: 'A plain question, e.g. 2022年怀化GDP目标' },
      },
    ],
    example: '2022年怀化GDP目标',
  },
  {
    name: 'targets',
    aliases: ['目标', '主要目标', '目標', '主要目標'],
    description: {
      zh: '某地某年的全部主要预期目标，或其中一项',
      en: "A place's main expected targets for a year, or one of them",
    },
    arguments: [place, year, indicator],
    example: '常德 2022',
  },
  {
    name: 'outcome',
    aliases: ['完成情况', '完成', '完成情況'],
    description: {
      zh: '当年目标与次年报告里的结果对照',
      en: "A year's targets against the results in the next report",
    },
    arguments: [place, year, indicator],
    example: '常德 2021 固定资产投资',
  },
  {
    name: 'compare',
    aliases: ['对比', '比较', '對比', '比較'],
    description: { zh: '几个地区同一指标的排序表', en: 'Compare one indicator over several places' },
    arguments: [places, indicator, year, facet],
    example: '常德、怀化、邵阳 GDP 2022',
  },
  {
    name: 'trend',
    aliases: ['走势', '历年', '趋势', '走勢', '歷年', '趨勢'],
    description: { zh: '一个地区一个指标的历年变化', en: 'One indicator of one place over the years' },
    arguments: [place, indicator, years, facet],
    example: '张家界 GDP',
  },
  {
    name: 'mentions',
    aliases: ['提到', '提及'],
    description: {
      zh: '哪些报告写到某个词，各附一处原文',
      en: 'Which reports mention a term, with a quote from each',
    },
    arguments: [
      {
        name: 'term',
        zh: '词语',
        type: 'text',
        required: true,
        description: { zh: '要找的词，逐字匹配，如 营商环境', en: 'The exact words to look for, e.g. 营商环境' },
      },
      place,
      year,
    ],
    example: '营商环境',
  },
  {
    name: 'check',
    aliases: ['核对', '核实', '核對', '核實'],
    description: {
      zh: '把一句话或一段文字里的数字与报告核对，逐个说相符还是不符',
      en: 'Check the figures of a sentence or a paragraph against the reports',
    },
    arguments: [
      {
        name: 'text',
        zh: '文字',
        type: 'text',
        required: true,
        description: { zh: '要核对的话，最多4000字', en: 'What is to be checked, up to 4,000 characters' },
      },
    ],
    example: '2022年怀化GDP目标是8%以上',
  },
  {
    name: 'report',
    aliases: ['报告', '報告'],
    description: {
      zh: '一份报告的标题、报告人、日期和章节',
      en: "One report's title, speaker, date and sections",
    },
    arguments: [place, year],
    example: '常德 2022',
  },
  {
    name: 'reports',
    aliases: ['报告列表', '收录', '報告列表', '收錄'],
    description: { zh: '现有哪些地区、哪些年份的报告', en: 'Which reports are held' },
    arguments: [place, year],
    example: '',
  },
  {
    name: 'source',
    aliases: ['原文', '出处', '看原文', '出處'],
    description: { zh: '上一个回答所引文字的上下文', en: 'The text around a quote of the last answer' },
    arguments: [
      {
        name: 'number',
        zh: '序号',
        type: 'number',
        required: false,
        description: { zh: '第几条出处，如 2；不写为第一条', en: 'Which quote, e.g. 2; the first if left out' },
      },
    ],
    example: '1',
  },
  {
    name: 'more',
    aliases: ['更多', '还有', '還有'],
    description: { zh: '上一个回答没有列完的部分', en: 'What the last answer left out' },
    arguments: [],
    example: '',
  },
  {
    name: 'chart',
    aliases: ['图表', '图', '画图', '圖表', '圖'],
    description: { zh: '把上一个回答画成图', en: 'Draw the last answer as a chart' },
    arguments: [],
    example: '',
  },
  {
    name: 'export',
    aliases: ['导出', '匯出', '導出'],
    description: {
      zh: '导出上一张表，或某地某年的全部数字，连同出处',
      en: "Export the last table, or a report's figures, with sources",
    },
    arguments: [
      {
        name: 'format',
        zh: '格式',
        type: 'format',
        required: false,
        description: { zh: 'csv、xlsx、json 或 md；不写为 csv', en: 'csv, xlsx, json or md; csv if left out' },
      },
      place,
      year,
    ],
    example: 'csv 常德 2022',
  },
  {
    name: 'help',
    aliases: ['帮助', '命令', '幫助', '说明'],
    description: { zh: '怎么提问，有哪些命令', en: 'How to ask, and all commands' },
    arguments: [
      {
        name: 'command',
        zh: '命令',
        type: 'text',
        required: false,
        description: { zh: '命令名，如 对比', en: 'A command, e.g. compare' },
      },
    ],
    example: '',
    ephemeral: true,
  },
  {
    name: 'start',
    aliases: ['开始', '開始'],
    description: { zh: '三个可以直接问的例子', en: 'Three examples to begin with' },
    arguments: [
      {
        name: 'payload',
        zh: '参数',
        type: 'text',
        required: false,
        description: { zh: '链接带来的参数', en: 'What a deep link carries' },
      },
    ],
    example: '',
    ephemeral: true,
  },
  {
    name: 'status',
    aliases: ['状态', '狀態'],
    description: { zh: '版本、语料、内存和运行时间', en: 'Version, corpus, memory and uptime' },
    arguments: [],
    example: '',
    ephemeral: true,
    admin: true,
  },
  {
    name: 'reload',
    aliases: ['重新加载', '重載'],
    description: {
      zh: '换上新的语料与配置，失败则保留原来的',
      en: 'Load corpus and config anew; the old ones stay if that fails',
    },
    arguments: [],
    example: '',
    ephemeral: true,
    admin: true,
  },
  {
    name: 'disputes',
    aliases: ['纠错', '糾錯'],
    description: { zh: '读者指出“这个数不对”的记录', en: 'Figures that readers marked as wrong' },
    arguments: [],
    example: '',
    ephemeral: true,
    admin: true,
  },
  {
    name: 'unread',
    aliases: ['没看懂', '沒看懂'],
    description: {
      zh: '没答上的问题里没有用上的词，按次数',
      en: 'Words of questions that nothing was made of, by count',
    },
    arguments: [],
    example: '',
    ephemeral: true,
    admin: true,
  },
];

const byWord = new Map<string, Command>();
for (const command of COMMANDS) for (const word of [command.name, ...command.aliases]) byWord.set(word, command);

/** The command of a Latin name or Chinese alias (case does not matter), or undefined. */
export function findCommand(word: string): Command | undefined {
  return byWord.get(word.normalize('NFKC').toLowerCase());
}

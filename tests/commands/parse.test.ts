import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS, findCommand, formatCommand, type KnownNames, parseCommand } from '../../src/commands/index.js';
import { anyCharacter } from '../support/any-text.js';

const PLACES = new Set(['常德', '常德市', '怀化', '邵阳', '和田', '张家界', '湖南']);
const INDICATORS = new Set(['GDP', '固投', '固定资产投资', '一般公共预算收入']);
const names: KnownNames = { isPlace: (word) => PLACES.has(word), isIndicator: (word) => INDICATORS.has(word) };

/** A command's name and arguments, or the kind of anything else, as one line. */
function read(text: string, known?: KnownNames): string {
  const parsed = parseCommand(text, known);
  if (parsed.kind === 'question') return `question ${parsed.text}`;
  if (parsed.kind === 'error') return `error ${parsed.problem}`;
  const args = Object.entries(parsed.args).map(([name, value]) => `${name}=${value}`);
  return [parsed.command.name, ...args.sort()].join(' ');
}

const CHANGDE_2022 = 'targets place=常德 year=2022';

describe('a message with a slash', () => {
  it.each([
    ['/targets 常德 2022', CHANGDE_2022],
    ['/targets 2022 常德', CHANGDE_2022],
    ['/TARGETS 常德 2022', CHANGDE_2022],
    ['/targets@gov_bot 常德 2022', CHANGDE_2022],
    ['  /targets   常德　2022  ', CHANGDE_2022],
    ['／目标 常德 2022', CHANGDE_2022],
    ['/目标 常德 ２０２２年', CHANGDE_2022],
    ['/目標 常德 二〇二二年', CHANGDE_2022],
    ['/目标常德2022', CHANGDE_2022],
    ['/目标：2022年常德', CHANGDE_2022],
    ['/targets 常德22年', 'targets place=常德22年'],
    ['/targets 常德 22年', CHANGDE_2022],
    ['/targets', 'targets'],
    ['/targets 常德 2022 GDP', 'targets indicator=GDP place=常德 year=2022'],
    ['/targets GDP 2022 常德', 'targets indicator=GDP place=常德 year=2022'],
    ['/targets GDP', 'targets indicator=GDP'],
    ['/targets 火星 2022', 'targets place=火星 year=2022'],
    ['/targets 常德 怀化 2022', 'targets place=常德、怀化 year=2022'],
    ['/targets indicator=粮食产量 2022', 'targets indicator=粮食产量 year=2022'],
    ['/targets 指标=“粮食 产量” 地区=常德', 'targets indicator=粮食 产量 place=常德'],
    ['/outcome 常德 2021 固投', 'outcome indicator=固投 place=常德 year=2021'],
    ['/完成情况 常德2021年', 'outcome place=常德 year=2021'],
    ['/compare 常德、怀化、邵阳 GDP 2022', 'compare indicator=GDP places=常德、怀化、邵阳 year=2022'],
    ['/compare 2022 GDP 常德 怀化', 'compare indicator=GDP places=常德、怀化 year=2022'],
    ['/compare 常德和怀化 实际 GDP', 'compare facet=实际 indicator=GDP places=常德、怀化'],
    ['/compare 和田 常德', 'compare places=和田、常德'],
    ['/compare 常德 怀化 农贸市场', 'compare indicator=农贸市场 places=常德、怀化'],
    ['/compare GDP 2022', 'compare indicator=GDP year=2022'],
    ['/trend 张家界 GDP', 'trend indicator=GDP place=张家界'],
    ['/历年 张家界 GDP 2021-2024', 'trend indicator=GDP place=张家界 years=2021-2024'],
    ['/trend 张家界 GDP 2021年到2024年', 'trend indicator=GDP place=张家界 years=2021-2024'],
    ['/trend 张家界 GDP 2021 2022', 'trend indicator=GDP place=张家界 years=2021、2022'],
    ['/mentions 低空经济', 'mentions term=低空经济'],
    ['/mentions “低空 经济” 2022', 'mentions term=低空 经济 year=2022'],
    ['/mentions "2022" 常德', 'mentions place=常德 term=2022'],
    ['/提到 湖南 低空经济', 'mentions place=湖南 term=低空经济'],
    ['/mentions 常德', 'mentions term=常德'],
    ['/mentions', 'error missing'],
    ['/mentions 哪些报告提到低空经济', 'question 哪些报告提到低空经济'],
    ['/report 常德 2022', 'report place=常德 year=2022'],
    ['/reports', 'reports'],
    ['/收录 湖南', 'reports place=湖南'],
    ['/report 常德 二 三 四', 'error surplus'],
    ['/source 2', 'source number=2'],
    ['/原文 第三条', 'source number=3'],
    ['/source [12]', 'source number=12'],
    ['/source 常德', 'error surplus'],
    ['/more', 'more'],
    ['/chart', 'chart'],
    ['/export', 'export'],
    ['/export CSV', 'export format=csv'],
    ['/导出 常德 2022 markdown', 'export format=md place=常德 year=2022'],
    ['/help', 'help'],
    ['/help compare', 'help command=compare'],
    ['/start q_1', 'start payload=q_1'],
    ['/status', 'status'],
    ['/ask 2022年常德GDP目标', 'ask question=2022年常德GDP目标'],
    ['/ask  对比 “常德” 与 怀化？', 'ask question=对比 “常德” 与 怀化？'],
    ['/ask', 'error missing'],
    ['/targets 常德完成了多少', 'question 常德完成了多少'],
    ['/foo', 'error unknown'],
    ['/', 'error unknown'],
    ['/2022年常德GDP目标', 'question 2022年常德GDP目标'],
    ['/etc/passwd', 'question etc/passwd'],
    ['/constructor', 'error unknown'],
  ])('%s', (text, expected) => {
    expect(read(text, names)).toBe(expected);
  });
});

describe('a message without a slash', () => {
  it.each([
    ['目标 常德 2022', CHANGDE_2022],
    ['目标：常德 2022', CHANGDE_2022],
    ['targets 常德 2022', CHANGDE_2022],
    ['对比 常德 怀化 GDP', 'compare indicator=GDP places=常德、怀化'],
    ['走势 张家界 GDP', 'trend indicator=GDP place=张家界'],
    ['完成情况 常德 2021', 'outcome place=常德 year=2021'],
    ['提到 低空经济', 'mentions term=低空经济'],
    ['提到 “低空经济” 常德', 'mentions place=常德 term=低空经济'],
    ['报告 常德 2022', 'report place=常德 year=2022'],
    ['收录', 'reports'],
    ['报告列表', 'reports'],
    ['原文', 'source'],
    ['原文 2', 'source number=2'],
    ['更多', 'more'],
    ['还有', 'more'],
    ['图', 'chart'],
    ['导出', 'export'],
    ['导出 csv', 'export format=csv'],
    ['帮助', 'help'],
    ['帮助 对比', 'help command=对比'],
    ['HELP', 'help'],
    ['问 2022年常德GDP目标', 'ask question=2022年常德GDP目标'],
    ['提问：2022年常德GDP目标是多少？', 'ask question=2022年常德GDP目标是多少？'],
  ])('%s is a command', (text, expected) => {
    expect(read(text, names)).toBe(expected);
  });

  it.each([
    '目标',
    '目标完成了吗',
    '目标 完成了吗',
    '目标常德2022',
    '目标呢',
    '目标是多少',
    '对比',
    '对比常德和怀化的GDP',
    '对比 常德和怀化的GDP',
    '比较 常德与怀化哪个高',
    '比较一下常德和怀化',
    '完成 任务了没有',
    '完成情况怎么样',
    '历年常德GDP目标',
    '提到 低空经济 的报告',
    '提到低空经济的报告有哪些',
    '报告 里提到低空经济吗',
    '报告里有几处提到低空经济',
    '报告提到了什么',
    '还有什么',
    '还有吗',
    '还有 哪些目标',
    '更多 常德目标',
    '图 常德',
    '开始 吧',
    '帮助 我',
    '问',
    '问题是什么',
    '原文在哪里',
    '状态',
    'status',
    'reload',
    '2022年常德GDP目标',
    '那怀化呢？',
    '1',
    '你好',
    '',
    '   ',
    'ask',
    'report on 常德 please, what?',
  ])('%s is a question', (text) => {
    expect(read(text, names)).toBe(`question ${text}`);
  });
});

describe('without known names, places come first', () => {
  it.each([
    ['/targets 常德 2022', CHANGDE_2022],
    ['/targets 常德 GDP 2022', 'targets indicator=GDP place=常德 year=2022'],
    ['/compare 常德 怀化', 'compare places=常德、怀化'],
    ['/compare 常德 怀化 GDP', 'compare indicator=GDP places=常德、怀化'],
    ['/trend 张家界 GDP', 'trend indicator=GDP place=张家界'],
    ['/mentions 低空经济', 'mentions term=低空经济'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('any text', () => {
  const word = fc.constantFrom(...COMMANDS.flatMap((command) => [command.name, ...command.aliases]));
  const rest = fc.oneof(fc.string({ unit: anyCharacter }), fc.constantFrom(' 常德 2022', '“', '=', '@bot', '指标='));
  const message = fc
    .tuple(fc.constantFrom('', '/', '／', ' \u0000/'), word, fc.array(rest, { maxLength: 4 }))
    .map(([slash, name, parts]) => slash + name + parts.join(' '));

  it('is read without a throw, as one of the three kinds', () => {
    fc.assert(
      fc.property(fc.oneof(message, fc.string({ unit: anyCharacter })), (text) => {
        expect(['command', 'question', 'error']).toContain(parseCommand(text, names).kind);
      }),
    );
  });

  it.each([
    ['100,000 letters', '常'.repeat(100_000)],
    ['a command with 100,000 letters', `/targets ${'常'.repeat(100_000)}`],
    ['a command with 50,000 words', `/compare ${'常 '.repeat(50_000)}`],
    ['100,000 slashes', '/'.repeat(100_000)],
    ['100,000 quotation marks', `/mentions ${'“'.repeat(100_000)}`],
    ['100,000 blanks', `/targets${' '.repeat(100_000)}常德`],
    ['lone surrogates', `/targets \ud800 \udc00`],
  ])('%s are read', (_, text) => {
    expect(['command', 'question', 'error']).toContain(parseCommand(text, names).kind);
  });

  it('more than sixty places are no command', () => {
    expect(parseCommand(`/compare ${'常 '.repeat(61)}`, names).kind).toBe('question');
  });
});

describe('a command written out', () => {
  const values: Record<string, fc.Arbitrary<string>> = {
    place: fc.constantFrom('常德', '火星', '2022年', '目标'),
    places: fc.constantFrom('常德、怀化', '常德'),
    year: fc.constantFrom('2022', '2021', '十四五'),
    years: fc.constantFrom('2021-2024', '2021、2022', '2022'),
    indicator: fc.constantFrom('GDP', '固投', '农村 公路', '2022年目标'),
    text: fc.constantFrom('低空经济', '低空 经济', '2022', '/a 对比'),
    format: fc.constantFrom('csv', 'json', 'md'),
    number: fc.integer({ min: 1, max: 999 }).map(String),
    facet: fc.constantFrom('目标', '实际'),
  };
  const invocation = fc.constantFrom(...COMMANDS).chain((command) =>
    fc
      .tuple(
        ...command.arguments.map((argument) =>
          fc
            .option(values[argument.type]!, argument.required ? { freq: 1_000_000 } : {})
            .map((value) => [argument.name, value]),
        ),
      )
      .map((pairs) => ({
        command,
        args: Object.fromEntries(pairs.filter(([, value]) => value)) as Record<string, string>,
      })),
  );

  it('reads back as the same', () => {
    fc.assert(
      fc.property(invocation, (given) => {
        const missing = given.command.arguments.some((argument) => argument.required && !given.args[argument.name]);
        fc.pre(!missing);
        const parsed = parseCommand(formatCommand(given), names);
        expect({ text: formatCommand(given), ...parsed }).toEqual({
          text: formatCommand(given),
          kind: 'command',
          ...given,
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe('the names of commands', () => {
  it('are found by every alias, whatever the case', () => {
    for (const command of COMMANDS)
      for (const word of [command.name, command.name.toUpperCase(), ...command.aliases])
        expect(findCommand(word)).toBe(command);
  });
});

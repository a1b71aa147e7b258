import { describe, expect, it } from 'vitest';
import { COMMANDS, commandErrorText, helpText, parseCommand, toQuestion, usage } from '../../src/commands/index.js';
import type { CommandError } from '../../src/commands/types.js';

describe('the command table', () => {
  it('gives no name or alias to two commands', () => {
    const words = COMMANDS.flatMap((command) => [command.name, ...command.aliases]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('keeps within the limits of Telegram and Discord', () => {
    for (const command of COMMANDS) {
      expect(command.name).toMatch(/^[a-z0-9_]{1,32}$/);
      for (const alias of command.aliases) expect(alias).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
      for (const owner of [command, ...command.arguments]) {
        expect(owner.description.zh).toMatch(/^.{1,100}$/u);
        expect(owner.description.en).toMatch(/^.{1,100}$/u);
      }
      for (const argument of command.arguments) {
        expect(argument.name).toMatch(/^[a-z]{1,32}$/);
        expect(argument.zh).toMatch(/^\p{L}{1,32}$/u);
      }
      const order = command.arguments.map((argument) => argument.required);
      expect(
        [...order].sort((a, b) => Number(b) - Number(a)),
        `${command.name}: required arguments first`,
      ).toEqual(order);
    }
  });

  it('has an example for every command that takes a place, a term or a question, and each is read as that command', () => {
    for (const command of COMMANDS) {
      const parsed = parseCommand(`/${command.name} ${command.example}`);
      expect(parsed).toMatchObject({ kind: 'command', command: { name: command.name } });
    }
  });
});

describe('a command as a plain question', () => {
  it.each([
    ['/ask 2022年常德GDP目标', '2022年常德GDP目标'],
    ['/targets 常德 2022', '常德2022年主要预期目标有哪些'],
    ['/targets 常德', '常德主要预期目标有哪些'],
    ['/targets', '主要预期目标有哪些'],
    ['/targets 常德 2022 GDP', '常德2022年GDP目标'],
    ['/targets 常德 十四五 GDP', '常德十四五GDP目标'],
    ['/compare 常德、怀化 GDP 2022', '2022年常德、怀化GDP目标对比'],
    ['/compare 常德、怀化、邵阳 GDP 2022', '2022年常德、怀化、邵阳GDP目标对比'],
    ['/compare indicator=GDP 2022', '2022年各地GDP目标对比'],
    ['/compare 常德、怀化 2022', '2022年常德、怀化主要目标对比'],
    ['/compare 2022', '2022年各地主要目标对比'],
    ['/trend 常德 GDP', '常德历年GDP目标'],
    ['/trend 常德 GDP 2021-2022', '常德2021到2022年GDP目标变化'],
    ['/trend 常德 GDP 实际', '常德历年GDP实际'],
    ['/outcome 常德 2021 GDP', '常德2021年GDP目标完成情况'],
    ['/outcome 常德 2021', '常德2021年目标完成情况'],
    ['/mentions 低空经济', '哪些报告提到“低空经济”'],
    ['/mentions “低空经济” 常德 2022', '2022年常德哪些报告提到“低空经济”'],
  ])('%s', (text, question) => {
    const parsed = parseCommand(text);
    expect(parsed.kind === 'command' && toQuestion(parsed)).toBe(question);
  });

  it.each(['/help', '/export csv', '/chart', '/more', '/source 1', '/report 常德', '/reports', '/start', '/status'])(
    '%s is none',
    (text) => {
      const parsed = parseCommand(text);
      expect(parsed.kind === 'command' && toQuestion(parsed)).toBeNull();
    },
  );
});

describe('help', () => {
  it.each(['zh', 'en'] as const)('in %s names every command, and the administrators’ only to them', (language) => {
    const plain = helpText(language);
    const admin = helpText(language, { admin: true });
    for (const command of COMMANDS) {
      expect(admin).toContain(`/${command.name}`);
      expect(admin).toContain(command.description[language]);
      expect(plain.includes(command.description[language])).toBe(!command.admin);
    }
  });

  it('on one command shows its usage, arguments, example and aliases', () => {
    const targets = COMMANDS.find((command) => command.name === 'targets')!;
    expect(usage(targets)).toBe('/targets [地区] [年份] [指标]');
    const text = helpText('zh', { command: targets });
    for (const part of [usage(targets), '/targets 常德 2022', '目标', '年份，如 2022']) expect(text).toContain(part);
  });

  it.each([
    ['/trends', '是不是想用 /trend'],
    ['/tagets 常德', '是不是想用 /targets'],
    ['/xyzzy', '没有“/xyzzy”这个命令'],
    ['/mentions', '缺少词语'],
    ['/export xls 常德 湖南', '看不懂'],
  ])('on %s says what is wrong', (text, expected) => {
    const parsed = parseCommand(text);
    expect(parsed.kind).toBe('error');
    expect(commandErrorText(parsed as CommandError)).toContain(expected);
    expect(commandErrorText(parsed as CommandError, 'en')).toMatch(/^[\p{ASCII}“”\p{Script=Han}、—’]+$/u);
  });

  it('does not offer an administrators’ command for a slip', () => {
    expect(commandErrorText(parseCommand('/reloat') as CommandError)).not.toContain('/reload');
  });
});

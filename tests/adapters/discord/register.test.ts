import { describe, expect, test } from 'vitest';
import { commandBodies, VERIFY_COMMAND } from '../../../adapters/discord/command-bodies.js';
import { type CommandBody, commandSchema } from '../../../adapters/discord/command-limits.js';
import { checkCommands } from '../../../adapters/discord/register.js';
import { COMMANDS } from '../../../src/commands/index.js';

const bodies = commandBodies(COMMANDS);
const body = (name: string) => bodies.find((command) => command.name === name)!;

describe('commands made from the grammar', () => {
  test.each(bodies.map((command) => [command.name, command] as const))('%s is within every limit', (_, command) => {
    expect(commandSchema.safeParse(command).error?.issues ?? []).toEqual([]);
  });

  test('every command of the grammar is there, and the context command beside them', () => {
    expect(bodies.map(({ name }) => name)).toEqual([...COMMANDS.map(({ name }) => name), VERIFY_COMMAND]);
    expect(body('start')).toMatchObject({ options: [] });
  });

  test('names and descriptions in simplified and traditional Chinese and in English', () => {
    expect(body('compare')).toMatchObject({
      name_localizations: { 'zh-CN': '对比', 'zh-TW': '對比' },
      description: 'Compare one indicator over several places',
      description_localizations: {
        'zh-CN': '几个地区同一指标的排序表',
        'zh-TW': '幾個地區同一指標的排序表',
        'en-US': 'Compare one indicator over several places',
      },
    });
  });

  test('places, years and indicators are completed, formats and facets chosen', () => {
    const options = Object.fromEntries(
      bodies
        .flatMap((command) => ('options' in command ? (command.options ?? []) : []))
        .map((option) => [option.name, option]),
    );
    for (const name of ['place', 'places', 'year', 'years', 'indicator'])
      expect(options[name]).toMatchObject({ autocomplete: true });
    expect(options.format).toMatchObject({
      choices: [{ value: 'csv' }, { value: 'json' }, { value: 'md' }, { value: 'xlsx' }],
    });
    expect(options.facet).toMatchObject({
      choices: [
        { name: 'target', value: '目标' },
        { name: 'outcome', value: '实际' },
      ],
    });
  });

  test('they work in servers, with the bot and between people, installed by either', () => {
    for (const command of bodies) expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(body('reload')).toMatchObject({ default_member_permissions: '0' });
  });
});

describe('checking before sending', () => {
  const ask = body('ask') as Extract<CommandBody, { type: 1 }>;
  const faults: readonly (readonly [string, CommandBody])[] = [
    ['a name in upper case', { ...ask, name: 'Ask' }],
    ['a name with a blank', { ...ask, name: 'ask me' }],
    ['a name too long', { ...ask, name: 'a'.repeat(33) }],
    ['a description too long', { ...ask, description: '字'.repeat(101) }],
    ['an empty description', { ...ask, description: ' ' }],
    [
      'too many options',
      { ...ask, options: Array.from({ length: 26 }, (_, index) => ({ ...ask.options![0]!, name: `o${index}` })) },
    ],
    ['an option twice', { ...ask, options: [ask.options![0]!, ask.options![0]!] }],
    [
      'a required option after one that is not',
      { ...ask, options: [{ ...ask.options![0]!, name: 'a', required: false }, ask.options![0]!] },
    ],
    [
      'too many characters in all',
      {
        ...ask,
        options: Array.from({ length: 25 }, (_, index) => ({
          ...ask.options![0]!,
          name: `o${index}`,
          description: '字'.repeat(100),
          choices: Array.from({ length: 10 }, (__, at) => ({ name: 'n'.repeat(40), value: `${at}` })),
        })),
      },
    ],
  ];
  test.each(faults)('%s is refused by name, the others pass', (_, faulty) => {
    const { sound, refused } = checkCommands([body('targets'), faulty, body('help')]);
    expect(refused.map(({ name }) => name)).toEqual([faulty.name]);
    expect(sound.map(({ name }) => name)).toEqual(['targets', 'help']);
  });

  test('a name that another command has, in any language, is refused', () => {
    const twin = { ...ask, name: 'question' };
    expect(checkCommands([ask, twin]).refused).toEqual([{ name: 'question', reason: expect.stringContaining('问') }]);
  });

  test('the hundred-and-first command is refused', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({
      ...ask,
      name: `ask${index}`,
      name_localizations: undefined,
    }));
    expect(checkCommands(many).refused.map(({ name }) => name)).toEqual(['ask100']);
  });
});

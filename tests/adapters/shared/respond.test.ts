import { expect, test } from 'vitest';
import { type Heard, type Response, respondTo } from '../../../adapters/shared/respond.js';

const direct: Heard = {
  chat: 'direct',
  fromBot: false,
  text: true,
  command: 'none',
  addressed: 'nobody',
  mentionsMe: false,
  repliesToMe: false,
};
const group: Heard = { ...direct, chat: 'group' };

const table: [what: string, heard: Heard, response: Response][] = [
  ['direct: any text', direct, 'answer'],
  ['direct: a command that nobody knows', { ...direct, command: 'unknown' }, 'answer'],
  ['direct: no text', { ...direct, text: false }, 'hint'],
  ['direct: a bot', { ...direct, fromBot: true }, 'silent'],
  ['group: plain text', group, 'silent'],
  ['group: no text', { ...group, text: false }, 'silent'],
  ['group: a known command to nobody', { ...group, command: 'known' }, 'answer'],
  ['group: a known command to me', { ...group, command: 'known', addressed: 'me' }, 'answer'],
  ['group: a known command to another bot', { ...group, command: 'known', addressed: 'other' }, 'silent'],
  ['group: an unknown command to nobody', { ...group, command: 'unknown' }, 'silent'],
  ['group: an unknown command to me', { ...group, command: 'unknown', addressed: 'me' }, 'answer'],
  ['group: an unknown command in reply to me', { ...group, command: 'unknown', repliesToMe: true }, 'silent'],
  ['group: a mention', { ...group, mentionsMe: true }, 'answer'],
  ['group: a mention by a bot', { ...group, mentionsMe: true, fromBot: true }, 'silent'],
  ['group: a reply to me', { ...group, repliesToMe: true }, 'answer'],
  ['group: a reply to me without text', { ...group, repliesToMe: true, text: false }, 'silent'],
  ['channel: a command', { ...group, chat: 'broadcast', command: 'known' }, 'silent'],
  ['channel: a mention', { ...group, chat: 'broadcast', mentionsMe: true }, 'silent'],
];

test.each(table)('%s', (_what, heard, response) => {
  expect(respondTo(heard)).toBe(response);
});

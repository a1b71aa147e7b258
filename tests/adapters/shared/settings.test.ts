import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../adapters/shared/redact.js';
import { readSettings, secretsOf } from '../../../adapters/shared/settings.js';

const TELEGRAM = '123456789:AAE_abcdefghijklmnopqrstuvwxyz01234';
const DISCORD = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';

describe('readSettings', () => {
  test('fills in the defaults', () => {
    const read = readSettings({ TELEGRAM_BOT_TOKEN: TELEGRAM }, ['TELEGRAM_BOT_TOKEN']);
    expect(read.ok && read.settings).toMatchObject({
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      DISCORD_API_ROOT: 'https://discord.com/api',
      ADMIN_IDS: [],
      CORPUS: [],
      LOG_LEVEL: 'info',
      LOG_TEXT: false,
      LIMIT_PER_USER: { count: 20, seconds: 60 },
    });
  });

  test('reads lists, flags, numbers and rates', () => {
    const read = readSettings({
      ADMIN_IDS: '1, 22，333',
      CORPUS: '/a:/b',
      LOG_TEXT: 'yes',
      HEALTH_PORT: '9000',
      LIMIT_PER_CHAT: '5/10',
      DISCORD_SHARDS: 'auto',
    });
    expect(read.ok && read.settings).toMatchObject({
      ADMIN_IDS: ['1', '22', '333'],
      CORPUS: ['/a', '/b'],
      LOG_TEXT: true,
      HEALTH_PORT: 9000,
      LIMIT_PER_CHAT: { count: 5, seconds: 10 },
      DISCORD_SHARDS: 'auto',
    });
  });

  test.each<[Record<string, string>, RegExp]>([
    [{ TELEGRAM_BOT_TOKEN: 'secret-but-wrong' }, /^TELEGRAM_BOT_TOKEN must look like .*@BotFather/],
    [{ DISCORD_TOKEN: 'secret-but-wrong' }, /^DISCORD_TOKEN .*discord\.com\/developers/],
    [{ TELEGRAM_API_ROOT: 'ftp://x' }, /^TELEGRAM_API_ROOT must be an http or https address/],
    [{ DISCORD_API_ROOT: 'x' }, /^DISCORD_API_ROOT must be an http or https address/],
    [{ ADMIN_IDS: 'me' }, /^ADMIN_IDS must be numbers/],
    [{ HEALTH_PORT: '70000' }, /^HEALTH_PORT must be a whole number from 0 to 65535/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL /],
    [{ LOG_TEXT: 'maybe' }, /^LOG_TEXT must be 1 or 0/],
    [{ LIMIT_PER_USER: '20' }, /^LIMIT_PER_USER must be a count and seconds/],
    [{ TELEGRAM_WEBHOOK_URL: 'https://a.example/x' }, /^TELEGRAM_WEBHOOK_SECRET is needed/],
    [{ TELEGRAM_WEBHOOK_SECRET: 'short' }, /^TELEGRAM_WEBHOOK_SECRET must be 16/],
  ])('%j: names the variable and how to get it, and does not repeat the value', (environment, expected) => {
    const read = readSettings(environment);
    expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(expected)]);
    expect(JSON.stringify(read)).not.toContain('secret-but-wrong');
  });

  test('names every needed token that is missing or blank', () => {
    const read = readSettings({ DISCORD_TOKEN: '  ' }, ['TELEGRAM_BOT_TOKEN', 'DISCORD_TOKEN']);
    expect(read.ok ? [] : read.problems).toEqual([
      expect.stringMatching(/^TELEGRAM_BOT_TOKEN is not set .*BotFather/),
      expect.stringMatching(/^DISCORD_TOKEN is not set .*developers/),
    ]);
  });
});

describe('createRedactor', () => {
  const read = readSettings({ TELEGRAM_BOT_TOKEN: TELEGRAM, DISCORD_TOKEN: DISCORD });
  const redact = createRedactor(read.ok ? secretsOf(read.settings) : []);

  test.each([
    `https://api.telegram.org/bot${TELEGRAM}/getMe`,
    `https://api.telegram.org/bot${encodeURIComponent(TELEGRAM)}/getMe`,
    `Authorization: Bot ${DISCORD}`,
    'another token, 987654321:AAF_zyxwvutsrqponmlkjihgfedcba98765, of nobody here',
  ])('%s', (text) => {
    const clean = redact(text);
    expect(clean).toContain('[redacted]');
    for (const part of ['AAE_abc', 'AAF_zyx', 'GabcDe']) expect(clean).not.toContain(part);
  });

  test('leaves other text alone', () => {
    expect(redact('2022年 12:30 增长7%以上 a.b.c')).toBe('2022年 12:30 增长7%以上 a.b.c');
  });
});

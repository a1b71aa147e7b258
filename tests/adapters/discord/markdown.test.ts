import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockQuote, codeBlock, escapeMarkdown, truncate } from '../../../adapters/discord/markdown.js';
import { anyCharacter } from '../../support/any-text.js';

describe('escaping', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['增长7%以上', '增长7%以上'],
    ['**粗** _斜_ ~~删~~ ||藏||', '\\*\\*粗\\*\\* \\_斜\\_ \\~\\~删\\~\\~ \\|\\|藏\\|\\|'],
    ['`code` ```block```', '\\`code\\` \\`\\`\\`block\\`\\`\\`'],
    ['[x](http://a.example)', '\\[x\\](http\\://a.example)'],
    ['# 标题\n> 引用\n- 列表\n-# 小字', '\\# 标题\n\\> 引用\n\\- 列表\n\\-# 小字'],
    ['1. 第一', '1\\. 第一'],
    ['7.5个百分点', '7.5个百分点'],
    ['<@123> <#4> <:a:5> <t:0>', '\\<@123\\> \\<#4\\> \\<:a:5\\> \\<t:0\\>'],
    ['@everyone @here', '@\u200beveryone @\u200bhere'],
    ['常\u202e德\u2066', '常德'],
    ['\\*', '\\\\\\*'],
  ];
  test.each(cases)('%j is shown letter for letter', (given, escaped) => {
    expect(escapeMarkdown(given)).toBe(escaped);
  });

  test('nothing that Discord reads as markup is left unescaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped.replace(/\\[^A-Za-z0-9\s]/g, '')).not.toMatch(/[*_~`|[\]<>]|:\/\/|@(?:everyone|here)/);
      }),
    );
  });

  test('what was escaped reads as the text was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'常德7%.*_`|[]()<>#-+>\\:/ \n') }), (text) => {
        expect(escapeMarkdown(text).replace(/\\([^A-Za-z0-9\s])/g, '$1')).toBe(text);
      }),
    );
  });
});

test('a code block cannot be left from inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '\n', '表') }), (text) => {
      const block = codeBlock(text);
      expect(block.slice(3, -3)).not.toContain('```');
      expect(block.startsWith('```\n') && block.endsWith('\n```')).toBe(true);
    }),
  );
});

test('every line of a quote is quoted', () => {
  expect(blockQuote('一\n二')).toBe('> 一\n> 二');
});

test('cutting never parts a surrogate pair', () => {
  expect(truncate('常德市', 3)).toBe('常德市');
  expect(truncate('常德市政府', 4)).toBe('常德市…');
  expect(truncate('𠮷𠮷', 3)).toBe('𠮷…');
  expect(truncate('a𠮷𠮷', 3)).toBe('a…');
});

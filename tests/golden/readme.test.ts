import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSeeds } from '../support/seed-assistant.js';
import { PACKAGE_ROOT } from '../../src/lexicon/paths.js';

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = readFileSync(join(PACKAGE_ROOT, file), 'utf8');

  it('shows the answer that is given', async () => {
    const [, question, reply] = /\$ npm run --silent ask -- "([^"]+)"\n([\s\S]*?)\n```/.exec(text)!;
    expect((await (await loadSeeds()).ask('readme', question!)).text).toBe(reply);
  });

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
    const named = [...text.matchAll(/npm (?:run (?:--silent )?)([a-z]+)/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('links only to files that there are', () => {
    const links = [...text.matchAll(/\]\(([^):]+)\)/g)].map((match) => match[1]!);
    for (const link of links) expect(() => readFileSync(join(PACKAGE_ROOT, link)), link).not.toThrow();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/exports/file-name.js';
import { anyText } from '../support/any-text.js';

describe('fileName', () => {
  it.each([
    ['2022年常德市主要预期目标', '2022年常德市主要预期目标.csv'],
    ['提到“低空经济”的报告', '提到“低空经济”的报告.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['C:\\a|b?', 'C a b.csv'],
    ['甲\u0000乙\n丙', '甲 乙 丙.csv'],
    ['.bashrc', 'bashrc.csv'],
    ['con', '_con.csv'],
    ['', '导出.csv'],
    ['///', '导出.csv'],
    ['\u202egnp', 'gnp.csv'],
    ['年'.repeat(100), `${'年'.repeat(60)}.csv`],
  ])('of %j is %j', (title, name) => {
    expect(fileName(title, 'csv')).toBe(name);
  });

  it('is safe whatever the title', () => {
    fc.assert(
      fc.property(fc.array(anyText), (titles) => {
        const name = fileName(titles.join(''), 'json');
        expect(name).toMatch(/^[^\s./\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}][^/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]*\.json$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 300 },
    );
  });
});

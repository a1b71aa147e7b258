import { expect, it } from 'vitest';
import { normalizeQuestion } from '../../src/question/normalize.js';

it.each([
  ['长沙18、19、22、23、25年GDP目标变化', '长沙2018、2019、2022、2023、2025年GDP目标变化'],
  ['上海98、99和00年工业产值', '上海1998、1999和2000年工业产值'],
  // Spans of time, and numbers that are no years, stay.
  ['再过10、20年后怎样', '再过10、20年后怎样'],
  ['近10、20年变化', '近10、20年变化'],
  ['40、45年', '40、45年'],
  ['2018、19年', '2018、19年'],
])('%s', (question, text) => {
  expect(normalizeQuestion(question)).toEqual({ ok: true, text });
});

import { expect, it } from 'vitest';
import { normalizeQuestion } from '../../src/question/normalize.js';

it.each([
  ['长沙18、19、22、23、25年GDP目标变化', '长沙2018、2019、2022、2023、2025年GDP目标变化'],
  ['上海98、99和00年工业产值', '上海1998、1999和2000年工业产值'],
  // Spans of time, and numbers that are no years, stay.
  ['再过10、20年后怎样', '再过10、20年后怎样'],
  ['近10、20年变化', '近10、20年变化'],
  ['40、45年', '40、45年'],
  ['2018、19年', '2018、2019年'],
  // Their count stands for the unit, where it is theirs.
  ['上海05、06、07三年的财政收入', '上海2005、2006、2007年的财政收入'],
  ['黔南州2022、23、25三次报告的目标', '黔南州2022、2023、2025年报告的目标'],
  ['05、06三年', '05、06三年'],
  ['常州22、24、26三份报告的目标', '常州2022、2024、2026年报告的目标'],
  ['常州22、23连着两年没完成', '常州2022、2023年连着两年没完成'],
  // From a year on; but no length of time.
  ['常州18年以来的目标', '常州2018年以来的目标'],
  ['常州目标22年往后看', '常州目标2022年往后看'],
  ['从20年起每年多少', '从2020年起每年多少'],
  ['近15年以来', '近15年以来'],
  ['20年以后怎样', '20年以后怎样'],
  // Names in Latin letters as reports write them, in Chinese text alone; other words stay.
  ['厦门07年的gdp', '厦门07年的GDP'],
  ['pm2.5和r&d、reits、村ba', 'PM2.5和R&D、REITs、村BA'],
  ['5a景区和5g基站、a股', '5A景区和5G基站、A股'],
  ['app和excel、km', 'APP和excel、km'],
  ['changde gdp 2022', 'changde gdp 2022'],
  // The quotation marks of a keyboard.
  ['哪些省提到"低空经济"', '哪些省提到“低空经济”'],
  ['屏幕5"吗', '屏幕5"吗'],
])('%s', (question, text) => {
  expect(normalizeQuestion(question)).toEqual({ ok: true, text });
});

it.each([
  ['去年粮食打了几多万吨', '去年粮食打了多少万吨'],
  ['垃圾分类啷个搞的', '垃圾分类怎么搞的'],
  ['2022年边个市嘅目标唔够6%', '2022年哪个市的目标不到6%'],
  ['周边个别县的路修好冇', '周边个别县的路修好没'],
  ['2021年定的8%以上差好远冇', '2021年定的8%以上差多远'],
  ['2022年来了好多万人次', '2022年来了多少万人次'],
  ['今年修了好多座桥', '今年修了多少座桥'],
  ['森林覆盖率好高嘛', '森林覆盖率多高嘛'],
  // Where something else asks they tell.
  ['听说好多年没修了，修了多少公里', '听说好多年没修了，修了多少公里'],
  ['我们那片等好久了，要改造几个', '我们那片等好久了，要改造几个'],
  ['好多年没下雨', '好多年没下雨'],
  ['空气好高兴', '空气好高兴'],
])('in the words of a region: %s', (question, text) => {
  expect(normalizeQuestion(question)).toEqual({ ok: true, text });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutAsides } from '../../src/question/asides.js';

const PLACES = ['常德', '怀化', '桃源县'];
const placeIn = (text: string): string | undefined => PLACES.find((place) => text.includes(place));
const plain = (text: string): string => withoutAsides(text, placeIn);

describe('a question without the clauses beside it', () => {
  it.each([
    ['known already', '常德2021年出栏了多少只羊，猪的我晓得了', '常德2021年出栏了多少只羊'],
    ['not meant', '常德2021年新增就业目标是几万人（不是完成数）', '常德2021年新增就业目标是几万人'],
    ['what to do with those that share a rank', '2022年各市GDP目标谁最高，并列就都写上', '2022年各市GDP目标谁最高'],
    ['the same in other words', '2022年各市GDP目标谁最高？一样的话都列出来', '2022年各市GDP目标谁最高？'],
    ['not wanted', '常德2021年光出口多少亿，别给我进出口加一块的', '常德2021年光出口多少亿'],
    ['half remembered', '常德2021年来了多少游客？只听说创了新高', '常德2021年来了多少游客？'],
    ['where who asks is from', '我家在桃源县，常德全市2021年新增就业目标多少', '常德全市2021年新增就业目标多少'],
    ['the same without a verb', '我老家桃源县的，常德2021年新增就业目标多少', '常德2021年新增就业目标多少'],
    ['what one does for a living', '做跨境物流的，常德2021年义新欧开了多少列', '常德2021年义新欧开了多少列'],
    ['what one does and wants to know', '我们做直播带货的关心这个，常德2021年游客多少', '常德2021年游客多少'],
    ['for whom one asks', '帮养蚕的老乡问一下，常德2021年高速公路多少公里', '常德2021年高速公路多少公里'],
    ['who one is', '社区工作者请教，常德2021年游客多少', '常德2021年游客多少'],
    ['the same before a number', '在读研究生一枚，常德2021年游客多少', '常德2021年游客多少'],
    ['where one lives', '住县城的，常德2021年游客多少', '常德2021年游客多少'],
    ['what one cannot go on with', '背材料卡住了，常德2021年游客多少', '常德2021年游客多少'],
    ['a doubt behind', '常德2021年来了多少游客？我怕记错', '常德2021年来了多少游客？'],
    ['who asks', '卖水果的小贩想问：常德2021年高速公路多少公里', '常德2021年高速公路多少公里'],
    ['who asks, without a word of asking', '做水产的学生，常德2021年高速公路多少公里', '常德2021年高速公路多少公里'],
    ['why one asks', '上班族没空做早饭，常德2021年高速公路多少公里', '常德2021年高速公路多少公里'],
    ['the same with the place', '打算去桃源县买房，2021年高速公路多少公里', '桃源县，2021年高速公路多少公里'],
    ['a feeling', '感觉去年挺难的，常德2021年新增了多少个学位', '常德2021年新增了多少个学位'],
    ['in brackets in its midst', '常德2021年（别给我上半年的）外贸做了多少', '常德2021年外贸做了多少'],
    ['whose report says it', '桃源县2021年GDP多少，常德的报告里写了吗', '常德报告，桃源县2021年GDP多少'],
    [
      'asked by the clause that is left out',
      '桃源县2021年的生产总值，常德报告里写的多少',
      '常德报告，桃源县2021年的生产总值是多少',
    ],
    [
      'the report and the year',
      '报告是2022年的，说的是21年的事：常德关了多少家厂子',
      '2022年报告，21年常德关了多少家厂子',
    ],
    [
      'all but the thing stands beside',
      '常德报告是2022年的，说的是21年的事：粮食打了多少',
      '常德2022年报告，21年粮食打了多少',
    ],
    [
      'whether the report of a year says it',
      '常德2021年外贸是多少亿元，2022年那份报告写了没',
      '2022年报告，常德2021年外贸是多少亿元',
    ],
    [
      'whether it was reckoned there',
      '常德2021年外贸是多少亿元？2022年的报告里估过吗',
      '2022年报告，常德2021年外贸是多少亿元？',
    ],
    [
      'whether a number stands there',
      '常德2021年外贸是多少亿元？2022年报告里有没有具体数',
      '2022年报告，常德2021年外贸是多少亿元？',
    ],
    [
      'in which part of it',
      '常德2021年外贸是多少亿元，2022年报告的回顾里说了没',
      '2022年报告，常德2021年外贸是多少亿元',
    ],
    [
      'what asks for yes or no needs no word of asking',
      '常德的高铁到底动工没？2022年初报告咋说的',
      '2022年报告，常德的高铁到底动工没？',
    ],
    ['the report at the end', '常德五年里新建了多少所学校（看2022年报告）', '2022年报告，常德五年里新建了多少所学校'],
  ])('%s: %s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    ['a check', '听说常德2021年GDP增长了8%，是真的吗'],
    ['the aside names the place', '感觉常德学位紧张，2022年要添多少个'],
    ['a condition over many places', '2021年哪些市GDP目标定在7%以上，写区间的不算'],
    ['what opens a turn', '不是GDP，我问的是财政收入是多少'],
    ['what one does is what is asked about', '开网约车的，2021年常德有多少'],
    ['who asks is known by the same thing', '卖水果的小贩想问：常德2021年水果产量是多少'],
    ['what one does names the same thing', '养猪的想问：常德2021年卖出去多少头猪'],
    ['what one does is spoken of', '做锂电的，常德给这个产业2021年定的营收是多少'],
    ['nothing beside it', '常德2021年GDP多少'],
  ])('stays: %s', (_, text) => {
    expect(plain(text)).toBe(text);
  });

  it('never throws, and adds nothing but the report that is named', () => {
    const parts = [
      '常德',
      '2021年',
      '多少',
      '，',
      '（',
      '）',
      '？',
      '别给我',
      '我知道了',
      '报告是2022年的',
      '的报告里有没有',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), (list) => {
        const text = list.join('');
        const left = plain(text);
        expect(left.length).toBeLessThanOrEqual(text.length + 12);
        for (const word of ['别给我', '我知道了'])
          expect(left.split(word).length).toBeLessThanOrEqual(text.split(word).length);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { speakerIn } from '../../src/corpus/speaker.js';

describe('the speaker of a report', () => {
  test.each<[string, readonly string[], string | undefined]>([
    [
      'on a line of their own',
      ['政府工作报告', '——2026年1月27日在湖北省第十四届人民代表大会第五次会议上', '周霁'],
      '周霁',
    ],
    [
      'below the caption of a picture',
      ['——2026年1月27日在某省第十四届人民代表大会第五次会议上', '图为大会现场。（记者 李四 摄）', '周霁'],
      '周霁',
    ],
    [
      'above a caption',
      ['——2026年1月27日在某省第十四届人民代表大会第五次会议上', '周霁', '图为大会现场。记者 李四 摄'],
      '周霁',
    ],
    ['in the line of the meeting', ['2022年1月5日在常德市第八届人民代表大会第一次会议上 邹文辉'], '邹文辉'],
    ['with the office', ['——2019年1月8日在怀化市第五届人民代表大会第四次会议上', '怀化市市长 张三'], '张三'],
    [
      'before the meeting',
      ['宁波市市长 金德水', '2002年2月23日在宁波市', '第十一届人民代表大会第五次会议上'],
      '金德水',
    ],
    [
      'of five letters',
      ['2001年2月16日在内蒙古自治区第九届人民代表大会第四次会议上', '自治区代主席 乌云其木格'],
      '乌云其木格',
    ],
    ['with a dot', ['——2014年1月15日在新疆维吾尔自治区第十二届人民代表大会第二次会议上', '努尔·白克力'], '努尔·白克力'],
    ['nobody', ['政府工作报告', '——2014年1月15日在某市第十二届人民代表大会', '第二次会议上'], undefined],
    ['a number of the papers', ['海口市十六届人大', '二次会议文件（十二）', '政府工作报告'], undefined],
  ])('%s', (_, lines, name) => expect(speakerIn(lines, true, '')).toBe(name));

  test.each([
    ['<!-- 市长马宇骏代表市政府向大会作政府工作报告。 -->', '马宇骏'],
    ['<!-- 1月12日，李建国代市长作政府工作报告。（陈英杰 摄） -->', '李建国'],
    ['<!-- 1月10日上午，尹弘在河南省第十三届人民代表大会第三次会议上作政府工作报告。 -->', '尹弘'],
  ])('in a caption: %s', (source, name) => expect(speakerIn(['政府工作报告'], true, source)).toBe(name));
});

import { attributeOf, childOf, childrenOf, descendantsOf, type XmlNode } from './xml.js';

/** Word's own numbering (自动编号): the 一、 and （一） that stand in no text. */

interface Level {
  readonly format: string;
  /** %1、 */
  readonly pattern: string;
  readonly start: number;
}

type Levels = ReadonlyMap<number, Level>;

const HAN = '零一二三四五六七八九';

/** 12 as 十二. @param value 1 to 99 */
function chinese(value: number): string {
  if (value < 10) return HAN[value]!;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : HAN[tens]}十${ones === 0 ? '' : HAN[ones]}`;
}

function written(value: number, format: string): string {
  if (value < 1 || value > 99) return String(value);
  if (/chinese|ideograph|japanese|taiwanese/i.test(format) && !/Enclosed/.test(format)) return chinese(value);
  if (/Enclosed/.test(format) && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (format === 'upperLetter') return String.fromCharCode(64 + value);
  if (format === 'lowerLetter') return String.fromCharCode(96 + value);
  return String(value);
}

/** Counts the numbered paragraphs of a document and tells the number of each as it is shown. */
export interface Numbering {
  /** The number before a paragraph, '' where it has none. Call once for each paragraph, in order. */
  next(paragraph: XmlNode): string;
}

/** @param numbering word/numbering.xml @param styles word/styles.xml */
export function numberingOf(numbering: XmlNode | undefined, styles: XmlNode | undefined): Numbering {
  const levels = levelsByNumber(numbering);
  const styled = numbersOfStyles(styles);
  const counts = new Map<string, number[]>();
  return {
    next(paragraph) {
      const properties = childOf(paragraph, 'w:pPr');
      const own = childOf(properties, 'w:numPr') ?? styled.get(attributeOf(childOf(properties, 'w:pStyle'), 'w:val'));
      const id = attributeOf(childOf(own, 'w:numId'), 'w:val');
      const depth = Number(attributeOf(childOf(own, 'w:ilvl'), 'w:val') || '0');
      const level = levels.get(id)?.get(depth);
      if (level === undefined || level.format === 'bullet' || level.format === 'none') return '';
      const count = counts.get(id) ?? [];
      counts.set(id, count);
      count[depth] = (count[depth] ?? level.start - 1) + 1;
      count.length = depth + 1;
      return level.pattern.replace(/%(\d)/g, (_, n: string) => {
        const at = Number(n) - 1;
        const of = levels.get(id)?.get(at);
        return written(count[at] ?? of?.start ?? 1, of?.format ?? 'decimal');
      });
    },
  };
}

function levelsByNumber(numbering: XmlNode | undefined): ReadonlyMap<string, Levels> {
  const byNumber = new Map<string, Levels>();
  if (numbering === undefined) return byNumber;
  const abstracts = new Map<string, Levels>();
  for (const abstract of descendantsOf(numbering, 'w:abstractNum')) {
    const levels = new Map<number, Level>();
    for (const level of childrenOf(abstract)) {
      if (level.nodeName !== 'w:lvl') continue;
      levels.set(Number(attributeOf(level, 'w:ilvl')), {
        format: attributeOf(childOf(level, 'w:numFmt'), 'w:val') || 'decimal',
        pattern: attributeOf(childOf(level, 'w:lvlText'), 'w:val'),
        start: Number(attributeOf(childOf(level, 'w:start'), 'w:val') || '1'),
      });
    }
    abstracts.set(attributeOf(abstract, 'w:abstractNumId'), levels);
  }
  for (const number of descendantsOf(numbering, 'w:num')) {
    const levels = abstracts.get(attributeOf(childOf(number, 'w:abstractNumId'), 'w:val'));
    if (levels !== undefined) byNumber.set(attributeOf(number, 'w:numId'), levels);
  }
  return byNumber;
}

/** Styles (标题 1) that number their paragraphs. */
function numbersOfStyles(styles: XmlNode | undefined): ReadonlyMap<string, XmlNode> {
  const numbers = new Map<string, XmlNode>();
  if (styles === undefined) return numbers;
  for (const style of descendantsOf(styles, 'w:style')) {
    const own = childOf(childOf(style, 'w:pPr'), 'w:numPr');
    if (own !== undefined) numbers.set(attributeOf(style, 'w:styleId'), own);
  }
  return numbers;
}

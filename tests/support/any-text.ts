import fc from 'fast-check';

const MARKS = '=+-@"\',|\\\r\n\t <&*`[x1%年＝';

/** Any UTF-16 code units at all, lone surrogates among them; marks of syntax more often than chance has them. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.nat(MARKS.length - 1).map((at) => MARKS.charCodeAt(at)),
    ),
    { maxLength: 30 },
  )
  .map((units) => String.fromCharCode(...units));

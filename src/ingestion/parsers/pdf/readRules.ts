import type { Rule } from './page';

type Matrix = [number, number, number, number, number, number];
type Operators = { fnArray: number[]; argsArray: unknown[][] };
type OperatorCodes = Record<
  | 'save'
  | 'restore'
  | 'transform'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'constructPath'
  | 'endPath',
  number
>;

/** Points of thickness up to which a filled area is a line. */
const thickestLine = 3;

/** Shorter strokes (points) are drawings or parts of letters. */
const shortestLine = 6;

/** More lines than this on one page are a drawing, not tables. */
const mostLines = 5000;

/** The horizontal and vertical lines that a page's operators draw: strokes, thin areas, and the edges of areas. */
export function readRules(
  codes: OperatorCodes,
  { fnArray, argsArray }: Operators,
  viewport: number[],
): Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = viewport as Matrix;
  for (const [index, code] of fnArray.entries()) {
    const args = argsArray[index]!;
    if (code === codes.save) saved.push(matrix);
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (code === codes.transform) matrix = multiply(matrix, args as Matrix);
    else if (code === codes.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = multiply(matrix, (args[0] as Matrix | null) ?? [1, 0, 0, 1, 0, 0]);
    } else if (code === codes.constructPath && args[0] !== codes.endPath) {
      const [path] = args[1] as [Float32Array | null];
      if (path) for (const rule of pathRules(path, matrix)) rules.push(rule);
      if (rules.length > mostLines) return [];
    }
  }
  return rules;
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

type Point = { x: number; y: number };

/** The steps of a path as pdf.js keeps them, with how many numbers follow: moveTo, lineTo, curveTo, quadraticCurveTo, closePath. */
const numbersOfStep = [2, 2, 6, 4, 0];
const [moveTo, lineTo, closePath] = [0, 1, 4];

function pathRules(path: Float32Array, matrix: Matrix): Rule[] {
  const rules: Rule[] = [];
  let first: Point = { x: 0, y: 0 };
  let current = first;
  for (let index = 0; index < path.length; index += 1 + numbersOfStep[path[index]!]!) {
    const step = path[index]!;
    if (numbersOfStep[step] === undefined) break;
    const end = index + numbersOfStep[step];
    const next = step === closePath ? first : apply(matrix, path[end - 1]!, path[end]!);
    if (step === moveTo) first = next;
    if (step === lineTo || step === closePath) rules.push(...straightRule(current, next));
    current = next;
  }
  return asOneLine(rules);
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

function straightRule(from: Point, to: Point): Rule[] {
  const x0 = Math.min(from.x, to.x);
  const x1 = Math.max(from.x, to.x);
  const y0 = Math.min(from.y, to.y);
  const y1 = Math.max(from.y, to.y);
  if (y1 - y0 < 1 && x1 - x0 >= shortestLine) return [{ x0, x1, y0, y1: y0 }];
  if (x1 - x0 < 1 && y1 - y0 >= shortestLine) return [{ x0, x1: x0, y0, y1 }];
  return [];
}

/** A long thin rectangle is how many programs draw a line: its two long edges are one. */
function asOneLine(rules: Rule[]): Rule[] {
  const [first, second] = rules;
  if (rules.length !== 2 || !first || !second) return rules;
  const isHorizontal = first.y0 === first.y1 && second.y0 === second.y1;
  const isVertical = first.x0 === first.x1 && second.x0 === second.x1;
  const distance = isHorizontal ? Math.abs(first.y0 - second.y0) : Math.abs(first.x0 - second.x0);
  return (isHorizontal || isVertical) && distance <= thickestLine ? [first] : rules;
}

import jsQR from 'jsqr';
import { drawingIn } from './pdf.ts';

/** What the QR code that a document prints says to someone who reads it from the page; null when it prints none. */
export function codeIn(pdf: Buffer): string | null {
  for (const drawing of drawingIn(pdf)) {
    const paths = drawing.match(/(?:-?[\d.]+ -?[\d.]+ m\n(?:-?[\d.]+ -?[\d.]+ l\n)+h\n)+/g) ?? [];
    const longest = paths.toSorted((a, b) => b.length - a.length)[0];
    if (longest) return read(rectanglesIn(longest));
  }
  return null;
}

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** The rectangles of a path, in its own units. */
const rectanglesIn = (path: string): Rectangle[] =>
  path.split('h\n').flatMap((part): Rectangle[] => {
    const points = [...part.matchAll(/(-?[\d.]+) (-?[\d.]+) [ml]/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return points.length === 0 ? [] : [[Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]];
  });

/** Pixels a module, and the light margin that a reader needs around a code, in modules. */
const [PIXELS, MARGIN] = [4, 4];

function read(rectangles: readonly Rectangle[]): string | null {
  const module = Math.min(...rectangles.map(([, top, , bottom]) => bottom - top));
  const [left, top] = [Math.min(...rectangles.map(([x]) => x)), Math.min(...rectangles.map(([, y]) => y))];
  const modules = Math.round((Math.max(...rectangles.map(([, , x]) => x)) - left) / module);
  const side = (modules + 2 * MARGIN) * PIXELS;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const at = (of: number, from: number) => (Math.round((of - from) / module) + MARGIN) * PIXELS;
  for (const [x0, y0, x1, y1] of rectangles)
    for (let y = at(y0, top); y < at(y1, top); y++)
      for (let x = at(x0, left); x < at(x1, left); x++) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  // The library is CommonJS: its one export lies under `default`, once or twice.
  const decode = 'default' in jsQR ? (jsQR.default as unknown as typeof jsQR) : jsQR;
  return decode(pixels, side, side)?.data ?? null;
}

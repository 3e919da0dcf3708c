import { correction, generate, mode } from 'lean-qr';

/** A QR code as a drawing: a square of `size` modules a side, dark modules as one path of SVG, no margin. */
export interface Code {
  readonly size: number;
  readonly path: string;
}

/**
 * Draws a text as a QR code, of which a seventh may be lost. One path for all dark modules: squares side by side would
 * show hairlines between them. The text is UTF-8 throughout and says so: of a mixture, some readers mistake an
 * apostrophe for another letter. Source: ISO/IEC 18004 (the code); correction level M.
 */
export function codeOf(text: string): Code {
  const bitmap = generate(text, { minCorrectionLevel: correction.M, modes: [mode.utf8] });
  const rows = Array.from({ length: bitmap.size }, (_, y) => y);
  return { size: bitmap.size, path: rows.map((y) => runsOf(bitmap.size, (x) => bitmap.get(x, y), y)).join('') };
}

/** The dark runs of a row, each a rectangle one module high. */
function runsOf(size: number, isDark: (x: number) => boolean, y: number): string {
  let path = '';
  for (let x = 0; x < size; x++) {
    if (!isDark(x)) continue;
    const from = x;
    while (x + 1 < size && isDark(x + 1)) x++;
    path += `M${from},${y}H${x + 1}V${y + 1}H${from}Z`;
  }
  return path;
}

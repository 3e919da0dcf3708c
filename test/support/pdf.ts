import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF, in the order it is drawn: streams are inflated, and glyphs read back through the tables of
 * characters that the fonts carry. Enough for documents of ours; no reader of everybody's.
 */
export function textIn(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ body }) => /\/Type\s*\/Page\b/.test(body));
  return pages.map(({ body }) => pageText(body, objects)).join('\n');
}

/** What each page draws, in the operators of PDF. */
export function drawingIn(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ body }) => /\/Type\s*\/Page\b/.test(body));
  return pages.map(({ body }) => objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? '')?.stream ?? '');
}

interface Part {
  readonly body: string;
  readonly stream: string;
}
type Objects = ReadonlyMap<string, Part>;
type Characters = ReadonlyMap<string, string>;

function objectsOf(pdf: Buffer): Objects {
  const objects = [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\b([\s\S]*?)\bendobj/g)];
  return new Map(objects.map(([, id = '', whole = '']): [string, Part] => [id, partOf(whole)]));
}

/** A stream is as long as its object says: its last byte may be one that ends a line elsewhere. */
function partOf(whole: string): Part {
  const [head = '', body = whole] = /^([\s\S]*?)\bstream\r?\n/.exec(whole) ?? [];
  const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0);
  const raw = head === '' ? '' : whole.slice(head.length, head.length + length);
  const packed = raw !== '' && /FlateDecode/.test(body);
  return { body, stream: packed ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw };
}

function pageText(page: string, objects: Objects): string {
  const [, content = ''] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
  const fonts = new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, charactersIn(id, objects)]),
  );
  let font: Characters | undefined;
  let text = '';
  const stream = objects.get(content)?.stream ?? '';
  // What marks a passage (`<<…>>`) draws nothing; a glyph after the 127th makes its string one of hexadecimal digits.
  const parts = /\/(f\d+) [\d.]+ Tf|<<[\s\S]*?>>|<([\da-f]+)>|\(/gi;
  for (let part = parts.exec(stream); part; part = parts.exec(stream)) {
    const [all, named, digits] = part;
    if (named) font = fonts.get(named);
    else if (digits) for (const glyph of digits.toLowerCase().match(/.{4}/g) ?? []) text += font?.get(glyph) ?? '';
    else if (all === '(') {
      const end = closingOf(stream, parts.lastIndex);
      for (const glyph of glyphsOf(stream.slice(parts.lastIndex, end))) text += font?.get(glyph) ?? '';
      parts.lastIndex = end + 1;
    }
  }
  return text;
}

/** Where the parenthesis that was opened closes: those in between are written as they are when they go by pairs. */
function closingOf(stream: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < stream.length) {
    if (stream[at] === '\\') at++;
    else if (stream[at] === '(') depth++;
    else if (stream[at] === ')' && --depth === 0) return at;
    at++;
  }
  return at;
}

/** Glyph → character, as the font itself says it. */
function charactersIn(font: string, objects: Objects): Characters {
  const [, table = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.body ?? '') ?? [];
  const said = (objects.get(table)?.stream ?? '').matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]+)>/gi);
  return new Map([...said].map(([, glyph = '', code = '']) => [glyph.toLowerCase(), utf16(code)]));
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The glyphs of a drawn text, two bytes each. */
function glyphsOf(said: string): string[] {
  const bytes = said.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return Buffer.from(bytes, 'latin1').toString('hex').match(/.{4}/g) ?? [];
}

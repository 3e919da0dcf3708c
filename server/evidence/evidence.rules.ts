import type { EvidenceKind } from '../kernel/kinds.ts';

const MEGA = 1024 * 1024;
const images = ['image/jpeg', 'image/png', 'image/webp'] as const;
const sounds = ['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/ogg', 'audio/wav'] as const;

/** What each kind of evidence may be, by its content, and how large, in bytes as sent. */
export const accepted = {
  PHOTO: { types: images, most: 12 * MEGA },
  CAPTURE: { types: images, most: 8 * MEGA },
  DOCUMENT: { types: ['application/pdf', ...images], most: 15 * MEGA },
  MESSAGE: { types: ['text/plain', 'application/pdf', ...images], most: 8 * MEGA },
  RECORDING: { types: sounds, most: 15 * MEGA },
} as const satisfies Record<`${EvidenceKind}`, { types: readonly string[]; most: number }>;

/** The largest file of any kind, in bytes. */
export const LARGEST = Math.max(...Object.values(accepted).map(({ most }) => most));

export const isImage = (type: string): boolean => type.startsWith('image/');

/** What a file is by its content: `found` is what its first bytes say, null when they say nothing. */
export function typeIn(found: string | null, content: Uint8Array): string | null {
  if (found !== null) return found.split(';')[0] ?? null;
  return isPlainText(content) ? 'text/plain' : null;
}

/** Text in UTF-8 that no program takes for something else: no page, no drawing, no script, no control characters. */
export function isPlainText(content: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return false;
  }
  const start = text.trimStart().slice(0, 200);
  if (start === '' || /^(<|#!|%!|MZ)/.test(start)) return false;
  return !/<(script|svg|html|iframe|object)\b/i.test(text) && !hasControls(text);
}

/** Characters that no one types: all controls but tabulation and ends of line. */
const hasControls = (text: string): boolean =>
  [...text].some((letter) => letter < ' ' && letter !== '\t' && letter !== '\n' && letter !== '\r');

/** What the end of a name says a file is; null when it says nothing we know. */
const endings: Readonly<Record<string, string>> = {
  ...{ jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', heic: 'image/heic' },
  ...{
    pdf: 'application/pdf',
    txt: 'text/plain',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    ogg: 'audio/ogg',
    wav: 'audio/wav',
  },
  ...{
    svg: 'image/svg+xml',
    html: 'text/html',
    htm: 'text/html',
    js: 'text/javascript',
    exe: 'application/x-msdownload',
  },
};

/**
 * Whether a name says something else than the content: a script named .jpg. Two kinds of picture are not told apart:
 * telephones name them as they please.
 */
export function isMisnamed(name: string, type: string): boolean {
  const said = endings[/\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  return said !== undefined && familyOf(said) !== familyOf(type);
}

const familyOf = (type: string): string =>
  (images as readonly string[]).includes(type) ? 'picture' : type.startsWith('audio/') ? 'sound' : type;

/** A file name that says nothing: what people type in names is not kept. */
export const nameOf = (id: string, type: string): string =>
  `piece-${id.slice(0, 8)}.${Object.entries(endings).find(([, each]) => each === type)?.[0] ?? 'bin'}`;

/** The day on which something received on a day is purged, ISO. */
export function purgeDayOf(received: Date, days: number): string {
  return new Date(received.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** How wide and high a picture is brought before it is fingerprinted: 64 comparisons of neighbours in a row. */
export const PRINT = { width: 9, height: 8 } as const;

/**
 * The fingerprint of a picture, from its 9 × 8 grey pixels: one bit a pair of neighbours, whether it darkens; 16
 * hexadecimal digits. What is resized, recompressed or slightly lit otherwise keeps nearly all bits.
 * Source: "dHash", Krawetz, Kind of Like That (2013), hackerfactor.com.
 */
export function printOf(pixels: Uint8Array): string {
  let bits = '';
  for (let y = 0; y < PRINT.height; y++)
    for (let x = 0; x < PRINT.width - 1; x++) {
      const at = y * PRINT.width + x;
      bits += (pixels[at] ?? 0) > (pixels[at + 1] ?? 0) ? '1' : '0';
    }
  return bits.replaceAll(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

/** How many of the 64 bits of two fingerprints differ. */
export function distanceOf(a: string, b: string): number {
  let differing = 0;
  for (let at = 0; at < 16; at += 8) {
    let bits = (Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)) >>> 0;
    for (; bits !== 0; bits >>>= 1) differing += bits & 1;
  }
  return differing;
}

/** Up to how many bits two pictures are taken for one: of two different ones, some 32 differ. */
export const SAME_PICTURE = 6;

import sharp, { type Sharp } from 'sharp';
import { Refusal } from '../kernel/errors.ts';
import { PRINT, printOf } from './evidence.rules.ts';

/** The most pixels of a picture: what the largest telephones take. More is refused before it is unpacked. */
const MOST_PIXELS = 50_000_000;
/** What a picture is brought down to, in pixels a side: a letter on it still reads. */
const MOST_SIDE = 4000;

/** A picture drawn again: nothing of what stood beside its pixels is left. */
export interface Drawn {
  readonly content: Buffer;
  readonly print: string;
}

/**
 * Draws a picture again, upright, without its metadata: where it was taken, when, with what, and whatever else was in the
 * file. Refused when it is too large once unpacked, or no picture at all.
 */
export async function drawnAgain(path: string, type: string): Promise<Drawn> {
  try {
    const upright = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize(MOST_SIDE, MOST_SIDE, { fit: 'inside', withoutEnlargement: true });
    const content = await encoded(upright, type).toBuffer();
    const pixels = await sharp(content)
      .removeAlpha()
      .greyscale()
      .resize(PRINT.width, PRINT.height, { fit: 'fill' })
      .raw()
      .toBuffer();
    return { content, print: printOf(pixels) };
  } catch (error) {
    const bomb = error instanceof Error && /pixel limit|too large|dimensions/i.test(error.message);
    throw new Refusal(bomb ? 'EVIDENCE_PIXELS' : 'EVIDENCE_UNREADABLE', { most: MOST_PIXELS });
  }
}

function encoded(picture: Sharp, type: string): Sharp {
  if (type === 'image/png') return picture.png({ compressionLevel: 9 });
  return type === 'image/webp' ? picture.webp({ quality: 85 }) : picture.jpeg({ quality: 85 });
}

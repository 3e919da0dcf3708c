import sharp from 'sharp';
import type { Chance } from './random.ts';

/** In pixels. */
const [WIDTH, HEIGHT] = [480, 360];
const walls = ['#d9cbb2', '#c7d1d6', '#e0d3c4', '#b9c4b0', '#d6bfae'];
const inks = ['#1f4e8c', '#2f7d5b', '#b84f14', '#7a4a9e', '#5b6b7b'];

/** A small picture that shows nothing real: a page of a website, or the front of a town hall. */
export const pictureOf = (channel: 'WEBSITE' | 'RECEPTION', chance: Chance): Promise<Buffer> =>
  sharp(Buffer.from(drawn(channel === 'WEBSITE' ? page(chance) : front(chance))))
    .png()
    .toBuffer();

const drawn = (shapes: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes.join('')}</svg>`;

const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

const oneOf = (all: readonly string[], chance: Chance): string => all[chance.whole(0, all.length - 1)] ?? '#888888';

/** A header, a menu, and lines of text around some frames. */
function page(chance: Chance): string[] {
  const ink = oneOf(inks, chance);
  const lines = Array.from({ length: 9 }, (_, i) => box(150, 90 + 28 * i, chance.whole(60, 300), 10, '#c3c9d1'));
  const frames = Array.from({ length: 4 }, () => {
    const shade = oneOf(walls, chance);
    return box(chance.whole(0, 380), chance.whole(50, 290), chance.whole(60, 150), chance.whole(40, 110), shade);
  });
  return [box(0, 0, WIDTH, HEIGHT, '#ffffff'), box(0, 0, WIDTH, 46, ink), box(0, 46, 120, 314, '#eef1f5')].concat(
    lines,
    frames,
    [box(chance.whole(200, 380), 12, 70, 22, '#ffffff')],
  );
}

/** A wall, its windows, a door, and the sky above. */
function front(chance: Chance): string[] {
  const [left, top] = [chance.whole(20, 120), chance.whole(60, 130)];
  const [width, storeys] = [chance.whole(240, 340), chance.whole(2, 3)];
  const windows = Array.from({ length: storeys * 5 }, (_, i) =>
    box(
      left + 20 + (i % 5) * (width / 5),
      top + 24 + Math.floor(i / 5) * 62,
      26,
      38,
      chance.happens(0.3) ? '#fff3c4' : '#44546a',
    ),
  );
  return [
    ...[box(0, 0, WIDTH, HEIGHT, '#a9c6e6'), box(0, 300, WIDTH, 60, '#9aa39b')],
    ...[box(left, top, width, 300 - top, oneOf(walls, chance)), ...windows],
    box(left + width / 2 - 22, 240, 44, 60, oneOf(inks, chance)),
  ];
}

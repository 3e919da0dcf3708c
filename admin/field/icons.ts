import { crc32, deflateSync } from 'node:zlib';

/** Colours of the icon, as bytes: the ground, and the needle and dial of a gauge. */
const GROUND = [0x1f, 0x4e, 0x8c];
const DIAL = [0xff, 0xff, 0xff];

/** The icon of the app as a PNG, so many pixels wide: a dial and its needle, within what a mask leaves. */
export function iconOf(size: number): Buffer {
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(1 + size * 3);
    for (let x = 0; x < size; x++)
      row.set(shadeAt((x + 0.5) / size - 0.5, (y + 0.5) / size - 0.58, 1.5 / size), 1 + x * 3);
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8); // eight bits a channel, red, green and blue
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))]);
}

/** The colour at a place, from the pivot of the needle; `soft` is how wide an edge is. */
function shadeAt(x: number, y: number, soft: number): number[] {
  const dial = Math.max(Math.abs(Math.hypot(x, y) - 0.27) - 0.035, y - 0.035);
  const [along, across] = [(x - y) * Math.SQRT1_2, Math.abs(x + y) * Math.SQRT1_2];
  const needle = Math.max(across - 0.03, along - 0.21, -along);
  const pivot = Math.hypot(x, y) - 0.055;
  const inked = Math.min(1, Math.max(0, 0.5 - Math.min(dial, needle, pivot) / soft));
  return GROUND.map((ground, i) => Math.round(ground + ((DIAL[i] ?? 0) - ground) * inked));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

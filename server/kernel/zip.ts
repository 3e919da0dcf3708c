/** One file within a ZIP archive: its path, and its sizes in bytes as the archive says them. */
interface Packed {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** What a ZIP archive says it holds, read without unpacking anything; null when it is none, or is cut short. */
export function packedIn(bytes: Uint8Array): Packed[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const found: Packed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const length = view.getUint16(at + 28, true);
    found.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

/** Its directory is announced at the end, before a comment of at most 64 kB. */
function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === END) return at;
  return null;
}

/** Unpacked, a workbook of 200,000 rows is under this. */
const MOST_UNPACKED = 150 * 1024 * 1024;
/** A sheet of one value repeated packs 60 times smaller; a bomb, a thousand times. */
const MOST_RATIO = 200;
/** Below this size a ratio tells nothing. */
const SMALL = 4 * 1024 * 1024;

/**
 * Whether an archive unpacks to far more than it looks, or hides how much. What reads it afterwards never unpacks an
 * entry beyond the size said here.
 */
export const isBomb = (entries: readonly Packed[]): boolean =>
  entries.length > 5000 ||
  entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED ||
  entries.some(
    ({ packed, unpacked }) =>
      (unpacked === 0 && packed > 2) || (unpacked > SMALL && unpacked > packed * MOST_RATIO) || packed === 0xffffffff,
  );

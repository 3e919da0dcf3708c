import { crc32 } from 'node:zlib';

/** The bytes of an archive, piece by piece. */
export type Packing = AsyncGenerator<Buffer>;

/** One file to be packed. */
interface File {
  readonly name: string;
  readonly content: Buffer;
}

const UTF8 = 0x0800;

/**
 * A ZIP archive of files that are compressed already, such as PDF: stored as they are, one after the other, so that
 * memory holds one of them at most. All bear one date, so that the same files give the same bytes. Under 4 GB.
 * Source: PKWARE, APPNOTE.TXT 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export async function* packed(files: AsyncIterable<File>, date: Date): Packing {
  const entries: Buffer[] = [];
  let at = 0;
  for await (const { name, content } of files) {
    const about = aboutOf(name, content, date);
    const head = Buffer.concat([signed(0x04034b50), about, Buffer.from(name, 'utf8')]);
    entries.push(entryOf(about, name, at));
    at += head.length + content.length;
    yield head;
    yield content;
  }
  const directory = Buffer.concat(entries);
  yield directory;
  yield endOf(entries.length, directory.length, at);
}

/** What both headers of a file say of it: version, flags, method, date, checksum, sizes, lengths. */
function aboutOf(name: string, content: Buffer, date: Date): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(UTF8, 2);
  about.writeUInt16LE(date.getUTCHours() * 2048 + date.getUTCMinutes() * 32 + Math.floor(date.getUTCSeconds() / 2), 6);
  about.writeUInt16LE((date.getUTCFullYear() - 1980) * 512 + (date.getUTCMonth() + 1) * 32 + date.getUTCDate(), 8);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(content.length, 14);
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(Buffer.byteLength(name, 'utf8'), 22);
  return about;
}

/** The line of the directory: the file, and where it begins. */
function entryOf(about: Buffer, name: string, at: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(at, 10);
  const version = Buffer.from([20, 0]);
  return Buffer.concat([signed(0x02014b50), version, about, rest, Buffer.from(name, 'utf8')]);
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature, 0);
  return bytes;
}

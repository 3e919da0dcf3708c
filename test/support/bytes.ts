/** The encodings and separators in which agencies and Excel send their files. */
export const encodings = ['windows-1252', 'utf-8', 'utf-8 with its mark', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];
export const separators = [';', ',', '\t'] as const;

const decoder = new TextDecoder('windows-1252');
const windows1252 = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));

/** Whether a text can be written in Windows-1252, whose bytes 81, 8D, 8F, 90 and 9D mean nothing. */
export const isWindows1252 = (text: string): boolean =>
  [...text].every((character) => windows1252.has(character) && !/[\u0080-\u009f]/.test(character));

/** Whether bytes can be read as UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A text as bytes. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'windows-1252':
      return Uint8Array.from(text, (character) => windows1252.get(character) ?? 0x3f);
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with its mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  }
}

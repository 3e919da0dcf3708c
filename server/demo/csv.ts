import type { Absence, Finding } from '../score/measure.rules.ts';
import type { CriterionKind } from '../score/scale.rules.ts';

/** A field agency's file: Windows-1252, semicolons, CRLF. Throws on a letter that encoding does not have. */
export function agencyFile(columns: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  const lines = [columns, ...rows].map((cells) => `${cells.map(cellOf).join(';')}\r\n`);
  return Buffer.from([...lines.join('')].map(byteOf));
}

const cellOf = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const bytes = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i))].map((letter, i) => [
    letter,
    i,
  ]),
);

function byteOf(letter: string): number {
  const byte = bytes.get(letter);
  if (byte === undefined) throw new RangeError(`Windows-1252 has no ${letter}`);
  return byte;
}

const absences: Readonly<Record<Absence, string>> = {
  NOT_APPLICABLE: 'SO',
  NOT_OFFERED: 'NP',
  NOT_OBSERVED: 'NOBS',
  REFUSED: 'REF',
};

/** A finding as agencies write it: oui or non, a decimal comma, a choice, or why there is nothing. */
export function findingText(kind: CriterionKind, finding: Finding | undefined): string {
  if (!finding || finding.value === null) return absences[finding?.absence ?? 'NOT_OBSERVED'];
  if (kind === 'YES_NO') return finding.value === '1' ? 'oui' : 'non';
  return kind === 'CHOICE' ? finding.value : finding.value.replace('.', ',');
}

/** A local time as dd/mm/yyyy hh:mm. */
export const frenchTime = (time: string): string =>
  time.replace(/^(\S{10})T/, (_, day: string) => `${frenchDay(day)} `);

/** An ISO day as dd/mm/yyyy. */
export const frenchDay = (day: string): string => day.split('-').toReversed().join('/');

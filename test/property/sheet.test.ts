import 'reflect-metadata';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { type Finding, readFinding, sayFinding } from '../../server/audit/finding.rules.ts';
import { readSheet, type Sheet } from '../../server/kernel/sheet.ts';
import { type Encoding, encoded, encodings, isUtf8, isWindows1252, separators } from '../support/bytes.ts';

/** Cells as people fill them: French, quotes, separators, line breaks; spaces at either end are not kept. */
const letters = `abcXYZ éèêëàâäîïôöùûüÿçœæÉÈÊÀÂÎÔÙÇŒÆ€’«»…–°²;,\t"'0123456789.-/%\n`;
const cell = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }).map((text) => text.trim());
const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(
    fc.array(cell, { minLength: width, maxLength: width }).filter((cells) => cells.some((each) => each !== '')),
    { minLength: 1, maxLength: 8 },
  ),
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** "Â°" in Windows-1252 is "°" in UTF-8, byte for byte: nobody can say which was meant, and UTF-8 is taken. */
const tellsItsEncoding = (text: string, encoding: Encoding) =>
  encoding !== 'windows-1252' || (isWindows1252(text) && (isAscii(text) || !isUtf8(encoded(text, encoding))));
// biome-ignore lint/suspicious/noControlCharactersInRegex: the first of them is where ASCII begins
const isAscii = (text: string) => /^[\u0000-\u007f]*$/.test(text);

test('any table comes back cell by cell from any encoding, separator and end of line', () =>
  fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(...encodings),
      fc.constantFrom(...separators),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (rows, encoding, separator, end, lastEnd) => {
        const heads = (rows[0] ?? []).map((_, i) => `colonne_${i}`);
        // A single column has no separator to be told by.
        fc.pre(heads.length > 1 || separator === ';');
        const text = [heads.join(separator), ...rows.map((cells) => cells.map(quoted).join(separator))].join(end);
        fc.pre(tellsItsEncoding(text, encoding));
        const sheet = (await readSheet(encoded(lastEnd ? text + end : text, encoding))) as Sheet;
        expect(sheet.columns).toEqual(heads);
        expect(sheet.rows.map(({ cells }) => heads.map((head) => cells[head]))).toEqual(rows);
      },
    ),
    { numRuns: 300 },
  ));

test('any table comes back cell by cell from an Excel workbook', () =>
  fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const heads = (rows[0] ?? []).map((_, i) => `colonne_${i}`);
      const bytes = await writeXlsx({ sheets: [{ name: 'Feuille', rows: [heads, ...rows] }] });
      const sheet = (await readSheet(bytes)) as Sheet;
      expect(sheet).toMatchObject({ columns: heads, faults: [] });
      expect(sheet.rows.map(({ cells }) => heads.map((head) => cells[head]))).toEqual(rows);
    }),
    { numRuns: 60 },
  ));

test('a line has the number that a text editor shows where it ends', () =>
  fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const heads = (rows[0] ?? []).map((_, i) => `c${i}`);
      const text = [heads.join(';'), ...rows.map((cells) => cells.map(quoted).join(';'))].join('\n');
      const sheet = (await readSheet(Buffer.from(text))) as Sheet;
      let line = 1;
      for (const [i, cells] of rows.entries()) {
        line += 1 + cells.join('').split('\n').length - 1;
        expect(sheet.rows[i]?.line).toBe(line);
      }
    }),
  ));

test('UTF-8 that was read as Windows-1252 on its way is never taken for a table', () =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...'éèêëàâäîïôöùûüÿçÉÈÊËÀÂÄÎÏÔÖÙÛÜÇ'), cell, async (letter, text) => {
      const damaged = new TextDecoder('windows-1252').decode(
        Buffer.from(`nom;lieu\n${letter};${text.replace(/[\n";]/g, '')}x`),
      );
      const faults = await readSheet(Buffer.from(damaged));
      expect(Array.isArray(faults) && faults[0]).toMatchObject({ line: 2, reason: 'BROKEN_ENCODING' });
    }),
  ));

test('no bytes make the reader fail: they make a sheet or faults with their lines', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: fc.constantFrom(...`a;"\n\r,\t é`) }).map((text) => Buffer.from(text)),
      ),
      async (bytes) => {
        const read = await readSheet(bytes);
        if (Array.isArray(read)) for (const { line } of read) expect(line).toBeGreaterThanOrEqual(1);
        else expect(read.rows.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  ));

test('an amount is kept in one writing, however it was written', () =>
  fc.assert(
    fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(3), fc.nat(3), (n, zerosBefore, zerosAfter) => {
      const exact = (n / 100).toString();
      const [whole = '', part = ''] = (n / 100).toFixed(2).replace('-', '').split('.');
      const written = `${n < 0 ? '-' : ''}${'0'.repeat(zerosBefore)}${whole},${part}${'0'.repeat(zerosAfter)}`;
      const scale = { type: 'LINEAR', zeroAt: '0', oneAt: '1' } as const;
      const found = readFinding({ kind: 'DURATION', scale }, written);
      if (n < 0) expect(found).toBe('OUT_OF_SCALE');
      else expect(sayFinding(found as Finding)).toBe(exact);
    }),
  ));

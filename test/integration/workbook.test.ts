import { deflateRawSync } from 'node:zlib';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { importing } from '../support/importing.ts';
import { sirenOf } from '../support/sample.ts';

const office = await makeBackOffice('workbook');
const { sql } = office;

const head = ['reference', 'nom', 'type', 'siren', 'population'];
const town = ['W1', 'Ville de Norvelle', 'commune', Number(sirenOf(21_000_001)), 1234];
const bookOf = (...sheets: (Partial<WriteSheet> & { name: string })[]) => writeXlsx({ sheets });
const book = (more: Partial<WriteSheet> = {}) => bookOf({ name: 'Villes', rows: [head, town], ...more });
const importBytes = (name: string, bytes: Uint8Array, apply = true) =>
  importing(office).report('STRUCTURE', bytes, { name, apply });

/** A ZIP archive of one file, which says of its size what it is told to. */
function archive(name: string, content: Buffer, said = content.length): Buffer {
  const packed = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(said, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
  const start = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), fields]);
  const entry = Buffer.concat([start, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

const cells = (place: string, cell: object) => new Map([[place, cell]]);
const text = (latin: string) => Buffer.from(latin, 'latin1');

test.each<[string, Uint8Array, string]>([
  ['a PDF that was renamed', text('%PDF-1.7 …'), 'PDF_FILE'],
  ['an old workbook', text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook'), 'OLD_EXCEL'],
  [
    'a workbook with a password',
    Buffer.concat([text('\xd0\xcf\x11\xe0'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'ENCRYPTED_FILE',
  ],
  [
    'a workbook with macros',
    await writeXlsx({ sheets: [{ name: 'A', rows: [head, town] }], vbaProject: text('x') }),
    'MACROS',
  ],
  ['another archive', archive('word/document.xml', text('x')), 'NOT_A_SHEET'],
  ['a page of the web', text('<html><table></table></html>'), 'NOT_A_SHEET'],
  ['a bomb', archive('xl/workbook.xml', Buffer.alloc(30_000_000)), 'ZIP_BOMB'],
  ['a bomb that hides its size', archive('xl/workbook.xml', Buffer.alloc(30_000_000), 0), 'ZIP_BOMB'],
  ['a bomb that lies about its size', archive('xl/workbook.xml', Buffer.alloc(30_000_000), 100_000), 'DAMAGED_FILE'],
  ['a workbook cut short', (await book()).subarray(0, 900), 'DAMAGED_FILE'],
  ['an empty workbook', await book({ rows: [] }), 'EMPTY_FILE'],
  ['two sheets', await bookOf({ name: 'A', rows: [head, town] }, { name: 'B', rows: [['x']] }), 'SEVERAL_SHEETS'],
  ['5,000 columns', await book({ rows: [Array.from({ length: 5000 }, (_, i) => `c${i}`)] }), 'TOO_MANY_COLUMNS'],
  ['merged cells', await book({ merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 1 }] }), 'MERGED_CELLS'],
  ['a formula without a value', await book({ cells: cells('1,4', { formula: 'A1*2' }) }), 'FORMULA_WITHOUT_VALUE'],
  ['an error of Excel', await book({ rows: [head, [...town.slice(0, 4), '#N/A']] }), 'FORMULA_ERROR'],
  ['a shortened number', text(`${head.join(';')}\nW1;Norvelle;commune;2,10E+08;`), 'SHORTENED_NUMBER'],
])('%s is refused by its name, and changes nothing', async (_, bytes, reason) => {
  const report = await importBytes('fichier.xlsx', bytes);
  expect(report).toMatchObject({ applied: false });
  expect(report.faults[0]).toMatchObject({ reason });
  expect(await sql('select count(*)::int as n from structure')).toEqual([{ n: 0 }]);
});

test('a workbook is imported: numbers, hidden sheets and values of formulas as Excel shows them', async () => {
  const bytes = await bookOf(
    { name: 'Listes', hidden: true, rows: [['commune']] },
    { name: 'Villes', rows: [head, town], cells: cells('1,4', { formula: '617*2', formulaResult: 1234 }) },
  );
  expect(await importBytes('villes.xlsx', bytes)).toMatchObject({ applied: true, created: 1, faultCount: 0 });
  expect(await sql('select reference, siren, population from structure')).toEqual([
    { reference: 'W1', siren: sirenOf(21_000_001), population: 1234 },
  ]);
  expect(await importBytes('villes.xlsx', bytes)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
});

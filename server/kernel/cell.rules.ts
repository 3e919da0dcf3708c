/** "1 234,5" → "1234.5"; null when it is not a number written the French way (or the English one). */
export function decimalOf(cell: string): string | null {
  const plain = cell.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}

/** "08/06/2022" or "2022-06-08" → "2022-06-08"; null when there is no such day. */
export function dayOf(cell: string): string | null {
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell);
  const day = french ? `${french[3]}-${french[2]}-${french[1]}` : cell;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const instant = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day ? null : day;
}

/** "Téléphone " → "telephone": how a word typed in Excel is compared with those we know. */
export const wordOf = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[\s\u00a0’']+/g, ' ');

/** "44720": a day as Excel counts them from 1900, when a cell lost its format of a date. Years 1990 to 2099. */
export const isSerialDay = (cell: string): boolean => /^\d{5}(\.\d+)?$/.test(cell) && +cell > 32_873 && +cell < 73_051;

/** "2,16705E+13": a number that Excel shortened, whose last digits are lost. */
export const isShortened = (cell: string): boolean => /^\d[.,]?\d*E\+\d+$/i.test(cell.trim());

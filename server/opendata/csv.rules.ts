/** What a cell of a published row holds, as PostgreSQL gives it in JSON. */
export type Cell = string | number | boolean | null | readonly string[];

/**
 * Rows as the French portals ask for them: commas, UTF-8 without a mark, decimals with a point, days as ISO 8601, lists
 * as JSON, nothing where nothing is known. Source: guides.data.gouv.fr, "Construire un schéma TableSchema"; RFC 4180.
 *
 * A spreadsheet takes a text that begins like a formula for one: an apostrophe is put before it, as spreadsheets do.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((cells) => `${cells.map(written).join(',')}\r\n`).join('');

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = guarded(typeof cell === 'string' ? cell : JSON.stringify(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A number written out is none: it may begin with its sign. */
const guarded = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;

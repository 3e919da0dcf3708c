import type { Reader } from '../partner/answering.ts';
import { columnsOf, keyOf, type TableName, tableNames } from '../partner/dictionary.ts';
import type { Cell } from './csv.rules.ts';

/** A published table, its rows in reading order. */
export interface Rows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The rows of one table in one version; decimals written out, so that none loses a digit. */
export async function rowsOf(reader: Reader, name: TableName, version: string): Promise<Rows> {
  const columns = columnsOf(name);
  const header = Object.keys(columns);
  const cells = header.map((column) => `"${column}"${columns[column]?.type === 'decimal' ? '::text' : ''}`);
  const rows = await reader.query<{ row: Cell[] }>(
    `download_${name}`,
    `select json_build_array(${cells.join(', ')}) as row from ${name} where version = $1 order by ${keyOf(name).join(', ')}`,
    [version],
  );
  return { header, rows: rows.map(({ row }) => row) };
}

/** One published version, as it is listed. */
export interface Listed {
  readonly version: string;
  readonly year: number;
  readonly label: string;
  readonly at: string;
  readonly latest: boolean;
}

/** Every published version, the latest first. */
export const versionsIn = (reader: Reader): Promise<Listed[]> =>
  reader.query<Listed>(
    'download_versions',
    `select version, year, label, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
       number = max(number) over (partition by year) as latest
     from dataset order by year desc, number desc`,
    [],
  );

export const everyTable: readonly TableName[] = ['dataset', ...tableNames.filter((name) => name !== 'dataset')];

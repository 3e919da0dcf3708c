import type { RowOf, Table } from './column.ts';
import { category, channel, commitment, criterion, dataset, frame, stamp, step } from './table/edition.ts';
import { erratum } from './table/erratum.ts';
import { indicator, mean } from './table/figure.ts';
import { laureate, trophy } from './table/palmares.ts';

/**
 * Every table of schema `published`, in the order in which they are written. The one declaration from which the rows of
 * a release, the contract of the partners, the downloads and the dictionary of data follow.
 */
export const dictionary = {
  ...{ dataset, category, channel, step, frame, criterion, commitment },
  ...{ trophy, laureate, indicator, mean, erratum },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof dictionary;

/** The tables that hold many rows of one version; `dataset` holds one. */
export const tableNames = Object.keys(dictionary) as TableName[];

/** The tables of what a version says of its edition: all but what it says of the version before. */
export const factNames = tableNames.filter((name) => name !== 'erratum');

/** Everything one version of one edition says to the world, row by row of schema `published`. */
export type PublishedRows = {
  readonly [Name in Exclude<TableName, 'dataset' | 'erratum'>]: readonly RowOf<(typeof dictionary)[Name]>[];
} & { readonly dataset: RowOf<typeof dataset> };

/** The columns of a table, with those that the release writes: the version of each row, and the stamp of a dataset. */
export const columnsOf = (name: TableName): Table['columns'] => ({
  ...(name === 'dataset' ? stamp : { version: stamp.version }),
  ...dictionary[name].columns,
});

/** What tells the rows of a table apart over all versions. */
export const keyOf = (name: TableName): readonly string[] => ['version', ...dictionary[name].key];

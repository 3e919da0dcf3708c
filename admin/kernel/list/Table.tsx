import { Children, isValidElement, type ReactNode, useEffect } from 'react';
import { DataTable, type DataTableProps, type RaRecord } from 'react-admin';
import { useListTools } from './tools.tsx';

/** The table of a list: its rows are ticked where there is something to do to several; its columns are chosen. */
export const Table = <T extends RaRecord>({
  children,
  hiddenColumns = NONE,
  bulkActionButtons,
  ...props
}: Omit<DataTableProps<T>, 'ref'>) => {
  const { bulk, setTable } = useListTools();
  const sources = sourcesIn(children).join();
  const hidden = hiddenColumns.join();
  useEffect(() => setTable({ sources: sources.split(','), hidden: hidden.split(',') }), [sources, hidden, setTable]);
  // What is ticked has its bar above the table: that of react-admin stays away, unless a room brings its own.
  const ticked = bulk ? { bulkActionButtons: <span />, bulkActionsToolbar: <span hidden /> } : {};
  return (
    <DataTable<T>
      {...props}
      hiddenColumns={hiddenColumns}
      bulkActionButtons={bulkActionButtons ?? false}
      {...(bulkActionButtons ? {} : ticked)}
    >
      {children}
    </DataTable>
  );
};

const NONE: string[] = [];

const sourcesIn = (columns: ReactNode): string[] =>
  Children.toArray(columns).map((column) =>
    isValidElement<{ source?: string }>(column) ? (column.props.source ?? '') : '',
  );

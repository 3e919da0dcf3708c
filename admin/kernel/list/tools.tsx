import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type RaRecord, useCanAccess, useResourceContext, useStore } from 'react-admin';
import { useEdition } from '../edition.tsx';
import type { BulkAction } from './bulk.ts';
import { type Shown, showing, shownOf } from './columns.ts';

/** What the tools of a list know of it beyond its rows: its columns, and what is ticked. */
interface ListTools {
  /** What can be done to several rows; none where rows are not ticked. */
  readonly bulk: readonly BulkAction[] | undefined;
  /** Whether everything that is filtered is meant, and not only what is ticked. */
  readonly everything: boolean;
  readonly setEverything: (everything: boolean) => void;
  /** The columns of the table, as it declares them, and those it hides at first. */
  readonly table: { readonly sources: readonly string[]; readonly hidden: readonly string[] };
  readonly setTable: (table: ListTools['table']) => void;
}

const Tools = createContext<ListTools>({
  ...{ bulk: undefined, everything: false, setEverything: () => {} },
  ...{ table: { sources: [], hidden: [] }, setTable: () => {} },
});

export const useListTools = (): ListTools => useContext(Tools);

/** Gives a list its tools. */
export function ListToolsProvider<T extends RaRecord>(props: {
  readonly bulk: readonly BulkAction<T>[] | undefined;
  readonly children: ReactNode;
}) {
  const edition = useEdition();
  const { canAccess } = useCanAccess({ resource: useResourceContext() ?? '', action: 'delete' });
  const [everything, setEverything] = useState(false);
  const [table, setTable] = useState<ListTools['table']>({ sources: [], hidden: [] });
  const { bulk } = props;
  const value = useMemo(() => {
    const open = (canAccess ? bulk : undefined)?.filter(({ right }) => !right || edition?.rights.includes(right)) as
      | readonly BulkAction[]
      | undefined;
    return { bulk: open, everything, setEverything, table, setTable };
  }, [bulk, canAccess, edition, everything, table]);
  return <Tools.Provider value={value}>{props.children}</Tools.Provider>;
}

/** The columns the person has chosen, in their order, and how to choose others; none stands for those of the list. */
export function useColumns(): {
  readonly shown: readonly string[];
  readonly show: (columns: readonly string[]) => void;
} {
  const resource = useResourceContext() ?? '';
  const { table } = useListTools();
  const [hidden, setHidden] = useStore<readonly string[]>(`${resource}.datatable`, table.hidden);
  const [ranks, setRanks] = useStore<Shown['ranks']>(`${resource}.datatable_columnRanks`);
  return {
    shown: shownOf(table.sources, { hidden: hidden ?? table.hidden, ranks }),
    show: (columns) => {
      const next = columns.length > 0 ? showing(table.sources, columns) : { hidden: table.hidden, ranks: undefined };
      setHidden(next.hidden);
      setRanks(next.ranks);
    },
  };
}

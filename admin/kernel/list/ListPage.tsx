import Add from '@mui/icons-material/Add';
import { Box, Button, Card, Typography, useMediaQuery } from '@mui/material';
import { type ReactElement, type ReactNode, useRef } from 'react';
import {
  ColumnsButton,
  ListBase,
  Pagination,
  type RaRecord,
  type SortPayload,
  Title,
  useBasename,
  useCanAccess,
  useListContext,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import type { CsvColumn } from '../csv.ts';
import { useEdition, useEditions } from '../edition.tsx';
import { PageActions } from '../layout/PageHead.tsx';
import { Empty, Loading } from '../states.tsx';
import type { BulkAction } from './bulk.ts';
import { ExportButton } from './ExportButton.tsx';
import { Filters } from './Filters.tsx';
import { FiltersInForce } from './FiltersInForce.tsx';
import { Outcome } from './Outcome.tsx';
import { PhoneList, type PhoneRow } from './PhoneList.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { ListToolsProvider, useListTools } from './tools.tsx';
import { useListKeys } from './useListKeys.ts';
import type { View } from './useViews.ts';
import { Views } from './Views.tsx';

export interface ListPageProps<T extends RaRecord> {
  /** Whether the rows belong to the edition in force. */
  readonly scoped?: boolean;
  readonly sort: SortPayload;
  /** The inputs that narrow the list; the words looked for come first of themselves. */
  readonly filters?: readonly ReactElement[];
  readonly search?: boolean;
  readonly views?: readonly View[];
  readonly columns: readonly CsvColumn<T>[];
  /** One row on a phone, where a table does not fit. */
  readonly phone: PhoneRow<T>;
  /** The label of the button that adds a record; none when records are not added by hand. */
  readonly add?: string;
  /** Other things to do from here. */
  readonly actions?: ReactNode;
  /** What can be done to several rows at once: `[REMOVE]`, and what the room adds. Its table is a `<Table>`. */
  readonly bulk?: readonly BulkAction<T>[];
  /** What the list is for, and the next step: keys of the dictionary. */
  readonly empty: { readonly title: string; readonly more: string };
  readonly children: ReactNode;
}

/** Every list of the product: search, filters in force as chips, views as tabs, a count, export of what is filtered. */
export const ListPage = <T extends RaRecord>(props: ListPageProps<T>) => {
  const { scoped = false, sort, empty, add, actions, bulk } = props;
  const resource = useResourceContext() ?? '';
  const translate = useTranslate();
  const edition = useEdition();
  const { pending } = useEditions();
  const title = <Title title={translate(`resources.${resource}.name`, { smart_count: 2 })} preferenceKey={false} />;
  if (scoped && pending) return <Loading />;
  if (scoped && !edition)
    return <Empty title={translate('app.noEdition')} more={translate('room.edition.emptyMore')} />;
  const buttons = (
    <>
      {actions}
      {add && <AddButton label={add} />}
    </>
  );
  return (
    <ListBase<T>
      key={scoped ? edition?.id : 'all'}
      sort={sort}
      perPage={25}
      storeKey={scoped ? `${edition?.year}.${resource}` : resource}
      {...(scoped ? { filter: { editionId: edition?.id } } : {})}
      empty={
        <Card>
          {title}
          <Empty title={translate(empty.title)} more={translate(empty.more)}>
            {buttons}
          </Empty>
        </Card>
      }
    >
      {title}
      <PageActions>{buttons}</PageActions>
      <ListToolsProvider bulk={bulk}>
        <ListBody {...props} />
      </ListToolsProvider>
    </ListBase>
  );
};

const ListBody = <T extends RaRecord>({
  filters = [],
  search = true,
  views,
  columns,
  phone,
  children,
}: ListPageProps<T>) => {
  const small = useMediaQuery('(max-width: 700px)');
  const rows = useRef<HTMLDivElement>(null);
  useListKeys(rows);
  return (
    <>
      <Views of={views} />
      <Card ref={rows} sx={{ overflow: 'visible' }}>
        <Filters search={search} inputs={filters} small={small} />
        <Head bar={<SelectionBar columns={columns} />}>
          <FiltersInForce inputs={filters}>
            {!small && <ColumnsButton color="inherit" />}
            <ExportButton columns={columns} />
          </FiltersInForce>
        </Head>
        <Outcome>{small ? <PhoneList row={phone} /> : children}</Outcome>
        <Pagination rowsPerPageOptions={[25, 50, 100]} />
      </Card>
    </>
  );
};

/** What is said of the rows; while some are ticked, what can be done with them stands in its place, and in sight. */
const Head = ({ bar, children }: { readonly bar: ReactNode; readonly children: ReactNode }) => {
  const { selectedIds } = useListContext();
  const { bulk } = useListTools();
  const held = bulk !== undefined && selectedIds.length > 0;
  const inSight = held ? { position: { sm: 'sticky' }, top: { sm: 56 }, zIndex: 3 } : {};
  return (
    <Box sx={{ position: 'relative', bgcolor: 'background.paper', ...inSight }}>
      <Box sx={held ? { visibility: { sm: 'hidden' } } : {}}>{children}</Box>
      {bar}
    </Box>
  );
};

const AddButton = ({ label }: { readonly label: string }) => {
  const resource = useResourceContext() ?? '';
  const basename = useBasename();
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource, action: 'create' });
  if (!canAccess) return null;
  return (
    <Button variant="contained" component={Link} to={`${basename}/${resource}/create`} startIcon={<Add />}>
      <Typography component="span" sx={{ font: 'inherit' }}>
        {translate(label)}
      </Typography>
    </Button>
  );
};

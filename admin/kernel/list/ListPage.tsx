import Add from '@mui/icons-material/Add';
import { Button, Card, Typography, useMediaQuery } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import {
  ColumnsButton,
  ListBase,
  Pagination,
  type RaRecord,
  type SortPayload,
  Title,
  useBasename,
  useCanAccess,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import type { CsvColumn } from '../csv.ts';
import { useEdition, useEditions } from '../edition.tsx';
import { PageActions } from '../layout/PageHead.tsx';
import { Empty, Loading } from '../states.tsx';
import { ExportButton } from './ExportButton.tsx';
import { Filters } from './Filters.tsx';
import { FiltersInForce } from './FiltersInForce.tsx';
import { Outcome } from './Outcome.tsx';
import { PhoneList, type PhoneRow } from './PhoneList.tsx';
import { type View, Views } from './Views.tsx';

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
  /** What the list is for, and the next step: keys of the dictionary. */
  readonly empty: { readonly title: string; readonly more: string };
  readonly children: ReactNode;
}

/** Every list of the product: search, filters in force as chips, views as tabs, a count, export of what is filtered. */
export const ListPage = <T extends RaRecord>(props: ListPageProps<T>) => {
  const { scoped = false, sort, empty, add, actions } = props;
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
      <ListBody {...props} />
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
  return (
    <>
      {views && <Views of={views} />}
      <Card>
        <Filters search={search} inputs={filters} small={small} />
        <FiltersInForce inputs={filters}>
          {!small && <ColumnsButton color="inherit" />}
          <ExportButton columns={columns} />
        </FiltersInForce>
        <Outcome>{small ? <PhoneList row={phone} /> : children}</Outcome>
        <Pagination rowsPerPageOptions={[25, 50, 100]} />
      </Card>
    </>
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

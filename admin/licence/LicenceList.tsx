import { Link } from '@mui/material';
import { DataTable, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { REMOVE } from '../kernel/list/bulk.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Licence } from './licence.graphql.ts';

const Column = DataTable.Col<Licence>;

const columns: readonly CsvColumn<Licence>[] = [
  { label: 'field.position', value: ({ position }) => position },
  { label: 'field.label', value: ({ label }) => label },
  { label: 'field.scope', value: ({ scope }) => scope, of: 'LicenceScope' },
  { label: 'field.wording', value: ({ wording }) => wording },
  { label: 'field.fromOn', value: ({ fromOn }) => fromOn, as: 'day' },
  { label: 'field.untilOn', value: ({ untilOn }) => untilOn, as: 'day' },
  { label: 'field.logo', value: ({ logo }) => logo?.name },
];

/** What laureates of the edition may write and show, which of them, and until when. */
export const LicenceList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const open = useEdition()?.rights.includes('LICENSE') === true;
  const scopeOf = ({ scope }: Licence) => translate(`enum.LicenceScope.${scope}`);
  const termOf = ({ fromOn, untilOn }: Licence) =>
    untilOn ? format.period(fromOn, untilOn) : translate('room.licence.from', { from: format.day(fromOn) });
  const logoOf = ({ id, logo }: Licence) =>
    logo && (
      <Link href={`/admin/licences/${id}/logo`} underline="always" onClick={(event) => event.stopPropagation()}>
        {logo.name}
      </Link>
    );
  return (
    <ListPage<Licence>
      scoped
      sort={{ field: 'position', order: 'ASC' }}
      columns={columns}
      bulk={[{ ...REMOVE, right: 'LICENSE' }]}
      {...(open ? { add: 'room.licence.add' } : {})}
      empty={{ title: 'room.licence.empty', more: open ? 'room.licence.emptyMore' : 'room.licence.closed' }}
      phone={(licence) => ({
        name: licence.label,
        more: `${licence.wording} · ${termOf(licence)}`,
        side: <Tag label={scopeOf(licence)} />,
      })}
    >
      <Table<Licence> rowClick={open ? 'edit' : false}>
        <Column
          source="label"
          render={({ label }) => (open ? <RecordLink>{label}</RecordLink> : <strong>{label}</strong>)}
        />
        <Column source="scope" render={(licence) => <Tag label={scopeOf(licence)} />} />
        <Column source="wording" disableSort render={({ wording }) => wording} />
        <Column source="fromOn" label="room.licence.term" render={termOf} />
        <Column source="logo" disableSort render={logoOf} />
        <DataTable.NumberCol source="position" />
      </Table>
    </ListPage>
  );
};

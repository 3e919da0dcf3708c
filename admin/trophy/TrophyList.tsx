import EmojiEvents from '@mui/icons-material/EmojiEvents';
import { Box } from '@mui/material';
import { DataTable, useTranslate } from 'react-admin';
import { Chip, Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Trophy } from './trophy.graphql.ts';

const Column = DataTable.Col<Trophy>;
const namesOf = ({ laureates }: Trophy) => laureates.map(({ structure }) => structure.name);

const columns: readonly CsvColumn<Trophy>[] = [
  { label: 'field.category', value: ({ category, prize }) => category?.label ?? prize?.label },
  { label: 'field.laureates', value: (trophy) => namesOf(trophy).join(', ') },
  { label: 'field.pointRemarquable', value: ({ pointRemarquable }) => pointRemarquable },
];

/** The prizes of the edition and who received them. */
export const TrophyList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const categoryOf = ({ category, prize }: Trophy) =>
    category?.label ?? prize?.label ?? translate('room.trophy.unnamed');
  const laureatesOf = (trophy: Trophy) =>
    trophy.laureates.length === 0 ? (
      <Tag label={translate('room.trophy.notAwarded')} />
    ) : (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 1 }}>
        {trophy.laureates.map(({ id, award, structure, rank }) => (
          <Box key={id} component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center' }}>
            {award === 'TROPHY' ? (
              <Tag tone="gold" icon={EmojiEvents} label={structure.name} />
            ) : (
              <>
                {structure.name}
                <Chip of="Award" value={award} />
                {rank && <span>{translate('room.trophy.place', { place: format.ordinal(rank) })}</span>}
              </>
            )}
          </Box>
        ))}
      </Box>
    );
  return (
    <ListPage<Trophy>
      scoped
      search={false}
      sort={{ field: 'category.position', order: 'ASC' }}
      columns={columns}
      empty={{ title: 'room.trophy.empty', more: 'room.trophy.emptyMore' }}
      phone={(trophy) => ({ name: categoryOf(trophy), more: namesOf(trophy).join(', ') })}
    >
      <Table<Trophy>>
        <Column
          source="category.label"
          disableSort
          render={(trophy) => <RecordLink>{categoryOf(trophy)}</RecordLink>}
        />
        <Column source="laureates" disableSort render={laureatesOf} />
        <Column source="pointRemarquable" disableSort render={(one) => one.pointRemarquable ?? '—'} />
      </Table>
    </ListPage>
  );
};

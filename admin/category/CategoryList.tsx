import EmojiEvents from '@mui/icons-material/EmojiEvents';
import { DataTable, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import type { Category } from './category.graphql.ts';

const Column = DataTable.Col<Category>;

const columns: readonly CsvColumn<Category>[] = [
  { label: 'field.position', value: ({ position }) => position },
  { label: 'field.label', value: ({ label }) => label },
  { label: 'field.code', value: ({ code }) => code },
  { label: 'field.kinds', value: ({ kinds }) => kinds, of: 'StructureKind' },
  { label: 'field.populationFrom', value: ({ populationFrom }) => populationFrom },
  { label: 'field.populationBelow', value: ({ populationBelow }) => populationBelow },
  { label: 'field.awarded', value: ({ awarded }) => awarded },
  { label: 'field.awardField', value: ({ awardField }) => awardField },
  { label: 'field.awardMinimum', value: ({ awardMinimum }) => awardMinimum },
];

/** The classes of structures of the edition, in the order of the palmarès. */
export const CategoryList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const kindsOf = ({ kinds }: Category) => format.list(kinds.map((kind) => translate(`enum.StructureKind.${kind}`)));
  const sizeOf = ({ populationFrom, populationBelow }: Category) =>
    populationFrom !== null && populationBelow !== null
      ? translate('room.category.between', {
          from: format.number(populationFrom),
          below: format.number(populationBelow),
        })
      : populationFrom !== null
        ? translate('room.category.above', { from: format.number(populationFrom) })
        : populationBelow !== null
          ? translate('room.category.below', { below: format.number(populationBelow) })
          : translate('room.category.anySize');
  const trophyOf = ({ awarded }: Category) =>
    awarded ? <Tag tone="gold" icon={EmojiEvents} label={translate('room.category.trophy')} /> : null;
  return (
    <ListPage<Category>
      scoped
      sort={{ field: 'position', order: 'ASC' }}
      columns={columns}
      add="room.category.add"
      empty={{ title: 'room.category.empty', more: 'room.category.emptyMore' }}
      phone={(category) => ({ name: category.label, more: sizeOf(category), side: trophyOf(category) })}
    >
      <DataTable bulkActionButtons={false} rowClick="edit">
        <Column source="label" render={({ label }) => <RecordLink>{label}</RecordLink>} />
        <Column source="kinds" disableSort render={kindsOf} />
        <Column source="populationFrom" label="field.population" disableSort render={sizeOf} />
        <Column source="awarded" disableSort render={trophyOf} />
        <Column source="code" />
        <DataTable.NumberCol source="position" />
      </DataTable>
    </ListPage>
  );
};

import EmojiEvents from '@mui/icons-material/EmojiEvents';
import { Box } from '@mui/material';
import { DataTable, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { REMOVE } from '../kernel/list/bulk.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { usePlaces } from '../kernel/places.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Category } from './category.graphql.ts';
import { Placements } from './Placements.tsx';
import { WhereTheyFall } from './WhereTheyFall.tsx';

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
  { label: 'field.awardMinimum', value: ({ awardMinimum }) => awardMinimum, as: 'decimal' },
];

/** The classes of structures of the edition, in the order of the palmarès. */
export const CategoryList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const places = usePlaces();
  const edition = useEdition();
  const kindsOf = ({ kinds }: Category) => format.list(kinds.map((kind) => translate(`enum.StructureKind.${kind}`)));
  const whereOf = ({ censusYear, territory, departmentCodes, regionCodes }: Category) => {
    const names = [...departmentCodes.map(places.department), ...regionCodes.map(places.region)];
    return [
      ...(censusYear === null ? [] : [translate('room.rules.census', { year: censusYear })]),
      ...(names.length === 0
        ? []
        : [translate(`room.rules.territory${territory}`, { names: format.list(names.map((name) => name ?? '')) })]),
    ];
  };
  const sizeOf = (category: Category) => [inhabitantsOf(category), ...whereOf(category)].join(', ');
  const inhabitantsOf = ({ populationFrom, populationBelow }: Category) =>
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
    <>
      <ListPage<Category>
        scoped
        sort={{ field: 'position', order: 'ASC' }}
        columns={columns}
        bulk={[{ ...REMOVE, right: 'CONFIGURE' }]}
        add="room.category.add"
        empty={{ title: 'room.category.empty', more: 'room.category.emptyMore' }}
        phone={(category) => ({ name: category.label, more: sizeOf(category), side: trophyOf(category) })}
      >
        <Table<Category> rowClick="edit">
          <Column source="label" render={({ label }) => <RecordLink>{label}</RecordLink>} />
          <Column source="kinds" disableSort render={kindsOf} />
          <Column source="populationFrom" label="field.population" disableSort render={sizeOf} />
          <Column source="awarded" disableSort render={trophyOf} />
          <Column source="code" />
          <DataTable.NumberCol source="position" />
        </Table>
      </ListPage>
      {edition && edition.provenance !== 'REPORTED' && (
        <Box sx={{ mt: 4 }}>
          <Section title={translate('room.rules.fall')}>
            <WhereTheyFall editionId={edition.id} />
          </Section>
          <Placements editionId={edition.id} open={edition.rights.includes('ENROL')} />
        </Box>
      )}
    </>
  );
};

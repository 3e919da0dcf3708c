import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import { Box } from '@mui/material';
import { DataTable, useTranslate } from 'react-admin';
import { doing } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { DownloadButton } from '../kernel/DownloadButton.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { DayInput } from '../kernel/inputs.tsx';
import { awardName } from '../kernel/jury.ts';
import type { BulkAction } from '../kernel/list/bulk.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { HandOverButton } from './HandOverButton.tsx';
import { HandOver, type Laureate } from './laureate.graphql.ts';
import { UsagesButton } from './UsagesButton.tsx';

const Column = DataTable.Col<Laureate>;

const columns: readonly CsvColumn<Laureate>[] = [
  { label: 'field.award', value: ({ trophy }) => awardName(trophy) },
  { label: 'field.structure', value: ({ structure }) => structure.name },
  { label: 'field.parent', value: ({ structure }) => structure.parent?.name },
  { label: 'field.mention', value: ({ mention }) => mention },
  { label: 'field.handedOn', value: ({ handedOn }) => handedOn, as: 'day' },
];

/** A trophy or a prize is handed over; a place in a palmarès is not. */
const isGiven = ({ award }: Laureate): boolean => award === 'TROPHY' || award === 'PRIZE';

const HAND_OVER: BulkAction<Laureate> = {
  words: 'room.laureate.bulk',
  icon: HandshakeOutlined,
  right: 'HAND_OVER',
  takes: (laureate) => isGiven(laureate) && laureate.handedOn === null,
  inputs: <DayInput source="on" must label="field.handedOn" />,
  act: async ({ id }, { on }) => (await doing(HandOver, { id, on: String(on) })).acts,
};

/** The trophies to hand over: to whom, with which diploma and which rights of use, and since when it is done. */
export const LaureateList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useEdition();
  const open = edition?.rights.includes('HAND_OVER') === true;
  const ours = edition?.provenance !== 'REPORTED';
  const nameOf = ({ structure, mention }: Laureate) => (
    <>
      <strong>{structure.name}</strong>
      {[structure.parent?.name, mention && translate('room.award.mentioned', { mention })].map(
        (more) =>
          more && (
            <Box key={more} sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
              {more}
            </Box>
          ),
      )}
    </>
  );
  const stateOf = ({ handedOn }: Laureate) =>
    handedOn ? (
      <Tag tone="success" label={translate('room.laureate.handedOn', { day: format.shortDay(handedOn) })} />
    ) : (
      <Tag tone="warning" label={translate('room.laureate.toHandOver')} />
    );
  const acts = (laureate: Laureate) =>
    isGiven(laureate) &&
    ours && (
      <Box
        sx={{
          display: 'flex',
          flexWrap: { xs: 'wrap', md: 'nowrap' },
          gap: 1,
          py: 1,
          '& > *': { whiteSpace: 'nowrap' },
        }}
      >
        {open && <HandOverButton laureate={laureate} />}
        <DownloadButton
          size="small"
          path={`diploma/${laureate.id}`}
          label={translate('room.laureate.diploma')}
          about={laureate.structure.name}
        />
        <UsagesButton laureate={laureate} />
      </Box>
    );
  return (
    <ListPage<Laureate>
      scoped
      sort={{ field: 'structure.name', order: 'ASC' }}
      columns={columns}
      views={[
        { label: 'room.laureate.all', filter: {} },
        { label: 'room.laureate.toHandOver', filter: { handedOver: false } },
        { label: 'room.laureate.handed', filter: { handedOver: true } },
      ]}
      bulk={[HAND_OVER]}
      empty={{ title: 'room.laureate.empty', more: 'room.laureate.emptyMore' }}
      phone={(laureate) => ({
        name: laureate.structure.name,
        more: (
          <>
            {awardName(laureate.trophy)}
            {acts(laureate)}
          </>
        ),
        side: isGiven(laureate) && stateOf(laureate),
      })}
    >
      <Table<Laureate> rowClick={false}>
        <Column source="structure.name" label="field.structure" render={nameOf} />
        <Column source="trophy" label="field.award" disableSort render={({ trophy }) => awardName(trophy)} />
        <Column source="handedOn" render={(laureate) => isGiven(laureate) && stateOf(laureate)} />
        <Column source="id" label=" " disableSort render={acts} />
      </Table>
    </ListPage>
  );
};

import LockOutlined from '@mui/icons-material/LockOutlined';
import { Box } from '@mui/material';
import { useState } from 'react';
import { Title, useCanAccess, useGetList, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { TitleLine } from '../kernel/record/RecordPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { ChannelSection } from './ChannelSection.tsx';
import { ChannelWeights } from './ChannelWeights.tsx';
import { CriterionPanel } from './CriterionPanel.tsx';
import { GridActions } from './GridActions.tsx';
import { GridRules } from './GridRules.tsx';
import type { Criterion, Grid } from './grid.graphql.ts';

/** The grid in force: what each channel weighs, then its criteria by step of the journey, each with its share. */
export const GridPage = () => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useEdition();
  const [open, setOpen] = useState<Criterion | null>(null);
  const { data, error, isPending } = useGetList<Grid>(
    'grid',
    {
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'number', order: 'DESC' },
      filter: { editionId: edition?.id },
    },
    { enabled: edition !== null },
  );
  const { canAccess } = useCanAccess({ resource: 'grid', action: 'edit' });
  const grid = data?.[0];
  const editable = canAccess === true && grid?.frozenAt === null;
  const frozen = grid?.frozenAt
    ? translate('room.grid.frozen', { day: format.day(grid.frozenAt) })
    : translate('room.grid.editable');
  return (
    <>
      <Title
        preferenceKey={false}
        title={
          <TitleLine>
            {translate('room.grid.title', { year: edition?.year ?? '' })}{' '}
            {grid && <Tag label={frozen} icon={grid.frozenAt ? LockOutlined : null} />}
          </TitleLine>
        }
      />
      {error && <RefusedBy error={error} />}
      {isPending && edition && <Loading />}
      {grid && (
        <PageActions>
          <GridActions grid={grid} />
        </PageActions>
      )}
      {data && !grid && (
        <Empty title={translate('room.grid.empty')} more={translate('room.grid.emptyMore')}>
          <GridActions grid={undefined} />
        </Empty>
      )}
      {grid && (
        <>
          <ChannelWeights channels={grid.channels} />
          <GridRules grid={grid} editable={editable} />
          <Box sx={{ display: 'flex', flexDirection: 'column' }}>
            {grid.channels.map((channel) => (
              <ChannelSection
                key={channel.id}
                channel={channel}
                steps={grid.steps}
                editable={editable}
                onOpen={setOpen}
              />
            ))}
          </Box>
          <CriterionPanel
            criterion={open}
            subjects={grid.channels.flatMap(({ criteria }) => criteria)}
            frozen={grid.frozenAt !== null}
            onClose={() => setOpen(null)}
          />
        </>
      )}
    </>
  );
};

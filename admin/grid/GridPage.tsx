import LockOutlined from '@mui/icons-material/LockOutlined';
import { Title, useCanAccess, useGetList, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { TitleLine } from '../kernel/record/RecordPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { GridActions } from './GridActions.tsx';
import { GridEditor } from './GridEditor.tsx';
import { GridRules } from './GridRules.tsx';
import type { Grid } from './grid.graphql.ts';
import { VersionSection } from './VersionSection.tsx';

/** The grid in force: what holds for all of it, then its channels, steps and criteria, each with what it is worth. */
export const GridPage = () => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useEdition();
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
  const past = edition?.phase === 'PUBLISHED' || edition?.phase === 'ARCHIVED';
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
        <Empty
          title={translate(`room.grid.${past ? 'never' : 'empty'}`)}
          more={translate(`room.grid.${past ? 'neverMore' : 'emptyMore'}`)}
        >
          <GridActions grid={undefined} />
        </Empty>
      )}
      {grid && (
        <>
          <VersionSection grid={grid} editable={canAccess === true} />
          <GridRules grid={grid} editable={editable} />
          <GridEditor key={grid.id} grid={grid} editable={editable} />
        </>
      )}
    </>
  );
};

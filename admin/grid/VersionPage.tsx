import { Alert, Box, Button, Tab, Tabs } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  ShowBase,
  Title,
  useBasename,
  useCanAccess,
  useNotify,
  useRecordContext,
  useRefresh,
  useTranslate,
} from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { codeIn, run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Missing, TitleLine } from '../kernel/record/RecordPage.tsx';
import { Loading } from '../kernel/states.tsx';
import { GridEditor } from './GridEditor.tsx';
import { GridRules } from './GridRules.tsx';
import type { Grid } from './grid.graphql.ts';
import { VersionDraft } from './VersionDraft.tsx';
import { VersionKept } from './VersionKept.tsx';
import { useVersions } from './VersionSection.tsx';
import { DiscardVersion, type Version } from './version.graphql.ts';

/** One version of the grid: in preparation, where it changes and is adopted; or as it was, read for ever. */
export const VersionPage = () => (
  <ShowBase loading={<Loading />} error={<Missing />} queryOptions={{ staleTime: 0 }}>
    <OneVersion />
  </ShowBase>
);

const OneVersion = () => {
  const translate = useTranslate();
  const grid = useRecordContext<Grid>();
  const edition = useEdition();
  const found = useVersions(edition?.id);
  const { canAccess } = useCanAccess({ resource: 'grid', action: 'edit' });
  const [search, setSearch] = useSearchParams();
  if (!grid || !edition) return null;
  const version = found?.versions.find((each) => each.grid.id === grid.id);
  const inForce = found?.grids[0]?.id === grid.id;
  const editable = canAccess === true && version?.grid.draft === true && edition.rights.includes('POLICY');
  const tab = search.get('tab') === 'fates' && version ? 'fates' : 'grid';
  return (
    <>
      <Title
        preferenceKey={false}
        title={
          <TitleLine>
            {translate('room.version.titleOf', { year: edition.year, number: grid.number })}{' '}
            <State version={version} inForce={inForce} />
          </TitleLine>
        }
      />
      <PageActions>{version && editable && <DraftActions version={version} />}</PageActions>
      {!inForce && !version?.grid.draft && found && <Earlier />}
      {version && (
        <Tabs value={tab} onChange={(_, to: string) => setSearch({ tab: to }, { replace: true })} sx={{ mb: 4 }}>
          <Tab value="grid" label={translate('room.version.tabGrid')} />
          <Tab value="fates" label={translate(version.grid.draft ? 'room.version.tabFates' : 'room.version.tabKept')} />
        </Tabs>
      )}
      {tab === 'grid' && (
        <>
          <GridRules grid={grid} editable={editable} />
          <GridEditor key={grid.id} grid={grid} editable={editable} />
        </>
      )}
      {version &&
        tab === 'fates' &&
        (version.grid.draft ? (
          <VersionDraft version={version} editable={editable} />
        ) : (
          <VersionKept version={version} />
        ))}
    </>
  );
};

const State = ({ version, inForce }: { readonly version: Version | undefined; readonly inForce: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (version?.grid.draft) return <Tag tone="warning" label={translate('room.version.inPreparation')} />;
  if (inForce) return <Tag tone="success" label={translate('room.version.inForce')} />;
  return version?.adoptedAt ? (
    <Tag label={translate('room.version.was', { day: format.day(version.adoptedAt) })} />
  ) : null;
};

/** Says that one looks at a version that is no longer in force. */
const Earlier = () => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Alert severity="info" sx={{ mb: 4 }}>
      {translate('room.version.earlier')} <Link to={`${basename}/grid`}>{translate('room.version.toInForce')}</Link>
    </Alert>
  );
};

/** Gives a draft up: nothing rested on it. */
const DraftActions = ({ version }: { readonly version: Version }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const basename = useBasename();
  const [open, setOpen] = useState(false);
  const { number } = version.grid;
  const discard = useMutation({
    mutationFn: () => run(DiscardVersion, { id: version.id }),
    onSuccess: () => {
      notify('room.version.discarded', { type: 'success', messageArgs: { number } });
      navigate(`${basename}/grid`);
      refresh();
    },
  });
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {translate('room.version.discard')}
      </Button>
      <ConfirmDialog
        open={open}
        destructive
        title={translate('room.version.discardTitle', { number })}
        action={translate('room.version.discardAction', { number })}
        pending={discard.isPending}
        refusal={discard.error && translate(`refusal.${codeIn(discard.error)}`)}
        onCancel={() => setOpen(false)}
        onConfirm={() => discard.mutate()}
      >
        <Box>{translate('room.version.discardMore')}</Box>
      </ConfirmDialog>
    </>
  );
};

import LockOutlined from '@mui/icons-material/LockOutlined';
import { Alert, Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useBasename, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { codeIn, run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { EditionGrids, GridVersions, PrepareVersion, type Version } from './version.graphql.ts';

/** Every version of the grid of an edition: the latest first, with what is in preparation. */
export function useVersions(editionId: string | undefined) {
  const { data } = useQuery({
    queryKey: ['grid', 'versions', editionId],
    queryFn: async ({ signal }) => {
      const [{ gridVersions }, { grids }] = await Promise.all([
        run(GridVersions, { editionId: editionId ?? '' }, signal),
        run(EditionGrids, { editionId: editionId ?? '' }, signal),
      ]);
      return { versions: gridVersions, grids: grids.items };
    },
    enabled: editionId !== undefined,
  });
  return data;
}

/** Since when and why a grid no longer changes, what to do about it, and the versions it had. */
export const VersionSection = ({ grid, editable }: { readonly grid: Frozen; readonly editable: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const edition = useEdition();
  const found = useVersions(edition?.id);
  if (!grid.frozenAt) return null;
  const draft = found?.versions.find((version) => version.grid.draft);
  const open = edition?.rights.includes('POLICY') === true;
  const why = grid.number === 1 ? 'room.version.frozen' : 'room.version.frozenNext';
  return (
    <Section title={translate('room.version.title')} aside={editable && open && <Prepare draft={draft} />}>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'start', fontSize: '0.875rem', maxWidth: 760 }}>
        <LockOutlined aria-hidden sx={{ fontSize: 20, mt: 0.5, color: 'text.secondary' }} />
        <div>
          {translate(why, { day: format.day(grid.frozenAt), number: grid.number })}{' '}
          {translate(open ? 'room.version.frozenMore' : 'room.version.closed')}
        </div>
      </Box>
      {draft && (
        <Alert severity="info" sx={{ mt: 4 }}>
          {translate('room.version.draft', { number: draft.grid.number })}{' '}
          <Link to={`${basename}/grid/${draft.grid.id}/show`}>{translate('room.version.open')}</Link>
        </Alert>
      )}
      {found && found.grids.length > 1 && <Versions grids={found.grids} versions={found.versions} />}
    </Section>
  );
};

interface Frozen {
  readonly id: string;
  readonly number: number;
  readonly frozenAt: string | null;
}

/** Begins the next version, or goes on with the one that is begun. */
const Prepare = ({ draft }: { readonly draft: Version | undefined }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const basename = useBasename();
  const edition = useEdition();
  const show = (id: string) => navigate(`${basename}/grid/${id}/show`);
  const { mutate, isPending } = useMutation({
    mutationFn: () => run(PrepareVersion, { editionId: edition?.id ?? '' }),
    onSuccess: ({ prepareGridVersion }) => {
      refresh();
      show(prepareGridVersion.grid.id);
    },
    onError: (error) => {
      notify(`refusal.${codeIn(error)}`, { type: 'error' });
      refresh();
    },
  });
  return draft ? (
    <Button variant="contained" onClick={() => show(draft.grid.id)}>
      {translate('room.version.continue', { number: draft.grid.number })}
    </Button>
  ) : (
    <Button variant="outlined" disabled={isPending} onClick={() => mutate()}>
      {translate('room.version.prepare')}
    </Button>
  );
};

const Versions = ({
  grids,
  versions,
}: {
  readonly grids: readonly Frozen[];
  readonly versions: readonly Version[];
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  return (
    <Box sx={{ mt: 4, overflowX: 'auto' }}>
      <Table size="small" aria-label={translate('room.version.all')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.version.number')}</TableCell>
            <TableCell>{translate('room.version.since')}</TableCell>
            <TableCell>{translate('room.version.why')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {grids.map(({ id, number, frozenAt }, i) => {
            const own = versions.find((version) => version.grid.id === id);
            return (
              <TableRow key={id}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <Link to={`${basename}/grid/${id}/show`}>{translate('room.version.name', { number })}</Link>{' '}
                  {i === 0 && <Tag tone="success" label={translate('room.version.inForce')} />}
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.day(own?.adoptedAt ?? frozenAt)}</TableCell>
                <TableCell>
                  {own ? own.motive : translate('room.version.first')}
                  {own?.adoptedByName && (
                    <Box component="span" sx={{ display: 'block', fontSize: '0.75rem', color: 'text.secondary' }}>
                      {own.adoptedByName}
                    </Box>
                  )}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
};

import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Pagination,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { usePlaces } from '../kernel/places.ts';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { type Behind, CategoryStructuresQuery, type Draft, type Fallen } from './preview.graphql.ts';

interface BehindDialogProps {
  readonly title: string;
  readonly which: Behind;
  readonly editionId: string;
  readonly draft: Draft | null;
  readonly onClose: () => void;
}

const PER_PAGE = 20;

/** The structures behind a number: where each is, why none takes it, and the way to place it by hand. */
export const BehindDialog = ({ title, which, editionId, draft, onClose }: BehindDialogProps) => {
  const translate = useTranslate();
  const id = useId();
  const small = useMediaQuery('(max-width: 600px)');
  const [page, setPage] = useState(1);
  const [placing, setPlacing] = useState<Fallen | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['categoryStructures', editionId, draft, which, page],
    queryFn: ({ signal }) => run(CategoryStructuresQuery, { editionId, draft, ...which, page }, signal),
    placeholderData: keepPreviousData,
  });
  const found = data?.categoryStructures;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth fullScreen={small} maxWidth="md">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        {error && <RefusedBy error={error} retry={() => void refetch()} />}
        {!found && !error && <Loading />}
        {found && found.items.length === 0 && <Typography>{translate('room.rules.nobody')}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {found?.items.map((one) => (
            <Line key={one.structure.id} of={one} onPlace={() => setPlacing(one)} />
          ))}
        </Box>
        {found && found.total > PER_PAGE && (
          <Pagination
            sx={{ mt: 3 }}
            count={Math.ceil(found.total / PER_PAGE)}
            page={page}
            onChange={(_, to) => setPage(to)}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
      {placing && <PlaceDialog editionId={editionId} structure={placing.structure} onClose={() => setPlacing(null)} />}
    </Dialog>
  );
};

const Line = ({ of, onPlace }: { readonly of: Fallen; readonly onPlace: () => void }) => {
  const translate = useTranslate();
  const format = useFormat();
  const places = usePlaces();
  const basename = useBasename();
  const { structure, after, misfit, placed, enrolledIn } = of;
  const facts = [
    translate(`enum.StructureKind.${structure.kind}`),
    places.department(structure.departmentCode),
    structure.population === null
      ? translate('room.rules.noPopulation')
      : translate('room.rules.inhabitants', {
          count: format.number(structure.population),
          year: structure.populationYear ?? translate('room.rules.unknownYear'),
        }),
  ].filter(Boolean);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'center',
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Link to={`${basename}/structure/${structure.id}/show`}>{structure.name}</Link>
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{facts.join(' · ')}</Box>
        {misfit && <Box sx={{ fontSize: '0.8125rem' }}>{translate(`enum.Misfit.${misfit}`)}</Box>}
        {after.length > 1 && (
          <Box sx={{ fontSize: '0.8125rem' }}>{translate('room.rules.claimedBy', { labels: format.list(after) })}</Box>
        )}
        {enrolledIn && (
          <Box sx={{ fontSize: '0.8125rem' }}>{translate('room.rules.enrolledIn', { label: enrolledIn })}</Box>
        )}
      </Box>
      {placed && <Tag tone="info" label={translate('room.rules.byHand')} />}
      <Button size="small" onClick={onPlace} aria-label={translate('room.rules.placeNamed', { name: structure.name })}>
        {translate('room.rules.place')}
      </Button>
    </Box>
  );
};

import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Loading } from '../kernel/states.tsx';
import { ReadStructures } from './publication.graphql.ts';
import { StructureLine } from './StructureLine.tsx';

const PAGE = 10;

/** What each structure would see in its space, one by one: found by its name. */
export const Structures = ({ editionId, some }: { readonly editionId: string; readonly some: boolean }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (!some) return null;
  return (
    <>
      <Button size="small" sx={{ mt: 2 }} onClick={() => setOpen(true)}>
        {translate('room.publication.oneByOne')}
      </Button>
      {open && <StructuresDialog editionId={editionId} onClose={() => setOpen(false)} />}
    </>
  );
};

const StructuresDialog = ({ editionId, onClose }: { readonly editionId: string; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const id = useId();
  const [q, setQ] = useState('');
  const [page, setPage] = useState(1);
  const { data } = useQuery({
    queryKey: ['publication', editionId, 'structures', page, q],
    queryFn: ({ signal }) => run(ReadStructures, { editionId, page, q: q.trim() || null }, signal),
    placeholderData: keepPreviousData,
  });
  const total = data?.structureChanges.total ?? 0;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('room.publication.structuresTitle')}</DialogTitle>
      <DialogContent>
        <TextField
          label={translate('room.publication.findStructure')}
          value={q}
          sx={{ mt: 2, mb: 4 }}
          onChange={({ target }) => {
            setQ(target.value);
            setPage(1);
          }}
        />
        {!data && <Loading />}
        {data && total === 0 && <Typography>{translate('room.publication.noStructure')}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data?.structureChanges.items.map((structure) => (
            <StructureLine key={structure.id} structure={structure} />
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
          {translate('room.publication.before')}
        </Button>
        <Button disabled={page * PAGE >= total} onClick={() => setPage(page + 1)}>
          {translate('room.publication.after')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

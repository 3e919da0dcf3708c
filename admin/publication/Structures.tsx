import { Box, Button, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Loading } from '../kernel/states.tsx';
import { FindDialog } from './FindDialog.tsx';
import { ReadStructures } from './publication.graphql.ts';
import { StructureLine } from './StructureLine.tsx';

/** What each structure would see in its space, one by one: found by its name. */
export const Structures = ({ editionId, some }: { readonly editionId: string; readonly some: boolean }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (!some) return null;
  return (
    <>
      <Button size="small" sx={{ mt: 2, ml: -1 }} onClick={() => setOpen(true)}>
        {translate('room.publication.oneByOne')}
      </Button>
      {open && <StructuresDialog editionId={editionId} onClose={() => setOpen(false)} />}
    </>
  );
};

const StructuresDialog = ({ editionId, onClose }: { readonly editionId: string; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const [{ page, q }, setAsked] = useState({ page: 1, q: '' });
  const { data } = useQuery({
    queryKey: ['publication', editionId, 'structures', page, q],
    queryFn: ({ signal }) => run(ReadStructures, { editionId, page, q: q.trim() || null }, signal),
    placeholderData: keepPreviousData,
  });
  const total = data?.structureChanges.total ?? 0;
  return (
    <FindDialog
      title={translate('room.publication.structuresTitle')}
      find={translate('room.publication.findStructure')}
      perPage={10}
      {...{ page, q, total, setAsked, onClose }}
    >
      {!data && <Loading />}
      {data && total === 0 && <Typography>{translate('room.publication.noneFound')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.structureChanges.items.map((structure) => (
          <StructureLine key={structure.id} structure={structure} />
        ))}
      </Box>
    </FindDialog>
  );
};

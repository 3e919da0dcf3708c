import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useCanAccess, useRecordContext, useRedirect, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Section } from '../kernel/record/Section.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { Reasons } from './Reasons.tsx';
import { DuplicatesOf } from './territory.graphql.ts';
import { useTellApart } from './useTellApart.ts';

/** The structures that the one in context may be the same as: to merge, or to tell apart. Nothing when there is none. */
export const Duplicates = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const redirect = useRedirect();
  const id = String(useRecordContext()?.id ?? '');
  const { canAccess = false } = useCanAccess({ resource: 'structure', action: 'edit' });
  const [merging, setMerging] = useState<string | null>(null);
  const { tellApart, pending } = useTellApart();
  const { data } = useQuery({
    queryKey: ['structure', 'duplicates', id],
    queryFn: ({ signal }) => run(DuplicatesOf, { id }, signal),
    enabled: canAccess && id !== '',
    retry: false,
  });
  const alike = data?.duplicateStructures ?? [];
  if (alike.length === 0) return null;
  return (
    <Section title={translate('room.duplicate.title', { smart_count: alike.length })}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {alike.map(({ structure, reasons }) => (
          <Box
            component="li"
            key={structure.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, py: 2, alignItems: 'center' }}
          >
            <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
              <Link to={`${basename}/structure/${structure.id}/show`}>{structure.name}</Link>
              <Box>
                <Reasons reasons={reasons} />
              </Box>
            </Box>
            <Button size="small" variant="outlined" onClick={() => setMerging(structure.id)}>
              {translate('room.duplicate.merge')}
            </Button>
            <Button size="small" color="inherit" disabled={pending} onClick={() => tellApart(id, structure.id)}>
              {translate('room.duplicate.apart')}
            </Button>
          </Box>
        ))}
      </Box>
      {merging && (
        <MergeDialog
          ids={[id, merging]}
          onClose={() => setMerging(null)}
          onMerged={(kept) => {
            setMerging(null);
            redirect('show', 'structure', kept);
          }}
        />
      )}
    </Section>
  );
};

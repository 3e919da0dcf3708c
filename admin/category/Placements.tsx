import { Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { codeIn, run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { type Placement, PlacementsQuery, UnplaceStructure } from './preview.graphql.ts';

/** The structures placed by hand: where, why, by whom; each can be given back to the rules. */
export const Placements = ({ editionId, open }: { readonly editionId: string; readonly open: boolean }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const format = useFormat();
  const [placing, setPlacing] = useState(false);
  const [leaving, setLeaving] = useState<Placement | null>(null);
  const { data } = useQuery({
    queryKey: ['placements', editionId],
    queryFn: ({ signal }) => run(PlacementsQuery, { editionId }, signal),
  });
  const placements = data?.placements.items ?? [];
  return (
    <Section
      title={translate('room.rules.placements')}
      aside={
        open && (
          <Button size="small" onClick={() => setPlacing(true)}>
            {translate('room.rules.placeOne')}
          </Button>
        )
      }
    >
      {placements.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.rules.noPlacement')}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {placements.map((one) => (
          <Box
            component="li"
            key={one.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 2 }}
          >
            <Box sx={{ flex: '1 1 260px', fontSize: '0.875rem' }}>
              <Link to={`${basename}/structure/${one.structure.id}/show`}>{one.structure.name}</Link>
              {', '}
              {one.category.label}
              <Box sx={{ fontStyle: 'italic' }}>« {one.motive} »</Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
                {one.placedByName ?? translate('room.award.someone')} · {format.ago(one.createdAt, new Date())}
              </Box>
            </Box>
            {open && (
              <Button size="small" color="inherit" onClick={() => setLeaving(one)}>
                {translate('room.rules.unplace')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {placing && <PlaceDialog editionId={editionId} onClose={() => setPlacing(false)} />}
      {leaving && <Unplace of={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  );
};

const Unplace = ({ of, onClose }: { readonly of: Placement; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(UnplaceStructure, { id: of.id }),
    onSuccess: async () => {
      await client.invalidateQueries();
      notify('room.rules.unplaced', { type: 'success' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={translate('room.rules.unplaceNamed', { name: of.structure.name })}
      action={translate('room.rules.unplace')}
      pending={isPending}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      {translate('room.rules.unplaceMore')}
    </ConfirmDialog>
  );
};

import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Item } from './meeting.graphql.ts';

/** The ballots cast, as dots: how many, never whose. */
export const Urn = ({ item: { ballotsCast, quorum } }: { readonly item: Item }) => {
  const translate = useTranslate();
  const cast = ballotsCast ?? 0;
  const present = Math.max(quorum?.present ?? 0, cast);
  return (
    <Box sx={{ minWidth: 200 }}>
      <Typography component="h3" variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('meeting.ballots')}
      </Typography>
      <Box aria-hidden sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 2 }}>
        {Array.from({ length: present }, (_, i) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike, and say nothing of who they stand for.
            key={i}
            sx={{
              width: 22,
              height: 22,
              borderRadius: '50%',
              border: 2,
              borderColor: i < cast ? 'primary.main' : 'text.secondary',
              bgcolor: i < cast ? 'primary.main' : 'transparent',
            }}
          />
        ))}
      </Box>
      <Typography role="status" sx={{ fontSize: '1.125rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>
        {translate('meeting.cast', { smart_count: cast, present })}
      </Typography>
    </Box>
  );
};

import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';

/** Where a line stands in a bracket of equals; null when it is alone at its rank. */
export type Tie = 'first' | 'middle' | 'last' | null;

/** A rank. Equals are held together by a bracket at their left, and say "ex æquo". */
export const Place = ({ rank, tie }: { readonly rank: number | null; readonly tie: Tie }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (rank === null)
    return (
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
        {translate('room.ranking.unranked')}
      </Box>
    );
  return (
    <Box
      sx={{
        position: 'relative',
        minHeight: { sm: 40 },
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1.5,
        pl: { sm: 3 },
      }}
    >
      {tie && (
        <Box
          aria-hidden
          sx={{
            display: { xs: 'none', sm: 'block' },
            position: 'absolute',
            left: 0,
            width: 6,
            borderLeft: 2,
            borderColor: 'text.secondary',
            top: tie === 'first' ? 8 : -1,
            bottom: tie === 'last' ? 8 : -1,
            ...(tie === 'first' ? { borderTop: 2, borderTopColor: 'text.secondary' } : {}),
            ...(tie === 'last' ? { borderBottom: 2, borderBottomColor: 'text.secondary' } : {}),
          }}
        />
      )}
      {tie && (
        <Box component="span" sx={{ fontSize: '0.6875rem', color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {translate('room.ranking.exAequo')}
        </Box>
      )}
      <Box component="span" sx={{ fontWeight: rank === 1 ? 700 : 400 }}>
        {format.number(rank)}
      </Box>
    </Box>
  );
};

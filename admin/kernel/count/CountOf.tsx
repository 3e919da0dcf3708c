import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Count } from './count.ts';
import { Grades } from './Grades.tsx';
import { Matrix } from './Matrix.tsx';
import { Means } from './Means.tsx';
import type { Candidates } from './Who.tsx';

/** A count in the terms of its mode. */
export const CountOf = ({
  candidates,
  count,
  first,
}: {
  readonly candidates: Candidates;
  readonly count: Count;
  readonly first: readonly string[];
}) => {
  if (count.mode === 'RATIFY') return <ForAndAgainst count={count} />;
  if (count.mode === 'RANK') return <Matrix candidates={candidates} count={count} first={first} />;
  if (count.mode === 'SCORE') return <Means candidates={candidates} count={count} />;
  return <Grades candidates={candidates} count={count} />;
};

const ForAndAgainst = ({ count }: { readonly count: Extract<Count, { mode: 'RATIFY' }> }) => {
  const translate = useTranslate();
  const most = Math.max(1, count.for + count.against);
  const sides = [
    { key: 'FOR', value: count.for },
    { key: 'AGAINST', value: count.against },
  ];
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2 }}>
      {sides.map(({ key, value }) => (
        <Box key={key} sx={{ display: 'grid', gridTemplateColumns: '96px 48px 1fr', alignItems: 'center', gap: 3 }}>
          <Typography component="dt" sx={{ fontWeight: 600 }}>
            {translate(`result.side.${key}`)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '1.25rem', fontWeight: 700, textAlign: 'right' }}>
            {value}
          </Typography>
          <Box
            component="span"
            aria-hidden
            sx={{ height: 16, bgcolor: 'divider', borderRadius: 1, overflow: 'hidden' }}
          >
            <Box
              sx={{
                height: '100%',
                width: `${(value / most) * 100}%`,
                bgcolor: key === 'FOR' ? 'primary.main' : 'text.secondary',
              }}
            />
          </Box>
        </Box>
      ))}
    </Box>
  );
};

import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { Criterion } from './grid.graphql.ts';

/** The commitments a criterion serves, each with its frame in its version. */
export const ClausesOf = ({ criterion }: { readonly criterion: Criterion }) => {
  const translate = useTranslate();
  if (criterion.clauses.length === 0) return null;
  const named = ({ frame, number }: Criterion['clauses'][number]) =>
    `${frame.label} ${frame.release} ${String(number).padStart(3, '0')}`;
  const clauses = criterion.clauses.toSorted((a, b) => named(a).localeCompare(named(b), 'fr'));
  return (
    <Box>
      <Typography component="h3" variant="h3" sx={{ mb: 2 }}>
        {translate('field.clauses')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>
        {clauses.map(({ id, number, label, frame }) => (
          <Box component="li" key={id} sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
            <Tag label={`${frame.label} ${frame.release} · ${number}`} />
            <span>{label}</span>
          </Box>
        ))}
      </Box>
    </Box>
  );
};

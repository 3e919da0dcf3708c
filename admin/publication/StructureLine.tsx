import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { SeenChange } from './publication.graphql.ts';
import { Sign } from './Sign.tsx';

interface StructureLineProps {
  readonly structure: { readonly name: string; readonly changes: readonly SeenChange[] };
}

/** One structure, and what comes into its space. */
export const StructureLine = ({ structure: { name, changes } }: StructureLineProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const inWords = ({ table, after }: SeenChange) => {
    const { score, rank, label } = (after ?? {}) as { score?: string | null; rank?: number | null; label?: string };
    const terms = { score: format.number(score, 2), rank: format.number(rank), label: label ?? '' };
    return translate(`room.publication.gain.${table}`, terms);
  };
  return (
    <Box component="li" sx={{ py: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      {changes.length === 0 && translate('room.publication.nothingChanges')}
      {changes.map((change) => (
        <Box key={`${change.table}${change.key}`} sx={{ display: 'flex', gap: 2 }}>
          <Sign kind="added" />
          {inWords(change)}
        </Box>
      ))}
    </Box>
  );
};

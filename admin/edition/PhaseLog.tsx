import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { EditionSheet, Life } from './edition.graphql.ts';
import { useLife } from './useLife.ts';

/** How the edition went from phase to phase: by whom or by its dates, when, and why it went back. */
export const PhaseLog = ({ edition }: { readonly edition: EditionSheet }) => {
  const translate = useTranslate();
  const life = useLife(edition, true);
  if (!life) return null;
  return (
    <Section title={translate('room.passage.log')}>
      {life.phaseMoves.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.passage.logEmpty')}
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.875rem' }}>
        {life.phaseMoves.map((move) => (
          <Line key={move.id} move={move} />
        ))}
      </Box>
    </Section>
  );
};

const Line = ({ move }: { readonly move: Life['phaseMoves'][number] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const names = {
    who: move.actorName ?? translate('record.system'),
    from: translate(`enum.EditionPhase.${move.fromPhase}`),
    to: translate(`enum.EditionPhase.${move.toPhase}`),
  };
  return (
    <Box component="li" sx={{ pl: 4, pb: 3, ml: 1, borderLeft: 2, borderColor: 'divider', position: 'relative' }}>
      <Box
        sx={{
          ...{ position: 'absolute', left: -5, top: 6, width: 8, height: 8, borderRadius: '50%' },
          bgcolor: move.motive ? 'warning.main' : 'primary.main',
        }}
      />
      {translate(move.byDate ? 'room.passage.logByDate' : 'room.passage.logLine', names)}
      <Typography component="time" dateTime={move.createdAt} variant="caption" sx={{ ml: 2, color: 'text.secondary' }}>
        {format.instant(move.createdAt)}
      </Typography>
      {move.motive && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.passage.logMotive', { motive: move.motive })}
        </Typography>
      )}
    </Box>
  );
};

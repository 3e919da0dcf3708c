import { Box, ButtonBase } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Outcome } from './import.graphql.ts';

const outcomes = ['NEW', 'CHANGED', 'UNCHANGED', 'REFUSED'] as const satisfies readonly Outcome[];

interface CountsProps {
  readonly run: Readonly<Record<'rows' | 'created' | 'changed' | 'unchanged' | 'refused', number>>;
  readonly outcome: Outcome | null;
  readonly onOutcome: (outcome: Outcome | null) => void;
}

/** Rows read, then rows by what they come to; each figure shows those rows alone, pressed again all of them. */
export const Counts = ({ run, outcome, onOutcome }: CountsProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const counts = { NEW: run.created, CHANGED: run.changed, UNCHANGED: run.unchanged, REFUSED: run.refused };
  const figures = [
    { of: null, count: run.rows, label: translate('room.import.rows') },
    ...outcomes.map((of) => ({ of, count: counts[of], label: translate(`room.import.count.${of}`) })),
  ];
  return (
    <Box
      role="group"
      aria-label={translate('room.import.outcomes')}
      sx={{
        ...{ display: 'grid', gap: 2, mb: 4 },
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(5, minmax(0, 1fr))' },
      }}
    >
      {figures.map(({ of, count, label }) => (
        <ButtonBase
          key={label}
          aria-pressed={outcome === of}
          onClick={() => onOutcome(outcome === of ? null : of)}
          sx={{
            ...{ display: 'block', textAlign: 'left', p: 3, border: 1, borderRadius: 1 },
            borderColor: outcome === of ? 'primary.main' : 'divider',
            bgcolor: outcome === of ? 'action.selected' : 'transparent',
            '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
          }}
        >
          <Box
            component="span"
            sx={{ display: 'block', fontSize: '1.5rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}
          >
            {format.number(count)}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {label}
          </Box>
        </ButtonBase>
      ))}
    </Box>
  );
};

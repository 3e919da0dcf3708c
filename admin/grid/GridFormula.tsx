import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Grid } from './grid.graphql.ts';
import { plainly } from './WeightCell.tsx';

/** How the overall score comes about, in words: channels, then what weighs within each. */
export const GridFormula = ({ grid }: { readonly grid: Grid }) => {
  const translate = useTranslate();
  const format = useFormat();
  const say = (key: string, more: object = {}) => translate(`room.editor.formula.${key}`, more);
  const counted = grid.channels.filter(({ optional, compared }) => !optional || compared);
  const term = ({ label, weight }: { readonly label: string; readonly weight: string | null }) =>
    `${format.number(plainly(weight))} × ${label}`;
  const total = (all: readonly { readonly weight: string | null }[]) =>
    format.number(all.reduce((sum, { weight }) => sum + Math.round(Number(weight) * 10_000), 0) / 10_000);
  const weighed = grid.steps.filter(({ weight }) => weight !== null);
  return (
    <Box sx={{ fontSize: '0.875rem', color: 'text.secondary', display: 'grid', gap: 1 }}>
      <span>{say('overall', { terms: counted.map(term).join(' + '), total: total(counted) })}</span>
      <span>
        {weighed.length > 0
          ? say('bySteps', { terms: weighed.map(term).join(' + '), total: total(weighed) })
          : say('byCriteria')}
      </span>
      <span>{say('extras')}</span>
    </Box>
  );
};

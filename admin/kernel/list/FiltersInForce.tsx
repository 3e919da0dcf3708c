import Close from '@mui/icons-material/Close';
import { Box, Button, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { FilterValue } from './FilterValue.tsx';

/** Read aloud, not seen. */
const HIDDEN = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' };

type Input = ReactElement<{ readonly source?: string }>;

/** How many rows, and the filters that made them so few: each can be taken off. */
export const FiltersInForce = ({
  inputs,
  children,
}: {
  readonly inputs: readonly ReactElement[];
  /** What is done with the rows: choose columns, export. */
  readonly children: ReactNode;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const { filterValues, setFilters, total, isPending } = useListContext();
  const set = Object.entries(filterValues).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const inputOf = (source: string) => inputs.find((input) => (input as Input).props.source === source);
  return (
    <Box sx={{ px: 4, py: 3, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {!isPending &&
          total !== undefined &&
          translate('list.count', { smart_count: total, count: format.number(total) })}
      </Typography>
      {set.map(([source, value]) => {
        const label = source === 'q' ? translate('list.search') : translate(`field.${source}`);
        const without = Object.fromEntries(set.filter(([key]) => key !== source));
        return (
          <Button
            key={source}
            size="small"
            variant="outlined"
            color="inherit"
            endIcon={<Close sx={{ fontSize: '14px !important' }} />}
            onClick={() => setFilters(without, [])}
            sx={{ minHeight: 28, py: 0, px: 2, fontSize: '0.75rem', fontWeight: 400 }}
          >
            <Box component="span" sx={HIDDEN}>
              {translate('list.remove')}
            </Box>
            {label} : <FilterValue input={inputOf(source)} source={source} value={value} />
          </Button>
        );
      })}
      {set.length > 1 && (
        <Button size="small" onClick={() => setFilters({}, [])} sx={{ minHeight: 28, py: 0 }}>
          {translate('list.clear')}
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      {children}
    </Box>
  );
};

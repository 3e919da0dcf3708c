import Close from '@mui/icons-material/Close';
import Search from '@mui/icons-material/Search';
import { Box, Button, InputAdornment, Typography } from '@mui/material';
import { Fragment, type ReactElement } from 'react';
import { FilterLiveForm, TextInput, useListContext, useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { FilterValue } from './FilterValue.tsx';

type Input = ReactElement<{ readonly source?: string; readonly label?: string }>;

/** The words looked for and the inputs of a list, applied as one types. */
export const Filters = ({ search, inputs }: { readonly search: boolean; readonly inputs: readonly ReactElement[] }) => {
  const translate = useTranslate();
  return (
    <FilterLiveForm formComponent={FilterRow}>
      {search && (
        <TextInput
          source="q"
          type="search"
          label={translate('list.search')}
          resettable
          helperText={false}
          sx={{ width: { xs: '100%', sm: 240 } }}
          slotProps={{
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search fontSize="small" sx={{ mr: 1.5, color: 'text.secondary' }} />
                </InputAdornment>
              ),
            },
          }}
        />
      )}
      {inputs.map((input) => (
        <Box key={(input as Input).props.source} sx={{ width: { xs: 'calc(50% - 6px)', sm: 176 } }}>
          {input}
        </Box>
      ))}
    </FilterLiveForm>
  );
};

const FilterRow = (props: object) => (
  <Box component="form" {...props} sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-end' }} />
);

/** How many rows, and the filters that made them so few: each can be taken off. */
export const FiltersInForce = ({ inputs }: { readonly inputs: readonly ReactElement[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { filterValues, setFilters, total, isPending } = useListContext();
  const set = Object.entries(filterValues).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const inputOf = (source: string) => inputs.find((input) => (input as Input).props.source === source);
  if (isPending || total === undefined) return null;
  return (
    <Box sx={{ px: 4, pb: 3, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {translate('list.count', { smart_count: total, count: format.number(total) })}
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
            aria-label={translate('list.remove', { label })}
            endIcon={<Close sx={{ fontSize: '14px !important' }} />}
            onClick={() => setFilters(without, [])}
            sx={{ minHeight: 28, py: 0, px: 2, fontSize: '0.75rem', fontWeight: 400 }}
          >
            <Fragment>
              {label} : <FilterValue input={inputOf(source)} source={source} value={value} />
            </Fragment>
          </Button>
        );
      })}
      {set.length > 1 && (
        <Button size="small" onClick={() => setFilters({}, [])} sx={{ minHeight: 28, py: 0 }}>
          {translate('list.clear')}
        </Button>
      )}
    </Box>
  );
};

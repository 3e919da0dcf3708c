import Search from '@mui/icons-material/Search';
import TuneOutlined from '@mui/icons-material/TuneOutlined';
import { Box, Button, InputAdornment } from '@mui/material';
import { type ReactElement, useState } from 'react';
import { FilterLiveForm, TextInput, useTranslate } from 'react-admin';

type Input = ReactElement<{ readonly source?: string }>;

interface FiltersProps {
  readonly search: boolean;
  readonly inputs: readonly ReactElement[];
  /** On a phone the inputs wait behind a button. */
  readonly small: boolean;
}

/** The words looked for and the inputs of a list, applied as one types. */
export const Filters = ({ search, inputs, small }: FiltersProps) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (!search && inputs.length === 0) return null;
  return (
    <FilterLiveForm formComponent={FilterRow}>
      {search && (
        <TextInput
          source="q"
          type="search"
          label={translate('list.search')}
          resettable
          helperText={false}
          sx={{ flex: '1 1 200px', maxWidth: { sm: 300 } }}
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
      {small && inputs.length > 0 && (
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<TuneOutlined />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {translate('list.filters')}
        </Button>
      )}
      {(!small || open) &&
        inputs.map((input) => (
          <Box
            key={(input as Input).props.source}
            sx={{
              display: 'flex',
              '& > *': { flex: 1, minWidth: 0 },
              flex: { xs: '1 1 40%', sm: '1 1 130px' },
              maxWidth: { sm: 220 },
            }}
          >
            {input}
          </Box>
        ))}
    </FilterLiveForm>
  );
};

const FilterRow = (props: object) => (
  <Box
    component="form"
    {...props}
    sx={{ p: 4, pb: 0, display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-end' }}
  />
);

import { Box, ButtonBase, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { CategoryRanking } from './ranking.graphql.ts';

interface CategoryPickerProps {
  readonly rankings: readonly CategoryRanking[];
  /** The code of the category one looks at. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The categories of the palmarès: side by side with the ranking where there is room, a drop-down otherwise. */
export const CategoryPicker = ({ rankings, value, onChange }: CategoryPickerProps) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <>
      <TextField
        select
        label={translate('room.ranking.category')}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        sx={{ display: { xl: 'none' }, maxWidth: 640 }}
      >
        {rankings.map(({ category, structureCount }) => (
          <MenuItem key={category.id} value={category.code} sx={{ whiteSpace: 'normal' }}>
            {category.label} ({format.number(structureCount)})
          </MenuItem>
        ))}
      </TextField>
      <Box
        component="nav"
        aria-label={translate('room.ranking.category')}
        sx={{ display: { xs: 'none', xl: 'grid' }, gap: 1, position: 'sticky', top: 72 }}
      >
        {rankings.map(({ category, mean, structureCount }) => (
          <ButtonBase
            key={category.id}
            aria-current={category.code === value ? 'true' : undefined}
            onClick={() => onChange(category.code)}
            sx={{
              display: 'block',
              textAlign: 'left',
              px: 3,
              py: 2,
              borderRadius: 1,
              fontSize: '0.875rem',
              '&:hover': { bgcolor: 'action.hover' },
              '&[aria-current]': { bgcolor: 'action.selected', color: 'primary.main', fontWeight: 650 },
            }}
          >
            {category.label}
            <Box
              component="span"
              sx={{ display: 'block', color: 'text.secondary', fontSize: '0.75rem', fontWeight: 400 }}
            >
              {translate('room.ranking.base', { smart_count: structureCount, mean: format.score(mean) })}
            </Box>
          </ButtonBase>
        ))}
      </Box>
    </>
  );
};

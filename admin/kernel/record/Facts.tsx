import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** What is known of a record, a name and a value at a time. */
export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(180px, 42%), 1fr))',
      gap: 4,
      '& dt': { fontSize: '0.75rem', color: 'text.secondary' },
      '& dd': { m: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
    }}
  >
    {children}
  </Box>
);

/** One of them. What was not given says so: nothing is left blank. */
export const Fact = ({
  source,
  wide = false,
  children,
}: {
  /** The field, whose word is in the glossary. */
  readonly source: string;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}) => {
  const translate = useTranslate();
  const known = children !== null && children !== undefined && children !== '' && children !== '—';
  return (
    <Box sx={wide ? { gridColumn: '1 / -1' } : {}}>
      <dt>{translate(`field.${source}`)}</dt>
      <Box component="dd" sx={known ? {} : { color: 'text.secondary' }}>
        {known ? children : translate('record.unset')}
      </Box>
    </Box>
  );
};

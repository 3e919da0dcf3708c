import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { dark } from '../kernel/tokens.ts';

/** What stands on the screen while people take their seats. */
export const Opening = ({
  edition: { ordinal, year, label },
}: {
  readonly edition: { readonly ordinal: number; readonly year: number; readonly label: string };
}) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ textAlign: 'center' }}>
      <Box component="h1" sx={{ m: 0, fontSize: 'clamp(2rem, 6vw, 5rem)', fontWeight: 600, lineHeight: 1.1 }}>
        {translate('ceremony.title', { year })}
      </Box>
      <Box sx={{ mt: 5, fontSize: 'clamp(1rem, 2.2vw, 1.75rem)', color: dark.muted }}>
        {translate('ceremony.edition', { ordinal: format.ordinal(ordinal), label })}
      </Box>
    </Box>
  );
};

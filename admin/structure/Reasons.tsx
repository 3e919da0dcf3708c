import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';

/** Why two structures may be one, in words. */
export const Reasons = ({ reasons }: { readonly reasons: readonly string[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
      {format.list(reasons.map((reason) => translate(`enum.DuplicateReason.${reason}`)))}
    </Box>
  );
};

import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

const signs = { added: ['+', 'success.main'], removed: ['−', 'error.main'], changed: ['→', 'info.main'] } as const;

/** What comes, goes or changes: the sign and its name carry the meaning, the colour only helps. */
export const Sign = ({ kind }: { readonly kind: keyof typeof signs }) => {
  const translate = useTranslate();
  const [sign, color] = signs[kind];
  return (
    <Box
      component="span"
      role="img"
      aria-label={translate(`room.publication.sign.${kind}`)}
      sx={{ color, fontWeight: 700, minWidth: 14 }}
    >
      {sign}
    </Box>
  );
};

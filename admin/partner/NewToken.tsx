import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useCopy } from '../kernel/useCopy.ts';

/** A token that was just made: shown this once. */
export const NewToken = ({ token }: { readonly token: string }) => {
  const translate = useTranslate();
  const copy = useCopy();
  return (
    <Alert severity="success" sx={{ mb: 3 }} role="status">
      {translate('partner.token.once')}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mt: 2 }}>
        <Box
          component="code"
          sx={{
            px: 2,
            py: 1,
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            overflowWrap: 'anywhere',
          }}
        >
          {token}
        </Box>
        <Button variant="outlined" onClick={() => void copy(token, 'partner.token.copied')}>
          {translate('partner.token.copy')}
        </Button>
      </Box>
    </Alert>
  );
};

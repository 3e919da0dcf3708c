import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Saving } from './useAutosave.ts';

/** Whether what was typed is kept; when someone else changed the form, the choice is theirs or mine. */
export const SaveState = ({
  saving,
  onKeep,
  onReload,
}: {
  readonly saving: Saving;
  readonly onKeep: () => void;
  readonly onReload: () => void;
}) => {
  const translate = useTranslate();
  if (saving === 'stale')
    return (
      <Alert
        severity="warning"
        role="alert"
        action={
          <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
            <Button color="inherit" onClick={onReload}>
              {translate('registration.takeTheirs')}
            </Button>
            <Button color="inherit" onClick={onKeep}>
              {translate('registration.keepMine')}
            </Button>
          </Box>
        }
      >
        {translate('registration.stale')}
      </Alert>
    );
  if (saving === 'closed')
    return (
      <Alert severity="warning" role="alert" action={<Button onClick={onReload}>{translate('state.reload')}</Button>}>
        {translate('registration.closedMeanwhile')}
      </Alert>
    );
  return (
    <Box role="status" aria-live="polite" sx={{ color: 'text.secondary', fontSize: '0.875rem', minHeight: 22 }}>
      {translate(`registration.saving.${saving}`)}
    </Box>
  );
};

import { Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  useCanAccess,
  useDataProvider,
  useGetRecordRepresentation,
  useRecordContext,
  useRedirect,
  useRefresh,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { codeIn } from '../api.ts';
import type { HouseProvider } from '../dataProvider.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useUndoable } from './useUndo.tsx';

/**
 * Moves the record in context to the trash, after a dialog that names it; says why when the server refuses, and offers
 * to take it back once done.
 */
export const DeleteButton = () => {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const record = useRecordContext();
  const nameOf = useGetRecordRepresentation(resource);
  const redirect = useRedirect();
  const refresh = useRefresh();
  const undoable = useUndoable();
  const provider = useDataProvider<HouseProvider>();
  const { canAccess } = useCanAccess({ resource, action: 'delete' });
  const [asking, setAsking] = useState(false);
  const name = record ? String(nameOf(record)) : '';
  const removal = useMutation({
    mutationFn: () => provider.remove(resource, record?.id ?? ''),
    onSuccess: ({ acts }) => {
      redirect('list', resource);
      refresh();
      undoable(translate('record.removedNamed', { name }), acts, () => redirect('edit', resource, record?.id));
    },
  });
  if (!record || !canAccess) return null;
  return (
    <>
      <Box sx={{ flex: 1 }} />
      <Button color="error" onClick={() => setAsking(true)}>
        {translate('ra.action.delete')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={translate('record.confirmDelete', { name })}
        action={translate('record.deleteNamed', { name })}
        destructive
        pending={removal.isPending}
        refusal={removal.error ? translate(`refusal.${codeIn(removal.error)}`) : null}
        onCancel={() => {
          setAsking(false);
          removal.reset();
        }}
        onConfirm={() => removal.mutate()}
      >
        {translate('record.confirmDeleteMore')}
      </ConfirmDialog>
    </>
  );
};

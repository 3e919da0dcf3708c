import { Box, Button } from '@mui/material';
import { useState } from 'react';
import {
  useCanAccess,
  useDelete,
  useGetRecordRepresentation,
  useNotify,
  useRecordContext,
  useRedirect,
  useResourceContext,
  useTranslate,
} from 'react-admin';
import { codeIn } from '../api.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

/** Deletes the record in context, after a dialog that names it; says why when the server refuses. */
export const DeleteButton = () => {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const record = useRecordContext();
  const nameOf = useGetRecordRepresentation(resource);
  const redirect = useRedirect();
  const notify = useNotify();
  const { canAccess } = useCanAccess({ resource, action: 'delete' });
  const [asking, setAsking] = useState(false);
  const [remove, { isPending, error }] = useDelete(
    resource,
    { id: record?.id ?? '', ...(record ? { previousData: record } : {}) },
    {
      mutationMode: 'pessimistic',
      onSuccess: () => {
        notify('ra.notification.deleted', { type: 'success', messageArgs: { smart_count: 1 } });
        redirect('list', resource);
      },
    },
  );
  if (!record || !canAccess) return null;
  const name = String(nameOf(record));
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
        pending={isPending}
        refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
        onCancel={() => setAsking(false)}
        onConfirm={() => remove()}
      >
        {translate('record.confirmDeleteMore')}
      </ConfirmDialog>
    </>
  );
};

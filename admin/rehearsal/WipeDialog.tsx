import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { type Rehearsal, WipeRehearsal } from './rehearsal.graphql.ts';

/** Asks before everything that was played goes for good. */
export const WipeDialog = ({ of, onClose }: { readonly of: Rehearsal; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(WipeRehearsal, { id: of.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rehearsals'] });
      notify('room.rehearsal.wipedDone', { type: 'success' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      destructive
      title={translate('room.rehearsal.wipeAsk', { year: of.edition.year })}
      action={translate('room.rehearsal.wipe')}
      pending={isPending}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      {translate('room.rehearsal.wipeMore')}
    </ConfirmDialog>
  );
};

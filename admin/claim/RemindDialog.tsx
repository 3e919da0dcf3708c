import { useNotify, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { RemindProvisionals, type Sent } from './claim.graphql.ts';

interface RemindDialogProps {
  readonly edition: EditionInForce;
  /** Those that were sent, and not read yet. */
  readonly unread: readonly Sent[];
  readonly onClose: () => void;
}

/** Reminds those who have not read their results of the deadline. */
export const RemindDialog = ({ edition, unread, onClose }: RemindDialogProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { attempt, pending, refusal } = useAct(['claim']);
  const remind = async () => {
    const ids = unread.map(({ id }) => id);
    const done = await attempt(() => run(RemindProvisionals, { editionId: edition.id, ids }));
    if (!done) return;
    notify(translate('claim.remindDone', { smart_count: done.remindProvisionals }), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={translate('claim.remindTitle', { smart_count: unread.length })}
      action={translate('claim.remind')}
      pending={pending}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void remind()}
    >
      {translate('claim.remindMore')}
    </ConfirmDialog>
  );
};

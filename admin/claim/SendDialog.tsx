import { useNotify, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { OpenContradictory } from './claim.graphql.ts';

interface SendDialogProps {
  readonly edition: EditionInForce;
  /** Days that structures have to answer. */
  readonly days: number;
  readonly onClose: () => void;
}

/** Says what sending opens and freezes, then sends. */
export const SendDialog = ({ edition, days, onClose }: SendDialogProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { attempt, pending, refusal } = useAct(['claim', 'edition']);
  const send = async () => {
    const done = await attempt(() => run(OpenContradictory, { editionId: edition.id }));
    if (!done) return;
    notify(translate('claim.sendDone', { smart_count: done.openContradictory }), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={translate('claim.sendTitle')}
      action={translate('claim.send')}
      pending={pending}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void send()}
    >
      <p style={{ marginTop: 0 }}>{translate('claim.sendMore', { smart_count: days })}</p>
      <p style={{ marginBottom: 0 }}>{translate('claim.sendFrozen')}</p>
    </ConfirmDialog>
  );
};

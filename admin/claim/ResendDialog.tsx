import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { SendProvisionals, type Sent } from './claim.graphql.ts';

interface ResendDialogProps {
  readonly edition: EditionInForce;
  readonly sent: Sent;
  readonly onClose: () => void;
}

/** Sends one link again, or for the first time where there was nobody to write to. */
export const ResendDialog = ({ edition, sent, onClose }: ResendDialogProps) => {
  const translate = useTranslate();
  const { attempt, pending, refusal } = useAct(['claim', 'edition']);
  const { name } = sent.enrolment.structure;
  const send = async () => {
    const done = await attempt(() => run(SendProvisionals, { editionId: edition.id, ids: [sent.id] }));
    if (done) onClose();
  };
  return (
    <ConfirmDialog
      open
      title={translate('claim.resendTitle', { name })}
      action={translate('claim.resend')}
      pending={pending}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void send()}
    >
      {translate('claim.resendMore')} {sent.sentAt === null && translate('claim.firstMore')}
    </ConfirmDialog>
  );
};

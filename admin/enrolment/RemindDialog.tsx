import { useMutation, useQuery } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Reminders, SendReminders } from './registration.graphql.ts';

/** Says who would be reminded, then reminds them. */
export const RemindDialog = ({
  edition,
  onClose,
  onDone,
}: {
  readonly edition: EditionInForce;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const translate = useTranslate();
  const notify = useNotify();
  const editionId = edition.id;
  const { data } = useQuery({
    queryKey: ['enrolment', 'reminders', editionId],
    queryFn: ({ signal }) => run(Reminders, { editionId }, signal),
    gcTime: 0,
  });
  const waiting = data?.reminderPreview ?? [];
  const count = { smart_count: waiting.length };
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => run(SendReminders, { editionId, ids: waiting.map(({ id }) => id) }),
    onSuccess: ({ sendReminders }) => {
      notify('registration.staff.reminders', { type: 'success', messageArgs: { smart_count: sendReminders } });
      onClose();
      onDone();
    },
  });
  return (
    <ConfirmDialog
      open
      title={translate(
        data && waiting.length === 0 ? 'registration.staff.remindNobody' : 'registration.staff.remindAsk',
        count,
      )}
      action={translate('registration.staff.remind')}
      pending={isPending}
      disabled={waiting.length === 0}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      onCancel={onClose}
      onConfirm={() => mutate()}
    >
      <p style={{ margin: '0 0 12px' }}>{translate('registration.staff.remindMore')}</p>
      <ul style={{ margin: 0, paddingLeft: 20, maxHeight: 240, overflow: 'auto' }}>
        {waiting.map(({ id, recipient, enrolment }) => (
          <li key={id}>
            {enrolment.structure.name} ({recipient})
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
};

import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ProseInput } from '../kernel/inputs.tsx';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { type Candidate, PresentCandidate, WithdrawCandidate } from './mandate.graphql.ts';

interface CandidateDialogProps {
  readonly candidate: Candidate;
  readonly deed: 'present' | 'withdraw';
  readonly onClose: () => void;
}

/** Presents a candidate to the jurors, or takes it off the list because it withdraws. */
export const CandidateDialog = ({ candidate, deed, onClose }: CandidateDialogProps) => {
  const translate = useTranslate();
  const { name } = candidate.enrolment.structure;
  const save = useSave(
    ({ text }: { text: string }) =>
      run(PresentCandidate, { id: candidate.id, version: candidate.version, text: text?.trim() || null }),
    'room.mandate.presented',
    onClose,
  );
  if (deed === 'withdraw')
    return (
      <ActDialog
        title={translate('room.mandate.retireAsk', { name })}
        action={translate('room.mandate.retireAction')}
        done="room.mandate.retired"
        destructive
        motive={{ label: translate('field.motive'), help: translate('room.mandate.retireHelp') }}
        act={(motive) => run(WithdrawCandidate, { id: candidate.id, motive })}
        onClose={onClose}
      >
        {translate('room.mandate.retireMore')}
      </ActDialog>
    );
  return (
    <FormDialog
      open
      noun="candidate"
      title={translate('room.mandate.presentAsk', { name })}
      action={translate('room.mandate.presentAction')}
      values={{ text: candidate.presentation ?? '' }}
      {...save}
      onCancel={onClose}
    >
      <ProseInput source="text" label="room.mandate.presentation" help="room.mandate.presentationHelp" />
    </FormDialog>
  );
};

import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { type Meeting, UpdateMeeting } from './agenda.graphql.ts';
import { MeetingInputs, meetingInput, type Planned } from './MeetingInputs.tsx';

/** Corrects what was announced of a meeting, until it is opened. */
export const CorrectDialog = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const { id, version, label, place, startsAt } = meeting;
  const save = useSave(
    (planned: Planned) => run(UpdateMeeting, { id, version, input: meetingInput(planned) }),
    'room.agenda.corrected',
    onClose,
  );
  return (
    <FormDialog<Planned>
      open
      noun="meeting"
      title={translate('room.agenda.correctTitle', { label })}
      action={translate('room.agenda.correctAction')}
      values={{ label, place, startsAt }}
      {...save}
      onCancel={onClose}
    >
      <MeetingInputs />
    </FormDialog>
  );
};

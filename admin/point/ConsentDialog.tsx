import { SelectInput, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { TitleInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { type Point, RecordConsent } from './point.graphql.ts';

interface Consent {
  readonly answer: 'GIVEN' | 'REFUSED';
  readonly by: string;
}

interface ConsentDialogProps {
  readonly point: Point;
  /** The laureate. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Records what the laureate says of its point remarquable, who said so, and how. */
export const ConsentDialog = ({ point, name, onClose }: ConsentDialogProps) => {
  const translate = useTranslate();
  const save = useSave(
    ({ answer, by }: Consent) => run(RecordConsent, { id: point.id, given: answer === 'GIVEN', by }),
    'room.point.recorded',
    onClose,
  );
  return (
    <FormDialog<Consent>
      open
      noun="point_remarquable"
      title={translate('room.point.consentAsk', { name })}
      action={translate('room.point.consentAction')}
      values={{ answer: 'GIVEN', by: '' }}
      {...save}
      onCancel={onClose}
    >
      <SelectInput
        source="answer"
        label="room.point.answer"
        choices={(['GIVEN', 'REFUSED'] as const).map((id) => ({ id, name: translate(`room.point.answers.${id}`) }))}
        translateChoice={false}
        emptyText=""
        helperText="room.point.answerHelp"
        isRequired
      />
      <TitleInput source="by" must label="room.point.by" help="room.point.byHelp" />
    </FormDialog>
  );
};

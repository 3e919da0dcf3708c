import { useNotify, useTranslate } from 'react-admin';
import { ProseInput, RecordInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Auditor, RecordTie } from './auditor.graphql.ts';

interface Said {
  readonly structureId: string;
  readonly reason: string;
}

/** Records what ties an auditor to a structure, when they said so to staff. */
export const TieDialog = ({ auditor, onClose }: { readonly auditor: Auditor; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { act, pending, refusal } = useAct();
  const save = async ({ structureId, reason }: Said) => {
    if (!(await act(RecordTie, { auditorId: String(auditor.id), structureId, reason }))) return;
    notify('room.auditor.tieDone', { type: 'success' });
    onClose();
  };
  return (
    <FormDialog<Partial<Said>>
      open
      noun="auditor_conflict"
      title={translate('room.auditor.tieTitle', { name: auditor.name })}
      action={translate('room.auditor.tieAdd')}
      values={{}}
      pending={pending}
      refusal={refusal}
      faults={[]}
      onCancel={onClose}
      onSave={(said) => void save(said as Said)}
    >
      <RecordInput source="structureId" reference="structure" label="field.structure" must />
      <ProseInput source="reason" label="field.reason" help="room.auditor.tieReasonHelp" must />
    </FormDialog>
  );
};

import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { run } from '../kernel/api.ts';
import { DayInput, EnumInput, RecordInput, TitleInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { RecordTie, type Tie, type TieInput, UpdateTie } from './conflict.graphql.ts';

interface TieDialogProps {
  readonly juror: { readonly id: string; readonly name: string };
  /** The tie to correct; none to record one. */
  readonly tie?: Tie;
  /** The structure of the conflict being confirmed: its tie is then said to be verified. */
  readonly verifies?: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

const NEW: TieInput = { kind: 'EMPLOYER', bodyName: '', structureId: null, until: null, known: 'VERIFIED', source: '' };

/** Records a tie of a member, corrects one, or says what it was verified against: the conflicts then follow. */
export const TieDialog = ({ juror, tie, verifies, onClose }: TieDialogProps) => {
  const translate = useTranslate();
  const save = useSave(
    (values: TieInput): Promise<unknown> => {
      const input = { ...inputOf(values) };
      return tie
        ? run(UpdateTie, { id: tie.id, version: tie.version, input })
        : run(RecordTie, { jurorId: juror.id, input });
    },
    verifies ? 'room.conflict.done.confirm' : 'room.conflict.done.tie',
    onClose,
  );
  const deed = verifies ? 'confirm' : tie ? 'correct' : 'record';
  return (
    <FormDialog<TieInput>
      open
      noun="affiliation"
      title={translate(`room.conflict.ask.${deed}`, { name: juror.name, structure: verifies?.name })}
      action={translate(`room.conflict.act.${deed}`)}
      values={tie ? { ...valuesOf(tie), ...(verifies ? { known: 'VERIFIED' } : {}) } : NEW}
      {...save}
      onCancel={onClose}
    >
      {verifies && (
        <p style={{ margin: 0 }}>
          {translate('room.conflict.consequence.confirm', { name: juror.name, structure: verifies.name })}
        </p>
      )}
      <TieInputs />
    </FormDialog>
  );
};

const TieInputs = () => {
  const known: Tie['known'] = useWatch({ name: 'known', defaultValue: 'VERIFIED' });
  return (
    <>
      <Fields>
        <EnumInput source="kind" of="TieKind" must label="room.conflict.kind" />
        <TitleInput source="bodyName" must help="room.conflict.bodyNameHelp" />
      </Fields>
      <RecordInput
        source="structureId"
        reference="structure"
        label="room.conflict.body"
        help="room.conflict.bodyHelp"
        sort={{ field: 'name', order: 'ASC' }}
      />
      <Fields>
        <DayInput source="until" help="room.conflict.untilHelp" />
        <EnumInput source="known" of="TieKnowledge" must />
      </Fields>
      <TitleInput
        source="source"
        must={known === 'VERIFIED'}
        label="room.conflict.source"
        help="room.conflict.sourceHelp"
      />
    </>
  );
};

const valuesOf = ({ kind, bodyName, structure, until, known, source }: Tie): TieInput => ({
  ...{ kind, bodyName, until, known, source },
  structureId: structure?.id ?? null,
});

const inputOf = ({ kind, bodyName, structureId, until, known, source }: TieInput): TieInput => ({
  ...{ kind, bodyName, known },
  structureId: structureId || null,
  until: until || null,
  source: source || null,
});

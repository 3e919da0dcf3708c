import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { CountInput, YesNoInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import { enterStage } from '../kernel/stage.ts';
import { BeginRehearsal } from './rehearsal.graphql.ts';

interface Values {
  readonly seed: number;
  readonly structuresEach: number;
  readonly tested: boolean;
}

/** Asks how the edition is rehearsed, puts it on stage and goes there. */
export const BeginDialog = ({
  edition,
  onClose,
}: {
  readonly edition: EditionInForce;
  readonly onClose: () => void;
}) => {
  const translate = useTranslate();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (input: Values) => run(BeginRehearsal, { editionId: edition.id, input }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rehearsals'] });
      enterStage(edition.year);
    },
  });
  return (
    <FormDialog<Values>
      open
      noun="dress_rehearsal"
      title={translate('room.rehearsal.begin', { year: edition.year })}
      action={translate(isPending ? 'room.rehearsal.building' : 'room.rehearsal.doBegin')}
      values={{ seed: 1, structuresEach: 5, tested: true }}
      pending={isPending}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      faults={[]}
      onCancel={onClose}
      onSave={({ seed, structuresEach, tested }) => mutate({ seed, structuresEach, tested })}
    >
      <Fields>
        <CountInput source="structuresEach" must least={1} help="room.rehearsal.eachHelp" />
        <CountInput source="seed" must least={1} help="room.rehearsal.seedHelp" />
      </Fields>
      <YesNoInput source="tested" />
    </FormDialog>
  );
};

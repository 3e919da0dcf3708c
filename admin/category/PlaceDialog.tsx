import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import { ProseInput, RecordInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { PlaceStructure } from './preview.graphql.ts';

interface PlaceDialogProps {
  readonly editionId: string;
  /** The structure to place; none to choose one. */
  readonly structure?: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

interface Values {
  readonly structureId: string;
  readonly categoryId: string;
  readonly motive: string;
}

/** Places a structure in a category by hand, with its motive. */
export const PlaceDialog = ({ editionId, structure, onClose }: PlaceDialogProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (values: Values) => run(PlaceStructure, values),
    onSuccess: async () => {
      await client.invalidateQueries();
      notify('room.rules.placed', { type: 'success' });
      onClose();
    },
  });
  return (
    <FormDialog<Values>
      open
      noun="placement"
      title={translate(structure ? 'room.rules.placeNamed' : 'room.rules.placeOne', { name: structure?.name ?? '' })}
      action={translate('room.rules.doPlace')}
      values={{ structureId: structure?.id ?? '', categoryId: '', motive: '' }}
      pending={isPending}
      refusal={error ? translate(`refusal.${codeIn(error)}`) : null}
      faults={[]}
      onCancel={onClose}
      onSave={({ structureId, categoryId, motive }) => mutate({ structureId, categoryId, motive })}
    >
      {!structure && <RecordInput source="structureId" reference="structure" label="field.structure" must />}
      <RecordInput
        source="categoryId"
        reference="category"
        filter={{ editionId }}
        sort={{ field: 'position', order: 'ASC' }}
        label="field.category"
        must
      />
      <ProseInput source="motive" label="field.motive" help="room.rules.motiveHelp" must />
    </FormDialog>
  );
};

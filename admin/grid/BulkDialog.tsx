import { SelectInput, useInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { DecimalInput, EnumInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { ClausesField } from './FramesInput.tsx';
import type { Grid } from './grid.graphql.ts';
import { type CriteriaInput, UpdateCriteria } from './outline.graphql.ts';
import { StepInput } from './StepInput.tsx';
import type { Editor } from './useEditor.ts';
import { usePart } from './usePart.ts';
import { readOf, type Tree } from './useTree.ts';

interface Values {
  readonly weight: string | null;
  readonly minimum: string | null;
  readonly floor: string | null;
  readonly stepId: string | null;
  readonly bonus: 'YES' | 'NO' | '' | null;
  readonly whenNotOffered: CriteriaInput['whenNotOffered'];
  readonly whenNotObserved: CriteriaInput['whenNotObserved'];
  readonly whenRefused: CriteriaInput['whenRefused'];
  readonly addClauseIds: readonly string[];
  readonly removeClauseIds: readonly string[];
}

/** Corrects several criteria alike: what is left empty stays as each of them has it. */
export const BulkDialog = (props: {
  readonly grid: Grid;
  readonly tree: Tree;
  readonly editor: Editor;
  readonly onClose: () => void;
}) => {
  const { grid, tree, editor, onClose } = props;
  const part = usePart(editor, grid, onClose);
  const count = { smart_count: tree.chosen.size };
  return (
    <FormDialog<Partial<Values>>
      open
      noun="criterion"
      title={tree.t('room.editor.bulkTitle', count)}
      action={tree.t('room.editor.bulkSave', count)}
      values={{}}
      pending={part.pending}
      refusal={part.refusal}
      faults={part.faults}
      onCancel={() => {
        part.forget();
        onClose();
      }}
      onSave={(values) =>
        part.change(tree.t('room.editor.saidBulk', count), UpdateCriteria, {
          criteria: readOf(grid, tree.chosen),
          input: inputOf(values),
        })
      }
    >
      <Inputs grid={grid} tree={tree} />
    </FormDialog>
  );
};

const Inputs = ({ grid, tree }: { readonly grid: Grid; readonly tree: Tree }) => {
  const policies: unknown[] = useWatch({ name: ['whenNotOffered', 'whenNotObserved', 'whenRefused'] });
  return (
    <>
      <span>{tree.t('room.editor.bulkMore')}</span>
      <Fields>
        <DecimalInput source="weight" within={[0, 99999]} />
        <StepInput grid={grid} />
        <SelectInput
          source="bonus"
          helperText={false}
          choices={[
            { id: 'YES', name: 'list.yes' },
            { id: 'NO', name: 'list.no' },
          ]}
        />
        <DecimalInput source="minimum" within={[0, 100]} />
      </Fields>
      <Group title={tree.t('room.grid.absences')}>
        <Fields>
          <EnumInput source="whenNotOffered" of="AbsencePolicy" />
          <EnumInput source="whenNotObserved" of="AbsencePolicy" />
          <EnumInput source="whenRefused" of="AbsencePolicy" />
          {policies.includes('FLOOR') && <DecimalInput source="floor" must within={[0, 100]} />}
        </Fields>
      </Group>
      <Clauses source="addClauseIds" label={tree.t('room.editor.clausesAdd')} />
      <Clauses source="removeClauseIds" label={tree.t('room.editor.clausesRemove')} />
    </>
  );
};

const Clauses = ({ source, label }: { readonly source: string; readonly label: string }) => {
  const { field } = useInput<string[]>({ source, defaultValue: [] });
  return <ClausesField label={label} value={field.value || []} onChange={field.onChange} />;
};

/** What was filled in, and nothing else. */
function inputOf({ bonus, ...values }: Partial<Values>): CriteriaInput {
  const given = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && (value as readonly unknown[]).length !== 0,
  );
  return { ...Object.fromEntries(given), ...(bonus ? { bonus: bonus === 'YES' } : {}) };
}

import { TitleInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import type { Grid, Step } from './grid.graphql.ts';
import { RemoveStep, UpdateStep } from './outline.graphql.ts';
import { StepInput } from './StepInput.tsx';
import type { Editor } from './useEditor.ts';
import { usePart } from './usePart.ts';
import { asRead, type Tree } from './useTree.ts';

interface StepDialogProps {
  readonly grid: Grid;
  readonly step: Step;
  readonly tree: Tree;
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Renames a step of the journey, in every channel at once. */
export const StepDialog = ({ grid, step, tree, editor, onClose }: StepDialogProps) => {
  const part = usePart(editor, grid, onClose);
  return (
    <FormDialog
      open
      noun="journey_step"
      title={tree.t('room.editor.stepTitle', { label: step.label })}
      action={tree.t('ra.action.save')}
      values={{ label: step.label }}
      pending={part.pending}
      refusal={part.refusal}
      faults={part.faults}
      onCancel={onClose}
      onSave={({ label }) =>
        part.change(tree.t('room.editor.saidChanged', { label }), UpdateStep, { step: asRead(step), input: { label } })
      }
    >
      <TitleInput source="label" must help="room.editor.stepHelp" />
    </FormDialog>
  );
};

/** Removes a step of the journey; it is asked which one takes its criteria, in every channel. */
export const RemoveStepDialog = ({ grid, step, tree, editor, onClose }: StepDialogProps) => {
  const part = usePart(editor, grid, onClose);
  const others = grid.steps.filter(({ id }) => id !== step.id);
  const count = grid.channels.reduce(
    (sum, { criteria }) => sum + criteria.filter((each) => each.step.id === step.id).length,
    0,
  );
  return (
    <FormDialog
      open
      noun="journey_step"
      title={tree.t('room.editor.removeStep', { label: step.label })}
      action={tree.t('room.editor.removeStepSave')}
      values={{ stepId: others[0]?.id ?? '' }}
      pending={part.pending}
      refusal={part.refusal}
      faults={part.faults}
      onCancel={onClose}
      onSave={({ stepId }) =>
        part.change(tree.t('room.editor.saidRemoved', { smart_count: 1, label: step.label }), RemoveStep, {
          step: asRead(step),
          intoId: stepId || null,
        })
      }
    >
      <span>{tree.t('room.editor.removeStepMore', { smart_count: count })}</span>
      {count > 0 && <StepInput grid={{ ...grid, steps: others }} />}
    </FormDialog>
  );
};

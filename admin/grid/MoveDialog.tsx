import { SelectInput } from 'react-admin';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import type { Grid } from './grid.graphql.ts';
import { MoveCriteria } from './outline.graphql.ts';
import { StepInput } from './StepInput.tsx';
import type { Editor } from './useEditor.ts';
import { usePart } from './usePart.ts';
import { readOf, type Tree } from './useTree.ts';

/** Moves criteria to a step of a channel, after what it already has. */
export const MoveDialog = (props: {
  readonly grid: Grid;
  readonly tree: Tree;
  readonly editor: Editor;
  readonly moved: ReadonlySet<string>;
  readonly onClose: () => void;
}) => {
  const { grid, tree, editor, moved, onClose } = props;
  const part = usePart(editor, grid, onClose);
  const criteria = readOf(grid, moved);
  const first = grid.channels.flatMap((channel) => channel.criteria.map((one) => ({ channel, one })));
  const from = first.find(({ one }) => one.id === criteria[0]?.id);
  const move = ({ channelId, stepId }: { readonly channelId: string; readonly stepId: string }) => {
    const channel = grid.channels.find(({ id }) => id === channelId);
    const own = channel?.criteria.filter((each) => each.step.id === stepId && !moved.has(each.id)) ?? [];
    const step = grid.steps.find(({ id }) => id === stepId);
    const where = `${channel?.label}, ${step?.label}`;
    const said = tree.t('room.editor.saidMoved', { label: from?.one.label, smart_count: moved.size, where });
    return part.change(said, MoveCriteria, { criteria, place: { channelId, stepId, afterId: own.at(-1)?.id ?? null } });
  };
  return (
    <FormDialog
      open
      noun="criterion"
      title={tree.t('room.editor.moveTitle', { smart_count: moved.size })}
      action={tree.t('room.editor.moveSave')}
      values={{ channelId: from?.channel.id ?? '', stepId: from?.one.step.id ?? '' }}
      pending={part.pending}
      refusal={part.refusal}
      faults={part.faults}
      onCancel={() => {
        part.forget();
        onClose();
      }}
      onSave={move}
    >
      <Fields>
        <SelectInput
          source="channelId"
          label="field.channel"
          helperText={false}
          translateChoice={false}
          choices={grid.channels.map(({ id, label }) => ({ id, name: label }))}
        />
        <StepInput grid={grid} />
      </Fields>
    </FormDialog>
  );
};

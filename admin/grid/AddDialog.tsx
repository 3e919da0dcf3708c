import { SelectInput, useTranslate } from 'react-admin';
import { enums } from '../kernel/i18n/fr.enums.ts';
import { DecimalInput, EnumInput, ProseInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import type { Grid } from './grid.graphql.ts';
import { CreateChannel, CreateCriterion, CreateStep } from './outline.graphql.ts';
import type { Row } from './rows.ts';
import { StepInput } from './StepInput.tsx';
import type { Editor } from './useEditor.ts';
import { usePart } from './usePart.ts';
import type { Tree } from './useTree.ts';

export type Addable = 'criterion' | 'channel' | 'step';

interface AddDialogProps {
  readonly what: Addable;
  readonly grid: Grid;
  readonly tree: Tree;
  readonly editor: Editor;
  /** The line it is added after; a criterion goes under it. */
  readonly after: Row | undefined;
  readonly onClose: () => void;
}

interface Values {
  readonly label: string;
  readonly weight: string;
  readonly guidance?: string | null;
  readonly kind: 'YES_NO';
  readonly channelId: string;
  readonly stepId: string;
  readonly code: 'PHONE';
  readonly optional: boolean;
  readonly first: string;
}

/** Adds a criterion, a channel with its first criterion, or a step of the journey. */
export const AddDialog = ({ what, grid, tree, editor, after, onClose }: AddDialogProps) => {
  const part = usePart(editor, grid, (left) => {
    onClose();
    // What is new takes the focus: people go on from there.
    const before = new Set(grid.channels.flatMap(({ id, criteria }) => [id, ...criteria.map((each) => each.id)]));
    const fresh = left.channels.flatMap(({ id, criteria }) => [id, ...criteria.map((each) => each.id)]);
    const first = fresh.find((id) => !before.has(id));
    if (first) tree.focus(first, true);
  });
  const save = (values: Values) => saved[what](values, grid, after, tree, part.change);
  return (
    <FormDialog<Values>
      open
      noun={what === 'step' ? 'journey_step' : what}
      title={tree.t(`room.editor.add.${what}`)}
      action={tree.t(`room.editor.add.${what}Save`)}
      values={startOf(grid, after)}
      pending={part.pending}
      refusal={part.refusal}
      faults={part.faults}
      onCancel={() => {
        part.forget();
        onClose();
      }}
      onSave={save}
    >
      {what === 'criterion' && <CriterionInputs grid={grid} />}
      {what === 'channel' && <ChannelInputs grid={grid} />}
      {what === 'step' && <TitleInput source="label" must help="room.editor.add.stepHelp" />}
    </FormDialog>
  );
};

type Change = ReturnType<typeof usePart>['change'];

const saved = {
  criterion(
    { label, kind, weight, guidance, channelId, stepId }: Values,
    grid: Grid,
    after: Row | undefined,
    tree: Tree,
    change: Change,
  ) {
    const channel = grid.channels.find(({ id }) => id === channelId);
    const own = channel?.criteria.filter(({ step }) => step.id === stepId) ?? [];
    const under = after?.kind === 'criterion' && own.some(({ id }) => id === after.id) ? after.id : own.at(-1)?.id;
    return change(tree.t('room.editor.saidAdded', { label }), CreateCriterion, {
      place: { channelId, stepId, afterId: under ?? null },
      input: { label, kind, weight, guidance: guidance || null },
    });
  },
  channel(
    { label, code, weight, optional, stepId, first, kind }: Values,
    grid: Grid,
    _: Row | undefined,
    tree: Tree,
    change: Change,
  ) {
    return change(
      tree.t('room.editor.saidAdded', { label: label || tree.t(`enum.ChannelCode.${code}`) }),
      CreateChannel,
      {
        gridId: grid.id,
        input: {
          ...{ code, weight, optional, stepId, label: label || tree.t(`enum.ChannelCode.${code}`) },
          criterion: { label: first, kind },
        },
      },
    );
  },
  step({ label }: Values, grid: Grid, _: Row | undefined, tree: Tree, change: Change) {
    return change(tree.t('room.editor.saidAdded', { label }), CreateStep, { gridId: grid.id, input: { label } });
  },
} as const;

function startOf(grid: Grid, after: Row | undefined): Values {
  const free = Object.keys(enums.ChannelCode).find((code) => !grid.channels.some((channel) => channel.code === code));
  return {
    ...{ label: '', weight: '1', kind: 'YES_NO', optional: false, first: '', code: (free ?? 'PHONE') as 'PHONE' },
    channelId: after?.channel.id ?? grid.channels[0]?.id ?? '',
    stepId: (after && after.kind !== 'channel' ? after.step.id : grid.steps[0]?.id) ?? '',
  };
}

const CriterionInputs = ({ grid }: { readonly grid: Grid }) => (
  <>
    <TitleInput source="label" must />
    <Fields>
      <EnumInput source="kind" of="CriterionKind" must />
      <DecimalInput source="weight" must within={[0, 99999]} />
      <SelectInput
        source="channelId"
        label="field.channel"
        helperText={false}
        translateChoice={false}
        choices={grid.channels.map(({ id, label }) => ({ id, name: label }))}
      />
      <StepInput grid={grid} />
    </Fields>
    <ProseInput source="guidance" help="room.grid.guidanceHelp" />
  </>
);

const ChannelInputs = ({ grid }: { readonly grid: Grid }) => {
  const translate = useTranslate();
  const free = Object.keys(enums.ChannelCode).filter((code) => !grid.channels.some((each) => each.code === code));
  return (
    <>
      <Fields>
        <SelectInput
          source="code"
          label="field.channel"
          helperText={false}
          translateChoice={false}
          choices={free.map((id) => ({ id, name: translate(`enum.ChannelCode.${id}`) }))}
        />
        <DecimalInput source="weight" must within={[0, 99999]} help="room.settings.channelWeightHelp" />
      </Fields>
      <YesNoInput source="optional" help="room.settings.optionalHelp" />
      <Group title={translate('room.editor.add.first')} more={translate('room.editor.add.firstMore')}>
        <TitleInput source="first" label="room.editor.question" must />
        <Fields>
          <EnumInput source="kind" of="CriterionKind" must />
          <StepInput grid={grid} />
        </Fields>
      </Group>
    </>
  );
};

import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useEdition } from '../kernel/edition.tsx';
import { DecimalInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { type Grid, UpdateGrid } from './grid.graphql.ts';
import { useGridChange } from './useGridChange.ts';

interface Values {
  readonly minimumShare: string | null;
  /** In the order of the journey. */
  readonly weights: readonly (string | null)[];
}

/** Corrects what holds for the whole grid: how much must rest on values, and what each step of the journey weighs. */
export const GridDialog = ({ grid, onClose }: { readonly grid: Grid; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const edition = useEdition();
  const { change, isPending, refusal, faults } = useGridChange(
    ({ minimumShare, weights }: Values) => {
      const stepWeights = grid.steps.map(({ code: step }, i) => ({ step, weight: weights[i] ?? null }));
      return run(UpdateGrid, { id: grid.id, version: grid.version, input: { minimumShare, stepWeights } });
    },
    onClose,
    grid,
  );
  return (
    <FormDialog<Values>
      open
      noun="grid"
      title={translate('room.settings.editTitle', { year: edition?.year ?? '' })}
      action={translate('room.settings.save')}
      values={{ minimumShare: grid.minimumShare, weights: grid.steps.map(({ weight }) => weight) }}
      pending={isPending}
      refusal={refusal && translate(`refusal.${refusal}`)}
      faults={faults}
      onCancel={onClose}
      onSave={change}
    >
      <DecimalInput source="minimumShare" within={[0, 1]} help="room.settings.shareHelp" />
      <Group title={translate('room.settings.stepsWeigh')} more={translate('room.settings.stepsHelp')}>
        <Fields>
          {grid.steps.map(({ id, label }, i) => (
            <DecimalInput key={id} source={`weights.${i}`} label={label} within={[0, 99999]} />
          ))}
        </Fields>
      </Group>
    </FormDialog>
  );
};

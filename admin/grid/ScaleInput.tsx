import { ArrayInput, SimpleFormIterator, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Scale } from '../../server/score/scale.rules.ts';
import { CodeInput, DecimalInput, TitleInput } from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';

/** How a value becomes points, from 0 to 1: the inputs of the kind of scale the criterion has. */
export const ScaleInput = () => {
  const translate = useTranslate();
  const type: Scale['type'] | undefined = useWatch({ name: 'scale.type' });
  return <Group title={translate('field.scale')}>{type && inputs[type]}</Group>;
};

const inputs = {
  YES_NO: (
    <Fields>
      <DecimalInput source="scale.yes" label="room.grid.pointsYes" must />
      <DecimalInput source="scale.no" label="room.grid.pointsNo" must />
    </Fields>
  ),
  LINEAR: (
    <Fields>
      <DecimalInput source="scale.zeroAt" label="room.grid.zeroAt" must />
      <DecimalInput source="scale.oneAt" label="room.grid.oneAt" must />
    </Fields>
  ),
  CHOICE: (
    <ArrayInput source="scale.choices" label={false}>
      <SimpleFormIterator inline disableReordering>
        <CodeInput source="code" must />
        <TitleInput source="label" must />
        <DecimalInput source="points" label="room.grid.points" must />
      </SimpleFormIterator>
    </ArrayInput>
  ),
  STEPS: (
    <>
      <ArrayInput source="scale.steps" label={false}>
        <SimpleFormIterator inline disableReordering>
          <DecimalInput source="below" label="room.grid.below" must />
          <DecimalInput source="points" label="room.grid.points" must />
        </SimpleFormIterator>
      </ArrayInput>
      <DecimalInput source="scale.beyond" label="room.grid.beyond" must />
    </>
  ),
} as const;

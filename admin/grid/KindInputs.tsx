import { SelectInput, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import type { CriterionKind, Scale } from '../../server/score/scale.rules.ts';
import { scaleTypes } from '../../server/score/scale.rules.ts';
import { enums } from '../kernel/i18n/fr.enums.ts';
import { EnumInput } from '../kernel/inputs.tsx';
import { Fields } from '../kernel/record/Group.tsx';

/** How each type of scale starts when it is chosen. */
const scales: Readonly<Record<Scale['type'], Scale>> = {
  YES_NO: { type: 'YES_NO', yes: '1', no: '0' },
  CHOICE: {
    type: 'CHOICE',
    choices: [
      { code: 'complet', label: 'Complet', points: '1' },
      { code: 'partiel', label: 'Partiel', points: '0.5' },
      { code: 'absent', label: 'Absent', points: '0' },
    ],
  },
  LINEAR: { type: 'LINEAR', zeroAt: '0', oneAt: '4' },
  STEPS: { type: 'STEPS', steps: [{ below: '5', points: '1' }], beyond: '0' },
};

/** The kind of a criterion, its unit, and the type of its scale: a scale that no longer fits starts anew. */
export const KindInputs = () => {
  const translate = useTranslate();
  const { setValue, getValues } = useFormContext();
  const kind: CriterionKind = useWatch({ name: 'kind' });
  const types = scaleTypes[kind] ?? [];
  const restart = (type: Scale['type'] | undefined) =>
    type && setValue('scale', scales[type], { shouldDirty: true, shouldValidate: true });
  return (
    <Fields>
      <SelectInput
        source="kind"
        helperText={false}
        translateChoice={false}
        choices={Object.keys(enums.CriterionKind).map((id) => ({ id, name: translate(`enum.CriterionKind.${id}`) }))}
        onChange={({ target }) => {
          const fits = scaleTypes[target.value as CriterionKind] ?? [];
          if (!fits.includes(getValues('scale.type'))) restart(fits[0]);
          if (target.value !== 'DURATION') setValue('delay', null, { shouldDirty: true });
        }}
      />
      {(kind === 'COUNT' || kind === 'DURATION') && <EnumInput source="unit" of="MeasureUnit" />}
      {types.length > 1 && (
        <SelectInput
          source="scale.type"
          label="room.editor.scaleType"
          helperText={false}
          translateChoice={false}
          choices={types.map((id) => ({ id, name: translate(`room.editor.scales.${id}`) }))}
          onChange={({ target }) => restart(target.value as Scale['type'])}
        />
      )}
    </Fields>
  );
};

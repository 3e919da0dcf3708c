import Add from '@mui/icons-material/Add';
import { Box, Button, FormHelperText } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import type { Condition } from '../../server/score/condition.rules.ts';
import { Group } from '../kernel/record/Group.tsx';
import { ConditionInput, emptyOn } from './ConditionInput.tsx';
import type { Criterion } from './grid.graphql.ts';

/** Answers, or bounds of which one at least is given, and each is a number: "2," is still being typed. */
function isComplete(condition: Condition): boolean {
  if ('in' in condition) return condition.in.length > 0;
  const given = [condition.from, condition.below].filter((bound) => bound != null);
  return given.length > 0 && given.every((bound) => /^\d+(\.\d+)?$/.test(bound));
}

/** When a criterion is asked: answers that criteria before it on its channel must have, all of them. */
export const ConditionsInput = ({ earlier }: { readonly earlier: readonly Criterion[] }) => {
  const translate = useTranslate();
  const { field, fieldState } = useInput<Condition[]>({
    source: 'conditions',
    validate: (conditions: Condition[] | null) =>
      conditions?.every(isComplete) ? undefined : 'room.settings.incomplete',
  });
  const conditions: readonly Condition[] = field.value || [];
  const replace = (place: number, condition: Condition | null) =>
    field.onChange(conditions.flatMap((each, i) => (i === place ? (condition ?? []) : each)));
  const more = earlier.length === 0 ? 'noneBefore' : conditions.length === 0 ? 'always' : 'whenMore';
  return (
    <Group title={translate('room.settings.when')} more={translate(`room.settings.${more}`)}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, alignItems: 'flex-start' }}>
        {conditions.map((condition, i) => (
          <ConditionInput
            // A condition has no name of its own: its place is what tells it from the others.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={i}
            number={i + 1}
            condition={condition}
            earlier={earlier}
            onChange={(changed) => replace(i, changed)}
          />
        ))}
        {fieldState.invalid && <FormHelperText error>{translate('room.settings.incomplete')}</FormHelperText>}
        {earlier[0] && (
          <Button startIcon={<Add />} onClick={() => field.onChange([...conditions, emptyOn(earlier[0] as Criterion)])}>
            {translate('room.settings.addCondition')}
          </Button>
        )}
      </Box>
    </Group>
  );
};

import { Alert, Box, Button } from '@mui/material';
import { lazy, Suspense, useEffect } from 'react';
import { Form, ResourceContextProvider, useTranslate } from 'react-admin';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { GridFault } from '../../server/score/fault.rules.ts';
import { scaleFaults } from '../../server/score/scale.rules.ts';
import { DecimalInput, EnumInput, ProseInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { Loading } from '../kernel/states.tsx';
import { ConditionsInput } from './ConditionsInput.tsx';
import { DelayInput } from './DelayInput.tsx';
import { FramesInput } from './FramesInput.tsx';
import { useFaultsInWords } from './faultsInWords.ts';
import type { Channel, Criterion, Grid } from './grid.graphql.ts';
import { KindInputs } from './KindInputs.tsx';
import type { CriteriaInput } from './outline.graphql.ts';
import { ScaleInput } from './ScaleInput.tsx';
import { StepInput } from './StepInput.tsx';

const ScaleChart = lazy(() => import('./ScaleChart.tsx'));

interface CriterionFormProps {
  readonly grid: Grid;
  readonly channel: Channel;
  readonly criterion: Criterion;
  readonly pending: boolean;
  readonly refusal: string | null;
  readonly told: readonly GridFault[];
  readonly onSave: (input: CriteriaInput) => void;
  readonly onDirty: (dirty: boolean) => void;
}

/** What others changed meanwhile comes in; what is being typed stays. */
const KEEP_TYPED = { keepDirtyValues: true } as const;

/** All that may be corrected of a criterion; its code, which trends follow, never changes. */
export const CriterionForm = ({ grid, channel, criterion, onSave, ...props }: CriterionFormProps) => {
  const earlier = channel.criteria.filter(({ position }) => position < criterion.position);
  const record = { ...criterion, stepId: criterion.step.id, clauseIds: criterion.clauses.map(({ id }) => id) };
  return (
    <ResourceContextProvider value="criterion">
      <Form
        record={record}
        resetOptions={KEEP_TYPED}
        warnWhenUnsavedChanges
        onSubmit={(values: unknown) => onSave(inputOf(values as typeof record))}
      >
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
          <TitleInput source="label" must />
          <ProseInput source="guidance" help="room.grid.guidanceHelp" />
          <StepInput grid={grid} />
          <Worth />
          <KindInputs />
          <ScaleInput />
          <LiveChart criterion={criterion} />
          <Absences />
          <ConditionsInput earlier={earlier} />
          <Delay />
          <FramesInput />
          <Foot grid={grid} {...props} />
        </Box>
      </Form>
    </ResourceContextProvider>
  );
};

/** The scale as it is being typed, drawn; while it cannot score, as it was. */
const LiveChart = ({ criterion }: Pick<CriterionFormProps, 'criterion'>) => {
  const [kind, scale, unit] = useWatch({ name: ['kind', 'scale', 'unit'] });
  return (
    <Suspense fallback={<Loading />}>
      <ScaleChart criterion={canScore(kind, scale) ? { ...criterion, kind, scale, unit: unit || null } : criterion} />
    </Suspense>
  );
};

/** A number may be half typed: such a scale cannot even be judged. */
function canScore(kind: Criterion['kind'], scale: Criterion['scale']): boolean {
  try {
    return scaleFaults(kind, scale).length === 0;
  } catch {
    return false;
  }
}

const Worth = () => {
  const translate = useTranslate();
  return (
    <Group title={translate('room.settings.worth')}>
      <Fields>
        <DecimalInput source="weight" must within={[0, 99999]} help="room.grid.weightHelp" />
        <DecimalInput source="minimum" within={[0, 100]} help="room.settings.minimumHelp" />
      </Fields>
      <YesNoInput source="bonus" help="room.settings.bonusHelp" />
    </Group>
  );
};

/** What the absence of a value counts; the floor is asked for as soon as one of them counts it. */
const Absences = () => {
  const translate = useTranslate();
  const policies: unknown[] = useWatch({ name: ['whenNotOffered', 'whenNotObserved', 'whenRefused'] });
  return (
    <Group title={translate('room.grid.absences')}>
      <Fields>
        <EnumInput source="whenNotOffered" of="AbsencePolicy" must />
        <EnumInput source="whenNotObserved" of="AbsencePolicy" must />
        <EnumInput source="whenRefused" of="AbsencePolicy" must />
        {policies.includes('FLOOR') && (
          <DecimalInput source="floor" must within={[0, 100]} help="room.settings.floorHelp" />
        )}
      </Fields>
    </Group>
  );
};

/** Only a delay can be worked out from events. */
const Delay = () => (useWatch({ name: 'kind' }) === 'DURATION' ? <DelayInput /> : null);

type FootProps = Pick<CriterionFormProps, 'grid' | 'pending' | 'refusal' | 'told' | 'onDirty'>;

/** Why the server said no, beside the field it is about and summed up here; then the button. */
const Foot = ({ grid, pending, refusal, told, onDirty }: FootProps) => {
  const translate = useTranslate();
  const inWords = useFaultsInWords(grid);
  const { setError } = useFormContext();
  const { isDirty, dirtyFields } = useFormState();
  const dirty = isDirty && Object.keys(dirtyFields).length > 0;
  // What was typed stays typed when the criterion is read again under it: only saving or leaving ends it.
  useEffect(() => {
    if (dirty) onDirty(true);
  }, [dirty, onDirty]);
  useEffect(() => {
    for (const fault of told) if (fault.field) setError(fault.field, { type: 'server', message: inWords(fault) });
  }, [told, setError, inWords]);
  return (
    <Box sx={{ position: 'sticky', bottom: -24, mb: -6, bgcolor: 'background.paper', pt: 3, pb: 6, zIndex: 2 }}>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 3 }}>
          {refusal}
          {told.length > 0 && (
            <Box component="ul" sx={{ m: 0, pl: 5 }}>
              {told.map((fault) => (
                <li key={fault.sentence}>{inWords(fault)}</li>
              ))}
            </Box>
          )}
        </Alert>
      )}
      <Button type="submit" variant="contained" disabled={pending}>
        {translate('ra.action.save')}
      </Button>
    </Box>
  );
};

/** What the contract takes of the values of the form. */
function inputOf(values: Criterion & { readonly stepId: string; readonly clauseIds: string[] }): CriteriaInput {
  const { label, guidance, weight, minimum, bonus, kind, unit, scale, floor, conditions, delay } = values;
  const { whenNotOffered, whenNotObserved, whenRefused, stepId, clauseIds } = values;
  return {
    ...{ label, guidance: guidance || null, weight, minimum, bonus, kind, scale, floor, conditions, delay },
    ...{ unit: unit || null, whenNotOffered, whenNotObserved, whenRefused, stepId, clauseIds },
  };
}

import { useQuery } from '@tanstack/react-query';
import { AutocompleteArrayInput, required, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ProseInput } from '../kernel/inputs.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { Loading } from '../kernel/states.tsx';
import { LaureateEnrolment, LaureateScores, WritePoint } from './point.graphql.ts';
import type { Praise } from './state.ts';

interface Written {
  readonly text: string;
  /** The criteria it rests on. */
  readonly criteria: readonly string[];
}

interface WriteDialogProps {
  readonly praise: Praise;
  readonly editionId: string;
  readonly onClose: () => void;
}

/** Writes what made a laureate stand out, on what was found of it; written again, it is approved and agreed to again. */
export const WriteDialog = ({ praise, editionId, onClose }: WriteDialogProps) => {
  const translate = useTranslate();
  const { trophy, structure, point } = praise;
  const { data: choices } = useQuery({
    queryKey: ['point', 'evidence', editionId, structure.id],
    queryFn: ({ signal }) => criteriaOf(editionId, structure.id, signal),
  });
  // Evidence of another kind is kept as it is: it was not chosen here.
  const others = point?.evidence.filter(({ kind }) => kind !== 'CRITERION') ?? [];
  const save = useSave(
    ({ text, criteria }: Written) =>
      run(WritePoint, {
        ...{ trophyId: trophy.id, structureId: structure.id, text },
        evidence: [...others, ...criteria.map((id) => ({ kind: 'CRITERION' as const, id }))],
      }),
    'room.point.written',
    onClose,
  );
  const values = {
    text: point?.text ?? '',
    criteria: point?.evidence.filter(({ kind }) => kind === 'CRITERION').map(({ id }) => id) ?? [],
  };
  return (
    <FormDialog<Written>
      open
      noun="point_remarquable"
      title={translate('room.point.writeAsk', { name: structure.name })}
      action={translate('room.point.writeAction')}
      values={values}
      {...save}
      onCancel={onClose}
    >
      {point && <p style={{ margin: 0 }}>{translate('room.point.rewriteMore')}</p>}
      <ProseInput source="text" must label="field.pointRemarquable" help="room.point.textHelp" />
      {choices ? <Evidence choices={choices} /> : <Loading />}
    </FormDialog>
  );
};

type Scored = Awaited<ReturnType<typeof criteriaOf>>[number];

const Evidence = ({ choices }: { readonly choices: readonly Scored[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const named = choices.map(({ id, label, channel, score }) => ({
    id,
    name: translate('room.point.scored', { channel, criterion: label, score: format.score(score) }),
  }));
  return (
    <AutocompleteArrayInput
      source="criteria"
      label="room.point.evidence"
      choices={named}
      translateChoice={false}
      validate={required()}
      helperText="room.point.evidenceHelp"
    />
  );
};

/** What the laureate scored, criterion by criterion, the best first. */
async function criteriaOf(editionId: string, structureId: string, signal: AbortSignal) {
  const [enrolment] = (await run(LaureateEnrolment, { editionId, structureId }, signal)).enrolments.items;
  if (!enrolment) return [];
  const { scoreSheet } = await run(LaureateScores, { enrolmentId: enrolment.id }, signal);
  return scoreSheet.channels
    .flatMap(({ channel, criteria }) =>
      criteria.map(({ score, criterion }) => ({ ...criterion, channel: channel.label, score })),
    )
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => Number(b.score) - Number(a.score));
}

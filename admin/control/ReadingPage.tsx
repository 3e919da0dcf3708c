import { Alert, Box, Button, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useNotify, useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { AuditForm } from '../kernel/form/AuditForm.tsx';
import { type Answers, answeredOf, askedOf, type Question } from '../kernel/form/form.ts';
import { useFormat } from '../kernel/format.ts';
import type { ResultOf } from '../kernel/graphql.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { useAct } from '../kernel/useAct.ts';
import { LeaveCheck, ReadCheck, Reading } from './control.graphql.ts';
import { Evidences } from './Evidences.tsx';

type Check = ResultOf<typeof Reading>['doubleCheck'];

/** One test read a second time: the form of the auditor, and what shows what happened; never what was found the first. */
export const ReadingPage = () => (
  <EditionPage resource="control" title="room.control.reading" tabs={false}>
    {() => <Read />}
  </EditionPage>
);

const Read = () => {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['control', 'reading', id],
    queryFn: ({ signal }) => run(Reading, { id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  return data ? <Form key={id} check={data.doubleCheck} /> : <Loading />;
};

const Form = ({ check }: { readonly check: Check }) => {
  const translate = useTranslate();
  const format = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const basename = useBasename();
  const [answers, setAnswers] = useState<Answers>({});
  const { act, pending, refusal } = useAct(['control']);
  const questions = check.criteria.map((criterion) => ({
    ...criterion,
    stepLabel: criterion.step.label,
  })) as (Question & {
    readonly stepLabel: string;
  })[];
  const asked = askedOf(questions, answers);
  const complete = answeredOf(asked, answers) === asked.length;
  const back = () => navigate(`${basename}/control/readings`);
  const save = async () => {
    const findings = questions.map(({ id, code }) => {
      const answer = asked.some((each) => each.code === code) ? answers[code] : { absence: 'NOT_APPLICABLE' as const };
      return { criterionId: id, ...answer };
    });
    if (!(await act(ReadCheck, { id: check.id, findings }))) return;
    notify('room.control.readDone', { type: 'success' });
    back();
  };
  const leave = async () => {
    if (await act(LeaveCheck, { id: check.id })) back();
  };
  if (!check.mine || check.doneAt) return <Alert severity="info">{translate('room.control.notYours')}</Alert>;
  const { audit } = check;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 4,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
      }}
    >
      <Card sx={{ p: 5 }}>
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('room.control.blind')}
        </Alert>
        <AuditForm
          questions={questions}
          answers={answers}
          onAnswer={(code, answer) => {
            const { [code]: _, ...others } = answers;
            setAnswers(answer ? { ...others, [code]: answer } : others);
          }}
        />
        {refusal && (
          <Alert severity="error" role="alert" sx={{ mt: 4 }}>
            {refusal}
          </Alert>
        )}
        <Box sx={{ display: 'flex', gap: 2, mt: 5 }}>
          <Button variant="contained" disabled={!complete || pending} onClick={() => void save()}>
            {translate('room.control.readDo')}
          </Button>
          <Button color="inherit" disabled={pending} onClick={() => void leave()}>
            {translate('room.control.leave')}
          </Button>
        </Box>
      </Card>
      <Box sx={{ minWidth: 0 }}>
        <Card sx={{ p: 5, mb: 4 }}>
          <strong>{audit.enrolment.structure.name}</strong>
          <div>{[audit.channel.label, format.day(audit.performedOn), audit.reference].join(' · ')}</div>
          {audit.events.map(({ id, kind, at }) => (
            <div key={id}>
              {translate(`enum.EventKind.${kind}`)} · {format.instantIn(at, audit.zone)}
            </div>
          ))}
          {audit.verbatim && <p style={{ whiteSpace: 'pre-line' }}>{audit.verbatim}</p>}
        </Card>
        <Evidences pieces={check.evidences} scanned criteria={check.criteria} />
      </Box>
    </Box>
  );
};

import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { type Absence, type Answer, absences } from '../kernel/form/form.ts';
import { ValueField } from '../kernel/form/ValueField.tsx';
import { useFormat } from '../kernel/format.ts';
import type { graphql } from '../kernel/graphql.ts';
import { useMeasureInWords } from '../kernel/measureInWords.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type ControlSheet, CorrectAudit, Effect, type Measurement } from './control.graphql.ts';
import { useStaleInWords } from './useStaleInWords.ts';

type Motive = ReturnType<typeof graphql.scalar<'CorrectionMotive'>>;
const motives = ['MISTYPED', 'MISREAD', 'EVIDENCE', 'CLOCK', 'ANSWERED', 'OTHER'] as const satisfies readonly Motive[];

interface CorrectDialogProps {
  readonly audit: ControlSheet['audit'];
  readonly measurement: Measurement;
  readonly onClose: () => void;
}

/** Corrects one measurement: what it says and what it would, what that does to the score and the rank, and why. */
export const CorrectDialog = ({ audit, measurement, onClose }: CorrectDialogProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const telling = useStaleInWords();
  const inWords = useMeasureInWords();
  const { criterion } = measurement;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [motive, setMotive] = useState<Motive>('EVIDENCE');
  const [reason, setReason] = useState('');
  const { attempt, pending, refusal } = useAct(['control']);
  const said =
    answer &&
    ('absence' in answer ? { absence: answer.absence } : answer.value !== '' ? { value: answer.value } : null);
  const findings = said ? [{ criterionId: criterion.id, ...said }] : [];
  const question = { ...criterion, guidance: null, conditions: [], bonus: false };
  const save = async () => {
    const deed = () =>
      telling(
        run(CorrectAudit, { auditId: audit.id, version: audit.version, findings, motive, reason: reason.trim() }),
      );
    if ((await attempt(deed)) === null) return;
    notify('room.control.correctDone', { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      wide
      title={translate('room.control.correctOn', { criterion: criterion.label })}
      action={translate('room.control.correctDo')}
      pending={pending}
      disabled={!said || reason.trim() === ''}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void save()}
    >
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <Box>
          <Typography variant="caption">{translate('room.control.before')}</Typography>
          <Typography sx={{ fontWeight: 600 }}>
            {measurement.absence ? translate(`enum.Absence.${measurement.absence}`) : inWords(measurement)}
          </Typography>
        </Box>
        <Box>
          <Typography variant="caption">{translate('room.control.after')}</Typography>
          <ValueField
            name="after"
            question={question}
            value={answer && 'value' in answer ? answer.value : ''}
            onChange={(value) => setAnswer({ value })}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
            {absences.map((absence: Absence) => (
              <Button
                key={absence}
                size="small"
                variant={answer && 'absence' in answer && answer.absence === absence ? 'contained' : 'outlined'}
                onClick={() => setAnswer({ absence })}
              >
                {translate(`enum.Absence.${absence}`)}
              </Button>
            ))}
          </Box>
        </Box>
      </Box>
      {said && <EffectOf key={JSON.stringify(findings)} audit={audit} findings={findings} />}
      <TextField
        select
        label={translate('room.control.motive')}
        value={motive}
        onChange={({ target }) => setMotive(target.value as Motive)}
        sx={{ mt: 4 }}
      >
        {motives.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`enum.CorrectionMotive.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={translate('field.reason')}
        required
        multiline
        minRows={2}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        helperText={translate('room.control.correctHelp')}
        sx={{ mt: 4 }}
      />
    </ConfirmDialog>
  );
};

interface EffectOfProps {
  readonly audit: ControlSheet['audit'];
  readonly findings: readonly { readonly criterionId: string }[];
}

/** What a correction does to the score and to the rank, before anyone makes it. */
const EffectOf = ({ audit, findings }: EffectOfProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { data, error } = useQuery({
    queryKey: ['effect-of', audit.id, audit.version, findings],
    queryFn: ({ signal }) =>
      run(Effect, { auditId: audit.id, version: audit.version, findings: [...findings] }, signal),
    retry: false,
  });
  if (error || !data) return null;
  const { change, counted, others, otherCount } = data.correctionEffect;
  const score = (value: string | null) => (value === null ? '—' : format.number(value));
  const rank = (value: number | null) => (value === null ? '—' : format.number(value));
  return (
    <Alert severity="info" sx={{ mt: 4 }} role="status">
      <strong>{translate('room.control.effect')}</strong>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 4, '& dd': { m: 0 } }}
      >
        <dt>{translate('field.score')}</dt>
        <dd>{translate('room.control.fromTo', { from: score(change.scoreBefore), to: score(change.scoreAfter) })}</dd>
        <dt>{translate('field.rank')}</dt>
        <dd>{translate('room.control.fromTo', { from: rank(change.rankBefore), to: rank(change.rankAfter) })}</dd>
      </Box>
      {!counted && <p style={{ margin: '8px 0 0' }}>{translate('room.control.asIf')}</p>}
      {otherCount > 0 && (
        <p style={{ margin: '8px 0 0' }}>
          {translate('room.control.others', { smart_count: otherCount })}
          {others.length > 0 && ` : ${format.list(others.map(({ enrolment }) => enrolment.structure.name))}`}
        </p>
      )}
    </Alert>
  );
};

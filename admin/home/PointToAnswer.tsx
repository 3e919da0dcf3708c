import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { SERIF } from '../kernel/theme.ts';
import { useAct } from '../kernel/useAct.ts';
import { AnswerPoint, type Space, type SpacePoint } from './space.graphql.ts';

interface PointToAnswerProps {
  readonly point: SpacePoint;
  readonly enrolment: Space['enrolment'];
}

/** What would be published of a laureate, which says whether it may be. Until publication, it keeps it to itself. */
export const PointToAnswer = ({ point, enrolment }: PointToAnswerProps) => {
  const id = useId();
  const translate = useTranslate();
  const notify = useNotify();
  const { act, pending, refusal } = useAct(['space']);
  const [asking, setAsking] = useState<'give' | 'refuse' | null>(null);
  const answer = async (given: boolean) => {
    if (await act(AnswerPoint, { id: point.id, given })) notify('space.answered', { type: 'success' });
    setAsking(null);
  };
  return (
    <Card component="section" aria-labelledby={id} sx={{ mb: 4, p: 5, borderLeft: 4, borderLeftColor: 'tokens.gold' }}>
      <Typography id={id} component="h2" variant="h3">
        {translate('space.pointTitle', { name: enrolment.structure.name })}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
        {translate('space.pointFor', { award: point.label, year: enrolment.edition.year })}
      </Typography>
      <Typography sx={{ my: 3, fontFamily: SERIF, fontSize: '1rem', whiteSpace: 'pre-line' }}>{point.text}</Typography>
      {point.consent !== 'PENDING' && (
        <Alert severity={point.consent === 'GIVEN' ? 'success' : 'info'} sx={{ mb: 3 }}>
          {translate(`space.consent.${point.consent}`)}
        </Alert>
      )}
      <Typography variant="body2" sx={{ mb: 3 }}>
        {translate('space.embargo')}
      </Typography>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 3 }}>
          {refusal}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {point.consent !== 'GIVEN' && (
          <Button variant="contained" disabled={pending} onClick={() => setAsking('give')}>
            {translate('space.give')}
          </Button>
        )}
        {point.consent !== 'REFUSED' && (
          <Button variant="outlined" color="inherit" disabled={pending} onClick={() => setAsking('refuse')}>
            {translate('space.refuse')}
          </Button>
        )}
      </Box>
      <ConfirmDialog
        open={asking !== null}
        title={translate(asking === 'refuse' ? 'space.refuseAsk' : 'space.giveAsk')}
        action={translate(asking === 'refuse' ? 'space.refuse' : 'space.give')}
        pending={pending}
        onCancel={() => setAsking(null)}
        onConfirm={() => void answer(asking === 'give')}
      >
        {translate(asking === 'refuse' ? 'space.refuseMore' : 'space.giveMore')}
      </ConfirmDialog>
    </Card>
  );
};

import { Box, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Claim, DecideClaim, type Point } from './claim.graphql.ts';
import { Effects } from './EffectPart.tsx';
import { countingIn, isRuled, PointRuling, type Ruling } from './PointRuling.tsx';

/** The decision, criterion by criterion, with its reasons and what it changes; then the answer to the structure. */
export const DecisionDialog = ({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { attempt, pending, refusal } = useAct(['claim', 'ranking']);
  const [reply, setReply] = useState('');
  const [rulings, setRulings] = useState<Readonly<Record<string, Ruling>>>({});
  const rulingOf = (point: Point): Ruling =>
    rulings[point.id] ?? { verdict: null, reason: '', chosen: countingIn(point) };
  const rule = (point: Point, change: Partial<Ruling>) =>
    setRulings((all) => ({ ...all, [point.id]: { ...rulingOf(point), ...change } }));
  const ready = reply.trim() !== '' && claim.points.every((each) => isRuled(rulingOf(each)));
  const accepted = claim.points.filter((each) => rulingOf(each).verdict === 'ACCEPTED');
  const chosen = accepted.flatMap((each) => rulingOf(each).chosen);
  const decide = async () => {
    const said = claim.points.map((point) => {
      const { verdict, reason, chosen } = rulingOf(point);
      const measurementIds = verdict === 'ACCEPTED' ? [...chosen] : null;
      return { pointId: point.id, verdict: verdict ?? 'REFUSED', reason: reason.trim(), measurementIds };
    });
    const { id, version } = claim;
    if (!(await attempt(() => run(DecideClaim, { id, version, rulings: said, reply: reply.trim() })))) return;
    notify(translate('claim.done'), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      wide
      title={translate('claim.decideTitle', { name: claim.enrolment.structure.name })}
      action={translate('claim.confirm')}
      pending={pending}
      disabled={!ready}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void decide()}
    >
      <Typography sx={{ mb: 4 }}>{translate('claim.decideMore')}</Typography>
      {claim.points.map((point) => (
        <PointRuling key={point.id} point={point} ruling={rulingOf(point)} onChange={(change) => rule(point, change)} />
      ))}
      {chosen.length > 0 && (
        <Box sx={{ mb: 5 }}>
          <Typography sx={{ fontWeight: 600, mb: 2 }}>{translate('claim.effect')}</Typography>
          <Effects claim={claim} supposed={{ pointIds: accepted.map(({ id }) => id), measurementIds: chosen }} />
        </Box>
      )}
      <TextField
        label={translate('claim.reply')}
        helperText={translate('claim.replyHelp')}
        required
        fullWidth
        multiline
        minRows={3}
        value={reply}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
        onChange={({ target }) => setReply(target.value)}
      />
    </ConfirmDialog>
  );
};

import { Box, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Claim, DecideClaim, type Point } from './claim.graphql.ts';
import { Effects } from './EffectPart.tsx';

type Verdict = 'ACCEPTED' | 'REFUSED';

/** What is being decided of one point. */
interface Ruling {
  readonly verdict: Verdict | null;
  readonly reason: string;
}

/** The decision, criterion by criterion, with its reasons and what it changes; then the answer to the structure. */
export const DecisionDialog = ({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { attempt, pending, refusal } = useAct(['claim', 'ranking']);
  const [reply, setReply] = useState('');
  const [rulings, setRulings] = useState<Readonly<Record<string, Ruling>>>({});
  const rulingOf = ({ id }: Point): Ruling => rulings[id] ?? { verdict: null, reason: '' };
  const rule = (point: Point, change: Partial<Ruling>) =>
    setRulings((all) => ({ ...all, [point.id]: { ...rulingOf(point), ...change } }));
  const ready =
    reply.trim() !== '' && claim.points.every((each) => rulingOf(each).verdict && rulingOf(each).reason.trim());
  const accepted = claim.points.filter((each) => rulingOf(each).verdict === 'ACCEPTED').map(({ id }) => id);
  const decide = async () => {
    const said = claim.points.map((point) => {
      const { verdict, reason } = rulingOf(point);
      return { pointId: point.id, verdict: verdict ?? 'REFUSED', reason: reason.trim() };
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
      {accepted.length > 0 && (
        <Box sx={{ mb: 5 }}>
          <Typography sx={{ fontWeight: 600, mb: 2 }}>{translate('claim.effect')}</Typography>
          <Effects claim={claim} pointIds={accepted} />
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

interface PointRulingProps {
  readonly point: Point;
  readonly ruling: Ruling;
  readonly onChange: (change: Partial<Ruling>) => void;
}

const PointRuling = ({ point, ruling: { verdict, reason }, onChange }: PointRulingProps) => {
  const translate = useTranslate();
  const { label } = point.criterion;
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, mb: 5, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, fontWeight: 600 }}>
        {label}
      </Box>
      <RadioGroup
        row
        aria-label={label}
        value={verdict ?? ''}
        onChange={(_, value) => onChange({ verdict: value as Verdict })}
      >
        <FormControlLabel value="ACCEPTED" control={<Radio />} label={translate('claim.accept')} />
        <FormControlLabel value="REFUSED" control={<Radio />} label={translate('claim.refuse')} />
      </RadioGroup>
      {verdict === 'ACCEPTED' && (
        <Typography variant="body2" sx={{ mb: 2, color: 'text.secondary' }}>
          {translate('claim.acceptWhat')}
        </Typography>
      )}
      <TextField
        label={translate('claim.reason')}
        required
        fullWidth
        multiline
        minRows={2}
        value={reason}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
        onChange={({ target }) => onChange({ reason: target.value })}
      />
    </Box>
  );
};

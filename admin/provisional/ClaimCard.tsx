import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { ExhibitList } from './ExhibitList.tsx';
import type { OwnClaim, Speaker } from './provisional.graphql.ts';

interface ClaimCardProps {
  readonly speaker: Speaker;
  readonly claim: OwnClaim;
  readonly pending: boolean;
  readonly onWithdraw: ((id: string) => Promise<void>) | null;
}

/** A claim that was submitted: what it says, where it stands, and what was answered. */
export const ClaimCard = ({ speaker, claim, pending, onWithdraw }: ClaimCardProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { id, state, outcome, authorName: name, submittedAt, decidedAt, reply, points } = claim;
  const at = (instant: string | null) => (instant ? format.instantIn(instant, PARIS) : '');
  return (
    <Box component="article" sx={{ borderTop: 1, borderColor: 'divider', py: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 3 }}>
        <Typography sx={{ flex: 1, minWidth: 200 }}>
          {translate('provisional.sentOn', { at: at(submittedAt), name })}
        </Typography>
        {outcome ? <Chip of="ClaimOutcome" value={outcome} /> : <Chip of="ClaimState" value={state} />}
      </Box>
      {points.map(({ id, channel, label, statement, verdict, reason, exhibits }) => (
        <Box key={id} sx={{ mb: 4 }}>
          <Typography sx={{ fontWeight: 600 }}>
            {translate(`enum.ChannelCode.${channel}`)} : {label}
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{statement}</Typography>
          <ExhibitList speaker={speaker} exhibits={exhibits} />
          {verdict && (
            <Box sx={{ mt: 2 }}>
              <Chip of="ClaimVerdict" value={verdict} />
              <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap' }}>{translate('provisional.why', { reason })}</Typography>
            </Box>
          )}
        </Box>
      ))}
      {reply && (
        <Box sx={{ pl: 4, borderLeft: 3, borderColor: 'primary.main' }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('provisional.answered', { at: at(decidedAt) })}
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-wrap' }}>{reply}</Typography>
        </Box>
      )}
      {state === 'SUBMITTED' && onWithdraw && (
        <Button color="error" sx={{ minHeight: 44 }} onClick={() => setAsking(true)}>
          {translate('provisional.withdraw')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={translate('provisional.withdrawAsk')}
        action={translate('provisional.withdraw')}
        destructive
        pending={pending}
        refusal={null}
        onCancel={() => setAsking(false)}
        onConfirm={() => void onWithdraw?.(id).then(() => setAsking(false))}
      >
        {translate('provisional.withdrawMore')}
      </ConfirmDialog>
    </Box>
  );
};

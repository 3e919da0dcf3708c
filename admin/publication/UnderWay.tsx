import { Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import { Blockers } from './Blockers.tsx';
import { Countdown } from './Countdown.tsx';
import { type Rehearsal, type Release, StopRelease } from './publication.graphql.ts';

interface UnderWayProps {
  readonly edition: EditionInForce;
  readonly release: Release;
  readonly rehearsal: Rehearsal;
}

/** A release on its way: who wants it, when it goes out, the second key, and what stops it. */
export const UnderWay = ({ edition, release, rehearsal }: UnderWayProps) => {
  const translate = useTranslate();
  const [dialog, setDialog] = useState<'APPROVE' | 'STOP' | null>(null);
  const { id, state, name: version, own, hash } = release;
  const scheduled = state === 'SCHEDULED';
  const moved = hash !== rehearsal.hash;
  const close = () => setDialog(null);
  return (
    <>
      <Card component="section" aria-labelledby="release-title" sx={{ mb: 4, p: { xs: 4, sm: 5 } }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 2 }}>
          <Typography id="release-title" component="h2" variant="h2">
            {translate(`room.publication.way.${state}`, { version })}
          </Typography>
          <Chip of="ReleaseState" value={state} />
        </Box>
        {scheduled && <Countdown release={release} editionId={edition.id} />}
        <Wanted release={release} />
        {!scheduled && (
          <Typography sx={{ mt: 3, fontWeight: moved ? 600 : 400, color: moved ? 'error.main' : 'text.primary' }}>
            {translate(`room.publication.${moved ? 'movedSince' : own ? 'waitsForOther' : 'waitsForYou'}`)}
          </Typography>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 5 }}>
          {!scheduled && !own && (
            <Button
              variant="contained"
              size="large"
              disabled={moved || rehearsal.blockers.length > 0}
              onClick={() => setDialog('APPROVE')}
            >
              {translate('room.publication.approve', { version })}
            </Button>
          )}
          <Button
            variant={scheduled ? 'contained' : 'outlined'}
            color="error"
            size="large"
            onClick={() => setDialog('STOP')}
          >
            {translate(`room.publication.${scheduled ? 'stop' : own ? 'withdraw' : 'decline'}`)}
          </Button>
        </Box>
      </Card>
      {rehearsal.blockers.length > 0 && <Blockers edition={edition} blockers={rehearsal.blockers} />}
      {dialog === 'APPROVE' && (
        <ApproveDialog
          release={release}
          rehearsal={rehearsal}
          scored={edition.provenance !== 'REPORTED'}
          atOnce={release.dueAt === null || release.dueIn === 0}
          onClose={close}
        />
      )}
      {dialog === 'STOP' && (
        <ActDialog
          title={translate('room.publication.stopAsk', { version })}
          action={translate(`room.publication.${scheduled ? 'stop' : own ? 'withdraw' : 'decline'}`)}
          done={translate('room.publication.stopped', { version })}
          destructive
          motive={{
            label: translate('room.publication.stopReason'),
            help: translate('room.publication.stopReasonHelp'),
          }}
          act={(reason) => run(StopRelease, { id, reason })}
          onClose={close}
        >
          {translate('room.publication.stopMore')}
        </ActDialog>
      )}
    </>
  );
};

/** Who asked, who approved, and when it is due, on the clock of Paris. */
const Wanted = ({ release }: { readonly release: Release }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { dueAt, announced, requestedAt, requestedByName, approvedAt, approvedByName, reason } = release;
  const lines = [
    translate('room.publication.requestedBy', { name: requestedByName, at: format.instantIn(requestedAt, PARIS) }),
    ...(approvedAt
      ? [translate('room.publication.approvedBy', { name: approvedByName, at: format.instantIn(approvedAt, PARIS) })]
      : []),
    dueAt
      ? translate('room.publication.dueAt', { at: format.instantIn(dueAt, PARIS) })
      : translate('room.publication.dueAtOnce'),
    ...(announced ? [translate('room.publication.dateAnnounced')] : []),
    ...(reason ? [translate('room.publication.because', { reason })] : []),
  ];
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  );
};

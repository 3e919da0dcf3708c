import { Alert, AlertTitle, Box } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EditionInForce } from '../kernel/edition.tsx';
import type { Blocker } from './publication.graphql.ts';

interface BlockersProps {
  readonly edition: EditionInForce;
  readonly blockers: readonly Blocker[];
}

/** What must be settled first, each with the page where it is. */
export const Blockers = ({ edition, blockers }: BlockersProps) => {
  const translate = useTranslate();
  const basename = useBasename();
  const subjectOf = ({ code, subject }: Blocker) =>
    code === 'NOT_IN_EMBARGO' ? translate(`enum.EditionPhase.${subject}`) : (subject ?? '');
  const pageOf = ({ code, recordId }: Blocker) =>
    pages[code].replace(':edition', edition.id).replace(':record', recordId ?? '');
  return (
    <Alert severity="warning" sx={{ mb: 4 }}>
      <AlertTitle>{translate('room.publication.blocked', { smart_count: blockers.length })}</AlertTitle>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {blockers.map((blocker) => (
          <Box component="li" key={`${blocker.code}${blocker.subject}${blocker.recordId}`} sx={{ py: 1 }}>
            {translate(`room.publication.blocker.${blocker.code}`, { subject: subjectOf(blocker) })}{' '}
            <Link to={`${basename}${pageOf(blocker)}`}>{translate(`room.publication.go.${blocker.code}`)}</Link>
          </Box>
        ))}
      </Box>
    </Alert>
  );
};

const pages: Readonly<Record<Blocker['code'], string>> = {
  NOT_IN_EMBARGO: '/edition/:edition/show',
  NO_SCORES: '/ranking',
  SCORES_STALE: '/ranking',
  CLAIM_OPEN: '/claims/:record',
  TROPHY_NOT_DECIDED: '/award',
  DECISION_NOT_OF_PANEL: '/agenda',
  MEETING_NOT_CLOSED: '/agenda/:record',
  MINUTES_DISAGREE: '/agenda/:record',
  CHAIN_BROKEN: '/decision',
  POINT_REMARQUABLE_MISSING: '/point',
  POINT_NOT_APPROVED: '/point',
  CONSENT_MISSING: '/point',
  CONSENT_REFUSED: '/point',
  UNCHANGED: '/dataset',
};

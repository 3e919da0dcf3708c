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
  return (
    <Alert severity="warning" sx={{ mb: 4 }}>
      <AlertTitle>{translate('room.publication.blocked', { smart_count: blockers.length })}</AlertTitle>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {blockers.map((blocker) => (
          <Box component="li" key={`${blocker.code}${blocker.subject}`} sx={{ py: 1 }}>
            {translate(`room.publication.blocker.${blocker.code}`, { subject: subjectOf(blocker) })}{' '}
            <Link to={`${basename}${pages[blocker.code].replace(':edition', edition.id)}`}>
              {translate(`room.publication.go.${blocker.code}`)}
            </Link>
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
  TROPHY_NOT_DECIDED: '/award',
  POINT_REMARQUABLE_MISSING: '/award',
  UNCHANGED: '/dataset',
};

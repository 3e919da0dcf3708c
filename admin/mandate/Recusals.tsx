import { Alert, Box, Link } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { quorumIfAllCome } from '../kernel/jury.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Checks, Mandate } from './mandate.graphql.ts';

/** Who leaves the room for this award and why, and what that leaves of the quorum. */
export const Recusals = ({
  mandate,
  verdicts,
}: {
  readonly mandate: Mandate;
  readonly verdicts: Checks['awardVerdicts'];
}) => {
  const translate = useTranslate();
  const basename = useBasename();
  const voters = verdicts.filter((one) => one.mandate.id === mandate.id && one.juror.office !== 'SECRETARY');
  const recused = voters.filter((one) => one.recused);
  const { entitled, needed, reached } = quorumIfAllCome(voters.length, recused.length, mandate);
  if (voters.length === 0) return null;
  return (
    <Section
      title={translate('room.mandate.recusals')}
      aside={
        <Link component={RouterLink} to={`${basename}/conflict?panel=${mandate.panel.id}`} variant="body2">
          {translate('room.conflict.open')}
        </Link>
      }
    >
      <Alert severity={reached ? 'info' : 'error'} sx={{ mb: recused.length > 0 ? 3 : 0 }}>
        {translate(reached ? 'room.mandate.reachable' : 'room.mandate.unreachable', { entitled, needed })}
      </Alert>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, fontSize: '0.875rem' }}>
        {recused.map(({ juror, motive }) => (
          <li key={juror.id}>
            <strong>{juror.name}</strong>{' '}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {motive}
            </Box>
          </li>
        ))}
      </Box>
    </Section>
  );
};

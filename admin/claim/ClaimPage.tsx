import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CanAccess, Title, useBasename, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { PARIS } from '../kernel/paris.ts';
import { TitleLine } from '../kernel/record/RecordPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, Refused, RefusedBy } from '../kernel/states.tsx';
import { type Claim, ReadClaim } from './claim.graphql.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { EffectPart } from './EffectPart.tsx';
import { PointPart } from './PointPart.tsx';

/** One claim beside what was observed: what it says, what accepting it would change, and its decision. */
export const ClaimPage = () => (
  <CanAccess resource="claim" action="list" accessDenied={<Refused />} loading={<Loading />}>
    <Body />
  </CanAccess>
);

const Body = () => {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const basename = useBasename();
  const [deciding, setDeciding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['claim', 'one', id],
    queryFn: ({ signal }) => run(ReadClaim, { id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { claim } = data;
  const open = claim.state === 'SUBMITTED';
  return (
    <>
      <Title
        preferenceKey={false}
        title={
          <TitleLine>
            {translate('claim.claimOf', { name: claim.enrolment.structure.name })}{' '}
            {claim.outcome ? (
              <Chip of="ClaimOutcome" value={claim.outcome} />
            ) : (
              <Chip of="ClaimState" value={claim.state} />
            )}
          </TitleLine>
        }
      />
      <PageActions>
        {open && claim.bar === null && (
          <Button variant="contained" onClick={() => setDeciding(true)}>
            {translate('claim.decide')}
          </Button>
        )}
      </PageActions>
      <Box sx={{ mb: 4 }}>
        <Link to={`${basename}/claims`}>{translate('claim.back')}</Link>
      </Box>
      {open && claim.bar && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {translate(`enum.ClaimBar.${claim.bar}`)}
        </Alert>
      )}
      <Who claim={claim} />
      {claim.points.map((point) => (
        <PointPart key={point.id} point={point} />
      ))}
      {open && <EffectPart claim={claim} />}
      {claim.reply && <Answer claim={claim} />}
      {deciding && <DecisionDialog claim={claim} onClose={() => setDeciding(false)} />}
    </>
  );
};

const Who = ({ claim }: { readonly claim: Claim }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Typography sx={{ mb: 4, color: 'text.secondary' }}>
      {translate('provisional.sentOn', {
        at: claim.submittedAt ? format.instantIn(claim.submittedAt, PARIS) : '',
        name: claim.authorName,
      })}{' '}
      · {claim.enrolment.category.label}
    </Typography>
  );
};

const Answer = ({ claim }: { readonly claim: Claim }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const { reply, decidedAt, decidedByName, outcome } = claim;
  return (
    <Section title={translate('claim.decision')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {translate('claim.decidedBy', {
          name: decidedByName,
          at: decidedAt ? format.instantIn(decidedAt, PARIS) : '',
        })}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap' }}>{reply}</Typography>
      {outcome !== 'REFUSED' && (
        <Alert severity="info" sx={{ mt: 4 }}>
          {translate('claim.stale')} <Link to={`${basename}/ranking`}>{translate('claim.recompute')}</Link>
        </Alert>
      )}
    </Section>
  );
};

import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { lastMinuteOf, PARIS } from '../kernel/paris.ts';
import { Section } from '../kernel/record/Section.tsx';
import { ChannelPart } from './ChannelPart.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { DraftPart } from './DraftPart.tsx';
import { GoodClaim } from './GoodClaim.tsx';
import type { Reading, Speaker } from './provisional.graphql.ts';
import { useClaims } from './useClaims.ts';

/** What a structure is shown before its results are final, and what it says of them. */
export const Results = ({ speaker, reading }: { readonly speaker: Speaker; readonly reading: Reading }) => {
  const translate = useTranslate();
  const format = useFormat();
  const claims = useClaims(speaker, reading);
  const { shown, until, state, category } = reading;
  const open = state === 'OPEN';
  const contested = new Set([
    ...claims.points.map(({ code }) => code),
    ...claims.claims
      .filter((each) => each.state !== 'WITHDRAWN')
      .flatMap(({ points }) => points.map(({ code }) => code)),
  ]);
  return (
    <>
      {until && (
        <Alert severity={open ? 'info' : 'warning'} sx={{ mb: 4 }}>
          {translate(open ? 'provisional.until' : 'provisional.over', {
            at: format.instantIn(lastMinuteOf(until), PARIS),
          })}
        </Alert>
      )}
      <Section title={translate('provisional.score')}>
        <Typography sx={{ fontSize: '1.75rem', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {format.score(shown.score)}{' '}
          <Box component="span" sx={{ fontSize: '1rem', fontWeight: 400, color: 'text.secondary' }}>
            {translate('provisional.ofHundred')}
          </Box>
        </Typography>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {category}
        </Typography>
        <Typography variant="body2" sx={{ mt: 2, maxWidth: 640 }}>
          {translate('provisional.noRank')}
        </Typography>
      </Section>
      {open && <GoodClaim />}
      {shown.channels.map((channel) => (
        <ChannelPart
          key={channel.code}
          channel={channel}
          contested={contested}
          onContest={
            open
              ? ({ code, label }) => {
                  claims.contest({ code, label: `${channel.label} : ${label}` });
                  requestAnimationFrame(() => document.getElementById(`claim-${code}`)?.focus());
                }
              : null
          }
        />
      ))}
      {claims.refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {claims.refusal}
        </Alert>
      )}
      <Box role="status">
        {claims.said && (
          <Alert severity="success" sx={{ mb: 4 }}>
            {translate(claims.said)}
          </Alert>
        )}
      </Box>
      {open && (claims.points.length > 0 || claims.draft) && (
        <DraftPart speaker={speaker} claims={claims} reader={reading.reader} until={until} />
      )}
      <Section title={translate('provisional.yours')}>
        {claims.claims.length === 0 ? (
          <Typography sx={{ color: 'text.secondary' }}>{translate('provisional.none')}</Typography>
        ) : (
          claims.claims.map((claim) => (
            <ClaimCard
              key={claim.id}
              speaker={speaker}
              claim={claim}
              pending={claims.pending}
              onWithdraw={open || speaker.enrolmentId ? claims.withdraw : null}
            />
          ))
        )}
      </Section>
    </>
  );
};

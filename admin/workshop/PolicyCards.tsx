import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { PodiumCell } from './PodiumCell.tsx';
import { PolicyHead } from './PolicyHead.tsx';
import { podiumDiffers, podiumInForce } from './podiums.ts';
import type { Outcomes, Podium } from './workshop.graphql.ts';

/** The same where there is no room for columns: a category at a time, and only the podiums that differ. */
export const PolicyCards = ({ outcomes }: { readonly outcomes: Outcomes }) => {
  const translate = useTranslate();
  return (outcomes[0]?.categories ?? []).map((first, i) => (
    <Box key={first.category.id} component="section" sx={{ py: 3, borderTop: 1, borderColor: 'divider' }}>
      <Typography component="h3" variant="h4">
        {first.category.label}
      </Typography>
      <Head>{translate('room.policies.inForce')}</Head>
      <PodiumCell places={podiumInForce(first)} inForce />
      <Others outcomes={outcomes} place={i} />
    </Box>
  ));
};

/** The podiums of one category that differ, then the names of the policies that change nothing to it. */
const Others = ({ outcomes, place }: { readonly outcomes: Outcomes; readonly place: number }) => {
  const translate = useTranslate();
  const format = useFormat();
  const podiums = outcomes.map((outcome) => ({ outcome, podium: outcome.categories[place] as Podium }));
  const same = podiums.filter(({ podium }) => !podiumDiffers(podium));
  const policies = format.list(same.map(({ outcome }) => translate(`enum.AbsencePolicy.${outcome.policy}`)));
  return (
    <>
      {podiums
        .filter(({ podium }) => podiumDiffers(podium))
        .map(({ outcome, podium }) => (
          <div key={outcome.policy}>
            <Head>
              <PolicyHead outcome={{ ...outcome, asInForce: false }} />
            </Head>
            <PodiumCell places={podium.podium} of={podium} />
          </div>
        ))}
      {same.length > 0 && (
        <Box sx={{ mt: 2, fontSize: '0.75rem', color: 'text.secondary' }}>
          <span aria-hidden>= </span>
          {translate('room.policies.sameUnder', { policies })}
        </Box>
      )}
    </>
  );
};

const Head = ({ children }: { readonly children: ReactNode }) => (
  <Box sx={{ mt: 2, fontSize: '0.75rem', fontWeight: 600, color: 'text.secondary' }}>{children}</Box>
);

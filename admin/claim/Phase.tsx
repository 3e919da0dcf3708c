import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { lastMinuteOf, PARIS } from '../kernel/paris.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { ContradictoryState, type State } from './claim.graphql.ts';
import { SendDialog } from './SendDialog.tsx';

/** How far the phase is: the deadline, what was sent, what waits for an answer; and the way to begin it. */
export const Phase = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [sending, setSending] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['claim', 'state', edition.id],
    queryFn: ({ signal }) => run(ContradictoryState, { editionId: edition.id }, signal),
    refetchInterval: 60_000,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const state = data.contradictory;
  return (
    <>
      <PageActions>
        {state.hears && (
          <Button variant={state.sent === 0 ? 'contained' : 'outlined'} onClick={() => setSending(true)}>
            {translate(state.sent === 0 ? 'claim.send' : 'claim.sendMissing')}
          </Button>
        )}
      </PageActions>
      <Deadline state={state} />
      {state.frozen > 0 && <Progress state={state} />}
      {sending && <SendDialog edition={edition} days={state.days} onClose={() => setSending(false)} />}
    </>
  );
};

const Deadline = ({ state: { hears, until, sent } }: { readonly state: State }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (sent === 0 || !until)
    return (
      <Alert severity={hears ? 'warning' : 'info'} sx={{ mb: 4 }}>
        {translate(hears ? 'claim.unsent' : 'claim.notYet')}
      </Alert>
    );
  const over = Date.parse(until) <= Date.now();
  return (
    <Alert severity={over ? 'warning' : 'info'} sx={{ mb: 4 }}>
      {translate(over ? 'claim.over' : 'claim.until', { at: format.instantIn(lastMinuteOf(until), PARIS) })}
    </Alert>
  );
};

const Progress = ({ state }: { readonly state: State }) => {
  const translate = useTranslate();
  const format = useFormat();
  const figures = [
    ['sent', state.sent],
    ['opened', state.opened],
    ['unreachable', state.unreachable],
    ['open', state.claimsOpen],
    ['decided', state.claimsDecided],
  ] as const;
  return (
    <Section title={translate('resources.provisional.name', { smart_count: 2 })}>
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 4 }}>
        {figures.map(([name, count]) => (
          <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {translate(`claim.${name}`)}
            </Typography>
            <Typography
              component="dd"
              sx={{ m: 0, fontSize: '1.75rem', fontWeight: 600, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}
            >
              {format.number(count)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
};

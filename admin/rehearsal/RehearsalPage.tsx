import TheaterComedyOutlined from '@mui/icons-material/TheaterComedyOutlined';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { enterStage } from '../kernel/stage.ts';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { BeginDialog } from './BeginDialog.tsx';
import { type Rehearsal, Rehearsals } from './rehearsal.graphql.ts';
import { WipeDialog } from './WipeDialog.tsx';

/** Tries an edition on throw-away data: begins it, enters it, wipes it; says which took place. */
export const RehearsalPage = () => (
  <EditionPage resource="rehearsal" title="room.rehearsal.title" tabs={false}>
    {(edition) => <Rehearsing key={edition.id} edition={edition} />}
  </EditionPage>
);

const Rehearsing = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [beginning, setBeginning] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['rehearsals'],
    queryFn: ({ signal }) => run(Rehearsals, {}, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const now = data.rehearsalNow;
  const past = data.dressRehearsals.items.filter(({ wipedAt }) => wipedAt);
  return (
    <>
      {now ? (
        <Playing of={now} />
      ) : (
        <Card sx={{ p: 5, mb: 4 }}>
          <Typography sx={{ maxWidth: 720 }}>{translate('room.rehearsal.what')}</Typography>
          <Box component="ul" sx={{ pl: 5, color: 'text.secondary', maxWidth: 720 }}>
            {['apart', 'closed', 'wiped'].map((word) => (
              <li key={word}>{translate(`room.rehearsal.${word}`)}</li>
            ))}
          </Box>
          <Button variant="contained" startIcon={<TheaterComedyOutlined />} onClick={() => setBeginning(true)}>
            {translate('room.rehearsal.begin', { year: edition.year })}
          </Button>
        </Card>
      )}
      <Section title={translate('room.rehearsal.past')}>
        {past.length === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('room.rehearsal.noPast')}
          </Typography>
        )}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {past.map((one) => (
            <Past key={one.id} of={one} />
          ))}
        </Box>
      </Section>
      {beginning && <BeginDialog edition={edition} onClose={() => setBeginning(false)} />}
    </>
  );
};

/** The rehearsal under way: who began it, from what, the way in and the way to wipe it. */
const Playing = ({ of }: { readonly of: Rehearsal }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [wiping, setWiping] = useState(false);
  return (
    <Alert severity="warning" icon={<TheaterComedyOutlined />} sx={{ mb: 4, '& .MuiAlert-message': { width: '100%' } }}>
      <Typography component="h2" variant="h3">
        {translate('room.rehearsal.playing', { year: of.edition.year })}
      </Typography>
      <Box sx={{ my: 2 }}>
        {translate('room.rehearsal.playingMore', {
          who: of.startedByName ?? translate('room.award.someone'),
          ago: format.ago(of.createdAt, new Date()),
          each: of.structuresEach,
          seed: of.seed,
        })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button variant="contained" onClick={() => enterStage(of.edition.year)}>
          {translate('room.rehearsal.enter')}
        </Button>
        <Button variant="outlined" color="error" onClick={() => setWiping(true)}>
          {translate('room.rehearsal.wipe')}
        </Button>
      </Box>
      {wiping && <WipeDialog of={of} onClose={() => setWiping(false)} />}
    </Alert>
  );
};

/** One that took place: what stays of it is this line. */
const Past = ({ of }: { readonly of: Rehearsal }) => {
  const translate = useTranslate();
  const format = useFormat();
  const counts = of.counts as Readonly<Record<string, number>> | null;
  return (
    <Box component="li" sx={{ py: 2, fontSize: '0.875rem' }}>
      {translate('room.rehearsal.pastLine', {
        year: of.edition.year,
        who: of.startedByName ?? translate('room.award.someone'),
        when: format.ago(of.createdAt, new Date()),
        seed: of.seed,
      })}
      <Box sx={{ color: 'text.secondary' }}>
        {translate('room.rehearsal.pastCounts', {
          structures: format.number(counts?.structure ?? 0),
          audits: format.number(counts?.audit ?? 0),
          decisions: format.number(counts?.decision ?? 0),
        })}
      </Box>
    </Box>
  );
};

import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { useRulesInWords } from '../kernel/rulesInWords.ts';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { PolicyDialog } from './PolicyDialog.tsx';
import { PolicyHistory } from './PolicyHistory.tsx';
import { type ChosenPolicy, Policies } from './workshop.graphql.ts';

/** What absences do in the edition: the policy in force, the way to choose another while it is open, every choice. */
export const PolicySection = memo(({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [choosing, setChoosing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['workshop', edition.id, 'chosen'],
    queryFn: ({ signal }) => run(Policies, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const [grid] = data.grids.items;
  const [latestRun] = data.scoreRuns.items;
  const chosen = data.scoringPolicies.items;
  const open = edition.rights.includes('POLICY');
  const behind = latestRun && (latestRun.policy?.number ?? 0) !== (chosen[0]?.number ?? 0);
  return (
    <Section
      title={translate('room.policy.title')}
      aside={
        open &&
        grid && (
          <Button variant="outlined" onClick={() => setChoosing(true)}>
            {translate('room.policy.choose')}
          </Button>
        )
      }
    >
      <InForce policy={chosen[0] ?? null} />
      {!open && (
        <Alert severity="info" sx={{ mt: 4 }}>
          {translate('room.policy.frozen')}
        </Alert>
      )}
      {behind && <Behind />}
      <PolicyHistory policies={chosen} />
      {grid && choosing && (
        <PolicyDialog edition={edition} grid={grid} latest={chosen[0] ?? null} onClose={() => setChoosing(false)} />
      )}
    </Section>
  );
});

const InForce = ({ policy }: { readonly policy: ChosenPolicy | null }) => {
  const translate = useTranslate();
  const words = useRulesInWords();
  return (
    <>
      <Typography sx={{ fontSize: '0.875rem', fontWeight: 600 }}>
        {policy ? translate('room.policy.current', { number: policy.number }) : translate('room.policy.currentGrid')}
      </Typography>
      {policy && (
        <Box component="ul" sx={{ m: 0, mt: 1, pl: 5, fontSize: '0.875rem' }}>
          {words.rules(policy.rules).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </Box>
      )}
    </>
  );
};

/** The scores one reads were computed under another policy: the way to compute them again. */
const Behind = () => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Alert
      severity="warning"
      sx={{ mt: 4 }}
      action={
        <Button color="inherit" component={Link} to={`${basename}/ranking`}>
          {translate('room.policy.toRanking')}
        </Button>
      }
    >
      {translate('room.policy.recompute')}
    </Alert>
  );
};

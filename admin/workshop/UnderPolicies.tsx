import { Box, LinearProgress, Typography, useMediaQuery } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { Movers } from './Movers.tsx';
import { NumberField } from './NumberField.tsx';
import { PolicyCards } from './PolicyCards.tsx';
import { PolicyTable } from './PolicyTable.tsx';
import { movedCount } from './podiums.ts';
import { useSettled } from './useSettled.ts';
import { PolicyOutcomes } from './workshop.graphql.ts';

/** The podium of each category under each policy, beside the one in force; then who moves, and by how much. */
export const UnderPolicies = memo(({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const id = useId();
  const small = useMediaQuery('(max-width: 900px)');
  const [floor, setFloor] = useState(20);
  const asked = useSettled(floor);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['workshop', edition.id, 'policies', asked],
    queryFn: ({ signal }) => run(PolicyOutcomes, { editionId: edition.id, floor: String(asked) }, signal),
    placeholderData: keepPreviousData,
  });
  if (error && codeIn(error) !== 'NOTHING_TO_SCORE') return <RefusedBy error={error} retry={() => void refetch()} />;
  const outcomes = data?.policyOutcomes;
  return (
    <Section
      title={translate('room.policies.title')}
      aside={
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box component="span" aria-hidden sx={{ fontSize: '0.8125rem', fontWeight: 600, whiteSpace: 'nowrap' }}>
            {translate('room.policies.floor')}
          </Box>
          <Box sx={{ width: 72 }}>
            <NumberField label={translate('room.policies.floor')} value={floor} most={100} onChange={setFloor} />
          </Box>
        </Box>
      }
    >
      <Typography id={id} variant="body2" sx={{ mb: 3, color: 'text.secondary' }}>
        {translate('room.policies.more')}
      </Typography>
      {!outcomes && <Loading />}
      <Box sx={{ height: 2, mb: 2 }}>
        {outcomes && isFetching && <LinearProgress aria-label={translate('state.loading')} sx={{ height: 2 }} />}
      </Box>
      {outcomes?.every(({ categories }) => movedCount(categories) === 0) && (
        <Typography role="status" sx={{ mb: 3, fontSize: '0.875rem', fontWeight: 600 }}>
          {translate('room.policies.allSame')}
        </Typography>
      )}
      {outcomes && (small ? <PolicyCards outcomes={outcomes} /> : <PolicyTable outcomes={outcomes} label={id} />)}
      {outcomes?.map((outcome) => (
        <Movers key={outcome.policy} outcome={outcome} />
      ))}
    </Section>
  );
});

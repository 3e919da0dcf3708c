import { Box, Button, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Who } from '../kernel/count/Who.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Candidate, Item } from './meeting.graphql.ts';

/** The short list: in the order of the ranking where it is what one votes on, in that of codes otherwise. */
export const Candidates = ({ item }: { readonly item: Item }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const candidates = [...(item.candidates ?? [])];
  if (item.mode === 'RATIFY') candidates.sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999));
  return (
    <Section
      title={translate(item.mode === 'RATIFY' ? 'meeting.ranking' : 'meeting.shortList')}
      aside={
        candidates.length > 0 && (
          <Button component={Link} to={`${basename}/dossier/${item.mandateId}`}>
            {translate('meeting.readFiles')}
          </Button>
        )
      }
    >
      {candidates.length === 0 && <Typography>{translate('meeting.nobodyListed')}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {candidates.map((candidate) => (
          <CandidateLine key={candidate.code} candidate={candidate} />
        ))}
      </Box>
    </Section>
  );
};

const CandidateLine = ({ candidate }: { readonly candidate: Candidate }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { rank, score, withdrawn } = candidate;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        columnGap: { xs: 2, sm: 4 },
        minHeight: 52,
        py: 1,
        '& + &': { borderTop: 1, borderColor: 'divider' },
        ...(withdrawn ? { color: 'text.secondary', textDecoration: 'line-through' } : {}),
      }}
    >
      <Box sx={{ minWidth: 36, fontSize: '1.125rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>
        {rank === null ? '' : format.ordinal(rank)}
      </Box>
      <Box sx={{ flex: 1, fontSize: '1.0625rem', fontWeight: 600, minWidth: 0 }}>
        <Who of={candidate} />
      </Box>
      <Box
        sx={{ fontVariantNumeric: 'tabular-nums', fontSize: { xs: '0.875rem', sm: '1.0625rem' }, whiteSpace: 'nowrap' }}
      >
        {withdrawn
          ? translate('meeting.withdrawn')
          : score !== null && translate('meeting.onHundred', { score: format.score(score) })}
      </Box>
    </Box>
  );
};

import { Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { Tag } from '../kernel/chips.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Empty } from '../kernel/states.tsx';
import { CandidateDialog } from './CandidateDialog.tsx';
import type { Candidate, Mandate } from './mandate.graphql.ts';

/** The short list: each structure under its code, with what jurors read of it; those who withdrew stay, crossed out. */
export const ShortList = ({ mandate }: { readonly mandate: Mandate }) => {
  const translate = useTranslate();
  const { candidates } = mandate;
  const standing = candidates.filter(({ withdrawnAt }) => !withdrawnAt).length;
  return (
    <Section
      title={translate('room.mandate.listTitle')}
      aside={
        candidates.length > 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('room.mandate.listed', { smart_count: standing })}
          </Typography>
        )
      }
      flush
    >
      {candidates.length === 0 && (
        <Empty title={translate('room.mandate.noList')} more={translate('room.mandate.noListMore')} />
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {candidates.map((candidate) => (
          <CandidateRow key={candidate.id} candidate={candidate} />
        ))}
      </Box>
    </Section>
  );
};

const CandidateRow = ({ candidate }: { readonly candidate: Candidate }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const [deed, setDeed] = useState<'present' | 'withdraw' | null>(null);
  const { enrolment, withdrawnAt, presentation } = candidate;
  const { name } = enrolment.structure;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 4,
        px: 5,
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Typography component="span" sx={{ width: 28, fontSize: '1.25rem', fontWeight: 650, color: 'text.secondary' }}>
        {candidate.code}
      </Typography>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}>
          <Link
            component={RouterLink}
            to={`${basename}/enrolment/${enrolment.id}/show`}
            sx={{ fontWeight: 600, ...(withdrawnAt ? { textDecoration: 'line-through' } : {}) }}
          >
            {name}
          </Link>
          {withdrawnAt && <Tag label={translate('room.mandate.offList')} />}
        </Box>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary', whiteSpace: 'pre-line' }}>
          {candidate.withdrawnMotive ?? presentation ?? translate('room.mandate.noPresentation')}
        </Typography>
        {!withdrawnAt && (
          <Box sx={{ mt: 1, ml: -2, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button
              size="small"
              aria-label={translate('room.mandate.presentName', { name })}
              onClick={() => setDeed('present')}
            >
              {translate('room.mandate.present')}
            </Button>
            <Button
              size="small"
              color="error"
              aria-label={translate('room.mandate.retireName', { name })}
              onClick={() => setDeed('withdraw')}
            >
              {translate('room.mandate.retire')}
            </Button>
          </Box>
        )}
      </Box>
      {deed && <CandidateDialog candidate={candidate} deed={deed} onClose={() => setDeed(null)} />}
    </Box>
  );
};

import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { useRulesInWords } from '../kernel/rulesInWords.ts';
import type { ChosenPolicy } from './workshop.graphql.ts';

/** Every choice, the latest first, with who made it and why: none is erased. */
export const PolicyHistory = ({ policies }: { readonly policies: readonly ChosenPolicy[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useRulesInWords();
  if (policies.length === 0)
    return (
      <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
        {translate('room.policy.noHistory')}
      </Typography>
    );
  return (
    <Box sx={{ mt: 5 }}>
      <Typography component="h3" variant="h4">
        {translate('room.policy.history')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, display: 'grid', gap: 3, fontSize: '0.875rem' }}>
        {policies.map(({ id, number, rules, motive, createdAt, chosenByName }) => (
          <Box component="li" key={id} sx={{ pt: 3, borderTop: 1, borderColor: 'divider' }}>
            <strong>{translate('room.policy.line', { number })}</strong>{' '}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {translate('room.policy.by', {
                who: chosenByName ?? translate('room.policy.someone'),
                when: format.ago(createdAt, new Date()),
              })}
            </Box>
            <Box>{words.rules(rules).join(' · ')}</Box>
            <Box sx={{ fontStyle: 'italic', overflowWrap: 'anywhere' }}>« {motive} »</Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
};

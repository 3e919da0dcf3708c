import AddCircleOutlined from '@mui/icons-material/AddCircleOutlined';
import ChangeCircleOutlined from '@mui/icons-material/ChangeCircleOutlined';
import RemoveCircleOutlined from '@mui/icons-material/RemoveCircleOutlined';
import SwapVert from '@mui/icons-material/SwapVert';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Hidden } from '../kernel/Hidden.tsx';
import type { Difference } from './configuration.graphql.ts';
import { useDifferenceInWords } from './useDifferenceInWords.ts';

const looks = {
  ADDED: [AddCircleOutlined, 'success.main'],
  REMOVED: [RemoveCircleOutlined, 'error.main'],
  CHANGED: [ChangeCircleOutlined, 'info.main'],
  REORDERED: [SwapVert, 'text.secondary'],
} as const;

const SHOWN = 40;

/** Everything that would change, part by part: what comes, goes, changes from what to what, or moves. */
export const Differences = ({ differences }: { readonly differences: readonly Difference[] }) => {
  const translate = useTranslate();
  const byPart = [...Map.groupBy(differences, ({ part }) => part)];
  return (
    <Box aria-live="polite">
      <Typography variant="h4" component="h3">
        {translate('room.configuration.differences', { smart_count: differences.length })}
      </Typography>
      {byPart.map(([part, own]) => (
        <OfPart key={part} title={translate(`enum.ConfigurationPart.${part}`)} differences={own} />
      ))}
    </Box>
  );
};

const OfPart = ({ title, differences }: { readonly title: string; readonly differences: readonly Difference[] }) => {
  const translate = useTranslate();
  const [shown, setShown] = useState(SHOWN);
  const left = differences.length - shown;
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography component="h4" variant="body2" sx={{ fontWeight: 650 }}>
        {title} ({differences.length})
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, fontSize: '0.875rem' }}>
        {differences.slice(0, shown).map((difference) => (
          <Line key={`${difference.kind} ${difference.path.join('/')}`} difference={difference} />
        ))}
      </Box>
      {left > 0 && (
        <Button size="small" onClick={() => setShown(shown + 200)}>
          {translate('room.configuration.more', { count: Math.min(left, 200) })}
        </Button>
      )}
    </Box>
  );
};

const Line = ({ difference }: { readonly difference: Difference }) => {
  const translate = useTranslate();
  const inWords = useDifferenceInWords();
  const [Icon, colour] = looks[difference.kind];
  const { where, what } = inWords(difference);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, py: 0.75, alignItems: 'flex-start' }}>
      <Icon aria-hidden sx={{ fontSize: 18, mt: '1px', color: colour }} />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Hidden>{translate(`enum.DifferenceKind.${difference.kind}`)} : </Hidden>
        <strong>{where}</strong>
        {what && <span> {what}</span>}
      </Box>
    </Box>
  );
};

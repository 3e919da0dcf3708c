import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Found } from '../../kernel/count/count.ts';
import { useFormat } from '../../kernel/format.ts';
import type { Item } from '../meeting.graphql.ts';

/** Every ballot as it was found, without its name, in an order that says nothing: one may count them by hand. */
export const Ballots = ({ item, ballots }: { readonly item: Item; readonly ballots: readonly Found[] }) => {
  const translate = useTranslate();
  const inWords = useBallotInWords();
  return (
    <Box component="details" sx={{ mt: 4 }}>
      <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, minHeight: 44, py: 2 }}>
        {translate('result.ballots', { smart_count: ballots.length })}
      </Box>
      <Box component="ol" sx={{ m: 0, pl: 6, display: 'grid', gap: 1 }}>
        {ballots.map((ballot, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ballots have no name, and two may be alike.
          <li key={`${item.id} ${i}`}>{inWords(ballot)}</li>
        ))}
      </Box>
    </Box>
  );
};

function useBallotInWords(): (ballot: Found) => string {
  const translate = useTranslate();
  const format = useFormat();
  const written = ({ vote }: Found): string => {
    if (vote?.opinion) return translate(`result.side.${vote.opinion}`);
    if (vote?.ranking) return vote.ranking.map((equals) => equals.join(' = ')).join(' > ');
    if (vote?.grades)
      return vote.grades
        .map(({ candidate, grade }) => `${candidate} : ${translate(`enum.Grade.${grade}`)}`)
        .join(' · ');
    return (vote?.marks ?? [])
      .map(({ candidate, criterion, mark }) => `${candidate}, ${criterion} : ${format.number(mark)}`)
      .join(' · ');
  };
  return (ballot) => {
    if (ballot.kind === 'BLANK') return translate('result.isBlank');
    return ballot.kind === 'INVALID' ? translate('result.isInvalid', { ballot: written(ballot) }) : written(ballot);
  };
}

import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { PairWeights } from './PairWeights.tsx';
import { type Pair, PodiumPairs } from './ranking.graphql.ts';

/** Near the podium: whether weights of channels could invert two of the first five, and how far they must move. */
export const Podium = ({ categoryId }: { readonly categoryId: string }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['podium', categoryId],
    queryFn: ({ signal }) => run(PodiumPairs, { categoryId }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const pairs = data.podiumPairs;
  if (pairs.length === 0) return null;
  return (
    <Section flush title={translate('room.podium.title')}>
      <Typography variant="body2" sx={{ px: 5, py: 3, color: 'text.secondary' }}>
        <Stays pairs={pairs} /> {translate('room.podium.more')}
      </Typography>
      <Table size="small" sx={STACKED}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.podium.pair')}</TableCell>
            <TableCell align="right">{translate('room.podium.lead')}</TableCell>
            <TableCell>{translate('room.podium.verdict')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {pairs.map((pair) => (
            <PairRow key={`${pair.ahead.id} ${pair.behind.id}`} pair={pair} />
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

/** The same tenth by which weights are moved to see what depends on them. */
const LITTLE = 0.1;

/** On a phone the cells of a pair stand one under the other: side by side, the fold would not fit. */
const STACKED = {
  '& > tbody > tr > td': { verticalAlign: 'top', py: 2, height: 'auto' },
  '@media (max-width: 599px)': {
    '& > thead': { display: 'none' },
    '& > tbody > tr > td': { display: 'block', px: 5 },
    '& > tbody > tr > td:not(:last-of-type)': { borderBottom: 0, pb: 0 },
  },
};

/** The message: until when the first stays first. Nothing when two are first, or when weights say nothing. */
const Stays = ({ pairs }: { readonly pairs: readonly Pair[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const first = pairs.filter(({ aheadRank }) => aheadRank === 1);
  if (first.some(({ behindRank, reason }) => behindRank === 1 || reason)) return null;
  const name = first[0]?.ahead.structure.name;
  const deltas = first.flatMap(({ delta }) => (delta === null ? [] : [Number(delta)]));
  if (first.every(({ verdict }) => verdict === 'NEVER')) return translate('room.podium.staysAlways', { name });
  if (deltas.length === 0) return null;
  return translate('room.podium.stays', { name, delta: format.percent(Math.min(...deltas), 1) });
};

const PairRow = ({ pair }: { readonly pair: Pair }) => {
  const translate = useTranslate();
  const format = useFormat();
  const lead = Number(pair.lead);
  const points = translate('room.podium.points', {
    ...{ points: format.number(pair.lead, 2), smart_count: Math.max(1, Math.floor(lead)) },
  });
  return (
    <TableRow>
      <TableCell>
        <Box sx={{ fontWeight: 600 }}>
          {format.ordinal(pair.aheadRank)} {pair.ahead.structure.name}
        </Box>
        <Box>
          {format.ordinal(pair.behindRank)} {pair.behind.structure.name}
        </Box>
      </TableCell>
      <TableCell sx={{ textAlign: { sm: 'right' }, whiteSpace: 'nowrap' }}>
        {pair.lead !== null && (
          <>
            <Box component="span" sx={{ display: { sm: 'none' }, color: 'text.secondary' }}>
              {translate('room.podium.lead')}{' '}
            </Box>
            {points}
          </>
        )}
      </TableCell>
      <TableCell>
        <VerdictOf pair={pair} />
        <PairWeights pair={pair} />
      </TableCell>
    </TableRow>
  );
};

const VerdictOf = ({ pair: { reason, verdict, delta, lead } }: { readonly pair: Pair }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (reason) return translate(`room.swap.${reason}`);
  if (verdict === 'NEVER') return translate('room.podium.never');
  if (delta === null) return translate('room.podium.noMove');
  if (Number(delta) === 0 && Number(lead) === 0) return translate('room.podium.level');
  const move = Number(delta) <= LITTLE ? 'move' : 'moveFar';
  return translate(`room.podium.${move}`, { delta: format.percent(delta, 1) });
};

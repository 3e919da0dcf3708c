import { Box, TableCell, TableRow } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { ChannelBar } from './ChannelBar.tsx';
import { Place, type Tie } from './Place.tsx';
import type { Line } from './ranking.graphql.ts';

interface RowProps {
  readonly line: Line;
  readonly tie: Tie;
  readonly figures: boolean;
}

/** Where a line stands among those it shares its rank with. */
export function tieOf(lines: readonly Line[], at: number): Tie {
  const rank = lines[at]?.rank ?? null;
  if (rank === null) return null;
  const above = lines[at - 1]?.rank === rank;
  const under = lines[at + 1]?.rank === rank;
  return above ? (under ? 'middle' : 'last') : under ? 'first' : null;
}

const show = { '& .figure': { display: 'block' } };
const hide = { '& .figure': { display: 'none' }, '&:hover, &:focus-within': show };

/** One structure of the table: its numbers come with the hand or the focus, and can be kept. */
export const RankingRow = ({ line, tie, figures }: RowProps) => {
  const format = useFormat();
  return (
    <TableRow sx={{ '&:hover': { bgcolor: 'background.default' }, ...(figures ? show : hide) }}>
      <TableCell align="right">
        <Place rank={line.rank} tie={tie} />
      </TableCell>
      <TableCell sx={{ fontWeight: 600, minWidth: 160 }}>
        <Name line={line} />
      </TableCell>
      <TableCell align="right" sx={{ fontWeight: 600 }}>
        {format.number(line.score, 2)}
      </TableCell>
      {line.channels.map((cell) => (
        <TableCell key={cell.channel.code}>
          <ChannelBar cell={cell} />
        </TableCell>
      ))}
    </TableRow>
  );
};

/** The same on a phone. */
export const RankingCard = ({ line, tie, figures }: RowProps) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="li" sx={{ px: 4, py: 3, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'baseline' }}>
        <Box sx={{ minWidth: 32, flexShrink: 0 }}>
          <Place rank={line.rank} tie={tie} />
        </Box>
        <Box sx={{ flex: 1, fontWeight: 600, fontSize: '0.875rem' }}>
          <Name line={line} />
        </Box>
        <Box sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{format.number(line.score, 2)}</Box>
      </Box>
      <Box
        sx={{
          mt: 2,
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'repeat(6, minmax(0, 1fr))' },
          ...(figures ? show : hide),
        }}
      >
        {line.channels.map((cell) => (
          <Box key={cell.channel.code} sx={{ minWidth: 0 }}>
            <Box aria-hidden sx={{ fontSize: '0.6875rem', mb: 0.5, color: 'text.secondary', overflow: 'hidden' }}>
              {translate(`room.ranking.short.${cell.channel.code}`)}
            </Box>
            <ChannelBar cell={cell} />
          </Box>
        ))}
      </Box>
    </Box>
  );
};

const Name = ({ line }: { readonly line: Line }) => {
  const basename = useBasename();
  return <Link to={`${basename}/enrolment/${line.enrolment.id}/show`}>{line.enrolment.structure.name}</Link>;
};

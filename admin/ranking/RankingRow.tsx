import { TableCell, TableRow } from '@mui/material';
import { memo } from 'react';
import { useBasename } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import type { Axes } from './axes.ts';
import { ChannelBar } from './ChannelBar.tsx';
import { Place, type Tie } from './Place.tsx';
import type { Line } from './ranking.graphql.ts';
import { SureCell } from './SureCell.tsx';
import { RULE } from './UncertaintyLegend.tsx';
import { Verdict } from './Verdict.tsx';

export interface RowProps {
  readonly line: Line;
  readonly tie: Tie;
  readonly figures: boolean;
  /** The axes of the whiskers; null when uncertainty is not shown. */
  readonly axes: Axes | null;
}

interface TableRowProps extends RowProps {
  /** Whether it cannot be told apart from the one held, or from the first when none is held. */
  readonly level: 'apart' | 'level' | 'held';
  readonly hold: (line: Line) => void;
}

/** Where a line stands among those it shares its rank with. */
export function tieOf(lines: readonly Line[], at: number): Tie {
  const rank = lines[at]?.rank ?? null;
  if (rank === null) return null;
  const above = lines[at - 1]?.rank === rank;
  const under = lines[at + 1]?.rank === rank;
  return above ? (under ? 'middle' : 'last') : under ? 'first' : null;
}

/** Figures keep their place under a bar when hidden, and as much stands above it: nothing moves under the hand. */
const HEIGHT = 14;
const show = { '& .figure': { visibility: 'visible' } };
const hide = { '& .figure': { visibility: 'hidden' }, '&:hover, &:focus-within': show };

const ruled = {
  '& > td:first-of-type': { position: 'relative' },
  '& > td:first-of-type::before': {
    content: '""',
    position: 'absolute',
    left: 0,
    top: 0,
    bottom: -1,
    width: 3,
    ...RULE,
  },
};
const looks = { apart: {}, level: ruled, held: { ...ruled, bgcolor: 'action.hover' } };

/** One structure of the table: its numbers come with the hand or the focus, and can be kept. */
export const RankingRow = memo(({ line, tie, figures, axes, level, hold }: TableRowProps) => {
  const format = useFormat();
  return (
    <TableRow
      onMouseEnter={() => hold(line)}
      onFocus={() => hold(line)}
      sx={{
        ...(figures ? show : hide),
        ...looks[level],
        '& .bar': { pt: `${HEIGHT}px` },
        '&:hover': { bgcolor: 'background.default' },
      }}
    >
      <TableCell align="right">
        <Place rank={line.rank} tie={tie} />
      </TableCell>
      <TableCell sx={{ fontWeight: 600, minWidth: 150 }}>
        <Name line={line} />
        <Verdict line={line} />
      </TableCell>
      {axes && (
        <TableCell className="bar">
          <SureCell line={line} of="rank" axes={axes} />
        </TableCell>
      )}
      <TableCell align="right" sx={{ fontWeight: 600 }}>
        {format.number(line.score, 2)}
      </TableCell>
      {axes && (
        <TableCell className="bar">
          <SureCell line={line} of="score" axes={axes} />
        </TableCell>
      )}
      {line.channels.map((cell) => (
        <TableCell key={cell.channel.code} className="bar">
          <ChannelBar cell={cell} />
        </TableCell>
      ))}
    </TableRow>
  );
});

/** The name of a structure, which opens its page. */
export const Name = ({ line }: { readonly line: Line }) => {
  const basename = useBasename();
  return <Link to={`${basename}/enrolment/${line.enrolment.id}/show`}>{line.enrolment.structure.name}</Link>;
};

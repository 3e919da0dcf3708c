import { Box, Table, TableBody, TableCell, TableHead, TableRow, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Span } from '../kernel/robustness.graphql.ts';
import { type Axes, isLevelWith } from './axes.ts';
import { RankingCard } from './RankingCard.tsx';
import { RankingRow, tieOf } from './RankingRow.tsx';
import type { Line } from './ranking.graphql.ts';
import { CARDS } from './UncertaintyLegend.tsx';

interface RankingTableProps {
  readonly lines: readonly Line[];
  /** Whether the numbers of the bars are always shown. */
  readonly figures: boolean;
  /** The axes of the whiskers; null when uncertainty is not shown. */
  readonly axes: Axes | null;
  /** The first of the whole category, whether it is among the lines or not. */
  readonly first: Line | undefined;
  readonly label: string;
}

/** One row a structure. On a phone a row becomes a card: the same bars, under the name. */
export const RankingTable = ({ lines, figures, axes, first, label }: RankingTableProps) => {
  const small = useMediaQuery(CARDS);
  const [held, setHeld] = useState<Line | null>(null);
  if (small)
    return (
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={label}>
        {lines.map((line, i) => (
          <RankingCard key={line.enrolment.id} line={line} tie={tieOf(lines, i)} figures={figures} axes={axes} />
        ))}
      </ol>
    );
  const levelOf = (line: Line) =>
    axes && isLevelWith(line, held ?? first) ? (held ? ('held' as const) : ('level' as const)) : ('apart' as const);
  return (
    <Table
      size="small"
      aria-label={label}
      onMouseLeave={() => setHeld(null)}
      onBlur={() => setHeld(null)}
      sx={{ '& th, & td': { px: 2 }, '& td': { py: 0 } }}
    >
      <Head channels={lines[0]?.channels ?? []} axes={axes} />
      <TableBody>
        {lines.map((line, i) => (
          <RankingRow
            key={line.enrolment.id}
            {...{ line, figures, axes }}
            tie={tieOf(lines, i)}
            level={levelOf(line)}
            hold={setHeld}
          />
        ))}
      </TableBody>
    </Table>
  );
};

const Head = ({ channels, axes }: { readonly channels: Line['channels']; readonly axes: Axes | null }) => {
  const translate = useTranslate();
  return (
    <TableHead>
      <TableRow sx={{ '& th': { verticalAlign: 'bottom', pb: 1 } }}>
        <TableCell align="right" sx={{ width: 92 }}>
          {translate('room.ranking.rank')}
        </TableCell>
        <TableCell>{translate('field.structure')}</TableCell>
        {axes && <AxisCell label="room.robustness.rankAxis" axis={axes.rank} />}
        <TableCell align="right">{translate('room.ranking.score')}</TableCell>
        {axes && <AxisCell label="room.robustness.scoreAxis" axis={axes.score} />}
        {channels.map(({ channel }) => (
          <TableCell key={channel.code} sx={{ width: '8%', minWidth: 64, whiteSpace: 'normal', lineHeight: 1.2 }}>
            {translate(`enum.ChannelCode.${channel.code}`)}
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  );
};

/** A heading with the ends of its axis. */
const AxisCell = ({ label, axis }: { readonly label: string; readonly axis: Span }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <TableCell sx={{ width: '13%', whiteSpace: 'normal', lineHeight: 1.2 }}>
      {translate(label)}
      <Box
        aria-hidden
        sx={{ display: 'flex', justifyContent: 'space-between', fontWeight: 400, fontSize: '0.6875rem' }}
      >
        <span>{format.number(axis.low)}</span>
        <span>{format.number(axis.high)}</span>
      </Box>
    </TableCell>
  );
};

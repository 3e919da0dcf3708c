import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { CHANNELS } from './channels.ts';
import type { Figures } from './plan.graphql.ts';

/** The tests of each week on each channel, planned and sent: the darker, the more. */
export const HeatMap = ({ figures }: { readonly figures: Figures }) => {
  const translate = useTranslate();
  const format = useFormat();
  const weeks = [...new Set(figures.weeks.map(({ week }) => week))].sort();
  const most = Math.max(1, ...figures.weeks.map(({ planned }) => planned));
  const cell = (week: string, channel: string) =>
    figures.weeks.find((each) => each.week === week && each.channel === channel);
  const sums = (of: readonly (typeof figures.weeks)[number][]) =>
    format.number(of.reduce((sum, each) => sum + each.planned, 0));
  return (
    <Section flush title={translate('room.planning.heat')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.planning.week')}</TableCell>
            {CHANNELS.map((channel) => (
              <TableCell key={channel} align="right">
                {translate(`enum.ChannelCode.${channel}`)}
              </TableCell>
            ))}
            <TableCell align="right">{translate('room.planning.all')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {weeks.map((week) => (
            <TableRow key={week}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {format.shortDay(week)}
              </TableCell>
              {CHANNELS.map((channel) => {
                const { planned = 0, sent = 0 } = cell(week, channel) ?? {};
                return (
                  <TableCell key={channel} align="right" sx={{ position: 'relative' }}>
                    <Box
                      aria-hidden
                      sx={{ position: 'absolute', inset: 1, bgcolor: 'primary.main', opacity: (0.32 * planned) / most }}
                    />
                    <Box component="span" sx={{ position: 'relative' }}>
                      {planned === 0 ? '—' : translate('room.planning.sentOf', { sent, planned })}
                    </Box>
                  </TableCell>
                );
              })}
              <TableCell align="right">{sums(figures.weeks.filter((each) => each.week === week))}</TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row">
              {translate('room.planning.all')}
            </TableCell>
            {CHANNELS.map((channel) => (
              <TableCell key={channel} align="right">
                {sums(figures.weeks.filter((each) => each.channel === channel))}
              </TableCell>
            ))}
            <TableCell align="right">{sums(figures.weeks)}</TableCell>
          </TableRow>
        </TableBody>
      </Table>
      <Typography variant="body2" sx={{ px: 5, py: 3, color: 'text.secondary' }}>
        {translate('room.planning.heatMore')}
      </Typography>
    </Section>
  );
};

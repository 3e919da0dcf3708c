import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Figures } from './plan.graphql.ts';

/** What the plan costs, channel by channel, beside what it may. */
export const Costs = ({ figures: { costs, budget } }: { readonly figures: Figures }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (costs.length === 0) return null;
  const { euros } = format;
  const all = costs.reduce((sum, { cents }) => sum + cents, 0);
  const tests = costs.reduce((sum, each) => sum + each.tests, 0);
  const left = budget === null ? null : budget - all;
  return (
    <Section flush title={translate('room.planning.costs')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.channel')}</TableCell>
            {['tests', 'each', 'together'].map((column) => (
              <TableCell key={column} align="right">
                {translate(`room.planning.cost.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {costs.map(({ channel, tests, price, cents }) => (
            <TableRow key={channel}>
              <TableCell component="th" scope="row">
                {translate(`enum.ChannelCode.${channel}`)}
              </TableCell>
              <TableCell align="right">{format.number(tests)}</TableCell>
              <TableCell align="right">{euros(price)}</TableCell>
              <TableCell align="right">{euros(cents)}</TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row">
              {translate('room.planning.all')}
            </TableCell>
            <TableCell align="right">{format.number(tests)}</TableCell>
            <TableCell />
            <TableCell align="right">{euros(all)}</TableCell>
          </TableRow>
        </TableBody>
      </Table>
      {left !== null && (
        <Typography sx={{ px: 5, py: 3, color: left < 0 ? 'error.main' : 'text.primary' }}>
          {translate(left < 0 ? 'room.planning.over' : 'room.planning.within', {
            ...{ budget: euros(budget), left: euros(Math.abs(left)) },
          })}
        </Typography>
      )}
    </Section>
  );
};

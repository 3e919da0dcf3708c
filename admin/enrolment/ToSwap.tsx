import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Sheet } from './enrolment.graphql.ts';

/** How far the weights would have to move for a structure to swap with its neighbour; the weights themselves to staff. */
export const ToSwap = ({ sheet: { toSwap } }: { readonly sheet: Sheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { reason, above, lead, neighbour, verdict, delta, weights, witness } = toSwap;
  const name = neighbour?.structure.name ?? translate(above ? 'room.swap.nextAbove' : 'room.swap.nextBelow');
  const only = witness?.find(({ share }) => Number(share) === 1)?.channel.code;
  const sentences = reason
    ? [translate(`room.swap.${reason}`)]
    : [
        translate(above ? 'room.swap.ahead' : 'room.swap.lead', {
          ...{ name, points: format.number(lead, 2), smart_count: Math.max(1, Math.floor(Number(lead))) },
        }),
        delta === null
          ? translate(verdict === 'NEVER' ? 'room.swap.never' : 'room.swap.noMove')
          : translate('room.swap.move', { delta: format.percent(delta, 1) }),
        ...(only ? [translate('room.swap.witness', { channel: translate(`enum.ChannelCode.${only}`) })] : []),
      ];
  return (
    <Section title={translate('room.swap.title')}>
      <Typography sx={{ fontSize: '0.875rem' }}>{sentences.join(' ')}</Typography>
      {weights.length > 0 && (
        <Table size="small" aria-label={translate('room.swap.weights')} sx={{ mt: 3, maxWidth: 480 }}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('room.sheet.channel')}</TableCell>
              <TableCell align="right">{translate('room.swap.before')}</TableCell>
              <TableCell align="right">{translate('room.swap.after')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {weights.map(({ channel, before, after }) => (
              <TableRow key={channel.code}>
                <TableCell>{translate(`enum.ChannelCode.${channel.code}`)}</TableCell>
                <TableCell align="right">{format.percent(before, 1)}</TableCell>
                <TableCell align="right">{format.percent(after, 1)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
};

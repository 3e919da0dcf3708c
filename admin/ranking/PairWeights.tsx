import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Pair } from './ranking.graphql.ts';

/** The weights that make two structures level, folded away; nothing when no weights do. */
export const PairWeights = ({ pair }: { readonly pair: Pair }) => {
  const translate = useTranslate();
  const alone = pair.witness?.find(({ share }) => Number(share) === 1);
  const level = Number(pair.lead) === 0;
  if (level || (pair.weights.length === 0 && !alone)) return null;
  return (
    <Box component="details" sx={{ mt: 0.5, maxWidth: 420 }}>
      <Box component="summary" sx={{ cursor: 'pointer', color: 'primary.main', minHeight: { xs: 44, sm: 'auto' } }}>
        {translate('room.podium.open')}
      </Box>
      {pair.weights.length > 0 && <Weights pair={pair} />}
      {alone && (
        <Typography variant="caption" component="p" sx={{ mt: 1, color: 'text.secondary' }}>
          {translate('room.swap.witness', { channel: translate(`enum.ChannelCode.${alone.channel.code}`) })}
        </Typography>
      )}
    </Box>
  );
};

const Weights = ({ pair }: { readonly pair: Pair }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table
      size="small"
      aria-label={translate('room.swap.weights')}
      sx={{ '& td': { height: 28, py: 0 }, '& th, & td': { px: '0 !important' } }}
    >
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.sheet.channel')}</TableCell>
          <TableCell align="right">{translate('room.swap.before')}</TableCell>
          <TableCell align="right">{translate('room.swap.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {pair.weights.map(({ channel, before, after }) => (
          <TableRow key={channel.id}>
            <TableCell>{translate(`enum.ChannelCode.${channel.code}`)}</TableCell>
            <TableCell align="right">{format.percent(before, 1)}</TableCell>
            <TableCell align="right">{format.percent(after, 1)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

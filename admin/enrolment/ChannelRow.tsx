import { Box, TableCell, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import type { ChannelLine } from './enrolment.graphql.ts';

const WIDE = { display: { xs: 'none', sm: 'table-cell' } };

/** One channel: its score against the mean of the category. */
export const ChannelRow = ({ line }: { readonly line: ChannelLine }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { score, mean, base, channel } = line;
  const gap = score === null || mean === null ? null : Number(score) - Number(mean);
  return (
    <TableRow>
      <TableCell>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {translate(`enum.ChannelCode.${channel.code}`)}
        </Box>{' '}
        {channel.optional && <Tag label={translate('field.optional')} />}
        <Box sx={{ display: { sm: 'none' }, pt: 1, pb: 2 }}>
          <Bar score={score} mean={mean} />
        </Box>
      </TableCell>
      <TableCell sx={WIDE}>
        <Bar score={score} mean={mean} />
      </TableCell>
      <TableCell align="right" sx={{ fontWeight: 600 }}>
        {score === null ? translate('room.sheet.absent') : format.number(score, 1)}
      </TableCell>
      <TableCell align="right">{format.number(mean, 1)}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {gap === null ? '—' : `${gap < 0 ? '−' : '+'}${format.number(Math.abs(gap), 1)}`}
      </TableCell>
      <TableCell align="right" sx={WIDE}>
        {format.number(base)}
      </TableCell>
    </TableRow>
  );
};

const Bar = ({ score, mean }: { readonly score: string | null; readonly mean: string | null }) => (
  <Box aria-hidden sx={{ position: 'relative', height: 12, minWidth: 80 }}>
    {score === null ? (
      <Box sx={{ height: 6, borderBottom: 1, borderBottomStyle: 'dashed', borderColor: 'text.secondary' }} />
    ) : (
      <Box sx={{ height: '100%', bgcolor: 'action.hover', borderRadius: '2px' }}>
        <Box sx={{ width: `${score}%`, height: '100%', bgcolor: 'primary.main', borderRadius: '2px' }} />
      </Box>
    )}
    {mean !== null && (
      <Box
        sx={{
          position: 'absolute',
          left: `calc(${mean}% - 1px)`,
          top: -3,
          bottom: -3,
          width: 2,
          bgcolor: 'text.primary',
          outline: '1px solid',
          outlineColor: ({ palette }) => palette.background.paper,
        }}
      />
    )}
  </Box>
);

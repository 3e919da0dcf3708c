import ExpandMore from '@mui/icons-material/ExpandMore';
import { Box, ButtonBase, TableCell, TableRow } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { CriteriaOf } from './CriteriaOf.tsx';
import type { ChannelLine } from './enrolment.graphql.ts';

const WIDE = { display: { xs: 'none', sm: 'table-cell' } };

/** One channel: its score against the mean, and under it, once opened, what it is made of. */
export const ChannelRow = ({ line, freeTier }: { readonly line: ChannelLine; readonly freeTier: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { score, mean, base, channel } = line;
  const name = translate(`enum.ChannelCode.${channel.code}`);
  const gap = score === null || mean === null ? null : Number(score) - Number(mean);
  const opens = !freeTier && score !== null;
  return (
    <>
      <TableRow>
        <TableCell>
          {opens ? (
            <ButtonBase
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setOpen(!open)}
              sx={{
                font: 'inherit',
                fontWeight: 600,
                gap: 1,
                minHeight: 32,
                '@media (pointer: coarse)': { minHeight: 44 },
              }}
            >
              <ExpandMore aria-hidden sx={{ fontSize: 18, transform: open ? 'none' : 'rotate(-90deg)' }} />
              {name}
            </ButtonBase>
          ) : (
            <Box component="span" sx={{ fontWeight: 600 }}>
              {name}
            </Box>
          )}{' '}
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
      {open && opens && (
        <TableRow id={id}>
          <TableCell colSpan={6} sx={{ p: 0, bgcolor: 'background.default' }}>
            <CriteriaOf criteria={line.criteria} label={name} />
          </TableCell>
        </TableRow>
      )}
    </>
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

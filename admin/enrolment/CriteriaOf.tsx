import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import type { ChannelLine } from './enrolment.graphql.ts';

interface CriteriaProps {
  readonly criteria: ChannelLine['criteria'];
  /** The name of the channel. */
  readonly label: string;
}

/** What a channel is made of. A criterion that did not apply is absent, never zero. */
export const CriteriaOf = ({ criteria, label }: CriteriaProps) => {
  const translate = useTranslate();
  const format = useFormat();
  if (criteria.length === 0)
    return (
      <Typography variant="body2" sx={{ p: 5, color: 'text.secondary' }}>
        {translate('room.sheet.noCriteria')}
      </Typography>
    );
  const ordered = [...criteria].sort((a, b) => a.criterion.position - b.criterion.position);
  return (
    <Table size="small" aria-label={translate('room.sheet.open', { channel: label })}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.sheet.criterion')}</TableCell>
          <TableCell align="right">{translate('room.sheet.weight')}</TableCell>
          <TableCell align="right">{translate('room.ranking.score')}</TableCell>
          <TableCell align="right">{translate('room.sheet.base')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {ordered.map(({ criterion, score, base }) => (
          <TableRow key={criterion.id}>
            <TableCell>
              {criterion.label}
              <Box component="span" sx={{ display: 'block', fontSize: '0.75rem', color: 'text.secondary' }}>
                {criterion.step.label}
              </Box>
            </TableCell>
            <TableCell align="right">{format.number(criterion.weight)}</TableCell>
            <TableCell align="right" sx={{ fontWeight: 600 }}>
              {score === null ? <Chip of="Absence" value="NOT_APPLICABLE" /> : format.number(score, 1)}
            </TableCell>
            <TableCell align="right">{score === null ? '—' : format.number(base)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

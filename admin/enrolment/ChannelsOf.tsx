import { Alert, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Hidden } from '../kernel/Hidden.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { ChannelRow } from './ChannelRow.tsx';
import type { Sheet } from './enrolment.graphql.ts';

interface ChannelsProps {
  readonly sheet: Sheet;
  /** Whether the criteria are kept from whom reads. */
  readonly freeTier: boolean;
}

/** Each channel against the mean of the category, figures beside the bar. */
export const ChannelsOf = ({ sheet, freeTier }: ChannelsProps) => {
  const translate = useTranslate();
  return (
    <Section flush title={translate('room.sheet.channels')}>
      <Typography variant="body2" sx={{ px: 5, py: 2, color: 'text.secondary' }}>
        {translate('room.sheet.channelsMore')}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.sheet.channel')}</TableCell>
            <TableCell sx={{ width: '34%', display: { xs: 'none', sm: 'table-cell' } }}>
              <Hidden>{translate('room.sheet.channelsMore')}</Hidden>
            </TableCell>
            <TableCell align="right">{translate('room.ranking.score')}</TableCell>
            <TableCell align="right">{translate('room.overview.mean')}</TableCell>
            <TableCell align="right">{translate('room.sheet.gap')}</TableCell>
            <TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
              {translate('room.sheet.base')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sheet.channels.map((line) => (
            <ChannelRow key={line.channel.id} line={line} />
          ))}
        </TableBody>
      </Table>
      {freeTier && (
        <Alert severity="info" sx={{ m: 4 }}>
          {translate('room.sheet.freeTier')}
        </Alert>
      )}
    </Section>
  );
};

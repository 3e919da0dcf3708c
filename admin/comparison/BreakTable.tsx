import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Break } from './comparison.graphql.ts';
import { SaveButton } from './SaveButton.tsx';

interface BreakTableProps {
  readonly breaks: readonly Break[];
  readonly file: string;
}

/** Every criterion and channel that changed, and whether it is compared all the same. */
export const BreakTable = ({ breaks, file }: BreakTableProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const changed = breaks.filter(({ changes, incomparable }) => incomparable || !changes.includes('UNCHANGED'));
  const nameOf = ({ channel, criterion, label }: Break) =>
    criterion ? label : channel ? translate(`enum.ChannelCode.${channel}`) : translate('room.comparison.whole');
  const changesOf = ({ changes }: Break) =>
    format.list(changes.map((change) => translate(`room.comparison.changes.${change}`)));
  const comparedOf = ({ criterion, incomparable }: Break) =>
    criterion === null
      ? translate('room.comparison.broken')
      : translate(incomparable ? `room.comparison.incomparable.${incomparable}` : 'room.comparison.yes');
  const columns = [
    {
      label: translate('field.channel'),
      value: ({ channel }: Break) => channel && translate(`enum.ChannelCode.${channel}`),
    },
    { label: translate('room.comparison.scope'), value: nameOf },
    { label: translate('room.comparison.changed'), value: changesOf },
    { label: translate('room.comparison.compared'), value: comparedOf },
  ];
  return (
    <Section
      flush={changed.length > 0}
      title={translate('room.comparison.breaks')}
      aside={changed.length > 0 && <SaveButton rows={changed} columns={columns} file={file} />}
    >
      {changed.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{translate('room.comparison.noBreak')}</Typography>
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              {columns.slice(1).map(({ label }) => (
                <TableCell key={label}>{label}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {changed.map((each) => (
              <TableRow key={each.criterion ?? each.channel ?? ''}>
                <TableCell sx={{ minWidth: 200 }}>
                  {nameOf(each)}
                  {each.criterion && each.channel && (
                    <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
                      {translate(`enum.ChannelCode.${each.channel}`)}
                    </Typography>
                  )}
                </TableCell>
                <TableCell>{changesOf(each)}</TableCell>
                <TableCell sx={{ minWidth: 180 }}>{comparedOf(each)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
};

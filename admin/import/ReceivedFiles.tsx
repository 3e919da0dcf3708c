import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Received } from './import.graphql.ts';

/** On a phone the size and the date stand under the name. */
const WIDE = { display: { xs: 'none', sm: 'table-cell' } };

/** The last files sent, by whom, and whether they were imported or only looked at. */
export const ReceivedFiles = () => {
  const translate = useTranslate();
  const format = useFormat();
  const { data } = useQuery({ queryKey: ['received'], queryFn: ({ signal }) => run(Received, {}, signal) });
  const files = data?.uploads.items ?? [];
  if (files.length === 0) return null;
  return (
    <Section flush title={translate('room.import.received')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.import.file')}</TableCell>
            <TableCell align="right" sx={WIDE}>
              {translate('field.size')}
            </TableCell>
            <TableCell sx={WIDE}>{translate('room.import.sent')}</TableCell>
            <TableCell>{translate('room.import.applied')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {files.map(({ id, name, size, createdAt, sentByName, appliedAt }) => (
            <TableRow key={id}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                {name}
                <Box sx={{ display: { sm: 'none' }, fontSize: '0.75rem', color: 'text.secondary' }}>
                  {format.bytes(size)} · {format.instant(createdAt)}
                </Box>
              </TableCell>
              <TableCell align="right" sx={{ ...WIDE, whiteSpace: 'nowrap' }}>
                {format.bytes(size)}
              </TableCell>
              <TableCell sx={WIDE}>
                {format.instant(createdAt)}
                {sentByName && ` · ${sentByName}`}
              </TableCell>
              <TableCell>
                {appliedAt ? format.instant(appliedAt) : <Tag label={translate('room.import.onlySeen')} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

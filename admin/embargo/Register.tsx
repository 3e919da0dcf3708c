import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import type { Read } from './embargo.graphql.ts';

/** The last readings, each with who, how and from where. The whole register is the document. */
export const Register = ({ reads }: { readonly reads: readonly Read[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.embargo.at')}</TableCell>
          <TableCell>{translate('room.embargo.reader')}</TableCell>
          <TableCell>{translate('room.embargo.what')}</TableCell>
          <TableCell>{translate('room.embargo.origin')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {reads.map(({ id, at, reader, means, subject, address }) => (
          <TableRow key={id}>
            <TableCell>{format.instantIn(at, PARIS)}</TableCell>
            <TableCell>{reader}</TableCell>
            <TableCell>
              {translate(`enum.EarlyMeans.${means}`)}, {subject}
            </TableCell>
            <TableCell>{address}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

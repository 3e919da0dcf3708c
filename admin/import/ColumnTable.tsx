import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';

interface ColumnTableProps {
  readonly rows: readonly { readonly name: string; readonly must: boolean; readonly content: string }[];
  readonly label: string;
}

/** Columns of a file: their heading, whether they are needed, what they hold. */
export const ColumnTable = ({ rows, label }: ColumnTableProps) => {
  const translate = useTranslate();
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ pl: 0 }}>{translate('room.import.column')}</TableCell>
          <TableCell>{translate('room.import.content')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ name, must, content }) => (
          <TableRow key={name}>
            <TableCell sx={{ pl: 0, minWidth: { xs: 96, sm: 160 }, overflowWrap: 'anywhere' }}>
              <code>{name}</code>
            </TableCell>
            <TableCell>
              {content} ({translate(must ? 'room.import.must' : 'room.import.may')})
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

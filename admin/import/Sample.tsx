import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Report } from './import.graphql.ts';

/** The first rows as the server read them: a wrong encoding or separator is seen here at once. */
export const Sample = ({ report: { columns, sample } }: { readonly report: Report }) => {
  const translate = useTranslate();
  if (sample.length === 0) return null;
  return (
    <>
      <Typography component="h3" variant="h4" sx={{ mb: 2 }}>
        {translate('room.import.sample')}
      </Typography>
      <Box
        tabIndex={0}
        role="region"
        aria-label={translate('room.import.sample')}
        sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
      >
        <Table size="small">
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column}>{column}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {sample.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity, and never move
              <TableRow key={row}>
                {cells.map((cell, at) => (
                  <TableCell key={columns[at]} sx={{ whiteSpace: 'nowrap' }}>
                    {cell}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </>
  );
};

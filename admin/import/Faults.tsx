import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Alert, AlertTitle, Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { csvOf, download } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import type { Fault, Report } from './import.graphql.ts';

/** On a phone the value and the reason stand under the column. */
const WIDE = { display: { xs: 'none', sm: 'table-cell' } };

/** Everything that is wrong with a file: line, column, value, reason; and the same as a file to send back. */
export const Faults = ({ report, name }: { readonly report: Report; readonly name: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { faults, faultCount } = report;
  const why = ({ reason }: Fault) => translate(`enum.FaultReason.${reason}`);
  const columnOf = ({ column }: Fault) => column ?? translate('room.import.wholeLine');
  const found = ({ value }: Fault) => (value === '' ? translate('room.import.blank') : (value ?? '—'));
  const columns = [
    { label: 'room.import.line', value: ({ line }: Fault) => line },
    { label: 'room.import.column', value: columnOf },
    { label: 'room.import.found', value: ({ value }: Fault) => value },
    { label: 'room.import.why', value: why },
  ];
  const save = () => download(csvOf(faults, columns, translate), `${name.replace(/\.\w+$/, '')}-anomalies.csv`);
  return (
    <>
      <Alert severity="error" role="alert" sx={{ mb: 4 }}>
        <AlertTitle>{translate('room.import.faulty', { smart_count: faultCount })}</AlertTitle>
        {translate('room.import.faultyMore')}
      </Alert>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 2, alignItems: 'center' }}>
        <Box sx={{ flex: 1, color: 'text.secondary' }}>
          {faultCount > faults.length &&
            translate('room.import.faultsFirst', {
              shown: format.number(faults.length),
              total: format.number(faultCount),
            })}
        </Box>
        <Button variant="outlined" color="inherit" startIcon={<FileDownloadOutlined />} onClick={save}>
          {translate('room.import.faultsCsv')}
        </Button>
      </Box>
      <Box
        tabIndex={0}
        role="region"
        aria-label={translate('room.import.faults')}
        sx={{ maxHeight: 420, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, mb: 5 }}
      >
        <Table size="small" stickyHeader sx={{ '& th': { bgcolor: 'background.paper' } }}>
          <TableHead>
            <TableRow>
              {columns.map(({ label }, i) => (
                <TableCell key={label} align={i === 0 ? 'right' : 'left'} sx={i > 1 ? WIDE : {}}>
                  {translate(label)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {faults.map((fault, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same fault twice, and rows never move
              <TableRow key={i}>
                <TableCell align="right">{format.number(fault.line)}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  {columnOf(fault)}
                  <Box sx={{ display: { sm: 'none' } }}>
                    {found(fault)} · <strong>{why(fault)}</strong>
                  </Box>
                </TableCell>
                <TableCell sx={{ ...WIDE, overflowWrap: 'anywhere' }}>{found(fault)}</TableCell>
                <TableCell sx={WIDE}>{why(fault)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </>
  );
};

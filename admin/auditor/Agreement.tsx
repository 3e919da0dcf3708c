import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { AuditorAgreement } from './quality.graphql.ts';

/** How far second readings, blind, agree with what the auditor had found: by kind of criterion. */
export const Agreement = ({ editionId, auditorId }: { readonly editionId: string; readonly auditorId: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['auditor', 'agreement', editionId, auditorId],
    queryFn: ({ signal }) => run(AuditorAgreement, { editionId, auditorId }, signal),
  });
  const lines = data?.auditorAgreement.lines ?? [];
  if (lines.length === 0)
    return (
      <Typography variant="body2" sx={{ px: 5, pb: 4, color: 'text.secondary' }}>
        {translate('quality.noAgreement')}
      </Typography>
    );
  return (
    <>
      <Box sx={{ px: 5, pt: 2 }}>
        <Typography component="h3" variant="h4">
          {translate('quality.agreement')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', pb: 2 }}>
          {translate('quality.agreementMore')}
        </Typography>
      </Box>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('quality.kind')}</TableCell>
            {['pairs', 'same', 'kappa', 'interval'].map((column) => (
              <TableCell key={column} align="right">
                {translate(`quality.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(({ kind, weighted, count, observed, kappa, low, high }) => (
            <TableRow key={kind}>
              <TableCell component="th" scope="row">
                {translate(`enum.CriterionKind.${kind}`)}
                {weighted ? ` ${translate('quality.weighted')}` : ''}
              </TableCell>
              <TableCell align="right">{format.number(count)}</TableCell>
              <TableCell align="right">{format.percent(observed)}</TableCell>
              <TableCell align="right">{format.number(kappa, 2)}</TableCell>
              <TableCell align="right">
                {low === null || high === null ? '—' : `${format.number(low, 2)} – ${format.number(high, 2)}`}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
};

import { Box, Table, TableBody, TableCell, TableHead, TablePagination, TableRow } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run as ask } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { Counts } from './Counts.tsx';
import { type Outcome, type Run, Verdicts as VerdictsOf } from './import.graphql.ts';
import { VerdictRow } from './VerdictRow.tsx';

const PER_PAGE = 25;

/** Every row of a file with what it comes to, in the order of the file; those that are refused first. */
export const Verdicts = ({ run }: { readonly run: Run }) => {
  const translate = useTranslate();
  const format = useFormat();
  const [outcome, setOutcome] = useState<Outcome | null>(run.refused > 0 ? 'REFUSED' : null);
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery({
    queryKey: ['import', 'verdicts', run.id, run.version, outcome, page],
    queryFn: ({ signal }) =>
      ask(VerdictsOf, { runId: run.id, page, perPage: PER_PAGE, ...(outcome && { outcome }) }, signal),
    placeholderData: keepPreviousData,
  });
  const show = (next: Outcome | null) => {
    setOutcome(next);
    setPage(1);
  };
  const { items = [], total = 0 } = data?.importVerdicts ?? {};
  return (
    <Section title={translate('room.import.outcomes')}>
      <Counts run={run} outcome={outcome} onOutcome={show} />
      {error && <RefusedBy error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && total === 0 && <Box sx={{ color: 'text.secondary' }}>{translate('room.import.noRows')}</Box>}
      {total > 0 && (
        <Table size="small" aria-label={translate('room.import.outcomes')} sx={{ '& td': { verticalAlign: 'top' } }}>
          <TableHead>
            <TableRow>
              <TableCell align="right">{translate('room.import.line')}</TableCell>
              <TableCell>{translate('room.import.name')}</TableCell>
              <TableCell sx={{ display: { xs: 'none', md: 'table-cell' } }}>
                {translate('room.import.detail')}
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((verdict) => (
              <VerdictRow key={verdict.id} verdict={verdict} headings={run.headings} />
            ))}
          </TableBody>
        </Table>
      )}
      {total > PER_PAGE && (
        <TablePagination
          component="div"
          count={total}
          page={page - 1}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[]}
          onPageChange={(_, next) => setPage(next + 1)}
          labelDisplayedRows={({ from, to, count }) =>
            translate('room.import.range', {
              from: format.number(from),
              to: format.number(to),
              count: format.number(count),
            })
          }
          getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
        />
      )}
    </Section>
  );
};

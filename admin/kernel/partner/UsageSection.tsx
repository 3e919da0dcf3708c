import { Box, Button, Collapse, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { Section } from '../record/Section.tsx';
import { Loading } from '../states.tsx';
import type { UsageLine } from './usage.ts';

const UsageChart = lazy(() => import('./UsageChart.tsx'));

interface UsageSectionProps {
  readonly lines: readonly UsageLine[];
  readonly lastAt: string | null;
  /** Objects left in the hour, and of how many; none where it makes no sense. */
  readonly left?: { readonly remaining: number; readonly allowance: number };
}

/** What was read of late: in a sentence, day by day, and in a table by day and operation. */
export const UsageSection = ({ lines, lastAt, left }: UsageSectionProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const total = (of: (line: UsageLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
  const [requests, refusals] = [total((line) => line.requests), total((line) => line.refusals)];
  return (
    <Section
      title={translate('partner.usage.title')}
      aside={
        lines.length > 0 && (
          <Button color="inherit" aria-expanded={open} onClick={() => setOpen(!open)}>
            {translate(open ? 'room.turnout.hideTable' : 'room.turnout.showTable')}
          </Button>
        )
      }
    >
      <Typography sx={{ mb: 3 }}>
        {lines.length === 0
          ? translate('partner.usage.none')
          : translate('partner.usage.sum', { smart_count: requests, count: format.number(requests) })}
        {refusals > 0 && translate('partner.usage.refused', { smart_count: refusals, count: format.number(refusals) })}
        {lastAt && ` ${translate('partner.usage.last', { at: format.instant(lastAt) })}`}
        {left &&
          ` ${translate('partner.usage.left', { remaining: format.number(left.remaining), allowance: format.number(left.allowance) })}`}
      </Typography>
      {lines.length > 0 && (
        <Suspense fallback={<Loading />}>
          <UsageChart lines={lines} />
        </Suspense>
      )}
      <Collapse in={open} unmountOnExit>
        <Lines lines={lines} />
      </Collapse>
    </Section>
  );
};

const Lines = ({ lines }: { readonly lines: readonly UsageLine[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box
      sx={{ mt: 3, maxHeight: 420, overflow: 'auto' }}
      tabIndex={0}
      role="group"
      aria-label={translate('partner.usage.title')}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{translate('partner.usage.day')}</TableCell>
            <TableCell>{translate('partner.usage.operation')}</TableCell>
            <TableCell align="right">{translate('partner.usage.requests')}</TableCell>
            <TableCell align="right">{translate('partner.usage.objects')}</TableCell>
            <TableCell align="right">{translate('partner.usage.refusals')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(({ day, operation, requests, cost, refusals }) => (
            <TableRow key={`${day} ${operation}`}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.shortDay(day)}</TableCell>
              <TableCell>{operation === '…' ? translate('partner.usage.unnamed') : operation}</TableCell>
              <TableCell align="right">{format.number(requests)}</TableCell>
              <TableCell align="right">{format.number(cost)}</TableCell>
              <TableCell align="right">{refusals === 0 ? '—' : format.number(refusals)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

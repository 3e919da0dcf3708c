import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { shown } from '../kernel/quality.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Agreement } from './Agreement.tsx';
import type { Auditor } from './auditor.graphql.ts';
import { countOf, type Figure } from './quality.graphql.ts';
import { TestsDialog } from './TestsDialog.tsx';
import { useQuality } from './useQuality.ts';

/** The work of an auditor in the edition: each figure says what it counts, out of what, and opens the tests it counts. */
export const Quality = () => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useEdition();
  const auditor = useRecordContext<Auditor>();
  const quality = useQuality()(auditor?.id);
  const [opened, open] = useState<Figure | null>(null);
  if (!auditor || !edition || !quality) return null;
  const partOf = (count: number, whole: number) =>
    whole === 0 ? '—' : translate('room.auditor.partOf', { share: format.percent(count / whole), whole });
  const { daysWorked, mostInDay } = quality;
  const sent = countOf(quality, 'SENT');
  return (
    <Section flush title={translate('room.auditor.quality', { year: edition.year })}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.auditor.figure')}</TableCell>
            <TableCell align="right">{translate('room.auditor.tests')}</TableCell>
            <TableCell align="right">{translate('room.auditor.share')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map(([figure, of]) => {
            const count = countOf(quality, figure);
            return (
              <TableRow key={figure}>
                <TableCell component="th" scope="row">
                  {translate(`quality.${figure}.name`)}
                  <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}>
                    {translate(`quality.${figure}.more`)}
                  </Box>
                </TableCell>
                <TableCell align="right">
                  {count === 0 ? (
                    format.number(0)
                  ) : (
                    <Link
                      component="button"
                      onClick={() => open(figure)}
                      aria-label={translate('room.auditor.openTests', {
                        ...{ figure: translate(`quality.${figure}.name`), smart_count: count },
                      })}
                    >
                      {format.number(count)}
                    </Link>
                  )}
                </TableCell>
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {of === null ? '' : partOf(count, countOf(quality, of))}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      <Typography variant="body2" sx={{ px: 5, py: 3 }}>
        {daysWorked === 0
          ? translate('quality.noPace')
          : translate('quality.pace', {
              ...{ each: format.number(sent / daysWorked, 1), days: format.number(daysWorked) },
              ...{ most: format.number(mostInDay), smart_count: daysWorked },
            })}
      </Typography>
      <Agreement editionId={edition.id} auditorId={String(auditor.id)} />
      {opened && (
        <TestsDialog editionId={edition.id} auditorId={String(auditor.id)} figure={opened} onClose={() => open(null)} />
      )}
    </Section>
  );
};

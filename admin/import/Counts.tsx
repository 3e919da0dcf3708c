import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Report } from './import.graphql.ts';

/** Four numbers: rows read, records created, changed, left as they are. `done` says them in the past. */
export const Counts = ({ report, done = false }: { readonly report: Report; readonly done?: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  const figures = [
    [report.rows, 'rows'],
    [report.created, done ? 'createdDone' : 'created'],
    [report.changed, done ? 'changedDone' : 'changed'],
    [report.unchanged, done ? 'unchangedDone' : 'unchanged'],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        mb: 5,
        display: 'grid',
        gap: 4,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(4, minmax(0, 160px))' },
      }}
    >
      {figures.map(([count, word]) => (
        <Box key={word} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {translate(`room.import.${word}`)}
          </Box>
          <Box
            component="dd"
            sx={{ m: 0, fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}
          >
            {format.number(count)}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { File } from './dossier.graphql.ts';

/** Channel by channel, beside the mean of the category: the table is the chart. */
export const ChannelsPart = ({ file }: { readonly file: File }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Section title={translate('dossier.channels')} flush>
      <Table
        size="small"
        sx={{
          '& tbody tr:last-of-type > *': { borderBottom: 0 },
          '& tbody tr': { height: 44 },
          '& td': { fontVariantNumeric: 'tabular-nums' },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{translate('dossier.channel')}</TableCell>
            <TableCell align="right">{translate('dossier.score')}</TableCell>
            <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' }, width: '32%' }} aria-hidden />
            <TableCell align="right">{translate('dossier.categoryMean')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {file.channels.map(({ code, label, score, mean }) => (
            <TableRow key={code}>
              <TableCell component="th" scope="row">
                {label}
              </TableCell>
              <TableCell align="right" sx={{ fontWeight: 700 }}>
                {score === null ? translate('dossier.notTested') : format.score(score)}
              </TableCell>
              <TableCell aria-hidden sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                {score !== null && <Bar score={Number(score)} mean={mean === null ? null : Number(mean)} />}
              </TableCell>
              <TableCell align="right">{format.score(mean)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

/** A score from 0 to 100 as a bar; the stroke is the mean. */
const Bar = ({ score, mean }: { readonly score: number; readonly mean: number | null }) => (
  <Box sx={{ position: 'relative', height: 14, bgcolor: 'action.hover', borderRadius: '2px' }}>
    <Box sx={{ height: '100%', width: `${score}%`, bgcolor: 'primary.main', borderRadius: '2px' }} />
    {mean !== null && (
      <Box sx={{ position: 'absolute', top: -3, bottom: -3, left: `${mean}%`, width: 2, bgcolor: 'text.primary' }} />
    )}
  </Box>
);

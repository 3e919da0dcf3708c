import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { type Format, useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Figure } from './edition.graphql.ts';
import { SourceLinks } from './SourceLinks.tsx';

/** On a phone the sources stand under what they say. */
const WIDE = { display: { xs: 'none', sm: 'table-cell' } };

/** What public sources reported of a past edition: each figure with its source, and how far it can be relied on. */
export const Figures = ({ figures }: { readonly figures: readonly Figure[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (figures.length === 0) return null;
  return (
    <Section title={translate('room.overview.figures')} flush>
      <Typography variant="body2" sx={{ px: 5, py: 3, color: 'text.secondary' }}>
        {translate('room.overview.figuresMore')}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.label')}</TableCell>
            <TableCell align="right">{translate('field.value')}</TableCell>
            <TableCell>{translate('room.overview.confidence')}</TableCell>
            <TableCell sx={WIDE}>{translate('field.sources')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {figures.map((figure) => (
            <TableRow key={figure.id}>
              <TableCell sx={{ minWidth: { sm: 180 } }}>
                {figure.label}
                {figure.note && (
                  <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                    {figure.note}
                  </Typography>
                )}
                <Box sx={{ display: { sm: 'none' }, fontSize: '0.75rem' }}>
                  <SourceLinks sources={figure.sources} />
                </Box>
              </TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontWeight: 600 }}>
                {figure.approximate
                  ? translate('room.overview.about', { value: said(figure, format, translate) })
                  : said(figure, format, translate)}
              </TableCell>
              <TableCell>
                <Chip of="Confidence" value={figure.confidence} />
              </TableCell>
              <TableCell sx={WIDE}>
                <SourceLinks sources={figure.sources} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};

/** A figure is never without its unit. */
function said({ value, unit }: Figure, format: Format, translate: ReturnType<typeof useTranslate>): string {
  const number = format.number(value);
  switch (unit) {
    case 'SHARE':
      return format.percent(value, Number.isInteger(Number(value) * 100) ? 0 : 1);
    case 'RINGS':
      return translate('room.publication.rings', { value: number });
    case 'DAYS':
      return translate('room.publication.days', { value: number });
    case 'SCORE':
      return translate('room.publication.ofHundred', { value: number });
    default:
      return number;
  }
}

import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../chips.tsx';
import { useFormat } from '../format.ts';
import { Section } from '../record/Section.tsx';
import type { Mean, Rows } from './rows.ts';

/** The means that become public, by category and by channel; those that too few make up are withheld, and say so. */
export const Means = ({ rows }: { readonly rows: Rows }) => {
  const translate = useTranslate();
  if (rows.category.length + rows.channel_mean.length === 0) return null;
  return (
    <Section flush title={translate('room.publication.meansTitle')}>
      <MeanTable of="category" means={rows.category} />
      <Box sx={{ height: 16 }} />
      <MeanTable of="channel" means={rows.channel_mean} />
    </Section>
  );
};

const MeanTable = ({ of, means }: { readonly of: 'category' | 'channel'; readonly means: readonly Mean[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (means.length === 0) return null;
  const compared = means.some(({ previous }) => previous);
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate(`room.publication.${of}`)}</TableCell>
          <TableCell align="right">{translate('room.publication.count')}</TableCell>
          <TableCell align="right">{translate('room.publication.mean')}</TableCell>
          {compared && <TableCell align="right">{translate('room.publication.previous')}</TableCell>}
        </TableRow>
      </TableHead>
      <TableBody>
        {means.map(({ label, value, previous, structure_count, withheld }) => (
          <TableRow key={label}>
            <TableCell>{label}</TableCell>
            <TableCell align="right">{format.number(structure_count)}</TableCell>
            <TableCell align="right" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
              {withheld ? (
                <Tag tone="warning" label={translate('room.publication.withheldTag')} />
              ) : (
                translate('room.publication.ofHundred', { value: format.number(value, 2) })
              )}
            </TableCell>
            {compared && <TableCell align="right">{format.number(previous, 2)}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

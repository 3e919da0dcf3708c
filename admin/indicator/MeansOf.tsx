import { Box, MenuItem, Table, TableBody, TableCell, TableHead, TableRow, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { decimal } from '../kernel/csv.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { usePlaces } from '../kernel/places.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { type Dimension, type DimensionMean, MeansBy } from './indicator.graphql.ts';
import { SaveFigures } from './SaveFigures.tsx';

const dimensions: readonly Dimension[] = ['CATEGORY', 'DEPARTMENT', 'REGION', 'CHANNEL', 'STEP', 'CERTIFICATION'];

/** The means of an edition by one dimension, each with a bar and with how many structures it rests on. */
export const MeansOf = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const [dimension, setDimension] = useState<Dimension>('CATEGORY');
  const { data, error, refetch } = useQuery({
    queryKey: ['indicator', edition.id, dimension],
    queryFn: ({ signal }) => run(MeansBy, { editionId: edition.id, dimension }, signal),
  });
  const named = translate(`room.indicator.dimension.${dimension}`);
  const nameOf = useName(dimension);
  const columns = [
    { label: named, value: nameOf },
    { label: translate('room.indicator.mean'), value: ({ mean }: DimensionMean) => decimal(mean) },
    { label: translate('room.indicator.structures'), value: ({ structureCount }: DimensionMean) => structureCount },
  ];
  const file = `barometre-${edition.year}-moyennes-${dimension.toLowerCase()}.csv`;
  return (
    <Section
      flush
      title={`${translate('room.indicator.means')} ${named.toLocaleLowerCase()}`}
      aside={data && <SaveFigures rows={data.meansBy} columns={columns} file={file} />}
    >
      <Box sx={{ px: 5, py: 4 }}>
        <TextField
          select
          label={translate('room.indicator.means')}
          value={dimension}
          onChange={({ target }) => setDimension(target.value as Dimension)}
          sx={{ width: { xs: '100%', sm: 240 } }}
        >
          {dimensions.map((each) => (
            <MenuItem key={each} value={each}>
              {translate(`room.indicator.dimension.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {error && <RefusedBy error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <MeansTable means={data.meansBy} named={named} nameOf={nameOf} />}
    </Section>
  );
};

/** A place of the dimension in words. */
const useName = (dimension: Dimension) => {
  const translate = useTranslate();
  const places = usePlaces();
  return ({ code, label }: DimensionMean): string => {
    if (code === null) return translate(`room.indicator.${dimension === 'CERTIFICATION' ? 'uncertified' : 'unknown'}`);
    if (dimension === 'CHANNEL') return translate(`enum.ChannelCode.${code}`);
    if (dimension === 'DEPARTMENT') return places.department(code) ?? code;
    return dimension === 'REGION' ? (places.region(code) ?? code) : (label ?? code);
  };
};

interface MeansTableProps {
  readonly means: readonly DimensionMean[];
  readonly named: string;
  readonly nameOf: (mean: DimensionMean) => string;
}

const MeansTable = ({ means, named, nameOf }: MeansTableProps) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table size="small" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <TableHead>
        <TableRow>
          <TableCell>{named}</TableCell>
          <TableCell align="right">{translate('room.indicator.mean')}</TableCell>
          <TableCell aria-hidden sx={{ width: '35%', display: { xs: 'none', sm: 'table-cell' } }} />
          <TableCell align="right">{translate('room.indicator.structures')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {means.map((each) => (
          <TableRow key={each.code ?? ''}>
            <TableCell>{nameOf(each)}</TableCell>
            <TableCell align="right" sx={{ fontWeight: 650 }}>
              {format.number(each.mean, 2)}
            </TableCell>
            <TableCell aria-hidden sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
              <Box sx={{ height: 8, borderRadius: '2px', bgcolor: 'divider' }}>
                <Box
                  sx={({ palette: { tokens } }) => ({
                    ...{
                      height: 8,
                      borderRadius: '2px',
                      width: `${Number(each.mean ?? 0)}%`,
                      bgcolor: tokens.series[0],
                    },
                  })}
                />
              </Box>
            </TableCell>
            <TableCell align="right">{format.number(each.structureCount)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

import { Box, MenuItem, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { decimal } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { Evolution, type Point, type Series } from './comparison.graphql.ts';
import { SaveButton } from './SaveButton.tsx';

const EvolutionChart = lazy(() => import('./EvolutionChart.tsx'));

/** The means of every edition, one series at a time, with the breaks drawn and said. */
export const EvolutionOf = ({ year }: { readonly year: number }) => {
  const translate = useTranslate();
  const [chosen, setChosen] = useState('GLOBAL global');
  const { data, error, refetch } = useQuery({
    queryKey: ['comparison', 'evolution'],
    queryFn: ({ signal }) => run(Evolution, {}, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const all = data.evolutionOfMeans;
  const series = all.find((each) => keyOf(each) === chosen) ?? all[0];
  if (!series) return null;
  const nameOf = ({ kind, code, label }: Series) =>
    kind === 'CHANNEL'
      ? translate(`enum.ChannelCode.${code}`)
      : kind === 'GLOBAL'
        ? translate('room.comparison.global')
        : label;
  const file = `barometre-${year}-evolution-${series.code}.csv`;
  return (
    <Section flush title={translate('room.comparison.evolution')} aside={<Save series={series} file={file} />}>
      <Box sx={{ px: 5, py: 4 }}>
        <TextField
          select
          label={translate('room.comparison.series')}
          value={keyOf(series)}
          onChange={({ target }) => setChosen(target.value)}
          sx={{ width: { xs: '100%', sm: 320 }, mb: 3 }}
        >
          {all.map((each) => (
            <MenuItem key={keyOf(each)} value={keyOf(each)}>
              {nameOf(each)}
            </MenuItem>
          ))}
        </TextField>
        <Suspense fallback={<Loading />}>
          <EvolutionChart points={series.points} name={nameOf(series)} />
        </Suspense>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.comparison.evolutionMore')}
        </Typography>
      </Box>
      <PointTable points={series.points} />
    </Section>
  );
};

const keyOf = ({ kind, code }: Series): string => `${kind} ${code}`;

/** How a point follows on from the one before, in words. */
const useFollows = () => {
  const translate = useTranslate();
  return ({ broken }: Point, at: number) =>
    translate(`room.comparison.${at === 0 ? 'first' : broken ? 'broken' : 'continuous'}`);
};

const Save = ({ series: { points }, file }: { readonly series: Series; readonly file: string }) => {
  const translate = useTranslate();
  const follows = useFollows();
  const columns = [
    { label: translate('room.comparison.year'), value: ({ year }: Point) => year },
    { label: translate('room.comparison.mean'), value: ({ mean }: Point) => decimal(mean) },
    { label: translate('room.comparison.base'), value: ({ structureCount }: Point) => structureCount },
    {
      label: translate('room.comparison.source'),
      value: ({ reported }: Point) => translate(`room.comparison.${reported ? 'reportedOne' : 'computed'}`),
    },
    { label: translate('room.comparison.follows'), value: (point: Point) => follows(point, points.indexOf(point)) },
  ];
  return <SaveButton rows={points} columns={columns} file={file} />;
};

const PointTable = ({ points }: { readonly points: readonly Point[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const follows = useFollows();
  return (
    <Table size="small" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.comparison.year')}</TableCell>
          <TableCell align="right">{translate('room.comparison.mean')}</TableCell>
          <TableCell align="right">{translate('room.comparison.base')}</TableCell>
          <TableCell>{translate('room.comparison.source')}</TableCell>
          <TableCell>{translate('room.comparison.follows')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {points.map((point, at) => (
          <TableRow key={point.year}>
            <TableCell>{point.year}</TableCell>
            <TableCell align="right">{format.number(point.mean, point.reported ? 1 : 2)}</TableCell>
            <TableCell align="right">{format.number(point.structureCount)}</TableCell>
            <TableCell sx={{ minWidth: 180 }}>
              {translate(`room.comparison.${point.reported ? 'reportedOne' : 'computed'}`)}
            </TableCell>
            <TableCell>{follows(point, at)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

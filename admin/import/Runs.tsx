import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TablePagination,
  TableRow,
  Link as TextLink,
} from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Chip, Tag } from '../kernel/chips.tsx';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { type RunRow, Runs as RunsOf } from './import.graphql.ts';
import { type Kind, ofAnEdition, wireOf } from './kinds.ts';
import { isUnderWay } from './useRun.ts';

const PER_PAGE = 10;
const POLL_MS = 2000;
/** On a phone who, when and how many stand under the name. */
const WIDE = { display: { xs: 'none', md: 'table-cell' } };

interface RunsProps {
  readonly kind: Kind;
  readonly edition: Pick<EditionInForce, 'id' | 'year'>;
}

/** The imports made for an edition, or of a kind that belongs to none, the last one first: each leads to where it stands. */
export const Runs = ({ kind, edition }: RunsProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [page, setPage] = useState(1);
  const those = ofAnEdition(kind) ? { editionId: edition.id } : { kind: wireOf(kind) };
  const { data, error, refetch } = useQuery({
    queryKey: ['import', 'runs', those, page],
    queryFn: ({ signal }) => run(RunsOf, { page, perPage: PER_PAGE, ...those }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.importRuns.items.some(isUnderWay) ? POLL_MS : false),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { items, total } = data.importRuns;
  const head = (word: string) => translate(`room.import.list.${word}`);
  const title = ofAnEdition(kind) ? translate('room.import.list.titleOf', { year: edition.year }) : head('title');
  if (total === 0) return <Section title={title}>{head('empty')}</Section>;
  return (
    <Section flush title={title}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{head('file')}</TableCell>
            <TableCell sx={WIDE}>{head('when')}</TableCell>
            <TableCell sx={WIDE}>{head('counts')}</TableCell>
            <TableCell>{head('state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((one) => (
            <Line key={one.id} run={one} />
          ))}
        </TableBody>
      </Table>
      {total > PER_PAGE && (
        <TablePagination
          component="div"
          count={total}
          page={page - 1}
          rowsPerPage={PER_PAGE}
          rowsPerPageOptions={[]}
          onPageChange={(_, next) => setPage(next + 1)}
          labelDisplayedRows={({ from, to, count }) =>
            translate('room.import.range', { from, to, count: format.number(count) })
          }
          getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)}
        />
      )}
    </Section>
  );
};

const Line = ({ run: { id, upload, kind, state, createdAt, startedByName, undoneAt, ...counts } }: { run: RunRow }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const when = [format.instant(createdAt), startedByName].filter(Boolean).join(' · ');
  const counted = translate('room.import.list.counted', {
    created: format.number(counts.created),
    changed: format.number(counts.changed),
    unchanged: format.number(counts.unchanged),
    refused: format.number(counts.refused),
  });
  return (
    <TableRow>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        <TextLink component={Link} to={`${basename}/import/run/${id}`}>
          {upload.name}
        </TextLink>
        <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{translate(`enum.ImportKind.${kind}`)}</Box>
        <Box sx={{ display: { md: 'none' }, fontSize: '0.75rem', color: 'text.secondary' }}>
          {when} · {counted}
        </Box>
      </TableCell>
      <TableCell sx={WIDE}>{when}</TableCell>
      <TableCell sx={WIDE}>{counted}</TableCell>
      <TableCell>
        {undoneAt ? <Tag label={translate('room.import.list.undone')} /> : <Chip of="ImportState" value={state} />}
      </TableCell>
    </TableRow>
  );
};

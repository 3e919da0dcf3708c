import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Card, Pagination, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CanAccess, Title, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Empty, Loading, Refused, RefusedBy } from '../kernel/states.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { Reasons } from './Reasons.tsx';
import { Twin } from './Twin.tsx';
import { PossibleDuplicates } from './territory.graphql.ts';
import { useTellApart } from './useTellApart.ts';

const PER_PAGE = 25;

/** The pairs of the register that may be one, the surest first: each is merged, or told apart. */
export const DuplicatesPage = () => (
  <CanAccess resource="duplicate" action="list" accessDenied={<Refused />} loading={<Loading />}>
    <Title title="room.duplicate.page" preferenceKey={false} />
    <Pairs />
  </CanAccess>
);

const Pairs = () => {
  const translate = useTranslate();
  const format = useFormat();
  const [page, setPage] = useState(1);
  const [merging, setMerging] = useState<readonly [string, string] | null>(null);
  const { tellApart, pending } = useTellApart();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['structure', 'pairs', page],
    queryFn: ({ signal }) => run(PossibleDuplicates, { page, perPage: PER_PAGE }, signal),
    placeholderData: keepPreviousData,
  });
  if (isPending) return <Loading />;
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  const { total, items } = data.possibleDuplicates;
  const pages = Math.ceil(total / PER_PAGE);
  if (total === 0)
    return (
      <Card>
        <Empty
          icon={CheckCircleOutlined}
          title={translate('room.duplicate.none')}
          more={translate('room.duplicate.noneMore')}
        />
      </Card>
    );
  return (
    <>
      <Typography role="status" sx={{ mb: 3, color: 'text.secondary' }}>
        {translate('room.duplicate.count', { smart_count: total, count: format.number(total) })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {items.map(({ one, other, reasons }) => (
          <Card component="li" key={`${one.id} ${other.id}`} sx={{ p: 4 }}>
            <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } }}>
              <Twin structure={one} />
              <Twin structure={other} />
            </Box>
            <Box sx={{ mt: 3, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
              <Box sx={{ flex: 1, minWidth: 160 }}>
                <Reasons reasons={reasons} />
              </Box>
              <Button size="small" variant="outlined" onClick={() => setMerging([one.id, other.id])}>
                {translate('room.duplicate.merge')}
              </Button>
              <Button size="small" color="inherit" disabled={pending} onClick={() => tellApart(one.id, other.id)}>
                {translate('room.duplicate.apart')}
              </Button>
            </Box>
          </Card>
        ))}
      </Box>
      {pages > 1 && <Pagination sx={{ mt: 4 }} count={pages} page={page} onChange={(_, to) => setPage(to)} />}
      {merging && <MergeDialog ids={merging} onClose={() => setMerging(null)} onMerged={() => setMerging(null)} />}
    </>
  );
};

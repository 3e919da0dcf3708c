import AutoAwesomeOutlined from '@mui/icons-material/AutoAwesomeOutlined';
import { Alert, Box, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { PointCard } from './PointCard.tsx';
import { PointBoard } from './point.graphql.ts';
import { praisesIn } from './state.ts';

/** What made each laureate stand out: to write, to approve, to have agreed to before it is published. */
export const PointPage = () => (
  <EditionPage resource="point" title="room.point.one" tabs={false}>
    {(edition) => <Points key={edition.id} edition={edition} />}
  </EditionPage>
);

const Points = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['point', edition.id],
    queryFn: ({ signal }) => run(PointBoard, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const praises = praisesIn(data.trophies.items);
  if (praises.length === 0)
    return (
      <Card>
        <Empty
          icon={AutoAwesomeOutlined}
          title={translate('room.point.empty')}
          more={translate('room.point.emptyMore')}
        />
      </Card>
    );
  const missing = praises.filter(({ state }) => state !== 'READY').length;
  const open = edition.rights.includes('AWARD');
  return (
    <>
      <Alert severity={missing === 0 ? 'success' : 'warning'} sx={{ mb: 4 }}>
        {translate(missing === 0 ? 'room.point.allReady' : 'room.point.missing', { smart_count: missing })}
        {!open && ` ${translate('refusal.AWARD_CLOSED')}`}
      </Alert>
      <Box sx={{ display: 'grid', gap: 4 }}>
        {praises.map((praise) => (
          <PointCard
            key={`${praise.trophy.id}.${praise.structure.id}`}
            praise={praise}
            open={open}
            editionId={edition.id}
          />
        ))}
      </Box>
    </>
  );
};

import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { Box, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { Chain } from './Chain.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import { DecisionBoard } from './decision.graphql.ts';
import { Missing } from './Missing.tsx';

/** Every decision of the edition, the latest first, with what it rests on; and whether their chain holds. */
export const DecisionPage = () => (
  <EditionPage resource="decision" title="room.decision.title" tabs={false}>
    {(edition) => <Decisions key={edition.id} edition={edition} />}
  </EditionPage>
);

const Decisions = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['decision', edition.id],
    queryFn: ({ signal }) => run(DecisionBoard, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const items = data.decisions.items.toSorted((a, b) => b.number - a.number);
  if (items.length === 0)
    return (
      <Card>
        <Empty
          icon={GavelOutlined}
          title={translate('room.decision.empty')}
          more={translate('room.decision.emptyMore')}
        />
      </Card>
    );
  return (
    <>
      <Chain chain={data.decisionChain} editionId={edition.id} pending={isFetching} onCheck={() => void refetch()} />
      <Missing board={data} />
      <Box sx={{ display: 'grid', gap: 4 }}>
        {items.map((decision) => (
          <DecisionCard
            key={decision.id}
            decision={decision}
            meetings={data.panels.items.flatMap((one) => one.meetings)}
          />
        ))}
      </Box>
    </>
  );
};

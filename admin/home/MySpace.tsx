import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { HearingCards } from './HearingCards.tsx';
import { PointToAnswer } from './PointToAnswer.tsx';
import { SpaceCard } from './SpaceCard.tsx';
import { SpaceHistory } from './SpaceHistory.tsx';
import { MySpace as MySpaceQuery } from './space.graphql.ts';

/** What a participant comes for: what it is asked, what is there, when the rest will be, and how it went before. */
export const MySpace = () => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['space'],
    queryFn: ({ signal }) => run(MySpaceQuery, {}, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const all = data.mySpace;
  if (all.length === 0)
    return <Empty title={translate('room.enrolment.empty')} more={translate('room.enrolment.noneMine')} />;
  return (
    <>
      <HearingCards />
      {all.flatMap(({ points, enrolment }) =>
        points
          .filter(({ open }) => open)
          .map((point) => <PointToAnswer key={point.id} point={point} enrolment={enrolment} />),
      )}
      {all.map((space) => (
        <SpaceCard key={space.enrolment.id} space={space} />
      ))}
      <SpaceHistory all={all} />
    </>
  );
};

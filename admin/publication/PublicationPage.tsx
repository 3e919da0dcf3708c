import { useQuery } from '@tanstack/react-query';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Indicators } from '../kernel/palmares/Indicators.tsx';
import { Means } from '../kernel/palmares/Means.tsx';
import { rowsOf } from '../kernel/palmares/rows.ts';
import { Trophies } from '../kernel/palmares/Trophies.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { Audiences } from './Audiences.tsx';
import { Rehearse } from './publication.graphql.ts';
import { UnderWay } from './UnderWay.tsx';
import { Verdict } from './Verdict.tsx';
import { Versions } from './Versions.tsx';

/** The release rehearsal: what stands in the way, who will see what, and the door that two people open. */
export const PublicationPage = () => (
  <EditionPage resource="publication" title="room.publication.title">
    {(edition) => <Rehearsed key={edition.id} edition={edition} />}
  </EditionPage>
);

const Rehearsed = ({ edition }: { readonly edition: EditionInForce }) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['publication', edition.id],
    queryFn: ({ signal }) => run(Rehearse, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { rehearsal, datasets } = data;
  const [release] = data.releases.items;
  const rows = rowsOf(rehearsal);
  const reported = edition.provenance === 'REPORTED';
  const underWay = release && (release.state === 'REQUESTED' || release.state === 'SCHEDULED');
  return (
    <>
      {underWay ? (
        <UnderWay key={release.id} edition={edition} release={release} rehearsal={rehearsal} />
      ) : (
        <Verdict edition={edition} rehearsal={rehearsal} last={release ?? null} ceremonyOn={data.edition.ceremonyOn} />
      )}
      <Audiences edition={edition} rehearsal={rehearsal} />
      <Versions versions={datasets.items} />
      <Trophies rows={rows} reported={reported} />
      <Indicators indicators={rows.indicator} />
      <Means rows={rows} />
    </>
  );
};

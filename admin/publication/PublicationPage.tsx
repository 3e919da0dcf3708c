import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { Audiences } from './Audiences.tsx';
import { Indicators } from './Indicators.tsx';
import { Means } from './Means.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { Rehearse } from './publication.graphql.ts';
import { rowsOf } from './rows.ts';
import { Trophies } from './Trophies.tsx';
import { Verdict } from './Verdict.tsx';
import { Versions } from './Versions.tsx';

/** The release rehearsal: what stands in the way, what becomes public and nothing else, then the door. */
export const PublicationPage = () => (
  <EditionPage resource="publication" title="room.publication.title">
    {(edition) => <Rehearsed key={edition.id} edition={edition} />}
  </EditionPage>
);

const Rehearsed = ({ edition }: { readonly edition: EditionInForce }) => {
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['publication', edition.id],
    queryFn: ({ signal }) => run(Rehearse, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { rehearsal, datasets } = data;
  const rows = rowsOf(rehearsal);
  const reported = edition.provenance === 'REPORTED';
  return (
    <>
      <Verdict edition={edition} rehearsal={rehearsal} done={done} onPublish={() => setAsking(true)} />
      <Versions versions={datasets.items} />
      <Audiences rehearsal={rehearsal} rows={rows} reported={reported} />
      <Trophies rows={rows} reported={reported} />
      <Indicators indicators={rows.indicator} />
      <Means rows={rows} />
      {asking && (
        <PublishDialog
          edition={edition}
          rehearsal={rehearsal}
          rows={rows}
          onClose={() => setAsking(false)}
          onDone={(name) => {
            setAsking(false);
            setDone(name);
          }}
        />
      )}
    </>
  );
};

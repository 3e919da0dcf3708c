import { useQuery } from '@tanstack/react-query';
import { useGetIdentity } from 'react-admin';
import { isStaff, type Role } from '../kernel/access.ts';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { ClaimList } from './claim.graphql.ts';
import { Phase } from './Phase.tsx';
import { SentTable } from './SentTable.tsx';

/** The contradictory phase of an edition: what was sent, who read it, what is contested. */
export const ClaimsPage = () => (
  <EditionPage resource="claim" title="claim.title" tabs={false}>
    {(edition) => <Body key={edition.id} edition={edition} />}
  </EditionPage>
);

const Body = ({ edition }: { readonly edition: EditionInForce }) => {
  const { identity } = useGetIdentity();
  const staff = isStaff(identity?.role as Role | undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['claim', edition.id],
    queryFn: ({ signal }) => run(ClaimList, { editionId: edition.id }, signal),
    refetchInterval: 60_000,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      {staff && <Phase edition={edition} />}
      <ClaimTable claims={data.claims.items} total={data.claims.total} />
      {staff && <SentTable edition={edition} />}
    </>
  );
};

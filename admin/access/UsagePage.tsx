import { useQuery } from '@tanstack/react-query';
import { Title } from 'react-admin';
import { run } from '../kernel/api.ts';
import { UsageSection } from '../kernel/partner/UsageSection.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { UsageOf } from './access.graphql.ts';

/** What everyone reads of the published API, with a token or without. */
export const UsagePage = () => {
  const { data, error, refetch } = useQuery({
    queryKey: ['partner_access', 'usage'],
    queryFn: ({ signal }) => run(UsageOf, {}, signal),
  });
  return (
    <>
      <Title title="room.access.usage" preferenceKey={false} />
      {error && <RefusedBy error={error} retry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && <UsageSection lines={data.accessUsage.lines} lastAt={data.accessUsage.lastAt} />}
    </>
  );
};

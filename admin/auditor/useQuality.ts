import { useQuery } from '@tanstack/react-query';
import { run } from '../kernel/api.ts';
import { useEdition } from '../kernel/edition.tsx';
import { AuditorQuality, type Quality } from './quality.graphql.ts';

/** The work of one auditor in the edition in force; undefined while it is not known. */
export function useQuality(): (auditorId: unknown) => Quality | undefined {
  const edition = useEdition();
  const { data } = useQuery({
    queryKey: ['auditor', 'quality', edition?.id],
    enabled: edition !== undefined && edition !== null,
    queryFn: ({ signal }) => run(AuditorQuality, { editionId: edition?.id ?? '' }, signal),
  });
  return (auditorId) => data?.auditorQuality.find((each) => each.auditorId === auditorId);
}

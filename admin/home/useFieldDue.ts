import { useQuery } from '@tanstack/react-query';
import { run } from '../kernel/api.ts';
import { graphql } from '../kernel/graphql.ts';

const FieldDue = graphql(`
  query FieldDue($editionId: ID!) {
    fieldworkProgress(editionId: $editionId) { late openQuestions openClaims }
    submissions(editionId: $editionId, outcome: HELD, perPage: 1) { total }
  }
`);

/** What fieldwork and its control wait for; undefined until known, or where nothing can be done about it now. */
export function useFieldDue(editionId: string, enabled: boolean) {
  const { data } = useQuery({
    queryKey: ['cockpit', 'due', editionId],
    queryFn: ({ signal }) => run(FieldDue, { editionId }, signal),
    enabled,
    retry: false,
  });
  return data && { ...data.fieldworkProgress, held: data.submissions.total };
}

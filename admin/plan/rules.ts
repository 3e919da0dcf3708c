import { run } from '../kernel/api.ts';
import { PlanRulesNow, type Rules } from './plan.graphql.ts';

/** The query that reads the rules of an edition, kept once for all that read them. */
export const rulesOf = (editionId: string) => ({
  queryKey: ['plan', 'rules', editionId],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => run(PlanRulesNow, { editionId }, signal),
});

/** The rules as they are sent, with the version that was read. */
export const asSaved = (editionId: string, { version, ...input }: Rules) => ({
  ...{ editionId, version },
  input: { ...input, closedDays: input.closedDays.filter(Boolean) },
});

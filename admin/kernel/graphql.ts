import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../schema/admin.d.ts';
import type { DelayRule } from '../../server/delay/delay.rules.ts';
import type { Condition } from '../../server/score/condition.rules.ts';
import type { PolicyRules } from '../../server/score/policy.rules.ts';
import type { Scale } from '../../server/score/scale.rules.ts';

/** Writes a typed document against `schema/admin.graphql`; `gql.tada check` refuses a word the contract lacks. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    DateTimeISO: string;
    LocalDate: string;
    Decimal: string;
    Title: string;
    Prose: string;
    Code: string;
    Search: string;
    Year: number;
    Scale: Scale;
    Condition: Condition;
    DelayRule: DelayRule;
    PolicyRules: PolicyRules;
    IndicatorRule: Record<string, unknown>;
    JSONObject: Record<string, unknown>;
  };
}>();

export type { ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';

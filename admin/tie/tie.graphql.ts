import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

export const OwnTies = graphql(`
  query OwnTies($panelId: ID!) { ownTies(panelId: $panelId) { id kind bodyName until known } }
`);
export type Tie = ResultOf<typeof OwnTies>['ownTies'][number];
export const DeclareTie = graphql(`
  mutation DeclareTie($panelId: ID!, $input: DeclaredTieInput!) { declareTie(panelId: $panelId, input: $input) { id } }
`);
export type TieInput = VariablesOf<typeof DeclareTie>['input'];
export const CloseTies = graphql(`mutation CloseTies($panelId: ID!) { closeTies(panelId: $panelId) }`);

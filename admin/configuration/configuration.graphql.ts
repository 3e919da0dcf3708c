import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

/** The text of a file. */
export const ConfigurationDocument = graphql(`
  query ConfigurationDocument($editionId: ID!) { configurationDocument(editionId: $editionId) }
`);

/** What an edition would change by taking a configuration. */
export const CompareConfiguration = graphql(`
  query CompareConfiguration($editionId: ID!, $source: ConfigurationSource!, $parts: [ConfigurationPart!]) {
    compareConfiguration(editionId: $editionId, source: $source, parts: $parts) {
      hash year refusals
      faults { path problem detail }
      differences { kind part path subject field before after }
    }
  }
`);
export type Comparison = ResultOf<typeof CompareConfiguration>['compareConfiguration'];
export type Difference = Comparison['differences'][number];
export type Source = VariablesOf<typeof CompareConfiguration>['source'];
export type Part = Difference['part'];

export const ApplyConfiguration = graphql(`
  mutation ApplyConfiguration(
    $editionId: ID!
    $source: ConfigurationSource!
    $parts: [ConfigurationPart!]
    $hash: String
    $motive: Prose
  ) {
    applyConfiguration(editionId: $editionId, source: $source, parts: $parts, hash: $hash, motive: $motive) {
      differences act
    }
  }
`);

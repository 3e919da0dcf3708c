import { graphql, type ResultOf } from '../kernel/graphql.ts';

export const Effects = graphql(`
  query AuditorEffects($editionId: ID!) {
    auditorEffects(editionId: $editionId) {
      testCount
      channels { channel { id label } noise effects { auditor tests checks points low high shrunk flagged } }
      podiums {
        category { id label }
        before { score enrolment { id structure { id name } } }
        after { score enrolment { id structure { id name } } }
      }
    }
  }
`);
export type Channel = ResultOf<typeof Effects>['auditorEffects']['channels'][number];
export type Podium = ResultOf<typeof Effects>['auditorEffects']['podiums'][number];

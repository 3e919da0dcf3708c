import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** What the editions hold for the structures one speaks for. */
export const MySpace = graphql(`
  query MySpace {
    mySpace {
      enrolment {
        id tier edition { id year ordinal label phase ceremonyOn } structure { id name } category { label }
      }
      result { score rank field broken }
      report { id size }
      certificate
      awards { laureateId label diploma }
      points { id label text consent askedAt open }
    }
  }
`);
export type Space = ResultOf<typeof MySpace>['mySpace'][number];
export type SpacePoint = Space['points'][number];

export const AnswerPoint = graphql(
  `mutation AnswerPoint($id: ID!, $given: Boolean!) { answerPoint(id: $id, given: $given) }`,
);

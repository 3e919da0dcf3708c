import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** Everything one looks at to award the trophies of an edition: its rankings, what was decided, and when. */
export const AwardBoard = graphql(`
  query AwardBoard($editionId: ID!) {
    awardCases(editionId: $editionId) {
      id firsts mandate { id panel { id label } }
      category { id code label awardField awardMinimum tieRule tieChannel mostLaureates mayBeWithheld mentionAllowed }
      prize { rewards basis channel id code label awardField awardMinimum tieRule tieChannel mostLaureates mayBeWithheld mentionAllowed }
      lines {
        rank score eligible
        enrolment { id categoryMotive category { label } structure { id name departmentCode parent { name } } }
      }
    }
    trophies(editionId: $editionId, perPage: 100, sort: "category.position") {
      items {
        id pointRemarquable
        points { id text structure { id } }
        category { id label }
        prize { id label }
        laureates {
          id rank award mention confidence sources note
          structure { id name departmentCode parent { name } }
        }
      }
    }
    decisions(editionId: $editionId, perPage: 100, sort: "decidedAt", order: DESC) {
      items {
        id decidedAt decidedByName followsRanking motive pointRemarquable runNumber structureIds
        trophy { id }
      }
    }
    scoreRuns(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) { items { id number current } }
  }
`);
export type Board = ResultOf<typeof AwardBoard>;
export type Category = NonNullable<Board['awardCases'][number]['category']>;
export type Prize = NonNullable<Board['awardCases'][number]['prize']>;
export type Mandate = NonNullable<Board['awardCases'][number]['mandate']>;
export type Standing = Board['awardCases'][number]['lines'][number];
export type Trophy = Board['trophies']['items'][number];
export type Decision = Board['decisions']['items'][number];

export const AwardTrophy = graphql(`
  mutation AwardTrophy($categoryId: ID!, $input: AwardInput!) { awardTrophy(categoryId: $categoryId, input: $input) { id } }
`);

export const AwardPrize = graphql(`
  mutation AwardPrize($prizeId: ID!, $input: AwardInput!) { awardPrize(prizeId: $prizeId, input: $input) { id } }
`);

import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

export const GridSheet = graphql(`
  fragment GridSheet on Grid @_unmask {
    id version number frozenAt note minimumShare
    steps { id version code label weight position }
    channels {
      id version code label weight optional compared whenAbsent floor minimum bonusCap
      criteria {
        id version code label kind unit weight scale guidance source position
        whenNotOffered whenNotObserved whenRefused floor bonus minimum conditions delay
        step { id }
        clauses { id number label frame { id code release label } }
      }
    }
    indicators { id code label unit base }
  }
`);
export type Grid = ResultOf<typeof GridSheet>;
export type Channel = Grid['channels'][number];
export type Step = Grid['steps'][number];
export type Criterion = Channel['criteria'][number];

const Grids = graphql(
  `
  query Grids($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID) {
    grids(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId) { items { ...GridSheet } total }
  }
`,
  [GridSheet],
);
const GridOne = graphql(`query GridOne($id: ID!) { grid(id: $id) { ...GridSheet } }`, [GridSheet]);

export const documents: Documents = { list: Grids, one: GridOne };

/** What people do to a whole grid. */
export const GridFile = graphql(`query GridFile($id: ID!) { gridConfiguration(id: $id) }`);
export const ConfigureGrid = graphql(`
  mutation ConfigureGrid($editionId: ID!, $configuration: JSONObject!) {
    configureGrid(editionId: $editionId, configuration: $configuration) { id }
  }
`);
export const UpdateGrid = graphql(`
  mutation UpdateGrid($id: ID!, $version: Int!, $input: GridInput!) {
    updateGrid(id: $id, version: $version, input: $input) { id }
  }
`);

/** The policy of absences that prevails over the grid, if one was chosen. */
export const PolicyInForce = graphql(`
  query PolicyInForce($editionId: ID!) {
    scoringPolicies(editionId: $editionId, sort: "number", order: DESC, perPage: 1) { items { id number } }
  }
`);

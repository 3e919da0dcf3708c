import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const ScenarioRow = graphql(`fragment ScenarioRow on Scenario @_unmask { id version channel code label instructions }`);
export type Scenario = ResultOf<typeof ScenarioRow>;

const Scenarios = graphql(
  `
  query Scenarios($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID, $channel: ChannelCode) {
    scenarios(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId, channel: $channel) {
      items { ...ScenarioRow } total
    }
  }
`,
  [ScenarioRow],
);
const ScenarioOne = graphql(`query ScenarioOne($id: ID!) { scenario(id: $id) { ...ScenarioRow } }`, [ScenarioRow]);
const CreateScenario = graphql(
  `
  mutation CreateScenario($editionId: ID!, $input: ScenarioInput!) {
    createScenario(editionId: $editionId, input: $input) { ...ScenarioRow }
  }
`,
  [ScenarioRow],
);
const UpdateScenario = graphql(
  `
  mutation UpdateScenario($id: ID!, $version: Int!, $input: ScenarioInput!) {
    updateScenario(id: $id, version: $version, input: $input) { ...ScenarioRow }
  }
`,
  [ScenarioRow],
);
const RemoveScenario = graphql(`mutation RemoveScenario($id: ID!) { removeScenario(id: $id) }`);

const inputOf = (scenario: Scenario): VariablesOf<typeof CreateScenario>['input'] => ({
  channel: scenario.channel,
  code: scenario.code,
  label: scenario.label,
  instructions: scenario.instructions,
});

export const documents: Documents = {
  list: Scenarios,
  one: ScenarioOne,
  create: CreateScenario,
  update: UpdateScenario,
  remove: RemoveScenario,
  toCreate: (scenario: Scenario & { editionId: string }) => ({
    editionId: scenario.editionId,
    input: inputOf(scenario),
  }),
  toUpdate: inputOf,
};

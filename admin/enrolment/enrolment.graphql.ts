import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

export const EnrolmentRow = graphql(`
  fragment EnrolmentRow on Enrolment @_unmask {
    id version population populationYear tier reception origin createdAt
    edition { id year ordinal phase provenance }
    structure { id name reference kind departmentCode siren fictional }
    category { id label }
  }
`);
export type Enrolment = ResultOf<typeof EnrolmentRow>;

const Enrolments = graphql(
  `
  query Enrolments(
    $page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search,
    $editionId: ID, $categoryId: ID, $structureId: ID, $tier: Tier, $reception: Boolean, $origin: PanelOrigin
  ) {
    enrolments(
      page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId,
      categoryId: $categoryId, structureId: $structureId, tier: $tier, reception: $reception, origin: $origin
    ) { items { ...EnrolmentRow } total }
  }
`,
  [EnrolmentRow],
);
const EnrolmentOne = graphql(`query EnrolmentOne($id: ID!) { enrolment(id: $id) { ...EnrolmentRow } }`, [EnrolmentRow]);
const EnrolStructure = graphql(
  `
  mutation EnrolStructure($editionId: ID!, $structureId: ID!, $input: EnrolmentInput!) {
    enrolStructure(editionId: $editionId, structureId: $structureId, input: $input) { ...EnrolmentRow }
  }
`,
  [EnrolmentRow],
);
const UpdateEnrolment = graphql(
  `
  mutation UpdateEnrolment($id: ID!, $version: Int!, $input: EnrolmentInput!) {
    updateEnrolment(id: $id, version: $version, input: $input) { ...EnrolmentRow }
  }
`,
  [EnrolmentRow],
);
const RemoveEnrolment = graphql(`mutation RemoveEnrolment($id: ID!) { removeEnrolment(id: $id) }`);

/** The scores of one structure, down to the criterion. A structure reads its own once the edition is published. */
export const ScoreSheet = graphql(`
  query ScoreSheet($id: ID!) {
    scoreSheet(enrolmentId: $id) {
      runNumber score rank field mean
      channels {
        score mean base
        channel { id code label weight optional }
        criteria { score base criterion { id label weight position step { label position } } }
      }
    }
  }
`);
export type Sheet = ResultOf<typeof ScoreSheet>['scoreSheet'];
export type ChannelLine = Sheet['channels'][number];

const inputOf = ({ tier, reception, origin }: Enrolment): VariablesOf<typeof EnrolStructure>['input'] => ({
  tier,
  reception,
  origin,
});

export const documents: Documents = {
  list: Enrolments,
  one: EnrolmentOne,
  create: EnrolStructure,
  update: UpdateEnrolment,
  remove: RemoveEnrolment,
  toCreate: (enrolment: Enrolment & { editionId: string; structureId: string }) => ({
    editionId: enrolment.editionId,
    structureId: enrolment.structureId,
    input: inputOf(enrolment),
  }),
  toUpdate: inputOf,
};

import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';
import { RobustnessRow } from '../kernel/robustness.graphql.ts';

export const EnrolmentRow = graphql(`
  fragment EnrolmentRow on Enrolment @_unmask {
    id version population populationYear tier reception origin certifications createdAt
    state stateMotive stateAt stateBy certifiedUntil { name until } consents { code name }
    stratum { code kind from below }
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
    $editionId: ID, $categoryId: ID, $structureId: ID, $tier: Tier, $reception: Boolean, $origin: PanelOrigin,
    $state: EnrolmentState, $stratum: String
  ) {
    enrolments(
      page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId,
      categoryId: $categoryId, structureId: $structureId, tier: $tier, reception: $reception, origin: $origin,
      state: $state, stratum: $stratum
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
export const ScoreSheet = graphql(
  `
  query ScoreSheet($id: ID!, $language: Language!) {
    scoreSheet(enrolmentId: $id) {
      runNumber score rank field mean share
      formula(language: $language)
      exclusion { reason label absence }
      knockOuts { scope label minimum score }
      channels {
        score mean base outcome share
        part { value exact }
        cap { value exact }
        floor { value exact }
        channel { id code label weight optional }
        criteria {
          score base
          part { value exact }
          gain { value exact }
          criterion { id code label weight kind unit bonus scale step { code label } }
        }
      }
      strengths { score mean gap structureCount criterion { id label channel { code } } }
      weaknesses { score mean gap structureCount criterion { id label channel { code } } }
      toGainOnePlace {
        reason gap rankAfter
        gain { value }
        above { id structure { name } }
        criteria { score gain { value } criterion { id label channel { code } } }
      }
      toSwap {
        reason above lead verdict delta
        neighbour { id structure { name } }
        weights { before after channel { code } }
        witness { share channel { code } }
      }
      robustness { ...RobustnessRow }
    }
  }
`,
  [RobustnessRow],
);
export type Sheet = ResultOf<typeof ScoreSheet>['scoreSheet'];
export type ChannelLine = Sheet['channels'][number];
export type CriterionLine = ChannelLine['criteria'][number];

/** The signed file of one score. */
export const Certificate = graphql(`query Certificate($id: ID!) { certificate(enrolmentId: $id) }`);

/** The scores of a structure over editions. */
export const Evolution = graphql(`
  query Evolution($id: ID!) {
    evolution(enrolmentId: $id) { edition { id year } score rank field categoryLabel broken }
  }
`);
export type EvolutionPoint = ResultOf<typeof Evolution>['evolution'][number];

/** What each validated test found on one criterion: for staff. */
export const MeasurementsBehind = graphql(`
  query MeasurementsBehind($id: ID!, $criterion: Code!) {
    measurementsBehind(enrolmentId: $id, criterion: $criterion) { reference performedOn value absence points }
  }
`);

const inputOf = ({
  tier,
  reception,
  origin,
  certifications,
}: Enrolment): VariablesOf<typeof EnrolStructure>['input'] => ({
  ...{ tier, reception, origin },
  certifications: certifications.map((name) => name.trim()).filter((name) => name !== ''),
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

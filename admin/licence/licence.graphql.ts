import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const LicenceRow = graphql(`
  fragment LicenceRow on Licence @_unmask {
    id version scope position label wording fromOn untilOn logo { id name } edition { id year }
  }
`);
export type Licence = ResultOf<typeof LicenceRow>;

const Licences = graphql(
  `
  query Licences($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID) {
    licences(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId) { items { ...LicenceRow } total }
  }
`,
  [LicenceRow],
);
const LicenceOne = graphql(`query LicenceOne($id: ID!) { licence(id: $id) { ...LicenceRow } }`, [LicenceRow]);
const CreateLicence = graphql(
  `
  mutation CreateLicence($editionId: ID!, $input: LicenceInput!) {
    createLicence(editionId: $editionId, input: $input) { ...LicenceRow }
  }
`,
  [LicenceRow],
);
const UpdateLicence = graphql(
  `
  mutation UpdateLicence($id: ID!, $version: Int!, $input: LicenceInput!) {
    updateLicence(id: $id, version: $version, input: $input) { ...LicenceRow }
  }
`,
  [LicenceRow],
);
const RemoveLicence = graphql(`mutation RemoveLicence($id: ID!) { removeLicence(id: $id) }`);

const inputOf = ({
  scope,
  position,
  label,
  wording,
  fromOn,
  untilOn,
  logo,
}: Licence): VariablesOf<typeof CreateLicence>['input'] => ({
  ...{ scope, position, label, wording, fromOn },
  untilOn: untilOn || null,
  logoId: logo?.id ?? null,
});

export const documents: Documents = {
  list: Licences,
  one: LicenceOne,
  create: CreateLicence,
  update: UpdateLicence,
  remove: RemoveLicence,
  toCreate: (licence: Licence & { editionId: string }) => ({ editionId: licence.editionId, input: inputOf(licence) }),
  toUpdate: inputOf,
};

import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const PersonaRow = graphql(
  `fragment PersonaRow on Persona @_unmask { id version code label mailbox phoneLine address channels }`,
);
export type Persona = ResultOf<typeof PersonaRow>;

const Personas = graphql(
  `
  query Personas($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID) {
    personas(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId) {
      items { ...PersonaRow } total
    }
  }
`,
  [PersonaRow],
);
const PersonaOne = graphql(`query PersonaOne($id: ID!) { persona(id: $id) { ...PersonaRow } }`, [PersonaRow]);
const CreatePersona = graphql(
  `
  mutation CreatePersona($editionId: ID!, $input: PersonaInput!) {
    createPersona(editionId: $editionId, input: $input) { ...PersonaRow }
  }
`,
  [PersonaRow],
);
const UpdatePersona = graphql(
  `
  mutation UpdatePersona($id: ID!, $version: Int!, $input: PersonaInput!) {
    updatePersona(id: $id, version: $version, input: $input) { ...PersonaRow }
  }
`,
  [PersonaRow],
);
const RemovePersona = graphql(`mutation RemovePersona($id: ID!) { removePersona(id: $id) }`);

const inputOf = (persona: Persona): VariablesOf<typeof CreatePersona>['input'] => ({
  code: persona.code,
  label: persona.label,
  mailbox: persona.mailbox,
  phoneLine: persona.phoneLine,
  address: persona.address,
});

export const documents: Documents = {
  list: Personas,
  one: PersonaOne,
  create: CreatePersona,
  update: UpdatePersona,
  remove: RemovePersona,
  toCreate: (persona: Persona & { editionId: string }) => ({ editionId: persona.editionId, input: inputOf(persona) }),
  toUpdate: inputOf,
};

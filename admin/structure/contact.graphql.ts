import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The people to write to at one structure. */
export const Contacts = graphql(`
  query Contacts($structureId: ID!) {
    contacts(structureId: $structureId, perPage: 100, sort: "createdAt") { items { id version name role email phone note } }
  }
`);
export type Contact = ResultOf<typeof Contacts>['contacts']['items'][number];
export const CreateContact = graphql(
  `mutation CreateContact($structureId: ID!, $input: ContactInput!) { createContact(structureId: $structureId, input: $input) { id } }`,
);
export const UpdateContact = graphql(
  `mutation UpdateContact($id: ID!, $version: Int!, $input: ContactInput!) { updateContact(id: $id, version: $version, input: $input) { id } }`,
);
export const RemoveContact = graphql(`mutation RemoveContact($id: ID!) { removeContact(id: $id) }`);

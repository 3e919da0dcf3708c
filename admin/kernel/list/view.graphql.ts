import { graphql, type ResultOf } from '../graphql.ts';

const ViewRow = graphql(`
  fragment ViewRow on SavedView @_unmask {
    id version label filter sort order columns year shared changeable ownerName
  }
`);
export type SavedView = ResultOf<typeof ViewRow>;

export const SavedViews = graphql(
  `query SavedViews($resource: Code!) { savedViews(resource: $resource) { ...ViewRow } }`,
  [ViewRow],
);
export const CreateSavedView = graphql(
  `
  mutation CreateSavedView($resource: Code!, $input: ViewInput!) {
    createSavedView(resource: $resource, input: $input) { ...ViewRow }
  }
`,
  [ViewRow],
);
export const UpdateSavedView = graphql(
  `
  mutation UpdateSavedView($id: ID!, $version: Int!, $input: ViewInput!) {
    updateSavedView(id: $id, version: $version, input: $input) { ...ViewRow }
  }
`,
  [ViewRow],
);
export const RemoveSavedView = graphql(`mutation RemoveSavedView($id: ID!) { removeSavedView(id: $id) }`);

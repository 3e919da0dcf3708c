import { doing } from '../kernel/api.ts';
import { graphql, type ResultOf, type TadaDocumentNode } from '../kernel/graphql.ts';

/** Asks in the name of a personal link; nobody needs to be signed in. */
export const asPartner = async <Result, Variables>(
  link: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> => (await doing(document, variables, undefined, { 'x-registration': link })).data;

export const SpaceOf = graphql(`
  query PartnerSpace {
    ownAccess {
      organisation name state createdAt expiresOn addresses allowance contract motive
      scope { embargo }
      wanted { embargo }
      tokens { id prefix createdAt until revokedAt }
    }
    ownUsage { remaining lastAt lines { day operation requests cost refusals } }
  }
`);
export type Space = ResultOf<typeof SpaceOf>;
export type OwnAccess = Space['ownAccess'];

export const IssueToken = graphql(`mutation IssueOwnToken { issueOwnToken }`);
export const RevokeOwnToken = graphql(`mutation RevokeOwnToken($id: ID!) { revokeOwnToken(id: $id) { id } }`);

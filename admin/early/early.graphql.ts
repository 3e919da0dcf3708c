import { doing } from '../kernel/api.ts';
import { graphql, type ResultOf, type TadaDocumentNode } from '../kernel/graphql.ts';

/** What a browser sends of a personal link. */
export const invitedBy = (token: string) => ({ 'x-registration': token });

/** Asks in the name of a personal link; nobody needs to be signed in. */
export const asInvited = async <Result, Variables>(
  token: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> => (await doing(document, variables, undefined, invitedBy(token))).data;

export const EarlyDoorOf = graphql(`query EarlyDoorOf { earlyDoor { state name body edition fromAt dueAt } }`);
export type Door = ResultOf<typeof EarlyDoorOf>['earlyDoor'];

/** Reading is an act: it is written into the register. */
export const ReadEarly = graphql(`mutation ReadEarly { readEarly { version reader at dueAt rows } }`);
export type Reading = ResultOf<typeof ReadEarly>['readEarly'];

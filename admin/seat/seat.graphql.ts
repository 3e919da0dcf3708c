import { doing } from '../kernel/api.ts';
import { graphql, type ResultOf, type TadaDocumentNode } from '../kernel/graphql.ts';

/** Asks in the name of a personal link; nobody needs to be signed in. */
export const asInvited = async <Result, Variables>(
  token: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> => (await doing(document, variables, undefined, { 'x-registration': token })).data;

export const SeatDoorOf = graphql(`query SeatDoor { seatDoor { state name panel edition office terms expiresAt } }`);
export type Door = ResultOf<typeof SeatDoorOf>['seatDoor'];

export const AcceptSeat = graphql(`
  mutation AcceptSeat($terms: Boolean!) { acceptSeat(terms: $terms) { email passwordToken secondFactorDue } }
`);
export type Accepted = ResultOf<typeof AcceptSeat>['acceptSeat'];

export const DeclineSeat = graphql(`mutation DeclineSeat($motive: Prose) { declineSeat(motive: $motive) }`);

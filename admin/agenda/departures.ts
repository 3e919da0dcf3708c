import { agendaOf, departuresOf, type Item as Leaving } from '../../server/vote/agenda.rules.ts';
import type { Item, Verdict } from './agenda.graphql.ts';

/** Someone who leaves the room for an item. */
export interface Gone {
  readonly id: string;
  readonly name: string;
}

/** Who is recused from an award: as it was when the item was opened; before, as it stands now. */
export function recusedFrom(
  { seats, mandateId }: Pick<Item, 'seats' | 'mandateId'>,
  verdicts: readonly Verdict[],
): Gone[] {
  if (seats) return seats.filter(({ state }) => state === 'RECUSED').map(({ id, name }) => ({ id, name }));
  return verdicts
    .filter((one) => one.recused && one.mandate.id === mandateId && one.juror.office !== 'SECRETARY')
    .map(({ juror: { id, name } }) => ({ id, name }));
}

const leaving = (mandateIds: readonly string[], verdicts: readonly Verdict[]): Leaving[] =>
  mandateIds.map((code) => ({
    code,
    recused: recusedFrom({ seats: null, mandateId: code }, verdicts).map(({ id }) => id),
  }));

/** How often someone leaves the room when awards are taken in this order. */
export const departuresIn = (mandateIds: readonly string[], verdicts: readonly Verdict[]): number =>
  departuresOf(leaving(mandateIds, verdicts));

/** These awards in the order in which recused jurors leave as seldom as possible. */
export const fewestDepartures = (mandateIds: readonly string[], verdicts: readonly Verdict[]): readonly string[] =>
  agendaOf(leaving(mandateIds, verdicts)).order;

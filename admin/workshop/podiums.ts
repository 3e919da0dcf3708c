import type { Place, Podium } from './workshop.graphql.ts';

/** The podium in force of a category: whoever stands on it still stands on the other one, or has moved. */
export function podiumInForce({ podium, moved }: Podium): Place[] {
  const all = new Map([...podium, ...moved].map((place) => [place.enrolment.id, place]));
  return [...all.values()]
    .filter(({ rankInForce }) => rankInForce !== null && rankInForce <= 3)
    .sort((a, b) => (a.rankInForce ?? 0) - (b.rankInForce ?? 0));
}

/** Whether other structures, or the same at other ranks, stand on the podium. */
export function podiumDiffers(category: Podium): boolean {
  const said = (places: readonly Place[], rankOf: (place: Place) => number | null) =>
    places.map((place) => `${rankOf(place)} ${place.enrolment.id}`).toSorted();
  return (
    said(category.podium, ({ rank }) => rank).join() !==
    said(podiumInForce(category), ({ rankInForce }) => rankInForce).join()
  );
}

/** How many structures do not keep their rank, over all categories. */
export const movedCount = (categories: readonly Podium[]): number =>
  categories.reduce((count, { moved }) => count + moved.length, 0);

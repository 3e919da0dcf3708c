/** One item of a meeting, and who is recused from it. */
export interface Item {
  readonly code: string;
  readonly recused: readonly string[];
}

/** The items in the order they are taken. */
export interface Agenda {
  readonly order: readonly string[];
  /** How often someone leaves the room; each comes back once for each time. */
  readonly departures: number;
  /** Whether no order has fewer departures; otherwise none has fewer than half as many. */
  readonly exact: boolean;
}

/** Beyond so many items, those with the same recusals are kept together; beyond so many groups, no order is proved best. */
const MOST_EXACT = 14;

/**
 * Orders the items so that recused members leave the room as seldom as possible. Everybody is there at the opening and
 * at the close. Among orders with as few departures, the first in the order the items came in: that of the categories.
 *
 * Up to 14 items all orders are weighed by dynamic programming: Held and Karp, "A dynamic programming approach to
 * sequencing problems", Journal of SIAM 10 (1962), 196–210. Beyond, items with the same recusals are taken together,
 * which costs nothing (a detour is never shorter), then weighed likewise. Beyond 14 different recusals they are inserted
 * where each costs least, which gives at most twice the fewest departures: Rosenkrantz, Stearns and Lewis, "An analysis
 * of several heuristics for the traveling salesman problem", SIAM Journal on Computing 6 (1977), 563–581, cheapest
 * insertion, the room with nobody recused being both ends of the tour. The problem itself is NP-hard: Kou, "Polynomial
 * complete consecutive information retrieval problems", SIAM Journal on Computing 6 (1977), 67–75.
 */
export function agendaOf(items: readonly Item[]): Agenda {
  const groups = items.length <= MOST_EXACT ? items.map((item) => [item]) : alike(items);
  const exact = groups.length <= MOST_EXACT;
  const legs = legsOf(groups.map(([first]) => first?.recused ?? []));
  const route = exact ? bestRoute(legs) : insertedRoute(legs);
  const order = route.flatMap((i) => groups[i] ?? []);
  return { order: order.map(({ code }) => code), departures: departuresOf(order), exact };
}

/** How often someone leaves the room when items are taken in this order. */
export const departuresOf = (order: readonly Item[]): number =>
  order.reduce((total, { recused }, i) => total + leaving(order[i - 1]?.recused ?? [], recused), 0);

const leaving = (before: readonly string[], after: readonly string[]): number =>
  new Set(after.filter((member) => !before.includes(member))).size;

const alike = (items: readonly Item[]): (readonly Item[])[] => [
  ...Map.groupBy(items, ({ recused }) => JSON.stringify([...new Set(recused)].sort())).values(),
];

/** How many leave between two items: `leg(from, to)`. The place after the last stands for the room before the opening. */
interface Legs {
  readonly count: number;
  readonly leg: (from: number, to: number) => number;
}

function legsOf(recused: readonly (readonly string[])[]): Legs {
  const stops = [...recused, []];
  const matrix = stops.map((from) => stops.map((to) => leaving(from, to)));
  return { count: recused.length, leg: (from, to) => matrix[from]?.[to] ?? 0 };
}

/**
 * The fewest departures still to come, for each set of items left (a number, one bit an item) after each item: each
 * answer stands on smaller sets. Then the way is walked from the opening, always by the first item that keeps to it.
 */
function bestRoute({ count, leg }: Legs): number[] {
  const width = count + 1;
  const fewest = new Uint32Array(width << count);
  const toCome = (left: number, last: number) => fewest[left * width + last] ?? 0;
  const via = (left: number, last: number, next: number) => leg(last, next) + toCome(left & ~(1 << next), next);
  for (let left = 1; left < 1 << count; left++)
    for (let last = 0; last < width; last++) {
      let best = Number.POSITIVE_INFINITY;
      for (let next = 0; next < count; next++) if (left & (1 << next)) best = Math.min(best, via(left, last, next));
      fewest[left * width + last] = best;
    }
  const items = Array.from({ length: count }, (_, i) => i);
  const route: number[] = [];
  for (let [left, last] = [(1 << count) - 1, count]; left !== 0; left &= ~(1 << last)) {
    last = items.find((next) => left & (1 << next) && via(left, last, next) === toCome(left, last)) ?? last;
    route.push(last);
  }
  return route;
}

/** Inserts whatever costs least wherever it costs least, until nothing is left. */
function insertedRoute({ count, leg }: Legs): number[] {
  const route: number[] = [];
  const left = new Set(Array.from({ length: count }, (_, i) => i));
  const detour = (at: number, item: number) => {
    const [before, after] = [route[at - 1] ?? count, route[at] ?? count];
    return leg(before, item) + leg(item, after) - leg(before, after);
  };
  while (left.size > 0) {
    let cheapest = { item: 0, at: 0, cost: Number.POSITIVE_INFINITY };
    for (const item of left)
      for (let at = 0; at <= route.length; at++) {
        const cost = detour(at, item);
        if (cost < cheapest.cost) cheapest = { item, at, cost };
      }
    route.splice(cheapest.at, 0, cheapest.item);
    left.delete(cheapest.item);
  }
  return route;
}

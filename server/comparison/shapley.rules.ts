import Fraction from 'fraction.js';
import { sum } from '../score/exact.rules.ts';

/** What may be held the same in two editions: what is asked, of whom, and on which channels. */
export const restrictions = ['grid', 'panel', 'coverage'] as const;
export type Restriction = (typeof restrictions)[number];

/** What each restriction is worth, in points on 100. */
export type Parts = Readonly<Record<Restriction, Fraction>>;

/**
 * Shares `figure(none) − figure(all)` out between the restrictions: each gets what lifting it adds, averaged over the
 * 3! orders in which they can be lifted, so that no order is favoured and the parts add up exactly.
 * Source: Shapley (1953), A value for n-person games; Shorrocks (2013), Decomposition procedures for distributional
 * analysis, Journal of Economic Inequality 11:99, for its use on a change between two dates.
 */
export function sharedOut(figure: (held: ReadonlySet<Restriction>) => Fraction): Parts {
  const added: Record<Restriction, Fraction[]> = { grid: [], panel: [], coverage: [] };
  for (const order of orders) {
    const held = new Set<Restriction>();
    for (const restriction of order) {
      const without = figure(new Set(held));
      held.add(restriction);
      added[restriction].push(without.sub(figure(new Set(held))));
    }
  }
  return eachPart((part) => sum(added[part]).div(orders.length));
}

/** The mean, or any other making, of each part. */
export const eachPart = (make: (part: Restriction) => Fraction): Parts => ({
  ...{ grid: make('grid'), panel: make('panel'), coverage: make('coverage') },
});

/** The difference of two sharings, part by part. */
export const partsBetween = (before: Parts, after: Parts): Parts => eachPart((part) => after[part].sub(before[part]));

/** The mean of some sharings, part by part. */
export const meanParts = (all: readonly Parts[]): Parts =>
  eachPart((part) => sum(all.map((each) => each[part])).div(new Fraction(all.length)));

const orders: readonly (readonly Restriction[])[] = restrictions.flatMap((first) =>
  restrictions.flatMap((second) =>
    restrictions.flatMap((third) => (new Set([first, second, third]).size === 3 ? [[first, second, third]] : [])),
  ),
);

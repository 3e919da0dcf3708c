import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byStep, freshCode, putAfter, putIn } from '../../server/grid/order.rules.ts';
import { ONE, sum, ZERO } from '../../server/score/exact.rules.ts';
import { shown, type Weighing, worthOf } from '../../server/score/worth.rules.ts';

const STEPS = ['s0', 's1', 's2'];
const weight = fc.oneof(
  fc.constant('0'),
  fc.integer({ min: 1, max: 999_999_999 }).map((n) => (n / 10_000).toFixed(4)),
);
const criterion = fc.record({ weight, bonus: fc.boolean(), step: fc.constantFrom(...STEPS).map((id) => ({ id })) });
const channel = fc.record({
  ...{ weight, optional: fc.boolean(), compared: fc.boolean() },
  criteria: fc.array(criterion, { minLength: 1, maxLength: 12 }),
});
const grids: fc.Arbitrary<Weighing> = fc
  .record({
    channels: fc.array(channel, { minLength: 1, maxLength: 6 }),
    weights: fc.array(weight, { minLength: 3, maxLength: 3 }),
    weighed: fc.boolean(),
  })
  .map(({ channels, weights, weighed }) => ({
    steps: STEPS.map((id, i) => ({ id, weight: weighed ? (weights[i] ?? null) : null })),
    channels: channels.map((each, c) => ({
      ...each,
      id: `c${c}`,
      criteria: each.criteria.map((one, i) => ({ ...one, id: `c${c}k${i}` })),
    })),
  }));

const positive = ({ weight }: { readonly weight: string | null }) => Number(weight) > 0;
/** Whether a channel has something to share: a criterion that weighs, under a step that does where steps weigh. */
const shares = (grid: Weighing, { criteria }: Weighing['channels'][number]): boolean => {
  const own = criteria.filter((each) => positive(each) && !each.bonus);
  const used = grid.steps.filter(({ id, weight }) => weight !== null && own.some(({ step }) => step.id === id));
  return own.length > 0 && (used.length === 0 || used.some(positive));
};

describe('what each criterion is worth', () => {
  test('the criteria of the channels that count make exactly the whole, bonuses apart, with any weights', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const counted = grid.channels.filter(({ optional, compared }) => !optional || compared);
        fc.pre(counted.some(positive) && counted.filter(positive).every((each) => shares(grid, each)));
        const worth = worthOf(grid);
        const criteria = grid.channels.flatMap(({ criteria }) =>
          criteria.map(({ id }) => worth.get(id)?.ofWhole ?? ZERO),
        );
        expect(sum(criteria).equals(ONE)).toBe(true);
        const channels = grid.channels.map(({ id }) => worth.get(id)?.ofWhole ?? ZERO);
        expect(sum(channels).equals(ONE)).toBe(true);
        for (const { id } of counted.filter(positive)) {
          const steps = STEPS.map((step) => worth.get(`${id} ${step}`)?.ofWhole ?? ZERO);
          expect(sum(steps).equals(worth.get(id)?.ofWhole ?? ZERO)).toBe(true);
        }
      }),
    );
  });

  test('doubling every weight changes nothing, and a bonus or a channel apart is worth nothing of the whole', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const twice = (text: string) => (Number(text) * 2).toFixed(4);
        const doubled = {
          steps: grid.steps,
          channels: grid.channels.map((each) => ({
            ...each,
            weight: twice(each.weight),
            criteria: each.criteria.map((one) => ({ ...one, weight: twice(one.weight) })),
          })),
        };
        const [one, two] = [worthOf(grid), worthOf(doubled)];
        for (const [id, { ofWhole }] of one) expect(two.get(id)?.ofWhole?.toFraction()).toBe(ofWhole?.toFraction());
        for (const { criteria } of grid.channels)
          for (const { id, bonus } of criteria) if (bonus) expect(one.get(id)?.ofWhole).toBeNull();
      }),
    );
  });

  test('what is shown adds up to the hundredth of a per cent, and none is off by one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 150 }), (weights) => {
        const total = weights.reduce((a, b) => a + b, 0);
        fc.pre(total > 0);
        const exact = weights.map((each) => ONE.mul(each).div(total));
        const told = shown(exact, 4);
        expect(told.reduce((a, b) => a + b, 0)).toBe(10_000);
        for (const [i, share] of exact.entries())
          expect(
            share
              .mul(10_000)
              .sub(told[i] ?? 0)
              .abs()
              .compare(1),
          ).toBe(-1);
      }),
    );
  });
});

describe('the order of a form', () => {
  const items = (steps: readonly number[]) => steps.map((step, i) => ({ id: `${i}`, step: STEPS[step] ?? '' }));
  const move = fc.record({
    picks: fc.array(fc.nat(30), { maxLength: 4 }),
    step: fc.nat(2),
    after: fc.option(fc.nat(30)),
  });

  test('any sequence of moves keeps it a permutation, and leaves those that stay in their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(2), { minLength: 1, maxLength: 20 }),
        fc.array(move, { maxLength: 8 }),
        (steps, moves) => {
          let form = items(steps);
          for (const { picks, step, after } of moves) {
            const ids = new Set(picks.map((pick) => `${pick % form.length}`));
            const moved = form.filter(({ id }) => ids.has(id)).map((each) => ({ ...each, step: STEPS[step] ?? '' }));
            const anchor = after === null ? null : (form[after % form.length]?.id ?? null);
            const next = putIn(form, moved, { step: STEPS[step] ?? '', after: anchor }, STEPS);
            expect(next.map(({ id }) => id).sort()).toEqual(form.map(({ id }) => id).sort());
            const staying = (all: typeof form) => all.map(({ id }) => id).filter((id) => !ids.has(id));
            expect(staying(next)).toEqual(staying(form));
            const places = moved.map(({ id }) => next.findIndex((each) => each.id === id));
            expect(places).toEqual(places.map((_, i) => (places[0] ?? 0) + i));
            form = next;
          }
          expect(
            byStep(form, STEPS)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(form.map(({ id }) => id).sort());
        },
      ),
    );
  });

  test('a channel or a step put after another stands right there; first, it leads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(8), fc.option(fc.nat(8)), (length, one, other) => {
        const ids = Array.from({ length }, (_, i) => `${i}`);
        const moved = `${one % length}`;
        const after = other === null ? null : `${other % length}`;
        const next = putAfter(ids, moved, after);
        expect([...next].sort()).toEqual(ids);
        if (after === moved) expect(next).toEqual(ids);
        else expect(next.indexOf(moved)).toBe(after === null ? 0 : next.indexOf(after) + 1);
      }),
    );
  });

  test('a new code is always free, and one that a grid can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.nat(3), (label, times) => {
        const taken = new Set<string>();
        for (let i = 0; i <= times; i++) {
          const code = freshCode(['phone', 'access'], label, taken);
          expect(code).toMatch(/^[a-z0-9][a-z0-9_.-]{0,79}$/);
          expect(taken.has(code)).toBe(false);
          taken.add(code);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Condition,
  type Conditional,
  conditionFaults,
  isAsked,
  restingOn,
  valueMeeting,
} from '../../server/score/condition.rules.ts';
import { refusalOf } from '../../server/score/scale.rules.ts';

const yesNo = { type: 'YES_NO', yes: '1', no: '0' } as const;
const choice = {
  type: 'CHOICE',
  choices: ['a', 'b', 'c'].map((code) => ({ code, label: code, points: '1' })),
} as const;
const line = { type: 'LINEAR', zeroAt: '1', oneAt: '3' } as const;
const sorts = [
  { kind: 'YES_NO', scale: yesNo },
  { kind: 'CHOICE', scale: choice },
  { kind: 'COUNT', scale: line },
  { kind: 'SCALE', scale: line },
  { kind: 'SHARE', scale: line },
  { kind: 'DURATION', scale: line },
  { kind: 'DURATION', scale: line, delay: { from: 'SENT' } },
] as const satisfies readonly Omit<Conditional, 'code'>[];

const NAMES = ['p', 'q', 'r', 's'];
const bound = fc.constantFrom(null, '0', '0.5', '1', '1.5', '2', '3', '3.5');
const onAnswer = (criterion: string, answers: readonly string[]): fc.Arbitrary<Condition> =>
  fc.record({ criterion: fc.constant(criterion), in: fc.uniqueArray(fc.constantFrom(...answers), { maxLength: 2 }) });
const onNumber = (criterion: string): fc.Arbitrary<Condition> =>
  fc.record({ criterion: fc.constant(criterion), from: bound, below: bound });

/** Conditions on any criterion of the grid, most of them such as may be written: answers for codes, bounds for numbers. */
const conditionOn = (sort: (typeof sorts)[number], criterion: string): fc.Arbitrary<Condition> => {
  if (sort.kind === 'YES_NO') return onAnswer(criterion, ['1', '0']);
  return sort.kind === 'CHOICE' ? onAnswer(criterion, ['a', 'b', 'c']) : onNumber(criterion);
};

/** A small channel: each criterion under at most three conditions, mostly on the criteria before it. */
const grids: fc.Arbitrary<Conditional[]> = fc
  .array(fc.constantFrom(...sorts), { minLength: 2, maxLength: NAMES.length })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((sort, place) => {
        const before = fc.nat({ max: Math.max(0, place - 1) });
        const anywhere = fc.oneof(
          { weight: 19, arbitrary: before },
          { weight: 1, arbitrary: fc.nat(chosen.length - 1) },
        );
        const condition = anywhere.chain((on) => conditionOn(chosen[on] ?? sort, NAMES[on] ?? 'p'));
        return fc
          .array(condition, { maxLength: place === 0 ? 0 : 3 })
          .map((conditions): Conditional => ({ ...sort, code: NAMES[place] ?? '', conditions }));
      }),
    ),
  );

/** Every answer a criterion may have that could tell conditions apart: each bound, halfway between, and the ends. */
const answersOf = ({ kind, scale, ...rest }: Conditional): string[] => {
  const quarters = Array.from({ length: 17 }, (_, i) => String(i / 4));
  const all = scale.type === 'CHOICE' ? ['a', 'b', 'c'] : quarters;
  return all.filter((value) => {
    if (rest.delay && !/^\d+$/.test(value)) return false;
    return refusalOf(kind, scale, value) === null;
  });
};

/** Every row that may be written for a channel: what is asked gets one of its answers, what is not gets none. */
function* rowsOf(
  grid: readonly Conditional[],
  row = new Map<string, string>(),
): Generator<ReadonlyMap<string, string>> {
  const [next, ...rest] = grid;
  if (!next) return yield row;
  if (!isAsked(next, (code) => row.get(code) ?? null)) return yield* rowsOf(rest, row);
  for (const answer of answersOf(next)) yield* rowsOf(rest, new Map(row).set(next.code, answer));
}

const canBeAsked = (grid: readonly Conditional[], code: string): boolean => {
  const place = grid.findIndex((each) => each.code === code);
  for (const row of rowsOf(grid.slice(0, place)))
    if (isAsked(grid[place] as Conditional, (of) => row.get(of) ?? null)) return true;
  return false;
};

test('under conditions that are accepted, some row asks the criterion: the one worked out from them', () =>
  fc.assert(
    fc.property(grids, (grid) => {
      fc.pre(conditionFaults(grid).length === 0);
      for (const criterion of grid) {
        const wanted = restingOn(criterion, grid);
        const row = new Map<string, string>();
        for (const each of grid) {
          const value = valueMeeting(each, wanted.get(each.code) ?? []);
          if (isAsked(each, (code) => row.get(code) ?? null) && value !== null) row.set(each.code, value);
        }
        for (const [code, value] of row) {
          const { kind, scale } = grid.find((each) => each.code === code) as Conditional;
          expect(refusalOf(kind, scale, value)).toBeNull();
        }
        expect(isAsked(criterion, (code) => row.get(code) ?? null)).toBe(true);
      }
    }),
  ));

test('what is refused as a contradiction no row at all could ask, and nothing else is', () => {
  let refused = 0;
  fc.assert(
    fc.property(grids, (grid) => {
      const faults = conditionFaults(grid);
      fc.pre(faults.every((fault) => fault.includes('can never be asked')));
      for (const { code } of grid) {
        const contradicted = faults.some((fault) => fault.startsWith(`${code}: `));
        expect(canBeAsked(grid, code)).toBe(!contradicted);
        if (contradicted) refused += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(20);
});

test('whatever is written of its conditions, a channel is judged, and each fault names its criterion', () =>
  fc.assert(
    fc.property(grids, (grid) => {
      for (const fault of conditionFaults(grid))
        expect(
          grid.some(({ code }) => fault.startsWith(`${code}: `)),
          fault,
        ).toBe(true);
    }),
  ));

test('a criterion without conditions is always asked, and an absent value meets none', () =>
  fc.assert(
    fc.property(grids, (grid) => {
      for (const criterion of grid) expect(isAsked(criterion, () => null)).toBe(criterion.conditions?.length === 0);
    }),
  ));
